import { z } from 'zod'
import type { JsonObject } from '#domain/json.ts'

/** A shape as JSON Schema, with the named shapes it refers to. */
export type GeneratedSchema = { readonly schema: JsonObject; readonly named: { readonly [name: string]: JsonObject } }

/** `taken`: what is sent to us, before defaults; `given`: what we answer. */
export type Direction = 'taken' | 'given'

/**
 * Writes a zod shape as JSON Schema 2020-12: the one generator behind forms and OpenAPI. Shapes with an `id` are named apart
 * and referred to below `#/<place>/`. Throws where a shape cannot be said in JSON Schema (transforms, dates).
 */
export function generateSchema(shape: z.ZodType, place: string, direction: Direction = 'taken'): GeneratedSchema {
  const whole = z.toJSONSchema(shape, { io: direction === 'taken' ? 'input' : 'output', reused: 'inline', unrepresentable: 'throw' })
  const { $defs, ...moved } = movedRefs(whole, place) as JsonObject & { $defs?: { [name: string]: JsonObject } }
  const schema = Object.fromEntries(Object.entries(moved).filter(([key]) => key !== '$schema'))
  return { schema, named: $defs ?? {} }
}

/** A form as a browser draws it: one JSON Schema document that carries its parts. */
export function formSchema(shape: z.ZodType): JsonObject {
  const { schema, named } = generateSchema(shape, '$defs')
  const defs = Object.keys(named).length === 0 ? {} : { $defs: named }
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema, ...defs }
}

/** References `#/$defs/X` as `#/<place>/X`; zod's own bookkeeping is left out. */
function movedRefs(value: unknown, place: string): unknown {
  if (Array.isArray(value)) return value.map((one) => movedRefs(one, place))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '~standard')
      .map(([key, one]) => [
        key,
        key === '$ref' && typeof one === 'string' ? one.replace('#/$defs/', `#/${place}/`) : movedRefs(one, place),
      ]),
  )
}
