import { civilCodeArticle } from './disclosure-law.ts'
import { exportRules, takeUpBasis, withdrawalBasis } from './open-licence-law.ts'
import { patentLawArticle, recalled } from './patent-citations.ts'
import { byDesign, type Rule } from './refusal.ts'

/** Rules of taking up an open licence. There is none by which the patentee could refuse or favour anybody. */
export const takeUpRules = {
  noOffer: { code: 'licence-take-up/no-offer', citations: takeUpBasis },
  beforeAnnouncement: { code: 'licence-take-up/before-announcement', citations: takeUpBasis },
  offerWithdrawn: { code: 'licence-take-up/offer-withdrawn', citations: withdrawalBasis },
  offerOver: { code: 'licence-take-up/offer-over', citations: [patentLawArticle('51(1)'), civilCodeArticle('865')] },
  termsChanged: { code: 'licence-take-up/terms-changed', citations: [civilCodeArticle('488')] },
  codeWrong: { code: 'licence-take-up/party-code-wrong', citations: [recalled('GB 32100-2015')] },
  registrationMissing: { code: 'licence-take-up/registration-missing', citations: [byDesign] },
  dayToCome: { code: 'licence-take-up/day-to-come', citations: [byDesign] },
  daysReversed: { code: 'licence-take-up/days-reversed', citations: [civilCodeArticle('137')] },
  startBeforeArrival: { code: 'licence-take-up/start-before-arrival', citations: takeUpBasis },
  startAfterEnd: { code: 'licence-take-up/start-after-end', citations: [civilCodeArticle('865')] },
  exportUnlicensed: { code: 'licence-take-up/export-unlicensed', citations: [exportRules('30'), exportRules('33'), exportRules('35')] },
  exportProhibited: { code: 'licence-take-up/export-prohibited', citations: [exportRules('29')] },
  exportPassable: { code: 'licence-take-up/export-not-barred', citations: takeUpBasis },
  answerIncomplete: { code: 'licence-take-up/answer-incomplete', citations: [byDesign] },
  royaltyOtherwise: { code: 'licence-take-up/royalty-not-as-announced', citations: takeUpBasis },
  periodReversed: { code: 'licence-take-up/period-reversed', citations: [byDesign] },
  periodNotNext: { code: 'licence-take-up/period-not-next', citations: [byDesign] },
  refundOtherwise: { code: 'licence-take-up/refund-not-what-is-owed', citations: [byDesign] },
} as const satisfies { readonly [name: string]: Rule }
