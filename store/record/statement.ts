import { createHash } from 'node:crypto'
import type { QueryConfig } from 'pg'
import type { MatterState } from '#domain/state.ts'

/** A value's placeholder in the SQL being put together. */
export type Bind = (value: unknown) => string

/**
 * Puts one statement together from named parts that each write one table (`WITH a AS (…), b AS (…) SELECT`), so that an append is
 * one round trip. The same parts give the same text, which the server plans once per connection.
 */
export function createStatement() {
  const values: unknown[] = []
  const parts: { readonly name: string; readonly sql: string }[] = []
  const bind: Bind = (value) => `$${values.push(value)}`
  return {
    add(name: string, write: (bind: Bind) => string): void {
      parts.push({ name, sql: write(bind) })
    },
    build(): QueryConfig {
      // Names are cut at 63 characters, hence the digest.
      const name = `record:${createHash('sha256')
        .update(parts.map((part) => part.name).join())
        .digest('hex')
        .slice(0, 40)}`
      return { name, text: `WITH ${parts.map((part) => `${part.name} AS (${part.sql})`).join(',\n')} SELECT 1`, values }
    },
  }
}

export type Statement = ReturnType<typeof createStatement>

/** Values or columns with commas between. */
export function list(...values: readonly string[]): string {
  return values.join(', ')
}

/** The condition that keeps to one matter. */
export function ofMatter(bind: Bind, { head }: MatterState, column: 'id' | 'matter_id' = 'matter_id'): string {
  return `institution_id = ${bind(head.institution)} AND ${column} = ${bind(head.id)}`
}
