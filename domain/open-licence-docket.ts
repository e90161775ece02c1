import type { DocketRequest } from './complete-facts.ts'
import { addYears, daysBetween, minDay, type PlainDay } from './day.ts'
import type { AnnouncedStandard, OfficeReply, PatentSnapshot } from './open-licence-forms.ts'
import { declarationBasis, withdrawalBasis } from './open-licence-law.ts'
import { patentLawArticle, patentRulesArticle } from './patent-citations.ts'
import { byDesign } from './refusal.ts'
import type { OfferEnd } from './open-licence-end.ts'

/** The period that a notice of correction sets, from the day it was received. */
export function correctionDeadline({ receivedOn, correctionDays = 1 }: OfficeReply): DocketRequest {
  return {
    code: 'correction',
    class: 'statutory',
    from: receivedOn,
    rule: { days: correctionDays },
    trigger: 'correction-asked',
    citations: [declarationBasis[0], patentRulesArticle('6')],
    metBy: ['correct'],
  }
}

/** The days of a live offer: the end of the announced term, the end of the patent's, and the first yearly look. */
export function offerDeadlines({ announcedOn, termEnd }: AnnouncedStandard, patent: PatentSnapshot): DocketRequest[] {
  const until = (day: PlainDay) => ({ days: daysBetween(announcedOn, day), lastDay: 'keep' as const })
  const common = { from: announcedOn, trigger: 'declaration-announced' }
  return [
    { ...common, code: 'licence-term', class: 'contractual', rule: until(termEnd), citations: [declarationBasis[0]] },
    { ...common, code: 'patent-term', class: 'statutory', rule: until(patent.termEnd), citations: [patentLawArticle('42(1)')] },
    { ...common, code: 'yearly-check', class: 'service', rule: { years: 1 }, citations: [byDesign], metBy: ['yearly-check'] },
  ]
}

/** The next day on which somebody looks at a live offer: its anniversary, or its last day. */
export function nextLook({ announcedOn, termEnd }: AnnouncedStandard, today: PlainDay): PlainDay {
  let anniversary = announcedOn
  for (let years = 1; anniversary <= today; years += 1) anniversary = addYears(announcedOn, years)
  return minDay(anniversary, termEnd)
}

/** What the end of an offer rests on. */
export function endBasis(cause: OfferEnd['cause']) {
  switch (cause) {
    case 'withdrawn':
      return withdrawalBasis
    case 'invalidated':
      return [patentLawArticle('47(1)')] as const
    case 'lapsed':
      return [patentLawArticle('44')] as const
    case 'expired':
      return [declarationBasis[0]] as const
  }
}
