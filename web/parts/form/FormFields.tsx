import type { ReactElement } from 'react'
import { Field } from './Field.tsx'
import { useForm } from './form-state.ts'
import { below, findAt } from './pointer.ts'
import { listFields, type FormSchema } from './json-schema.ts'

type FormFieldsProps = { readonly schema: FormSchema; readonly pointer: string }

/** The fields of a form or of a part of one, in the order of its schema. */
export function FormFields({ schema, pointer }: FormFieldsProps): ReactElement {
  const { root, values } = useForm()
  return (
    <>
      {listFields(schema, root, findAt(values, pointer)).map((field) => (
        <Field key={field.name} field={field} pointer={below(pointer, field.name)} />
      ))}
    </>
  )
}
