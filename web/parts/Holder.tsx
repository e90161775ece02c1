import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskRow } from '#schemas/api/task.ts'

/** Who holds a task and for whom; else who may take it. */
export function Holder({ task }: { readonly task: Pick<TaskRow, 'assignee' | 'owner' | 'people' | 'roles'> }): ReactElement {
  const { t } = useTranslation()
  if (task.assignee !== undefined) {
    return (
      <span className="holder">
        {task.assignee.name}
        {task.owner !== undefined && <span className="under">{t('tasks.delegatedFrom', { name: task.owner.name })}</span>}
      </span>
    )
  }
  const candidates = [...task.people.map(({ name }) => name), ...task.roles.map(({ label }) => label)].join(t('common.comma'))
  return (
    <span className="holder">
      <span className="quiet">{task.people.length > 0 ? candidates : t('tasks.nobody')}</span>
      {task.people.length === 0 && (
        <span className="under" title={candidates}>
          {candidates}
        </span>
      )}
    </span>
  )
}
