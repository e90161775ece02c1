import type { ReactElement } from 'react'
import { RefusalNote } from '#web/parts/RefusalNote.tsx'
import { useForm } from './form-state.ts'

/** What was said about the field at `pointer`: remarks of a return, faults of its form, lawful reasons. */
export function FieldNotes({ pointer }: { readonly pointer: string }): ReactElement {
  const { faults, remarks } = useForm()
  return (
    <>
      {remarks[pointer] !== undefined && <p className="field-remark">{remarks[pointer]}</p>}
      {(faults[pointer] ?? []).map((fault, index) =>
        'refusal' in fault ? (
          <RefusalNote key={fault.refusal.code} refusal={fault.refusal} />
        ) : (
          <p key={index} className="field-fault" role="alert">
            {fault.message}
          </p>
        ),
      )}
    </>
  )
}
