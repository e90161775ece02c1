import type { JsonObject } from '#domain/json.ts'
import type { TakeUpVerdict } from '#domain/licence-take-up-decision.ts'
import { findToldEnd, readNotice, verdictOf } from '#domain/licence-take-up-facts.ts'
import { refundOwed } from '#domain/licence-take-up-refund.ts'
import { steps } from '#domain/licence-take-up.ts'
import { issueDocument } from './steps/document.ts'
import type { MatterRun } from './steps/matter.ts'
import { callService, record } from './steps/service.ts'
import { userTaskOrSilence } from './steps/silence.ts'
import { userTask } from './steps/user-task.ts'
import { awaitMessage } from './steps/wait.ts'

/** Reads the declaration once more and puts on record, under the patent's lock, in which line of the table this take-up stands. */
export async function decide(m: MatterRun): Promise<TakeUpVerdict> {
  if (findToldEnd(m.state) === undefined)
    await callService(m, steps.present, 'readStandard', { declaration: readNotice(m.state).declaration })
  const { dispatchedOn, arrivedOn } = readNotice(m.state)
  const { verdict, ...facts } = verdictOf(m.state)
  const decided = await record(m, steps.decision, verdict, { ...facts, dispatchedOn, arrivedOn } as unknown as JsonObject)
  return { verdict: decided.outcome, line: decided.data['line'] } as TakeUpVerdict
}

/** Counsel looks at a line of the table that the law leaves open; his silence means what the table proposes. */
export async function review(m: MatterRun, proposed: 'licensed' | 'not-licensed'): Promise<'licensed' | 'not-licensed'> {
  const { line, paidOn = null, withdrawalAnnouncedOn = null } = verdictOf(m.state)
  const { outcome } = await userTaskOrSilence(m, steps.legalReview, {
    given: { line, paidOn, withdrawalAnnouncedOn, proposed },
    silence: { outcome: proposed, data: { opinion: '' } },
  })
  return outcome
}

/** Tells the taker that there is no licence, and gives back what he paid. */
export async function answerGone(m: MatterRun): Promise<void> {
  await issueDocument(m, steps.goneLetter, 'licence-take-up/offer-gone-letter')
  if (refundOwed(m.state) > 0) await userTask(m, steps.refund, { given: { amountFen: refundOwed(m.state) } })
}

/** A notice that was posted in time and came too late: for some days the taker may ask that counsel look at it. */
export async function mayBeAskedAgain(m: MatterRun): Promise<'gone' | 'taken-up-again'> {
  const { line } = verdictOf(m.state)
  if (line !== 'posted-before-arrived-after') return 'gone'
  const rule = { days: m.policy.numbers?.['reviewDays'] ?? 15 }
  const heard = await awaitMessage(m, steps.reviewAsked, { until: { rule, class: 'service', from: m.today(), trigger: 'gone-letter' } })
  if (heard.name === 'due') return 'gone'
  return (await review(m, 'not-licensed')) === 'licensed' ? 'taken-up-again' : 'gone'
}
