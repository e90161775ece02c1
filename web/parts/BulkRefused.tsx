import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkOutcome, TaskRow } from '#schemas/api/task.ts'
import { groupRefused } from './bulk-outcomes.ts'
import { RefusalNote } from './RefusalNote.tsx'

type BulkRefusedProps = { readonly outcome: BulkOutcome; readonly chosen: ReadonlyMap<string, TaskRow> }

/** What stays where it is, each reason once and under it the tasks by number and title. */
export function BulkRefused({ outcome, chosen }: BulkRefusedProps): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      {groupRefused(outcome).map(({ refusals, tasks }) => (
        <section key={tasks[0]} className="bulk-refused">
          {refusals.map((refusal) => (
            <RefusalNote key={refusal.code} refusal={refusal} />
          ))}
          {refusals.length === 0 && <p>{t('tasks.hidden')}</p>}
          <ul>
            {tasks.map((task) => (
              <li key={task}>
                <Named row={chosen.get(task)} task={task} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function Named({ row, task }: { readonly row: TaskRow | undefined; readonly task: string }): ReactElement {
  const { t } = useTranslation()
  if (row === undefined) return <code>{task}</code>
  return (
    <>
      <span className="number">{row.matter.number}</span> {row.step.label} {row.matter.title ?? t('tasks.untitled')}
    </>
  )
}
