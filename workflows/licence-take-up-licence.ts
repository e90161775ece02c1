import { daysBetween } from '#domain/day.ts'
import { licenceBeginsOn } from '#domain/licence-take-up-decision.ts'
import { licenceDeadlines } from '#domain/licence-take-up-docket.ts'
import { entryStanding, getStandardRead, readNotice } from '#domain/licence-take-up-facts.ts'
import { refundOwed } from '#domain/licence-take-up-refund.ts'
import { steps } from '#domain/licence-take-up.ts'
import { findForm } from '#domain/pre-filing-assessment-facts.ts'
import { docket } from './steps/docket.ts'
import { issueDocument } from './steps/document.ts'
import type { MatterRun } from './steps/matter.ts'
import { record } from './steps/service.ts'
import { userTask } from './steps/user-task.ts'

/** Notice and payment stand: the licence is there, and the taker has it in writing. */
export async function confirmLicence(m: MatterRun): Promise<void> {
  const { arrivedOn } = readNotice(m.state)
  const { completeOn: paidOn = arrivedOn } = entryStanding(m.state)
  const licensedOn = findForm(m.state, steps.exportCheck)?.data.licensedOn
  const beginsOn = licenceBeginsOn({ arrivedOn, paidOn, ...(licensedOn === undefined ? {} : { exportLicensedOn: licensedOn }) })
  await record(m, steps.licence, 'licensed', { beginsOn, endsOn: getStandardRead(m.state).standard.termEnd, paidOn })
  await issueDocument(m, steps.confirmation, 'licence-take-up/confirmation')
  if (refundOwed(m.state) > 0) await userTask(m, steps.refund, { given: { amountFen: refundOwed(m.state) } })
}

/** The recordal with the patent office, within its months; a package sent back is sent again. */
export async function recordLicence(m: MatterRun): Promise<void> {
  await docket(m, steps.docketLicence, licenceDeadlines(m.state))
  await issueDocument(m, steps.recordalSheet, 'licence-take-up/recordal-sheet')
  for (;;) {
    const lastDay = m.state.docket['recordal']?.due.on
    const rule = lastDay === undefined ? {} : { due: { days: Math.max(0, daysBetween(m.today(), lastDay)), lastDay: 'keep' as const } }
    await userTask(m, steps.fileRecordal, rule)
    const reply = await userTask(m, steps.recordalReply)
    if (reply.outcome === 'recorded') return
  }
}
