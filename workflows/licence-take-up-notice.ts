import { paymentDeadline } from '#domain/licence-take-up-docket.ts'
import {
  entryStanding,
  getPaymentDay,
  isForeign,
  readNotice,
  readPayment,
  refundOwed,
  verdictOf,
  type Course,
  type StandardRead,
  type TakeUpGround,
} from '#domain/licence-take-up-facts.ts'
import { steps } from '#domain/licence-take-up.ts'
import type { OfferEnd } from '#domain/open-licence-end.ts'
import type { MatterEnd } from './messages.ts'
import { docket } from './steps/docket.ts'
import { issueDocument } from './steps/document.ts'
import type { MatterRun } from './steps/matter.ts'
import { callService, record } from './steps/service.ts'
import { userTask } from './steps/user-task.ts'
import { awaitMessage } from './steps/wait.ts'

/** What the story knows so far. It is told again from the beginning after a restart, so it trusts what it heard, not the state. */
export type Told = { readonly ground: TakeUpGround; course: Course }

/** Reads the announced standard and prints the notice with the reference under which its fee is paid. */
export async function admitNotice(m: MatterRun): Promise<OfferEnd | undefined> {
  const { data } = await callService(m, steps.standard, 'readStandard', { declaration: readNotice(m.state).declaration })
  await docket(m, steps.docketPayment, [paymentDeadline(m.state)])
  await issueDocument(m, steps.writtenNotice, 'licence-take-up/written-notice')
  return (data as unknown as StandardRead).ended
}

/** A foreign taker waits for what the rules on technology exports want; nothing else is asked of anybody. */
export async function mayBeExported(m: MatterRun): Promise<boolean> {
  const { taker } = readNotice(m.state)
  if (!isForeign(taker)) return true
  const { outcome } = await userTask(m, steps.exportCheck, { given: { taker: taker.name, country: taker.country } })
  if (outcome === 'cleared') return true
  await issueDocument(m, steps.goneLetter, 'licence-take-up/offer-gone-letter')
  return false
}

/** Waits until the announced fee is credited in full; part of it makes no licence. The days credited count, not those booked. */
export async function awaitFee(m: MatterRun, told: Told): Promise<'complete' | 'overdue'> {
  const { fee } = told.ground
  // Where counsel let a late notice stand the days of payment run anew.
  const isAgain = told.course.counsel === 'licensed'
  const lastDay = getPaymentDay(m.state)
  const bookingDays = Math.max(1, m.policy.numbers?.['bookingDays'] ?? 5)
  for (;;) {
    const { completeOn } = entryStanding(told.ground, told.course)
    if (completeOn !== undefined) return isAgain || completeOn <= lastDay ? 'complete' : 'overdue'
    if (verdictOf(told.ground, told.course).verdict === 'offer-gone') return 'complete'
    // What was credited on the last day may be booked some days later, however far a holiday moved that day.
    const [from, days] = isAgain ? [m.today(), fee.paymentDays + bookingDays] : [lastDay, bookingDays]
    const rule = { days }
    const heard = await awaitMessage(m, steps.payment, { until: { rule, class: 'contractual', from, trigger: 'notice-arrived' } })
    if (heard.name === 'due') return 'overdue'
    if (heard.name === 'offer-ended') told.course = { ...told.course, ended: heard.data as unknown as OfferEnd }
    else await bookPayment(m, told, readPayment(heard.data))
  }
}

/** Adds a payment; the payer of a part is told what is missing. */
async function bookPayment(m: MatterRun, told: Told, payment: Course['payments'][number]): Promise<void> {
  told.course = { ...told.course, payments: [...told.course.payments, payment] }
  const standing = entryStanding(told.ground, told.course)
  if (standing.completeOn !== undefined) return
  await record(m, steps.payments, 'part', standing)
  await issueDocument(m, steps.paymentLetter, 'licence-take-up/payment-letter')
}

/** The days of payment passed: no licence came about, what was paid goes back, and a new notice may be given while the offer stands. */
export async function endUnpaid(m: MatterRun, told: Told): Promise<MatterEnd> {
  await record(m, steps.payments, 'overdue', entryStanding(told.ground, told.course))
  await issueDocument(m, steps.paymentLetter, 'licence-take-up/payment-letter')
  const amountFen = refundOwed(told.ground, told.course, false)
  if (amountFen > 0) await userTask(m, steps.refund, { given: { amountFen } })
  return { outcome: 'not-paid' }
}
