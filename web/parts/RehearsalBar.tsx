import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { advanced } from '#schemas/api/rehearsal.ts'
import type { Me } from '#schemas/api/session.ts'
import { usePost } from '#web/api/hooks.ts'
import { describeDay } from '#web/words/days.ts'
import { DayText } from './DayText.tsx'
import { FaultNote } from './FaultNote.tsx'
import { parseDays } from './form/numbers.ts'
import { Link } from './Link.tsx'

type Advanced = z.infer<typeof advanced>

/** In a rehearsal, the day it is, and for its `sysadmin` a way to let days pass; nothing where time is real. */
export function RehearsalBar({ me }: { readonly me: Me }): ReactElement | null {
  const { t } = useTranslation()
  if (!me.rehearsal) return null
  return (
    <section className="rehearsal" aria-label={t('rehearsal.title')}>
      <strong>{t('rehearsal.title')}</strong>
      <DayText day={me.today} />
      <span className="quiet">{t('rehearsal.lead')}</span>
      {me.roles.some(({ role }) => role === 'sysadmin') && <Advance />}
    </section>
  )
}

function Advance(): ReactElement {
  const { t } = useTranslation()
  const [text, setText] = useState('7')
  const days = parseDays(text)
  const advance = usePost<{ readonly days: number }, Advanced>('/api/rehearsal/advance')
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (days !== undefined) advance.mutate({ days })
        }}
      >
        <label>
          {t('rehearsal.days')} <input inputMode="numeric" value={text} onChange={(event) => setText(event.target.value)} />
        </label>
        <Button size="small" htmlType="submit" disabled={days === undefined} loading={advance.isPending}>
          {t('rehearsal.go')}
        </Button>
      </form>
      {advance.isPending && <span role="status">{t('rehearsal.passing')}</span>}
      {advance.data !== undefined && !advance.isPending && <Passed {...advance.data} />}
      <FaultNote fault={advance.error} />
    </>
  )
}

function Passed({ from, to, fired }: Advanced): ReactElement {
  const { t, i18n } = useTranslation()
  const said = { from: describeDay(from, i18n.language), to: describeDay(to, i18n.language), count: fired.length }
  return (
    <div className="rehearsal-passed">
      <span role="status">{t('rehearsal.passed', said)}</span>
      {fired.length > 0 && (
        <details>
          <summary>{t('rehearsal.fired')}</summary>
          <ul>
            {fired.map(({ matter, number, process, task, kind, what, on, at }) => (
              <li key={`${matter} ${task ?? ''} ${kind} ${at}`}>
                <DayText day={on} /> <Link to={`/matters/${encodeURIComponent(matter)}`}>{number}</Link> {process.label} · {what}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
