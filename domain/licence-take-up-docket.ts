import type { DocketRequest } from './complete-facts.ts'
import { daysBetween } from './day.ts'
import { findLicence, getStandardRead, readNotice } from './licence-take-up-facts.ts'
import { takeUpBasis } from './open-licence-law.ts'
import { patentRulesArticle, verifiedBy } from './patent-citations.ts'
import type { MatterState } from './state.ts'

/** Until when the announced fee is to be credited, from the arrival of the notice. */
export function paymentDeadline(state: MatterState): DocketRequest {
  const { fee } = getStandardRead(state).standard
  const { arrivedOn } = readNotice(state)
  return {
    code: 'payment',
    class: 'contractual',
    from: arrivedOn,
    rule: { days: fee.paymentDays },
    trigger: 'notice-arrived',
    citations: takeUpBasis,
    metBy: ['licence', 'gone-letter'],
  }
}

/** Recordal within three months of effect (实施细则 15(2), as the office applies it to open licences; 87 itself sets no term), and the end. */
export function licenceDeadlines(state: MatterState): DocketRequest[] {
  const licence = findLicence(state)
  if (licence === undefined) throw new Error(`Take-up ${state.head.id} is no licence yet`)
  const { beginsOn, endsOn } = licence
  const common = { from: beginsOn, trigger: 'licence-began' }
  const recordal = [patentRulesArticle('15(2)'), patentRulesArticle('87'), verifiedBy('S3', '专利法实施细则', '15(2)')]
  return [
    {
      ...common,
      code: 'recordal',
      class: 'statutory',
      rule: { months: getStandardRead(state).recordalMonths },
      citations: recordal,
      metBy: ['file-recordal'],
    },
    {
      ...common,
      code: 'licence-end',
      class: 'contractual',
      rule: { days: Math.max(0, daysBetween(beginsOn, endsOn)), lastDay: 'keep' },
      citations: takeUpBasis,
    },
  ]
}
