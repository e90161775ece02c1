import { listChoices, resolveSchema, type FormSchema } from './json-schema.ts'

/** How a field is drawn. */
export type FieldKind =
  | 'text'
  | 'paragraph'
  | 'choice'
  | 'choices'
  | 'yes-no'
  | 'whole'
  | 'share'
  | 'amount'
  | 'day'
  | 'person'
  | 'people'
  | 'matter'
  | 'paper'
  | 'attachments'
  | 'lines'
  | 'rows'
  | 'group'
  | 'shares-by-person'
  | 'numbers-by-name'

/** From so many characters a text wants more than a line. */
const paragraphLength = 241

/** Tells by the schema, and by the suffix of the name where it names no unit, how to draw a field. */
export function kindOf(name: string, schema: FormSchema, root: FormSchema): FieldKind {
  if (schema.type === 'array') return kindOfList(name, resolveSchema(schema.items ?? {}, root))
  if (schema.type === 'boolean') return 'yes-no'
  if (schema.type === 'integer' || schema.type === 'number') return kindOfNumber(name, schema)
  if (schema.type === 'object' || schema.oneOf !== undefined) return kindOfObject(name, schema)
  if (listChoices(schema).length > 0) return 'choice'
  if (schema.unit === 'person' || schema.unit === 'matter' || schema.unit === 'paper') return schema.unit
  if (schema.format === 'date') return 'day'
  return (schema.maxLength ?? 0) >= paragraphLength ? 'paragraph' : 'text'
}

function kindOfNumber(name: string, schema: FormSchema): FieldKind {
  if (schema.unit === 'basis-points' || name.endsWith('Bp')) return 'share'
  return schema.unit === 'fen' || name.endsWith('Fen') ? 'amount' : 'whole'
}

function kindOfList(name: string, items: FormSchema): FieldKind {
  if (items.type === 'object' || items.oneOf !== undefined) return 'rows'
  if (items.unit === 'attachment' || name === 'attachments') return 'attachments'
  if (items.unit === 'person') return 'people'
  return listChoices(items).length > 0 ? 'choices' : 'lines'
}

function kindOfObject(name: string, schema: FormSchema): FieldKind {
  const values = schema.additionalProperties
  if (schema.properties !== undefined || typeof values !== 'object') return 'group'
  return kindOfNumber(name, values) === 'share' ? 'shares-by-person' : 'numbers-by-name'
}

/** Whether a field may name somebody of another employer: an inventor or whom a co-owner sends, not who does the office's work. */
export function mayBeOutside(name: string): boolean {
  return ['person', 'inventors', 'contact'].includes(name)
}
