import { useState } from 'react'
import type { JsonObject } from '#domain/json.ts'
import type { FieldRemark } from '#domain/state.ts'
import type { TaskView } from '#schemas/api/task.ts'
import { beginPage } from '#web/location.ts'
import { useDeed, type Deed } from '#web/api/hooks.ts'
import { send } from '#web/api/request.ts'
import { useDraft, type DraftState } from '#web/parts/form/draft.ts'
import { faultsByField, focusFirstFault, listDrawn } from '#web/parts/form/faults.ts'
import { readFormSchema } from '#web/parts/form/json-schema.ts'
import { firstValues, prepareForm } from '#web/parts/form/prepare.ts'
import { dropKept, useKept } from '#web/parts/kept.ts'
import type { Decision } from './Outcomes.tsx'

export type Completion = {
  readonly draft: DraftState
  readonly remarks: readonly FieldRemark[]
  readonly setRemarks: (remarks: readonly FieldRemark[]) => void
  readonly deed: Deed<Decision, unknown>
  readonly decide: (decision: Decision) => Promise<void>
  /** What the form says now, as it would be sent. */
  readonly prepare: () => JsonObject
  /** Faulty fields that are drawn and so speak for themselves. */
  readonly drawn: readonly string[]
}

/** Where the address of a task's resource begins. */
export function taskPath(id: string): string {
  return `/api/tasks/${encodeURIComponent(id)}`
}

/** The answer to a task while it is made: its draft, remarks on fields, and the sending with whatever it was refused for. */
export function useCompletion(task: TaskView): Completion {
  const path = taskPath(task.id)
  const schema = readFormSchema(task.form.schema)
  const first = firstValues(schema, task.given, task.previous?.data, task.draft?.data)
  const draft = useDraft(task.status === 'open' && task.may ? `${path}/draft` : undefined, first, task.draft)
  const place = `remarks.${task.id}`
  const [remarks, setRemarks] = useKept<readonly FieldRemark[]>(place, [])
  const [drawn, setDrawn] = useState<readonly string[]>([])
  const prepare = () => prepareForm(draft.values, schema, task.given)
  const deed = useDeed<Decision, unknown>(async (decision, press) => {
    await draft.flush()
    return send('POST', `${path}/complete`, { ...decision, data: prepare(), ...(remarks.length === 0 ? {} : { remarks }) }, press)
  })
  const decide = async (decision: Decision) => {
    try {
      await deed.mutateAsync(decision)
      for (const kept of [place, `reason.${task.id}`, `outcome.${task.id}`]) dropKept(kept)
      // The form is gone; that it is done, and the way on, stand at the top.
      requestAnimationFrame(beginPage)
    } catch (fault) {
      const wrong = faultsByField(fault, '/data')
      setDrawn(listDrawn(wrong))
      requestAnimationFrame(() => focusFirstFault(wrong))
    }
  }
  return { draft, remarks, setRemarks, deed, decide, prepare, drawn }
}
