import { Button, Input, Popover } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskView } from '#schemas/api/task.ts'
import { usePost } from '#web/api/hooks.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'

/** A day on which one wants to look at the task again. */
export function FollowUp({ task }: { readonly task: TaskView }): ReactElement {
  const { t } = useTranslation()
  const [day, setDay] = useState<string>(task.followUpOn ?? '')
  const deed = usePost<object, unknown>(`/api/tasks/${encodeURIComponent(task.id)}/follow-up`)
  const content = (
    <div className="stack">
      <label htmlFor="follow-up">{t('task.followUpOn')}</label>
      <Input id="follow-up" type="date" value={day} onChange={(event) => setDay(event.target.value)} />
      <FaultNote fault={deed.error} />
      {deed.isSuccess && <p role="status">{t('common.saved')}</p>}
      <Button type="primary" disabled={day === ''} loading={deed.isPending} onClick={() => deed.mutate({ on: day })}>
        {t('common.save')}
      </Button>
    </div>
  )
  return (
    <Popover trigger="click" content={content} title={t('task.verbs.followUp')}>
      <Button>{t('task.verbs.followUp')}</Button>
    </Popover>
  )
}
