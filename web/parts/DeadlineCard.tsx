import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeadlineView } from '#schemas/api/deadline.ts'
import { describeDay } from '#web/words/days.ts'
import { Citations } from './Citations.tsx'
import { Derivation } from './Derivation.tsx'
import { DueText } from './DueText.tsx'
import { Link } from './Link.tsx'
import { Tag } from './Tag.tsx'

type DeadlineCardProps = { readonly deadline: DeadlineView; readonly withMatter?: boolean }

/** One deadline: what, when, of which kind, and how its day was found. */
export function DeadlineCard({ deadline, withMatter = false }: DeadlineCardProps): ReactElement {
  const { t, i18n } = useTranslation()
  const { matter, due, closedOn } = deadline
  return (
    <li className={deadline.late ? 'card card-late' : 'card'}>
      <div className="card-head">
        <strong>{deadline.label}</strong>
        {deadline.class !== undefined && (
          <Tag tone={deadline.class === 'statutory' ? 'red' : 'plain'}>{t(`deadline.classes.${deadline.class}`)}</Tag>
        )}
        <DueText dueOn={due.on} provisional={due.provisional} isOpen={closedOn === undefined} />
      </div>
      {withMatter && (
        <div className="under">
          <Link to={`/matters/${encodeURIComponent(matter.id)}`}>{matter.number}</Link> {matter.title ?? t('tasks.untitled')}
        </div>
      )}
      {deadline.runsOn && <p className="warn">{t('deadline.runsOn')}</p>}
      {closedOn !== undefined && <p className="quiet">{t('deadline.closedOn', { date: describeDay(closedOn, i18n.language) })}</p>}
      {deadline.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <Citations citations={deadline.citations} />
      <Derivation due={due} />
    </li>
  )
}
