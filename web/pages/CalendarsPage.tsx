import { Button, Input } from 'antd'
import { useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { YearCalendar } from '#domain/calendar.ts'
import { useAnswer, usePost } from '#web/api/hooks.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { LabelledInput } from '#web/parts/office/LabelledInput.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Tag } from '#web/parts/Tag.tsx'
import { describeDay } from '#web/words/days.ts'

/** The days off of each year by the notice that arranged them. */
export function CalendarsPage(): ReactElement {
  const { t, i18n } = useTranslation()
  const list = useAnswer<{ items: readonly YearCalendar[] }>('/api/calendars')
  return (
    <Page title={t('office.calendars.title')} lead={t('office.calendars.lead')}>
      <FaultNote fault={list.error} onRetry={() => void list.refetch()} />
      {list.data?.items.length === 0 && <div className="empty">{t('office.calendars.empty')}</div>}
      <ul className="cards">
        {(list.data?.items ?? []).map((calendar) => (
          <li key={calendar.year} className="card">
            <div className="card-head">
              <h2>{calendar.year}</h2>
              {calendar.invented === true && <Tag tone="amber">{t('office.calendars.invented')}</Tag>}
            </div>
            <p>{t('common.aside', { text: calendar.source, aside: describeDay(calendar.issuedOn, i18n.language) })}</p>
            <details>
              <summary>
                {t('office.calendars.off')} {calendar.off.length} · {t('office.calendars.workingWeekends')}{' '}
                {calendar.workingWeekends.length}
              </summary>
              <p>{tellDays(calendar.off)}</p>
              <p>{tellDays(calendar.workingWeekends)}</p>
            </details>
          </li>
        ))}
      </ul>
      <NewCalendar />
    </Page>
  )
}

/** Days in one line, as they are entered. */
function tellDays(days: readonly string[]): string {
  return days.join(' · ')
}

const empty = { year: '', source: '', issuedOn: '', off: '', workingWeekends: '' }

/** The days of a text, one a line or parted by blanks. */
function daysOf(text: string): string[] {
  return text.split(/[\s,，、;；]+/).filter((day) => day !== '')
}

function NewCalendar(): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(empty)
  const load = usePost<object, YearCalendar>('/api/calendars')
  const put = (name: keyof typeof empty) => (value: string) => setDraft({ ...draft, [name]: value })
  const save = async () => {
    const { year, source, issuedOn, off, workingWeekends } = draft
    const days = { off: daysOf(off), workingWeekends: daysOf(workingWeekends) }
    await load.mutateAsync({ year: Number(year), source: source.trim(), issuedOn, ...days })
    setDraft(empty)
  }
  return (
    <details className="block">
      <summary>
        <h2>{t('office.calendars.new')}</h2>
      </summary>
      <div className="columns">
        <LabelledInput label={t('office.calendars.year')} type="number" value={draft.year} onChange={put('year')} />
        <LabelledInput label={t('office.calendars.issuedOn')} type="date" value={draft.issuedOn} onChange={put('issuedOn')} />
        <LabelledInput label={t('office.calendars.source')} value={draft.source} onChange={put('source')} />
        <DaysInput label={t('office.calendars.off')} value={draft.off} onChange={put('off')} />
        <DaysInput label={t('office.calendars.workingWeekends')} value={draft.workingWeekends} onChange={put('workingWeekends')} />
      </div>
      <FaultNote fault={load.error} />
      <Button type="primary" loading={load.isPending} onClick={() => void save().catch(() => undefined)}>
        {t('common.save')}
      </Button>
    </details>
  )
}

type DaysInputProps = { readonly label: string; readonly value: string; readonly onChange: (value: string) => void }

function DaysInput({ label, value, onChange }: DaysInputProps): ReactElement {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Input.TextArea id={id} autoSize={{ minRows: 4, maxRows: 12 }} value={value} onChange={(event) => onChange(event.target.value)} />
      <p className="field-help">{t('office.calendars.oneADay')}</p>
    </div>
  )
}
