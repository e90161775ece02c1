import type { DueRequest } from '#domain/action.ts'
import type { PersonId } from '#domain/actor.ts'
import { listMaterialChanges, type NoticeChange } from '#domain/public-notice-content.ts'
import { byDesign } from '#domain/refusal.ts'
import { closesOn, closing, currentContent, listPending, weighObjections, type Weighed } from '#domain/public-notice-state.ts'
import { steps } from '#domain/public-notice.ts'
import type { TaskId } from '#domain/state.ts'
import { post } from './public-notice-posting.ts'
import { docket } from './steps/docket.ts'
import type { MatterRun } from './steps/matter.ts'
import { record } from './steps/service.ts'
import { userTask } from './steps/user-task.ts'
import { awaitMessage } from './steps/wait.ts'

/** How a notice that was posted ended. */
export type Ended = 'closed-ok' | 'closed-upheld' | 'cancelled'

/**
 * Stands until its last day is over and nothing in time is undecided. A pending objection holds it open without a day; when the
 * last is dismissed it ends on its day, or with the day of that decision if this is later.
 */
export async function standOpen(m: MatterRun): Promise<Ended> {
  for (;;) {
    const until = closingDay(m)
    const heard = await awaitMessage(m, steps.running, until === undefined ? {} : { until })
    if (heard.name === 'cancel-notice') return 'cancelled'
    if (heard.name === 'objection-lodged' || heard.name === 'objection-decided') {
      // Put on record, because a story that is begun again knows later objections too.
      const { outcome } = await record(m, steps.weighObjection, weighObjections(m.state), {})
      if (outcome === 'upheld') return 'closed-upheld'
      if (outcome === 'clear') await resume(m)
    }
    if (heard.name === 'change-content') await change(m, heard.id, heard.data as unknown as NoticeChange)
    if (heard.name === 'due') {
      const end = await settle(m)
      if (end !== 'held-open') return end
    }
  }
}

/** The end of the day that is docketed; none while an objection is pending. */
function closingDay(m: MatterRun): DueRequest | undefined {
  const entry = m.state.docket[closing]
  if (entry === undefined || listPending(m.state).length > 0) return undefined
  const { rule, from } = entry.due
  return { rule, from, class: 'notice', trigger: 'notice-posted' }
}

/** Nothing is pending any more: where the last day passed meanwhile, the day of the decision is the last. */
async function resume(m: MatterRun): Promise<void> {
  const today = m.today()
  const isLater = listPending(m.state).length === 0 && today > closesOn(m.state)
  const rule = { days: 0, lastDay: 'keep' } as const
  const entry = {
    code: closing,
    class: 'notice',
    from: today,
    rule,
    trigger: 'objection-decided',
    citations: [byDesign],
    metBy: ['close'],
  } as const
  await docket(m, steps.docketClosing, isLater ? [entry] : [])
}

/** Price, share or person changed: a full new notice; anything else is corrected in the notice that stands. */
async function change(m: MatterRun, source: TaskId, wanted: NoticeChange): Promise<void> {
  const material = listMaterialChanges(currentContent(m.state), wanted)
  const sender = m.state.results[source]?.by
  const barred: PersonId[] = sender?.is === 'person' ? [sender.person] : []
  const answer = await userTask(m, steps.approveChange, { barred, given: { ...wanted, material } })
  if (answer.outcome === 'post') await post(m, { source, material })
}

/**
 * The working day after the last: what came in time by letter is entered, what was sent in the last minute arrives. An objection
 * in time opens the notice again.
 */
async function settle(m: MatterRun): Promise<Ended | 'held-open'> {
  const rule = { workingDays: m.policy.numbers?.['settleWorkingDays'] ?? 1 }
  for (;;) {
    const until = { rule, from: closesOn(m.state), class: 'notice', trigger: 'notice-over' } as const
    const heard = await awaitMessage(m, steps.settle, { until })
    if (heard.name === 'cancel-notice') return 'cancelled'
    if (heard.name === 'due') return 'closed-ok'
    const weighed = (await record(m, steps.weighLetter, weighObjections(m.state), {})).outcome as Weighed
    if (weighed === 'upheld') return 'closed-upheld'
    if (weighed === 'held-open') return 'held-open'
  }
}
