import { createContext, useContext } from 'react'
import type { Json, JsonObject } from '#domain/json.ts'
import type { FormView } from '#schemas/api/form.ts'
import type { RefusalView } from '#schemas/api/refusal.ts'
import type { FormSchema } from './json-schema.ts'

/** What is wrong with a field: a fault of its form, or a lawful no. */
export type FieldFault = { readonly code: string; readonly message: string } | { readonly refusal: RefusalView }

/** Everything a field needs to know of its form. */
export type FormState = {
  readonly form: FormView
  readonly root: FormSchema
  readonly values: JsonObject
  readonly set: (pointer: string, value: Json | undefined) => void
  readonly isReadOnly: boolean
  /** By JSON pointer. */
  readonly faults: { readonly [pointer: string]: readonly FieldFault[] }
  /** Remarks made when it was returned, by JSON pointer. */
  readonly remarks: { readonly [pointer: string]: string }
  /** What stood there the time before, by JSON pointer. */
  readonly before: { readonly [pointer: string]: Json }
  /** Facts the form opens with. */
  readonly given: JsonObject
  /** Names of people, by id. */
  readonly names: { readonly [person: string]: string }
  /** Where files belong that are handed in. */
  readonly place: { readonly matter?: string; readonly task?: string }
}

export const FormContext = createContext<FormState | undefined>(undefined)

/** The form around a field. @throws outside of a form */
export function useForm(): FormState {
  const form = useContext(FormContext)
  if (form === undefined) throw new Error('A field stands in a form')
  return form
}
