import type { Json, JsonObject } from '#domain/json.ts'
import { listFields, resolveSchema, type FormSchema } from './json-schema.ts'

/**
 * What is sent of a form: the fields of the chosen alternative, texts trimmed, what is empty left out; lists and parts
 * that must be there are there, empty. Nothing is checked: the program says what is wrong.
 */
export function prepareForm(value: JsonObject, schema: FormSchema): JsonObject {
  return (prepare(value, schema, schema, true) ?? {}) as JsonObject
}

function prepare(value: Json | undefined, schema: FormSchema, root: FormSchema, isRequired: boolean): Json | undefined {
  const resolved = resolveSchema(schema, root)
  if (resolved.type === 'array') return prepareList(value, resolved, root, isRequired)
  if (resolved.properties !== undefined || resolved.oneOf !== undefined) return prepareObject(value, resolved, root, isRequired)
  if (typeof value === 'string') return value.trim() === '' && !isEmptyAllowed(resolved, isRequired) ? undefined : value.trim()
  return value ?? undefined
}

/** An empty text is an answer only where one must be given and no least length is asked. */
function isEmptyAllowed(schema: FormSchema, isRequired: boolean): boolean {
  return (
    isRequired && schema.minLength === undefined && schema.enum === undefined && schema.format === undefined && schema.pattern === undefined
  )
}

function prepareList(value: Json | undefined, schema: FormSchema, root: FormSchema, isRequired: boolean): Json | undefined {
  const items = Array.isArray(value) ? (value as readonly Json[]) : []
  const kept = items.map((one) => prepare(one, schema.items ?? {}, root, true)).filter((one) => one !== undefined)
  return kept.length > 0 || isRequired ? kept : undefined
}

function prepareObject(value: Json | undefined, schema: FormSchema, root: FormSchema, isRequired: boolean): Json | undefined {
  const given = typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined
  if (given === undefined && !isRequired) return undefined
  const fields = listFields(schema, root, given).map(({ name, schema: one, isRequired: needed }) => [
    name,
    prepare(given?.[name], one, root, needed) ?? (needed && one.type === 'string' && isEmptyAllowed(one, needed) ? '' : undefined),
  ])
  return Object.fromEntries(fields.filter(([, one]) => one !== undefined)) as JsonObject
}

/** Top-level fields that hold something although the chosen alternative has no place for them. */
export function listLeftOver(value: JsonObject, schema: FormSchema): readonly string[] {
  const names = listFields(schema, schema, value).map(({ name }) => name)
  return Object.keys(value).filter((name) => !names.includes(name))
}

/** What a form opens with: facts given that it asks for, and on top what was saved. */
export function firstValues(
  schema: FormSchema,
  given: JsonObject | undefined,
  previous: JsonObject | undefined,
  saved: JsonObject | undefined,
): JsonObject {
  if (saved !== undefined) return saved
  const known = { ...previous, ...given }
  const names = listFields(schema, schema, known).map(({ name }) => name)
  return Object.fromEntries(Object.entries(known).filter(([name]) => names.includes(name)))
}
