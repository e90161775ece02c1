import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatterView } from '#schemas/api/matter.ts'
import { taskAddress } from '#schemas/api/task-address.ts'
import { useMe } from '#web/api/session.ts'
import { DayText } from '#web/parts/DayText.tsx'
import { Link } from '#web/parts/Link.tsx'
import { Tag } from '#web/parts/Tag.tsx'
import { daysBetween, describeDay } from '#web/words/days.ts'
import { Results } from './Results.tsx'

/** Where the matter is, like a parcel: at which step, with whom, since when, until when, and whether it is one's turn. */
export function TrackTab({ matter }: { readonly matter: MatterView }): ReactElement {
  const { t } = useTranslation()
  const { clocks } = matter
  return (
    <div className="two">
      <div className="two-main">
        {matter.standing !== 'closed' && (
          <section className="block">
            <h2>{t('matter.tracker')}</h2>
            <ol className="tracker">
              {matter.whereabouts.map((one) => (
                <Stop key={`${one.step.name} ${one.task ?? ''}`} matter={matter} stop={one} />
              ))}
            </ol>
            {!matter.whereabouts.some(({ myTurn }) => myTurn) && <p className="quiet">{t('matter.notMyTurn')}</p>}
          </section>
        )}
        <Waits matter={matter} />
        <Results matter={matter} />
      </div>
      <div className="two-aside">
        <section className="block">
          <h2>{t('matters.turn')}</h2>
          <ClockBars clocks={clocks} />
          <p>{t('matter.clocks', { office: clocks.office, inventor: clocks.inventor, outside: clocks.outside })}</p>
          {matter.standing !== 'closed' && <p className="quiet">{t('matter.running', { who: t(`matters.turns.${clocks.running}`) })}</p>}
        </section>
        <Family matter={matter} />
      </div>
    </div>
  )
}

function Stop({ matter, stop }: { readonly matter: MatterView; readonly stop: MatterView['whereabouts'][number] }): ReactElement {
  const { t, i18n } = useTranslation()
  const { data: me } = useMe()
  const describeExpected = (on: string | undefined) => {
    if (on === undefined) return t('matter.expectedUnknown')
    const date = describeDay(on, i18n.language)
    const days = me === undefined ? 0 : daysBetween(on, me.today)
    return days > 0 ? <span className="late">{t('matter.expectedPassed', { date, count: days })}</span> : t('matter.expected', { date })
  }
  return (
    <li className={stop.myTurn ? 'stop stop-mine' : 'stop'}>
      <h3>{stop.step.label}</h3>
      <p>
        {t('matter.with')} <strong>{stop.with.join(t('common.comma'))}</strong>
      </p>
      <p className="quiet">
        {t('matter.since', { date: describeDay(stop.since, i18n.language) })}
        {' · '}
        {describeExpected(stop.expected)}
      </p>
      {stop.myTurn && (
        <p>
          <Tag tone="red">{t('matter.myTurn')}</Tag>{' '}
          {stop.task !== undefined && (
            <Link to={`/tasks/${encodeURIComponent(taskAddress(matter.id, stop.task))}`}>{t('matter.toMyTask')}</Link>
          )}
        </p>
      )}
    </li>
  )
}

/** Whose days they were, as lengths beside each other; the sentence below says the same. */
function ClockBars({ clocks }: { readonly clocks: MatterView['clocks'] }): ReactElement | null {
  const parties = (['office', 'inventor', 'outside'] as const).filter((party) => clocks[party] > 0)
  if (parties.length === 0) return null
  return (
    <div className="clock-bars" aria-hidden="true">
      {parties.map((party) => (
        <span key={party} className={`clock-${party}`} style={{ flexGrow: clocks[party] }} />
      ))}
    </div>
  )
}

function Waits({ matter }: { readonly matter: MatterView }): ReactElement | null {
  const { t, i18n } = useTranslation()
  if (matter.waits.length === 0) return null
  return (
    <section className="block">
      <h2>{t('matter.awaits')}</h2>
      <ul>
        {matter.waits.map(({ step, messages, since, until }) => (
          <li key={step.name}>
            {step.label}
            {t('common.colon')}
            {messages.map(({ label }) => label).join(t('common.comma'))}{' '}
            <span className="quiet">
              {t('matter.since', { date: describeDay(since, i18n.language) })}
              {until !== undefined && ` · ${t('matter.until', { date: describeDay(until.on, i18n.language) })}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Family({ matter }: { readonly matter: MatterView }): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="block">
      <dl className="pairs">
        <dt>{t('matters.opened')}</dt>
        <dd>
          <DayText day={matter.openedOn} /> {matter.openedBy?.name}
        </dd>
        <dt>{t('matter.policyVersion')}</dt>
        <dd>
          <code title={matter.policyVersion}>{matter.policyVersion.slice(0, 12)}</code>
        </dd>
        {matter.children.length > 0 && (
          <>
            <dt>{t('matter.children')}</dt>
            <dd>
              {matter.children.map((child) => (
                <div key={child.id}>
                  <Link to={`/matters/${encodeURIComponent(child.id)}`}>{child.number}</Link> {child.process.label}{' '}
                  <Tag>{t(`matters.standings.${child.standing}`)}</Tag>
                </div>
              ))}
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}
