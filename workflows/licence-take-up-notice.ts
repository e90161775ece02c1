import { paymentEnds } from '#domain/open-licence-price.ts'
import { paymentDeadline } from '#domain/licence-take-up-docket.ts'
import { entryStanding, getStandardRead, isForeign, readNotice, verdictOf } from '#domain/licence-take-up-facts.ts'
import { refundOwed } from '#domain/licence-take-up-refund.ts'
import { steps } from '#domain/licence-take-up.ts'
import type { MatterEnd } from './messages.ts'
import { docket } from './steps/docket.ts'
import { issueDocument } from './steps/document.ts'
import type { MatterRun } from './steps/matter.ts'
import { callService, record } from './steps/service.ts'
import { userTask } from './steps/user-task.ts'
import { awaitMessage } from './steps/wait.ts'

/** Reads the announced standard and prints the notice with the reference under which its fee is paid. */
export async function admitNotice(m: MatterRun): Promise<void> {
  await callService(m, steps.standard, 'readStandard', { declaration: readNotice(m.state).declaration })
  await docket(m, steps.docketPayment, [paymentDeadline(m.state)])
  await issueDocument(m, steps.writtenNotice, 'licence-take-up/written-notice')
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

/** Days after the last day of payment on which the bank's voucher may still come in. */
const bookingDays = 5

/** Waits until the announced fee is credited in full; part of it makes no licence. The days credited count, not those booked. */
export async function awaitFee(m: MatterRun): Promise<'complete' | 'overdue'> {
  const { fee } = getStandardRead(m.state).standard
  const { arrivedOn } = readNotice(m.state)
  for (;;) {
    const { completeOn } = entryStanding(m.state)
    if (completeOn !== undefined) return completeOn <= paymentEnds(fee, arrivedOn) || isTakenUpAgain(m) ? 'complete' : 'overdue'
    if (verdictOf(m.state).verdict === 'offer-gone') return 'complete'
    const from = isTakenUpAgain(m) ? m.today() : arrivedOn
    const rule = { days: fee.paymentDays + bookingDays }
    const heard = await awaitMessage(m, steps.payment, { until: { rule, class: 'contractual', from, trigger: 'notice-arrived' } })
    if (heard.name === 'due') return 'overdue'
    const standing = entryStanding(m.state)
    if (heard.name === 'receipt-matched' && standing.completeOn === undefined) {
      await record(m, steps.payments, 'part', { ...standing })
      await issueDocument(m, steps.paymentLetter, 'licence-take-up/payment-letter')
    }
  }
}

/** Whether counsel let a notice stand that came too late: its days of payment run anew. */
function isTakenUpAgain(m: MatterRun): boolean {
  return Object.entries(m.state.results).some(([id, { outcome }]) => id.startsWith(`${steps.legalReview.name}#`) && outcome === 'licensed')
}

/** The days of payment passed: no licence came about, what was paid goes back, and a new notice may be given while the offer stands. */
export async function endUnpaid(m: MatterRun): Promise<MatterEnd> {
  await record(m, steps.payments, 'overdue', { ...entryStanding(m.state) })
  await issueDocument(m, steps.paymentLetter, 'licence-take-up/payment-letter')
  if (refundOwed(m.state) > 0) await userTask(m, steps.refund, { given: { amountFen: refundOwed(m.state) } })
  return { outcome: 'not-paid' }
}
