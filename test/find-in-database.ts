import type { Rig } from './rig.ts'

/** Where a text stands in the database: every row of every table, with its bytes read as text and as hexadecimal. */
export async function findInDatabase({ look }: Pick<Rig, 'look'>, ...texts: readonly string[]): Promise<string[]> {
  const tables = await look<{ name: string }>("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'")
  const found: string[] = []
  for (const { name } of tables) {
    const needles = texts.flatMap((text) => [text, Buffer.from(text).toString('hex'), JSON.stringify(text).slice(1, -1)])
    const rows = await look<{ row: string }>(
      `SELECT t::text AS row FROM "${name}" t WHERE EXISTS (SELECT 1 FROM unnest($1::text[]) n WHERE position(n IN t::text) > 0)`,
      [needles],
    )
    found.push(...rows.map(({ row }) => `${name}: ${row.slice(0, 200)}`))
  }
  return found
}
