import type { TFunction } from 'i18next'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Json } from '#domain/json.ts'
import { RefusalNote } from '#web/parts/RefusalNote.tsx'
import { useForm } from './form-state.ts'
import { findAt } from './pointer.ts'

/** What was said about the field at `pointer`: remarks of a return, faults of its form, lawful reasons. */
export function FieldNotes({ pointer }: { readonly pointer: string }): ReactElement {
  const { t } = useTranslation()
  const { faults, remarks, values } = useForm()
  return (
    <>
      {remarks[pointer] !== undefined && <p className="field-remark">{remarks[pointer]}</p>}
      {(faults[pointer] ?? []).map((fault) =>
        'refusal' in fault ? (
          <RefusalNote key={fault.refusal.code} refusal={fault.refusal} />
        ) : (
          <p key={fault.code} className="field-fault" role="alert">
            {describeFault(fault.code, findAt(values, pointer), t) ?? fault.message}
          </p>
        ),
      )}
    </>
  )
}

/** A fault of form in plain words, by what stands in the field now; undefined for the rare ones. */
function describeFault(code: string, value: Json | undefined, t: TFunction): string | undefined {
  const isList = Array.isArray(value)
  if (!isList && (value === undefined || value === null || value === '')) return t('form.errors.required')
  if (code === 'too_small') return isList ? t('form.errors.tooFew') : t('form.errors.required')
  if (code === 'too_big') return isList ? t('form.errors.tooMany') : t('form.errors.tooLong')
  return code === 'invalid_format' || code === 'invalid_type' ? t('form.errors.format') : undefined
}
