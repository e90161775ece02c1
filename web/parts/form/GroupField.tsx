import { Checkbox } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { idOf } from './FieldRow.tsx'
import { FieldNotes } from './FieldNotes.tsx'
import { FormFields } from './FormFields.tsx'
import { useForm } from './form-state.ts'
import { findAt } from './pointer.ts'
import type { FormSchema } from './json-schema.ts'
import type { FieldLabel } from './labels.ts'

type GroupFieldProps = { readonly pointer: string; readonly schema: FormSchema; readonly label: FieldLabel; readonly isRequired: boolean }

/** A part of a form; one that need not be there is opened first. */
export function GroupField({ pointer, schema, label, isRequired }: GroupFieldProps): ReactElement {
  const { t } = useTranslation()
  const { values, set, isReadOnly } = useForm()
  const isThere = isRequired || findAt(values, pointer) !== undefined
  return (
    <fieldset className="group" id={idOf(pointer)} data-pointer={pointer}>
      <legend>{label.label}</legend>
      {label.help !== undefined && <p className="field-help">{label.help}</p>}
      <FieldNotes pointer={pointer} />
      {!isRequired && (
        <Checkbox checked={isThere} disabled={isReadOnly} onChange={(event) => set(pointer, event.target.checked ? {} : undefined)}>
          {t('form.fillIn')}
        </Checkbox>
      )}
      {isThere && (
        <div className="group-fields">
          <FormFields schema={schema} pointer={pointer} />
        </div>
      )}
    </fieldset>
  )
}
