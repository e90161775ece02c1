import type { Json, JsonObject } from '#domain/json.ts'

/** The parts of JSON Schema 2020-12 in which forms are written; `unit` says what a value means. */
export type FormSchema = {
  readonly type?: string
  readonly unit?: 'person' | 'basis-points' | 'fen' | 'attachment' | 'matter' | 'paper'
  readonly enum?: readonly Json[]
  readonly const?: Json
  readonly properties?: { readonly [name: string]: FormSchema }
  readonly required?: readonly string[]
  readonly items?: FormSchema
  readonly additionalProperties?: FormSchema | boolean
  readonly oneOf?: readonly FormSchema[]
  readonly anyOf?: readonly FormSchema[]
  readonly $ref?: string
  readonly $defs?: { readonly [name: string]: FormSchema }
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly minimum?: number
  readonly maximum?: number
}

/** A property of a form, and whether it must be given. */
export type FormField = { readonly name: string; readonly schema: FormSchema; readonly isRequired: boolean }

/** The schema of a form as the API gives it. */
export function readFormSchema(schema: JsonObject): FormSchema {
  return schema
}

/** `schema`, or what it refers to. */
export function resolveSchema(schema: FormSchema, root: FormSchema): FormSchema {
  const name = schema.$ref?.replace(/^#\/\$defs\//, '')
  const named = name === undefined ? undefined : root.$defs?.[name]
  return named === undefined ? schema : resolveSchema(named, root)
}

/** The property by whose value the alternatives of `schema` are told apart; undefined where there are none. */
export function findDiscriminator(schema: FormSchema, root: FormSchema): string | undefined {
  const variants = listVariants(schema, root)
  const [first] = variants
  if (first === undefined) return undefined
  return Object.keys(first.properties ?? {}).find((name) => variants.every((one) => listChoices(one.properties?.[name]).length > 0))
}

/** The alternatives of `schema`; empty where it has none. */
export function listVariants(schema: FormSchema, root: FormSchema): readonly FormSchema[] {
  return (schema.oneOf ?? schema.anyOf ?? []).map((one) => resolveSchema(one, root))
}

/** The values one may choose among; empty for a free field. */
export function listChoices(schema: FormSchema | undefined): readonly string[] {
  if (schema === undefined) return []
  return [...(schema.const === undefined ? [] : [schema.const]), ...(schema.enum ?? [])].map(String)
}

/** The alternative that `value` has chosen; the first while nothing is chosen. */
export function findVariant(schema: FormSchema, root: FormSchema, value: Json | undefined): FormSchema {
  const discriminator = findDiscriminator(schema, root)
  const variants = listVariants(schema, root)
  const [first] = variants
  if (discriminator === undefined || first === undefined) return first ?? schema
  const chosen = typeof value === 'object' && value !== null ? (value as JsonObject)[discriminator] : undefined
  return variants.find((one) => listChoices(one.properties?.[discriminator]).includes(String(chosen))) ?? first
}

/** The fields to fill in for `value`: of alternatives the chosen one's, its choice open for all of them. */
export function listFields(schema: FormSchema, root: FormSchema, value: Json | undefined): readonly FormField[] {
  const resolved = resolveSchema(schema, root)
  const variant = findVariant(resolved, root, value)
  const discriminator = findDiscriminator(resolved, root)
  const fields = Object.entries(variant.properties ?? {}).map(([name, one]) => ({
    name,
    schema: resolveSchema(one, root),
    isRequired: variant.required?.includes(name) ?? false,
  }))
  if (discriminator === undefined) return fields
  const all = listVariants(resolved, root).flatMap((one) => listChoices(one.properties?.[discriminator]))
  return fields.map((field) => (field.name === discriminator ? { ...field, schema: { type: 'string', enum: [...new Set(all)] } } : field))
}
