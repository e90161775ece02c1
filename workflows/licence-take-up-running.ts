import { daysBetween, type PlainDay } from '#domain/day.ts'
import type { JsonObject } from '#domain/json.ts'
import { nextReportEnd, nextReportStart, readPayment, royaltyStanding, verdictOf, type Licence } from '#domain/licence-take-up-facts.ts'
import { steps } from '#domain/licence-take-up.ts'
import type { OfferEnd } from '#domain/open-licence-end.ts'
import { hasRoyalty } from '#domain/open-licence-price.ts'
import { answerGone, review } from './licence-take-up-decision.ts'
import { refundSurplus } from './licence-take-up-licence.ts'
import type { Told } from './licence-take-up-notice.ts'
import type { MatterEnd } from './messages.ts'
import { issueDocument } from './steps/document.ts'
import type { MatterRun } from './steps/matter.ts'
import { userTask } from './steps/user-task.ts'
import { awaitMessage } from './steps/wait.ts'

/** While the licence runs: royalties are reported by their months, the end of the offer is explained, until the term is over. */
export async function runLicence(m: MatterRun, told: Told, licence: Licence): Promise<MatterEnd> {
  for (;;) {
    const reportOn = nextReportEnd(told.ground.fee, licence, told.course.reports)
    const until = reportOn ?? licence.endsOn
    const rule = { days: Math.max(0, daysBetween(m.today(), until)), lastDay: 'keep' } as const
    const heard = await awaitMessage(m, steps.running, { until: { rule, class: 'contractual', from: m.today(), trigger: 'running' } })
    switch (heard.name) {
      case 'due':
        if (reportOn === undefined) {
          await refundSurplus(m, told)
          return { outcome: 'ended', reason: 'term-over' }
        }
        await reportRoyalty(m, told, { from: nextReportStart(licence, told.course.reports), to: reportOn })
        break
      case 'receipt-matched':
        told.course = { ...told.course, payments: [...told.course.payments, readPayment(heard.data)] }
        // After a lump sum nothing more is paid for; of a royalty what is too much stands against the reports to come.
        if (!hasRoyalty(told.ground.fee)) await refundSurplus(m, told)
        break
      default: {
        const end = await hearOfEnd(m, told, heard.data as unknown as OfferEnd)
        if (end !== undefined) return end
      }
    }
  }
}

/** What the licensee sold or earned in the period, and what he owes of it by the announced rate. */
async function reportRoyalty(m: MatterRun, told: Told, period: { readonly from: PlainDay; readonly to: PlainDay }): Promise<void> {
  const { royaltyBp = 0, royaltyBase = 'net-sales' } = told.ground.fee
  const given = { ...period, royaltyBp, royaltyBase, ...royaltyStanding(told.ground, told.course) } as unknown as JsonObject
  const { data } = await userTask(m, steps.royaltyReport, { given })
  told.course = { ...told.course, reports: [...told.course.reports, data] }
  await issueDocument(m, steps.royaltyPaper, 'licence-take-up/royalty-report')
}

/** The offer ended while this licence ran: by withdrawal it stays (专利法 50(2)); with its patent it ends. */
async function hearOfEnd(m: MatterRun, told: Told, ended: OfferEnd): Promise<MatterEnd | undefined> {
  told.course = { ...told.course, ended }
  const isOpen = ended.cause === 'withdrawn' && verdictOf(told.ground, told.course).verdict !== 'licensed'
  if (isOpen && (await review(m, told, 'licensed')) === 'not-licensed') {
    await answerGone(m, told)
    return { outcome: 'offer-gone' }
  }
  await issueDocument(m, steps.explanation, 'licence-take-up/withdrawal-explanation')
  return ended.cause === 'lapsed' || ended.cause === 'invalidated' ? { outcome: 'ended', reason: ended.cause } : undefined
}
