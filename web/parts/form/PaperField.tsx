import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatterId, TaskId } from '#domain/state.ts'
import { taskAddress } from '#schemas/api/task-address.ts'
import { FieldRow, idOf } from './FieldRow.tsx'
import { useForm } from './form-state.ts'
import type { FieldLabel } from './labels.ts'
import { findAt } from './pointer.ts'

type PaperFieldProps = { readonly pointer: string; readonly label: FieldLabel; readonly isRequired: boolean }

/** The paper that is signed, by its hash: filled in from what the task shows, never typed; with the way to the paper itself. */
export function PaperField({ pointer, label, isRequired }: PaperFieldProps): ReactElement {
  const { t } = useTranslation()
  const { values, given, place } = useForm()
  const seen = findAt(values, pointer)
  const { paper, number } = given
  const href = place.matter === undefined || typeof paper !== 'string' ? undefined : hrefOf(paper)
  return (
    <FieldRow pointer={pointer} id={idOf(pointer)} label={label} isRequired={isRequired} isSingle={false}>
      <p>
        {typeof number === 'string' && <span className="number">{number} </span>}
        {href !== undefined && (
          <a href={href} target="_blank" rel="noreferrer">
            {t('form.openPaper')}
          </a>
        )}
      </p>
      <code className="value">{typeof seen === 'string' ? seen : ''}</code>
    </FieldRow>
  )
}

/** Papers are named by matter and step, as tasks are. */
function hrefOf(paper: string): string {
  const [matter = '', ...step] = paper.split('/')
  return `/api/documents/${encodeURIComponent(taskAddress(matter as MatterId, step.join('/') as TaskId))}`
}
