import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldRemark } from '#domain/state.ts'
import type { MatterView } from '#schemas/api/matter.ts'
import type { TaskView } from '#schemas/api/task.ts'
import { useDeed } from '#web/api/hooks.ts'
import { send } from '#web/api/request.ts'
import { DraftNote } from '#web/parts/form/DraftNote.tsx'
import { useDraft } from '#web/parts/form/draft.ts'
import { faultsByField, focusFirstFault, listDrawn } from '#web/parts/form/faults.ts'
import { readFormSchema } from '#web/parts/form/json-schema.ts'
import { JsonForm } from '#web/parts/form/JsonForm.tsx'
import { firstValues, prepareForm } from '#web/parts/form/prepare.ts'
import { dropKept, useKept } from '#web/parts/kept.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { UnderWay } from '#web/parts/UnderWay.tsx'
import { MatterContent } from './MatterContent.tsx'
import { Outcomes, type Decision } from './Outcomes.tsx'
import { beforeOf } from './TaskFacts.tsx'

type TaskFormProps = { readonly task: TaskView; readonly matter: MatterView | undefined; readonly names: { readonly [person: string]: string } }

/** The form of a task with its draft, the remarks on what it looks at, and the outcomes. */
export function TaskForm({ task, matter, names }: TaskFormProps): ReactElement | null {
  const { t } = useTranslation()
  const path = `/api/tasks/${encodeURIComponent(task.id)}`
  const isOpen = task.status === 'open'
  const schema = readFormSchema(task.form.schema)
  const draft = useDraft(isOpen && task.may ? `${path}/draft` : undefined, firstValues(schema, task.given, task.previous?.data, task.draft?.data), task.draft)
  const [remarks, setRemarks] = useKept<readonly FieldRemark[]>(`remarks.${task.id}`, [])
  const [drawn, setDrawn] = useState<readonly string[]>([])
  const complete = useDeed<Decision, unknown>(async ({ outcome, reason }, press) => {
    await draft.flush()
    const data = prepareForm(draft.values, schema)
    return send('POST', `${path}/complete`, { outcome, data, ...(reason === undefined ? {} : { reason }), ...(remarks.length === 0 ? {} : { remarks }) }, press)
  })
  if (!isOpen || (!task.may && task.draft === undefined)) return <MatterContent matter={matter} names={names} />
  const faults = faultsByField(complete.error, '/data')
  const decide = async (decision: Decision) => {
    try {
      await complete.mutateAsync(decision)
      dropKept(`remarks.${task.id}`)
    } catch (fault) {
      const wrong = faultsByField(fault, '/data')
      setDrawn(listDrawn(wrong))
      requestAnimationFrame(() => focusFirstFault(wrong))
    }
  }
  return (
    <>
      <MatterContent matter={matter} names={names} {...(task.may && task.act !== 'declares' ? { remarks, onRemarks: setRemarks } : {})} />
      <section className="block">
        <h2>{t('task.fill')}</h2>
        <JsonForm
          form={task.form}
          values={draft.values}
          onChange={draft.change}
          isReadOnly={!task.may}
          faults={faults}
          remarks={Object.fromEntries((task.remarks ?? []).map(({ field, remark }) => [field, remark]))}
          before={beforeOf(task)}
          given={task.given ?? {}}
          names={names}
          place={{ matter: task.matter.id, task: task.occurrence }}
        />
        <DraftNote draft={draft} />
        <FaultNote fault={complete.error} hideFields={drawn} />
        <UnderWay deed={complete} />
        {task.may && <Outcomes task={task} isBusy={complete.isPending} onDecide={(decision) => void decide(decision)} />}
      </section>
    </>
  )
}
