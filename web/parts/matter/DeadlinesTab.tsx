import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeadlineView } from '#schemas/api/deadline.ts'
import { useAnswer } from '#web/api/hooks.ts'
import { DeadlineCard } from '#web/parts/DeadlineCard.tsx'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'

/** The deadlines of one matter, each with its proof; those that still run first, the settled ones folded away. */
export function DeadlinesTab({ matter }: { readonly matter: string }): ReactElement {
  const { t } = useTranslation()
  const deadlines = useAnswer<{ items: readonly DeadlineView[] }>(`/api/matters/${encodeURIComponent(matter)}/deadlines`)
  if (deadlines.data === undefined)
    return deadlines.error === null ? <Waiting /> : <FaultNote fault={deadlines.error} onRetry={() => void deadlines.refetch()} />
  if (deadlines.data.items.length === 0) return <div className="empty">{t('matter.deadlinesEmpty')}</div>
  const open = deadlines.data.items.filter(({ closedOn }) => closedOn === undefined)
  const settled = deadlines.data.items.filter(({ closedOn }) => closedOn !== undefined)
  return (
    <>
      {open.length === 0 ? <div className="empty">{t('deadline.empty')}</div> : <Cards deadlines={open} />}
      {settled.length > 0 && (
        <details className="settled">
          <summary>{t('deadline.settled', { count: settled.length })}</summary>
          <Cards deadlines={settled} />
        </details>
      )}
    </>
  )
}

function Cards({ deadlines }: { readonly deadlines: readonly DeadlineView[] }): ReactElement {
  return (
    <ul className="cards">
      {deadlines.map((deadline) => (
        <DeadlineCard key={`${deadline.source} ${deadline.code} ${deadline.task ?? ''}`} deadline={deadline} />
      ))}
    </ul>
  )
}
