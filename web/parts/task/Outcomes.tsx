import { Button, Input } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskView } from '#schemas/api/task.ts'
import { useKept } from '#web/parts/kept.ts'

export type Decision = { readonly outcome: string; readonly reason?: string }

type Outcome = TaskView['outcomes'][number]

type OutcomesProps = {
  readonly task: Pick<TaskView, 'id' | 'outcomes'>
  readonly isBusy: boolean
  readonly onDecide: (decision: Decision) => void
}

/** The outcomes as buttons; one that needs a reason asks for it first. */
export function Outcomes({ task, isBusy, onDecide }: OutcomesProps): ReactElement {
  const { t } = useTranslation()
  const [chosen, choose] = useKept<string | undefined>(`outcome.${task.id}`, undefined)
  const open = task.outcomes.find(({ name, reasonRequired }) => name === chosen && reasonRequired)
  const pick = (outcome: Outcome) => {
    choose(outcome.name)
    if (!outcome.reasonRequired) onDecide({ outcome: outcome.name })
  }
  return (
    <div className="outcomes" role="group" aria-label={t('task.outcomes')}>
      <h3>{t('task.outcomes')}</h3>
      <div className="outcomes-buttons">
        {task.outcomes.map((outcome, index) => (
          <Button
            key={outcome.name}
            type={index === 0 ? 'primary' : 'default'}
            size="large"
            disabled={isBusy}
            loading={isBusy && chosen === outcome.name}
            {...(outcome.reasonRequired ? { 'aria-expanded': open?.name === outcome.name } : {})}
            onClick={() => pick(outcome)}
          >
            {outcome.label}
          </Button>
        ))}
      </div>
      {open !== undefined && <Reason id={task.id} outcome={open} isBusy={isBusy} onDecide={onDecide} />}
    </div>
  )
}

type ReasonProps = Pick<OutcomesProps, 'isBusy' | 'onDecide'> & { readonly id: string; readonly outcome: Outcome }

function Reason({ id, outcome, isBusy, onDecide }: ReasonProps): ReactElement {
  const { t } = useTranslation()
  const [reason, setReason] = useKept(`reason.${id}`, '')
  const said = reason.trim()
  return (
    <div className="outcomes-reason">
      <label htmlFor="outcome-reason">{t('task.reasonFor', { outcome: outcome.label })}</label>
      <Input.TextArea
        id="outcome-reason"
        autoSize={{ minRows: 3 }}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button
        type="primary"
        disabled={isBusy || said === ''}
        loading={isBusy}
        onClick={() => onDecide({ outcome: outcome.name, reason: said })}
      >
        {t('task.submitWith', { outcome: outcome.label })}
      </Button>
    </div>
  )
}
