import type { PlainDay } from '#domain/day.ts'
import type { TakeUpVerdict } from '#domain/licence-take-up-decision.ts'
import { readPayment, refundOwed, verdictOf, type StandardRead } from '#domain/licence-take-up-facts.ts'
import { steps } from '#domain/licence-take-up.ts'
import type { Told } from './licence-take-up-notice.ts'
import { issueDocument } from './steps/document.ts'
import type { MatterRun } from './steps/matter.ts'
import { callService, record } from './steps/service.ts'
import { userTaskOrSilence } from './steps/silence.ts'
import { userTask } from './steps/user-task.ts'
import { awaitMessage } from './steps/wait.ts'

/** Reads the declaration once more and puts on record, under the patent's lock, in which line of the table this take-up stands. */
export async function decide(m: MatterRun, told: Told): Promise<TakeUpVerdict> {
  const { declaration, dispatchedOn, arrivedOn } = told.ground.notice
  if (told.course.ended === undefined) {
    const { ended } = (await callService(m, steps.present, 'readStandard', { declaration })).data as unknown as StandardRead
    if (ended !== undefined) told.course = { ...told.course, ended }
  }
  const { verdict, ...facts } = verdictOf(told.ground, told.course)
  const decided = await record(m, steps.decision, verdict, { ...facts, dispatchedOn, arrivedOn })
  return { verdict: decided.outcome, line: decided.data['line'] } as TakeUpVerdict
}

/** Counsel looks at a line of the table that the law leaves open; his silence means what the table proposes. */
export async function review(m: MatterRun, told: Told, proposed: 'licensed' | 'not-licensed'): Promise<'licensed' | 'not-licensed'> {
  const { line, paidOn = null, withdrawalAnnouncedOn = null } = verdictOf(told.ground, told.course)
  const { outcome } = await userTaskOrSilence(m, steps.legalReview, {
    given: { line, paidOn, withdrawalAnnouncedOn, proposed },
    silence: { outcome: proposed, data: { opinion: '' } },
  })
  told.course = { ...told.course, counsel: outcome }
  return outcome
}

/** Tells the taker that there is no licence, and gives back what he paid; answers the day of the letter. */
export async function answerGone(m: MatterRun, told: Told): Promise<PlainDay> {
  const { on } = await issueDocument(m, steps.goneLetter, 'licence-take-up/offer-gone-letter')
  await giveBack(m, told)
  return on
}

async function giveBack(m: MatterRun, told: Told): Promise<void> {
  // There is no licence here: none came about, or counsel found that it never had.
  const amountFen = refundOwed(told.ground, told.course, false)
  if (amountFen > 0) await userTask(m, steps.refund, { given: { amountFen } })
  told.course = { ...told.course, payments: [] }
}

/** For some days after the letter money that was on its way goes back, and the taker may ask that counsel look at his notice. */
export async function listenOn(m: MatterRun, told: Told, from: PlainDay): Promise<'gone' | 'taken-up-again'> {
  const rule = { days: m.policy.numbers?.['reviewDays'] ?? 15 }
  for (;;) {
    const heard = await awaitMessage(m, steps.reviewAsked, { until: { rule, class: 'service', from, trigger: 'gone-letter' } })
    if (heard.name === 'due') return 'gone'
    if (heard.name === 'ask-review') return (await review(m, told, 'not-licensed')) === 'licensed' ? 'taken-up-again' : 'gone'
    told.course = { ...told.course, payments: [readPayment(heard.data)] }
    await giveBack(m, told)
  }
}
