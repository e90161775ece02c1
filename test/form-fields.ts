import { z } from 'zod'

type Schema = {
  readonly properties?: { readonly [name: string]: Schema }
  readonly items?: Schema
  readonly oneOf?: readonly Schema[]
  readonly enum?: readonly string[]
  readonly const?: string
  readonly $ref?: string
}

type Found = { readonly paths: string[]; readonly values: string[] }

/** Every field of each form, arrays by `*`, and every value its fields may choose. */
export function listFormFields(forms: { readonly [form: string]: z.ZodType }): (Found & { readonly form: string })[] {
  return Object.entries(forms).map(([form, schema]) => ({ form, ...walk(z.toJSONSchema(schema) as Schema) }))
}

function walk(schema: Schema, path = ''): Found {
  const inner = [
    ...Object.entries(schema.properties ?? {}).map(([name, one]) => ({ own: [path === '' ? name : `${path}.${name}`], schema: one })),
    ...(schema.items === undefined ? [] : [{ own: [] as string[], schema: schema.items, at: `${path}.*` }]),
    ...(schema.oneOf ?? []).map((one) => ({ own: [] as string[], schema: one, at: path })),
  ].map((one) => ({ own: one.own, found: walk(one.schema, 'at' in one ? one.at : one.own[0]) }))
  return {
    paths: [...new Set(inner.flatMap((one) => [...one.own, ...one.found.paths]))],
    values: [...(schema.enum ?? []), ...(schema.const === undefined ? [] : [schema.const]), ...inner.flatMap((one) => one.found.values)],
  }
}
