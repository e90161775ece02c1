import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskView } from '#schemas/api/task.ts'
import { describeDay } from '#web/words/days.ts'
import { RefusalNote } from '#web/parts/RefusalNote.tsx'
import { NextTask } from './NextTask.tsx'

/** What to know before anything else: closed, private, or why one cannot act. */
export function TaskNotice({ task }: { readonly task: TaskView }): ReactElement {
  const { t, i18n } = useTranslation()
  const isOpen = task.status === 'open'
  return (
    <>
      {task.status === 'done' && (
        <section className="notice notice-done" role="status">
          <h2>{t('task.closed')}</h2>
          <p>
            {t('task.closedLead', {
              name: task.closedBy?.name ?? t('common.system'),
              date: task.closedOn === undefined ? '' : describeDay(task.closedOn, i18n.language),
              outcome: task.outcome?.label ?? '',
            })}
          </p>
          {task.reason !== undefined && <p>{task.reason}</p>}
          <NextTask />
        </section>
      )}
      {task.status === 'dropped' && (
        <section className="notice">
          {t('task.dropped')}
          <NextTask />
        </section>
      )}
      {isOpen && task.private && <section className="notice">{t('task.private')}</section>}
      {isOpen && !task.may && task.whyNot !== undefined && (
        <section className="notice notice-no">
          <h2>{t('task.whyNot')}</h2>
          <RefusalNote refusal={task.whyNot} />
        </section>
      )}
      {(task.remarks ?? []).length > 0 && <Remarks task={task} />}
    </>
  )
}

/** What was said when it was returned, each a way to its field. */
function Remarks({ task }: { readonly task: TaskView }): ReactElement {
  const { t } = useTranslation()
  const seek = (pointer: string) => {
    const box = [...document.querySelectorAll<HTMLElement>('[data-pointer]')].find((one) => one.dataset['pointer'] === pointer)
    box?.scrollIntoView({ block: 'center' })
    box?.querySelector<HTMLElement>('input, select, textarea, button')?.focus({ preventScroll: true })
  }
  return (
    <section className="notice notice-remarks">
      <h2>{t('task.remarks')}</h2>
      <p>{t('task.remarksLead')}</p>
      <ul>
        {(task.remarks ?? []).map(({ field, remark }) => (
          <li key={field}>
            <button type="button" className="link" onClick={() => seek(field)}>
              {remark}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
