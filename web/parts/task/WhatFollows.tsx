import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { WhatIfAnswer } from '#schemas/api/what-if.ts'
import { Tag } from '#web/parts/Tag.tsx'
import { describeDay } from '#web/words/days.ts'

/** What would follow, in the order in which people ask: who is next, what is issued, which days run, how it ends. */
export function WhatFollows({ answer }: { readonly answer: WhatIfAnswer }): ReactElement {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const { tasks, waits, documents, deadlines, findings, unforeseen, erased, end } = answer
  const day = (on: string | undefined) => (on === undefined ? '' : t('whatIf.until', { date: describeDay(on, language) }))
  const isQuiet = [tasks, waits, documents, deadlines, findings, unforeseen].every((part) => part.length === 0) && end === undefined
  return (
    <>
      {isQuiet && !erased && <p>{t('whatIf.nothing')}</p>}
      <Part title={t('whatIf.tasks')}>
        {tasks.map(({ task, step, roles, people, dueOn, provisional }) => (
          <li key={task}>
            {step.label} · {(people.length > 0 ? people.map(({ name }) => name) : roles.map(({ label }) => label)).join(t('common.comma'))}
            {day(dueOn)} {provisional === true && <Tag tone="amber">{t('tasks.provisional')}</Tag>}
          </li>
        ))}
      </Part>
      <Part title={t('whatIf.waits')}>
        {waits.map(({ step, messages, until }) => (
          <li key={step.name}>
            {step.label}
            {messages.length > 0 && ` · ${messages.map(({ label }) => label).join(t('common.comma'))}`}
            {day(until)}
          </li>
        ))}
      </Part>
      <Part title={t('whatIf.findings')}>
        {findings.map(({ step, outcome }, place) => (
          <li key={`${step.name} ${place}`}>
            {step.label} · {outcome.label}
          </li>
        ))}
      </Part>
      <Part title={t('whatIf.documents')}>
        {documents.map(({ template }, place) => (
          <li key={`${template.name} ${place}`}>{template.label}</li>
        ))}
      </Part>
      <Part title={t('whatIf.deadlines')}>
        {deadlines.map(({ code, label, class: kind, dueOn, provisional }) => (
          <li key={code}>
            {label} · {describeDay(dueOn, language)} <Tag>{t(`deadline.classes.${kind}`)}</Tag>{' '}
            {provisional && <Tag tone="amber">{t('tasks.provisional')}</Tag>}
          </li>
        ))}
      </Part>
      <Part title={t('whatIf.unforeseen')}>
        {unforeseen.map(({ name, label }) => (
          <li key={name}>{label}</li>
        ))}
      </Part>
      {erased && <p>{t('whatIf.erased')}</p>}
      {end !== undefined && <p>{t('whatIf.end', { outcome: end.label })}</p>}
    </>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: readonly ReactNode[] }): ReactElement | null {
  if (children.length === 0) return null
  return (
    <>
      <h4>{title}</h4>
      <ul>{children}</ul>
    </>
  )
}
