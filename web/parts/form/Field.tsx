import type { ReactElement } from 'react'
import { AttachmentsInput } from './AttachmentsInput.tsx'
import { ScalarField } from './ScalarField.tsx'
import { FieldRow, idOf } from './FieldRow.tsx'
import { kindOf, mayBeOutside } from './field-kind.ts'
import { useForm } from './form-state.ts'
import { GroupField } from './GroupField.tsx'
import { findAt } from './pointer.ts'
import type { FormField } from './json-schema.ts'
import { findLabel, type FieldLabel } from './labels.ts'
import { findNumber } from './given-matters.ts'
import { LinesField } from './LinesField.tsx'
import { MatterSelect } from './MatterSelect.tsx'
import { OutsidePerson } from './OutsidePerson.tsx'
import { PaperField } from './PaperField.tsx'
import { PersonSelect } from './PersonSelect.tsx'
import { RowsField } from './RowsField.tsx'
import { SharesByPerson } from './SharesByPerson.tsx'

type FieldProps = { readonly field: FormField; readonly pointer: string }

/** What a field is called: by the process's words, else by its own name. */
export function useLabel(pointer: string): FieldLabel {
  const { form } = useForm()
  return findLabel(form.labels, pointer) ?? { label: pointer.split('/').at(-1) ?? '' }
}

/** A field of whichever kind. */
export function Field({ field, pointer }: FieldProps): ReactElement {
  const { root } = useForm()
  const label = useLabel(pointer)
  const kind = kindOf(field.name, field.schema, root)
  const id = idOf(pointer)
  switch (kind) {
    case 'rows':
      return <RowsField pointer={pointer} schema={field.schema} label={label} isRequired={field.isRequired} />
    case 'group':
      return <GroupField pointer={pointer} schema={field.schema} label={label} isRequired={field.isRequired} />
    case 'lines':
    case 'choices':
      return (
        <LinesField pointer={pointer} schema={field.schema} label={label} isRequired={field.isRequired} isChoice={kind === 'choices'} />
      )
    case 'shares-by-person':
    case 'numbers-by-name':
      return <SharesByPerson pointer={pointer} label={label} />
    case 'attachments':
      return (
        <FieldRow pointer={pointer} id={id} label={label} isRequired={field.isRequired} isSingle={false}>
          <AttachmentsInput pointer={pointer} />
        </FieldRow>
      )
    case 'person':
    case 'people':
      return <PeopleField field={field} pointer={pointer} label={label} isSingle={kind === 'person'} />
    case 'paper':
      return <PaperField pointer={pointer} label={label} isRequired={field.isRequired} />
    case 'matter':
      return <MatterField field={field} pointer={pointer} label={label} />
    default:
      return <ScalarField field={field} pointer={pointer} label={label} kind={kind} />
  }
}

type PeopleFieldProps = FieldProps & { readonly label: FieldLabel; readonly isSingle: boolean }

/** One person or several of the register. */
function PeopleField({ field, pointer, label, isSingle }: PeopleFieldProps): ReactElement {
  const { values, set, isReadOnly, names } = useForm()
  const value = findAt(values, pointer)
  const people = Array.isArray(value) ? value.map(String) : typeof value === 'string' && value !== '' ? [value] : []
  const id = idOf(pointer)
  const change = (next: readonly string[]) => set(pointer, isSingle ? next[0] : [...next])
  return (
    <FieldRow pointer={pointer} id={id} label={label} isRequired={field.isRequired} isSingle>
      <PersonSelect
        id={id}
        value={people}
        onChange={change}
        most={isSingle ? 1 : (field.schema.maxItems ?? 50)}
        names={names}
        isDisabled={isReadOnly}
      />
      {!isReadOnly && mayBeOutside(field.name) && <OutsidePerson onAdded={(person) => change(isSingle ? [person] : [...people, person])} />}
    </FieldRow>
  )
}

/** Another matter, by its number; the way to it beside. */
function MatterField({ field, pointer, label }: FieldProps & { readonly label: FieldLabel }): ReactElement {
  const { values, set, isReadOnly, given } = useForm()
  const value = findAt(values, pointer)
  const matter = typeof value === 'string' && value !== '' ? value : undefined
  const id = idOf(pointer)
  return (
    <FieldRow pointer={pointer} id={id} label={label} isRequired={field.isRequired} isSingle>
      <MatterSelect
        id={id}
        value={matter}
        number={findNumber(given, matter)}
        onChange={(next) => set(pointer, next)}
        isDisabled={isReadOnly}
      />
    </FieldRow>
  )
}
