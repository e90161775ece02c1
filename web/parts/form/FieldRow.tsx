import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ValueText } from '#web/parts/ValueText.tsx'
import { FieldNotes } from './FieldNotes.tsx'
import { useForm } from './form-state.ts'
import type { FieldLabel } from './labels.ts'

type FieldRowProps = {
  readonly pointer: string
  readonly id: string
  readonly label: FieldLabel
  readonly isRequired: boolean
  /** Whether the control is one input that a label can point to. */
  readonly isSingle: boolean
  readonly children: ReactNode
}

/** The id of the control of the field at `pointer`. */
export function idOf(pointer: string): string {
  return `field${pointer.replace(/[^\w]/g, '-')}`
}

/** A field: its name, what to know about it, the control, and what was said about it. */
export function FieldRow({ pointer, id, label, isRequired, isSingle, children }: FieldRowProps): ReactElement {
  const { t } = useTranslation()
  const { faults, remarks } = useForm()
  const isMarked = (faults[pointer] ?? []).length > 0 || remarks[pointer] !== undefined
  const name = (
    <>
      {label.label}
      {!isRequired && <span className="field-optional">{t('common.optional')}</span>}
    </>
  )
  return (
    <div className={isMarked ? 'field field-marked' : 'field'} data-pointer={pointer}>
      {isSingle ? (
        <label id={`${id}-label`} htmlFor={id}>
          {name}
        </label>
      ) : (
        <span id={`${id}-label`} className="field-name">
          {name}
        </span>
      )}
      {label.help !== undefined && <p className="field-help">{label.help}</p>}
      {children}
      <Before pointer={pointer} />
      <FieldNotes pointer={pointer} />
    </div>
  )
}

/** What stood in the field the time before, where it has changed since. */
function Before({ pointer }: { readonly pointer: string }): ReactElement | null {
  const { t } = useTranslation()
  const { before, form, names } = useForm()
  const value = before[pointer]
  if (value === undefined) return null
  return (
    <p className="field-before">
      {t('task.before')} <ValueText name={pointer.split('/').at(-1) ?? ''} value={value} values={form.values} names={names} />
    </p>
  )
}
