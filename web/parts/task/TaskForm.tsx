import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatterView } from '#schemas/api/matter.ts'
import type { TaskView } from '#schemas/api/task.ts'
import type { WhatIfAnswer } from '#schemas/api/what-if.ts'
import { useQuestion } from '#web/api/hooks.ts'
import { DraftNote } from '#web/parts/form/DraftNote.tsx'
import { faultsByField } from '#web/parts/form/faults.ts'
import { JsonForm } from '#web/parts/form/JsonForm.tsx'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { UnderWay } from '#web/parts/UnderWay.tsx'
import { useCompletion, type Completion } from './completion.ts'
import { MatterContent } from './MatterContent.tsx'
import { mayRemark } from './may-remark.ts'
import { Outcomes } from './Outcomes.tsx'
import { beforeOf, TaskFacts } from './TaskFacts.tsx'
import { WhatIf } from './WhatIf.tsx'

type TaskFormProps = {
  readonly task: TaskView
  readonly matter: MatterView | undefined
  readonly names: { readonly [person: string]: string }
}

/** What is known, what the matter holds with room for remarks, and the answer. */
export function TaskForm({ task, matter, names }: TaskFormProps): ReactElement {
  const completion = useCompletion(task)
  const { remarks, setRemarks } = completion
  const remarking = mayRemark(task) ? { remarks, onRemarks: setRemarks } : {}
  const isAnswered = task.status === 'open' && (task.may || task.draft !== undefined)
  return (
    <>
      <TaskFacts task={task} names={names} />
      <MatterContent matter={matter} names={names} {...remarking} />
      {isAnswered && <Answer task={task} names={names} completion={completion} />}
    </>
  )
}

type AnswerProps = Pick<TaskFormProps, 'task' | 'names'> & { readonly completion: Completion }

function Answer({ task, names, completion }: AnswerProps): ReactElement {
  const { t } = useTranslation()
  const { draft, deed, decide, prepare, drawn, remarks } = completion
  const question = useQuestion<object, WhatIfAnswer>(`/api/matters/${encodeURIComponent(task.matter.id)}/what-if`)
  return (
    <section className="block" id="answer" tabIndex={-1}>
      <h2>{t('task.fill')}</h2>
      <JsonForm
        form={task.form}
        values={draft.values}
        onChange={draft.change}
        isReadOnly={!task.may}
        faults={faultsByField(deed.error ?? question.error, '/data')}
        remarks={Object.fromEntries((task.remarks ?? []).map(({ field, remark }) => [field, remark]))}
        before={beforeOf(task)}
        given={task.given ?? {}}
        names={names}
        place={{ matter: task.matter.id, task: task.occurrence }}
      />
      <DraftNote draft={draft} />
      {remarks.length > 0 && <p className="quiet">{t('task.remarksCount', { count: remarks.length })}</p>}
      <FaultNote fault={deed.error} hideFields={drawn} />
      <UnderWay deed={deed} />
      {task.may && <Outcomes task={task} isBusy={deed.isPending} onDecide={(decision) => void decide(decision)} />}
      {task.may && !task.private && <WhatIf task={task} question={question} data={prepare} />}
    </section>
  )
}
