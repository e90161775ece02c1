import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { WhatIfAnswer } from '#schemas/api/what-if.ts'
import { Tag } from '#web/parts/Tag.tsx'
import { describeDay } from '#web/words/days.ts'

type Of<Name extends keyof WhatIfAnswer> = { readonly [name in Name]: WhatIfAnswer[Name] }

/** What would follow, in the order in which people ask: who is next, what is issued, which days run, how it ends. */
export function WhatFollows({ answer }: { readonly answer: WhatIfAnswer }): ReactElement {
  const { t } = useTranslation()
  const { tasks, waits, documents, deadlines, findings, unforeseen, erased, end } = answer
  const isQuiet = [tasks, waits, documents, deadlines, findings, unforeseen].every((part) => part.length === 0) && end === undefined
  return (
    <>
      {isQuiet && !erased && <p>{t('whatIf.nothing')}</p>}
      <Tasks tasks={tasks} />
      <Waits waits={waits} />
      <Part title={t('whatIf.findings')} items={findings.map(({ step, outcome }) => `${step.label} · ${outcome.label}`)} />
      <Part title={t('whatIf.documents')} items={documents.map(({ template }) => template.label)} />
      <Deadlines deadlines={deadlines} />
      <Part title={t('whatIf.unforeseen')} items={unforeseen.map(({ label }) => label)} />
      {erased && <p>{t('whatIf.erased')}</p>}
      {end !== undefined && <p>{t('whatIf.end', { outcome: end.label })}</p>}
    </>
  )
}

function Tasks({ tasks }: Of<'tasks'>): ReactElement {
  const { t } = useTranslation()
  const whose = ({ people, roles }: WhatIfAnswer['tasks'][number]) =>
    (people.length > 0 ? people.map(({ name }) => name) : roles.map(({ label }) => label)).join(t('common.comma'))
  const items = tasks.map((task) => (
    <>
      {task.step.label} · {whose(task)}
      <Until day={task.dueOn} /> {task.provisional === true && <Provisional />}
    </>
  ))
  return <Part title={t('whatIf.tasks')} items={items} />
}

function Waits({ waits }: Of<'waits'>): ReactElement {
  const { t } = useTranslation()
  const items = waits.map(({ step, messages, until }) => (
    <>
      {[step.label, messages.map(({ label }) => label).join(t('common.comma'))].filter((part) => part !== '').join(' · ')}
      <Until day={until} />
    </>
  ))
  return <Part title={t('whatIf.waits')} items={items} />
}

function Deadlines({ deadlines }: Of<'deadlines'>): ReactElement {
  const { t, i18n } = useTranslation()
  const items = deadlines.map(({ label, class: kind, dueOn, provisional }) => (
    <>
      {label} · {describeDay(dueOn, i18n.language)} <Tag>{t(`deadline.classes.${kind}`)}</Tag> {provisional && <Provisional />}
    </>
  ))
  return <Part title={t('whatIf.deadlines')} items={items} />
}

function Until({ day }: { readonly day: string | undefined }): ReactElement | null {
  const { t, i18n } = useTranslation()
  return day === undefined ? null : <>{t('whatIf.until', { date: describeDay(day, i18n.language) })}</>
}

function Provisional(): ReactElement {
  const { t } = useTranslation()
  return <Tag tone="amber">{t('tasks.provisional')}</Tag>
}

function Part({ title, items }: { readonly title: string; readonly items: readonly ReactNode[] }): ReactElement | null {
  if (items.length === 0) return null
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {items.map((item, place) => (
          <li key={place}>{item}</li>
        ))}
      </ul>
    </>
  )
}
