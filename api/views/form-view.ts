import type { JsonObject } from '#domain/json.ts'
import type { FormView } from '#schemas/api/form.ts'
import { formSchema } from '#schemas/form-schema.ts'
import { allForms } from '#schemas/registry.gen.ts'
import type { Words } from '../words.ts'

const empty: JsonObject = { type: 'object', properties: {}, additionalProperties: false }
const schemas = new Map<string, JsonObject>()

/** A form as a browser draws it. A key without a schema gathers nothing. */
export function viewForm(stem: string, form: string, words: Words): FormView {
  const labels = Object.entries(words.fields(stem, form)).map(([path, { label, help }]) => [
    path,
    { label, ...(help === undefined ? {} : { help }) },
  ])
  return { key: form, schema: schemaOf(form), labels: Object.fromEntries(labels) as FormView['labels'], values: words.values(stem) }
}

function schemaOf(form: string): JsonObject {
  const shape = allForms[form]
  if (shape === undefined) return empty
  const known = schemas.get(form)
  if (known !== undefined) return known
  const schema = formSchema(shape)
  schemas.set(form, schema)
  return schema
}
