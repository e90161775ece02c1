import { daysBetween } from '#domain/day.ts'
import { licenceBeginsOn } from '#domain/licence-take-up-decision.ts'
import { licenceDeadlines } from '#domain/licence-take-up-docket.ts'
import { entryStanding, getStandardRead, refundOwed, type Licence } from '#domain/licence-take-up-facts.ts'
import { addFen } from '#domain/money.ts'
import type { Told } from './licence-take-up-notice.ts'
import { steps } from '#domain/licence-take-up.ts'
import { findForm } from '#domain/pre-filing-assessment-facts.ts'
import { docket } from './steps/docket.ts'
import { issueDocument } from './steps/document.ts'
import type { MatterRun } from './steps/matter.ts'
import { record } from './steps/service.ts'
import { userTask } from './steps/user-task.ts'

/** Notice and payment stand: the licence is there, and the taker has it in writing. */
export async function confirmLicence(m: MatterRun, told: Told): Promise<Licence> {
  const { ground, course } = told
  const { arrivedOn } = ground.notice
  const { completeOn: paidOn = arrivedOn } = entryStanding(ground, course)
  const licensedOn = findForm(m.state, steps.exportCheck)?.data.licensedOn
  const beginsOn = licenceBeginsOn({ arrivedOn, paidOn, ...(licensedOn === undefined ? {} : { exportLicensedOn: licensedOn }) })
  const licence = { beginsOn, endsOn: getStandardRead(m.state).standard.termEnd, paidOn }
  await record(m, steps.licence, 'licensed', licence)
  await issueDocument(m, steps.confirmation, 'licence-take-up/confirmation')
  await refundSurplus(m, told)
  return licence
}

/** What was paid beside fee and royalties goes back: paid too much, or twice at the same moment. */
export async function refundSurplus(m: MatterRun, told: Told): Promise<void> {
  const { ground, course } = told
  const amountFen = refundOwed(ground, course, true)
  if (amountFen === 0) return
  const { data } = await userTask(m, steps.refund, { given: { amountFen } })
  told.course = { ...course, refundedFen: addFen(course.refundedFen, data.amountFen) }
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
