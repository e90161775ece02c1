import { Alert, Button } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '#web/api/fault.ts'
import { RefusalNote } from './RefusalNote.tsx'

type FaultNoteProps = {
  readonly fault: unknown
  readonly onRetry?: () => void
  readonly hideFields?: readonly string[]
  /** What it means here that there is nothing under the address, and what to do. */
  readonly missing?: string
}

/** Why something could not be done: lawful reasons one by one, other faults in their own words. */
export function FaultNote({ fault, onRetry, hideFields = [], missing }: FaultNoteProps): ReactElement | null {
  const { t } = useTranslation()
  if (fault === null || fault === undefined) return null
  const problem = fault instanceof Fault ? fault.problem : undefined
  const refusals = (problem?.refusals ?? []).filter(({ field }) => field === undefined || !isHidden(field, hideFields))
  const errors = (problem?.errors ?? []).filter(({ field }) => !isHidden(field, hideFields))
  if (refusals.length > 0) {
    return (
      <div className="refusals" role="alert">
        {refusals.map((refusal) => (
          <RefusalNote key={`${refusal.code} ${refusal.field ?? ''}`} refusal={refusal} />
        ))}
      </div>
    )
  }
  const shown = hideFields.length
  if (shown > 0 && errors.length === 0)
    return <Alert type="error" showIcon className="fault" title={t('form.checkFields', { count: shown })} />
  const nothing = problem?.status === 404 ? missing : undefined
  const says = nothing ?? problem?.detail ?? problem?.title ?? (fault instanceof Error ? fault.message : t('common.failed'))
  return (
    <Alert
      type="error"
      showIcon
      className="fault"
      title={says}
      description={errors.length === 0 ? undefined : errors.map(({ field, message }) => <div key={field}>{`${field} ${message}`}</div>)}
      action={onRetry === undefined ? undefined : <Button onClick={onRetry}>{t('common.retry')}</Button>}
    />
  )
}

function isHidden(field: string, hidden: readonly string[]): boolean {
  return hidden.some((one) => one === field || `/data${one}` === field)
}
