import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { JsonObject } from '#domain/json.ts'
import type { TaskView } from '#schemas/api/task.ts'
import type { WhatIfAnswer } from '#schemas/api/what-if.ts'
import type { Question } from '#web/api/hooks.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { faultsByField, listDrawn } from '#web/parts/form/faults.ts'
import { LabelledSelect } from '#web/parts/office/LabelledInput.tsx'
import { RefusalNote } from '#web/parts/RefusalNote.tsx'
import { WhatFollows } from './WhatFollows.tsx'

type WhatIfProps = {
  readonly task: Pick<TaskView, 'occurrence' | 'outcomes'>
  /** Asked here; what it finds wrong stands beside the fields. */
  readonly question: Question<object, WhatIfAnswer>
  /** What the form says now, as it would be sent. */
  readonly data: () => JsonObject
}

/** What would follow from an outcome, asked before it is sent; nothing of it happens. */
export function WhatIf({ task, question, data }: WhatIfProps): ReactElement {
  const { t } = useTranslation()
  const [outcome, choose] = useState(task.outcomes[0]?.name ?? '')
  const chosen = task.outcomes.find(({ name }) => name === outcome)
  const reason = chosen?.reasonRequired === true ? { reason: t('whatIf.anyReason') } : {}
  return (
    <details className="what-if">
      <summary>{t('whatIf.title')}</summary>
      <p className="quiet">{t('whatIf.lead')}</p>
      <div className="stack">
        <LabelledSelect
          label={t('task.outcomes')}
          value={outcome}
          onChange={(name) => (choose(name), question.reset())}
          options={task.outcomes.map(({ name, label }) => ({ value: name, label }))}
        />
        <Button
          disabled={outcome === ''}
          loading={question.isPending}
          onClick={() => question.mutate({ task: task.occurrence, outcome, data: data(), ...reason })}
        >
          {t('whatIf.ask')}
        </Button>
        <FaultNote fault={question.error} hideFields={listDrawn(faultsByField(question.error, '/data'))} />
        {question.data !== undefined && <Answer answer={question.data} outcome={chosen?.label ?? ''} />}
      </div>
    </details>
  )
}

function Answer({ answer, outcome }: { readonly answer: WhatIfAnswer; readonly outcome: string }): ReactElement {
  const { t } = useTranslation()
  const { is, refusals } = answer
  return (
    <section className="what-if-answer" role="status" aria-label={t('whatIf.answer', { outcome })}>
      <h3>{t('whatIf.answer', { outcome })}</h3>
      <p className="warn">{t('whatIf.banner')}</p>
      {is === 'refused' && <p>{t('whatIf.refused')}</p>}
      {refusals.map((refusal) => (
        <RefusalNote key={`${refusal.code} ${refusal.field ?? ''}`} refusal={refusal} />
      ))}
      {is === 'carried-out' && <WhatFollows answer={answer} />}
    </section>
  )
}
