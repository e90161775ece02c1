import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatterView } from '#schemas/api/matter.ts'
import type { TaskView } from '#schemas/api/task.ts'
import { useAnswer } from '#web/api/hooks.ts'
import { namesOfMatter } from '#web/api/matters.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { Link } from '#web/parts/Link.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Tag } from '#web/parts/Tag.tsx'
import { TaskAside } from '#web/parts/task/TaskAside.tsx'
import { TaskForm } from '#web/parts/task/TaskForm.tsx'
import { TaskNotice } from '#web/parts/task/TaskNotice.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'

/** One task: what is known, what is asked, and what may be answered. */
export function TaskPage({ id }: { readonly id: string }): ReactElement {
  const task = useAnswer<TaskView>(`/api/tasks/${encodeURIComponent(id)}`)
  const matter = useAnswer<MatterView>(task.data === undefined ? undefined : `/api/matters/${encodeURIComponent(task.data.matter.id)}`)
  if (task.data === undefined)
    return task.error === null ? <Waiting /> : <FaultNote fault={task.error} onRetry={() => void task.refetch()} />
  return <TaskBody task={task.data} matter={matter.data} />
}

function TaskBody({ task, matter }: { readonly task: TaskView; readonly matter: MatterView | undefined }): ReactElement {
  const { t } = useTranslation()
  const names = namesOfMatter(matter, task)
  const above = (
    <>
      <Link to={`/matters/${encodeURIComponent(task.matter.id)}`}>{task.matter.number}</Link>
      <span>{task.matter.process.label}</span>
    </>
  )
  const lead = (
    <>
      <span>{task.matter.title ?? t('tasks.untitled')}</span>
      <Tag tone="ink">{task.ownStatement ? t('task.ownStatement') : t(`task.act.${task.act}`)}</Tag>
      {task.status === 'open' && task.may && <a href="#answer">{t('task.toAnswer')}</a>}
    </>
  )
  return (
    <Page title={task.step.label} above={above} lead={lead}>
      <div className="two">
        <div className="two-main">
          <TaskNotice task={task} />
          <TaskForm key={task.id} task={task} matter={matter} names={names} />
        </div>
        <TaskAside task={task} />
      </div>
    </Page>
  )
}
