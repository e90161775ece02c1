import type { Json, JsonObject } from '#domain/json.ts'
import { listFields, resolveSchema, type FormSchema } from './json-schema.ts'

/**
 * What is sent of a form: the fields of the chosen alternative, texts trimmed, what is empty left out; lists and parts
 * that must be there are there, empty; entries that were given and left as they were, half empty, are no answer. Nothing is
 * checked: the program says what is wrong.
 */
export function prepareForm(value: JsonObject, schema: FormSchema, given: JsonObject = {}): JsonObject {
  return (prepare(withoutUntouched(value, schema, given), schema, schema, true) ?? {}) as JsonObject
}

/** Without those entries of lists that say no more than was given, where more is asked: an outcome that needs none of them may be chosen. */
function withoutUntouched(value: JsonObject, schema: FormSchema, given: JsonObject): JsonObject {
  const fields = listFields(schema, schema, value)
  const entries = Object.entries(value).map(([name, part]): [string, Json] => {
    const [rows, known] = [part, given[name]]
    const list = fields.find((one) => one.name === name)?.schema
    if (!Array.isArray(rows) || !Array.isArray(known) || list?.items === undefined) return [name, part]
    const { required = [] } = resolveSchema(list.items, schema)
    const isUntouched = (row: Json) => known.some((one: Json) => JSON.stringify(one) === JSON.stringify(row))
    const isHalf = (row: Json) => required.some((field) => (row as JsonObject)[field] === undefined)
    return [name, (rows as readonly Json[]).filter((row) => !(isUntouched(row) && isHalf(row)))]
  })
  return Object.fromEntries(entries)
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
