import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Page } from '#schemas/api/common.ts'
import type { TaskRow } from '#schemas/api/task.ts'
import { useAnswer } from '#web/api/hooks.ts'
import { Link } from '#web/parts/Link.tsx'

/** From a task that is closed to the most urgent one that waits for the reader, and back to the lists. */
export function NextTask(): ReactElement {
  const { t } = useTranslation()
  const mine = useAnswer<Page<TaskRow>>('/api/tasks?list=mine&limit=1')
  const next = mine.data?.items[0]
  return (
    <p className="onward">
      {next !== undefined && (
        <Link to={`/tasks/${encodeURIComponent(next.id)}`}>{t('task.next', { step: next.step.label, number: next.matter.number })}</Link>
      )}
      <Link to="/tasks">{t('task.toList')}</Link>
    </p>
  )
}
