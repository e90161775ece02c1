import { plainDay } from './day.ts'
import { civilCodeArticle, stateSecretsArticle } from './disclosure-law.ts'
import { patentLawArticle, patentRulesArticle, recalled, verifiedBy } from './patent-citations.ts'
import { byDesign, text } from './refusal.ts'
import type { Citation, Rule } from './refusal.ts'

/** The ministries' opinion that asks universities to assess before filing; remembered, its text was not at hand. */
export const assessmentOpinion: Citation = recalled('教科技〔2020〕1号')

/** The duty to disclose and assess as secondary sources report it. */
export const assessmentDuty: Citation = verifiedBy('S20', '教科技〔2020〕1号')

/** The examination guidelines of 2026 on filing twice on one day. */
export const dualFilingGuideline: Citation = {
  law: '专利审查指南',
  article: '第二部分第三章6.2.2',
  version: plainDay('2026-01-01'),
  sure: 'verified',
  source: 'S19',
}

/** Exemption of diligent decision-makers of publicly funded universities. */
export const diligenceExemption = text('科学技术进步法', '97', plainDay('2021-12-24'))

/** A transfer for nothing is a deemed sale, priced at the market. */
export const deemedSale: readonly Citation[] = [
  text('增值税法', '5(iii)', plainDay('2024-12-25')),
  text('增值税法', '19', plainDay('2024-12-25')),
]

/** The unit may dispose of the right to apply. */
export const mayDispose = patentLawArticle('6(1)')

/** A filed application or patent passes only when its transfer is registered. */
export const passesOnRegistration = patentLawArticle('10(3)')

/** Filing one invention as invention and utility model on one day. */
export const dualFilingBasis: readonly Citation[] = [patentLawArticle('9(1)'), patentRulesArticle('47'), dualFilingGuideline]

/** No term compensation for an invention that was filed twice. */
export const noTermCompensation = patentRulesArticle('78(4)')

/** Confidentiality examination before filing abroad. */
export const confidentialityBasis: readonly [Citation, ...Citation[]] = [
  patentLawArticle('19'),
  patentRulesArticle('8-9'),
  patentLawArticle('78'),
]

const separation: Citation = { law: 'policy', article: 'separation-of-duties', sure: 'design' }
const coOwned = patentLawArticle('14')

/** Every rule of the assessment, its filing and its hand-over. */
export const assessmentRules = {
  sharesDoNotSum: { code: 'assessment/shares-do-not-sum', citations: [byDesign] },
  inventorTwice: { code: 'assessment/inventor-twice', citations: [byDesign] },
  notNaturalPerson: {
    code: 'assessment/not-natural-person',
    citations: [{ law: '专利审查指南', version: plainDay('2026-01-01'), sure: 'verified', source: 'S19' }],
  },
  personUnknown: { code: 'assessment/person-not-in-register', citations: [byDesign] },
  publicationInFuture: { code: 'assessment/publication-in-future', citations: [byDesign] },
  criteriaDoNotSum: { code: 'assessment/criteria-do-not-sum', citations: [byDesign] },
  tooFewEvaluators: { code: 'assessment/too-few-evaluators', citations: [byDesign] },
  evaluatorTwice: { code: 'assessment/evaluator-twice', citations: [byDesign] },
  assessorConflicted: { code: 'assessment/assessor-conflicted', citations: [separation] },
  searchInFuture: { code: 'assessment/search-in-future', citations: [byDesign] },
  documentInFuture: { code: 'assessment/document-in-future', citations: [patentLawArticle('22(5)')] },
  documentContradicts: { code: 'assessment/document-contradicts', citations: [patentLawArticle('22(2)-(3)')] },
  anticipationUnproved: { code: 'assessment/anticipation-unproved', citations: [patentLawArticle('22(2)-(3)')] },
  interviewInFuture: { code: 'assessment/interview-in-future', citations: [byDesign] },
  notAnInventor: { code: 'assessment/not-an-inventor', citations: [byDesign] },
  scoresIncomplete: { code: 'assessment/scores-incomplete', citations: [byDesign] },
  evidenceMissing: { code: 'assessment/evidence-missing', citations: [byDesign] },
  interestUndeclared: { code: 'assessment/interest-undeclared', citations: [separation] },
  recommendationMissing: { code: 'assessment/recommendation-missing', citations: [byDesign] },
  costMissing: { code: 'assessment/cost-missing', citations: [byDesign] },
  costAbroadMissing: { code: 'assessment/cost-abroad-missing', citations: [byDesign] },
  reasonsTooShort: { code: 'assessment/reasons-too-short', citations: [byDesign] },
  gainUndeclared: { code: 'assessment/gain-undeclared', citations: [diligenceExemption] },
  scoreBelowThreshold: { code: 'assessment/score-below-threshold', citations: [byDesign] },
  scoreAboveThreshold: { code: 'assessment/score-above-threshold', citations: [byDesign] },
  evaluatorsFarApart: { code: 'assessment/evaluators-far-apart', citations: [byDesign] },
  costAboveLimit: { code: 'assessment/cost-above-limit', citations: [byDesign] },
  noveltyLost: { code: 'assessment/novelty-lost', citations: [patentLawArticle('22'), patentLawArticle('24')] },
  anticipated: { code: 'assessment/anticipated', citations: [patentLawArticle('22(2)-(3)')] },
  panelTooSmall: { code: 'assessment/panel-too-small', citations: [byDesign] },
  panelMemberTwice: { code: 'assessment/panel-member-twice', citations: [byDesign] },
  panelConflicted: { code: 'assessment/panel-conflicted', citations: [separation] },
  patentTypeMissing: { code: 'assessment/patent-type-missing', citations: [patentLawArticle('2')] },
  notPatentable: { code: 'assessment/not-patentable-kind', citations: [patentLawArticle('2')] },
  dualNeedsProduct: { code: 'assessment/dual-needs-product', citations: [patentLawArticle('2(3)')] },
  dualWarningUnread: {
    code: 'assessment/dual-warning-unread',
    citations: [patentRulesArticle('47'), patentLawArticle('9(1)'), dualFilingGuideline, noTermCompensation],
  },
  secretAlreadyPublic: {
    code: 'assessment/secret-already-public',
    citations: [{ law: '反不正当竞争法', article: '9', sure: 'recalled-check' }],
  },
  secrecyPlanMissing: { code: 'assessment/secrecy-plan-missing', citations: [byDesign] },
  publicationUnreviewed: { code: 'assessment/publication-unreviewed', citations: [stateSecretsArticle('35')] },
  rejectionGroundMissing: { code: 'assessment/rejection-ground-missing', citations: [byDesign] },
  dataUnnamed: { code: 'assessment/data-unnamed', citations: [byDesign] },
  overturned: { code: 'assessment/overturned', citations: [byDesign] },
  applicationMissing: { code: 'assessment/application-missing', citations: [byDesign] },
  applicationCheckDigit: { code: 'assessment/application-check-digit', citations: [{ law: 'ZC 0006 专利申请号标准', sure: 'recalled' }] },
  applicationType: { code: 'assessment/application-type', citations: [{ law: 'ZC 0006 专利申请号标准', sure: 'recalled' }] },
  applicationYear: { code: 'assessment/application-year', citations: [{ law: 'ZC 0006 专利申请号标准', sure: 'recalled' }] },
  applicationTwice: { code: 'assessment/application-twice', citations: [byDesign] },
  filedInFuture: { code: 'assessment/filed-in-future', citations: [patentLawArticle('28')] },
  typeNotDecided: { code: 'assessment/type-not-decided', citations: [byDesign] },
  dualNotSameDay: {
    code: 'assessment/dual-not-same-day',
    citations: [patentRulesArticle('47'), patentLawArticle('9(1)')],
  },
  dualUndeclared: {
    code: 'assessment/dual-undeclared',
    citations: [patentRulesArticle('47'), patentLawArticle('9(1)')],
  },
  foreignUncleared: { code: 'assessment/foreign-uncleared', citations: confidentialityBasis },
  foreignUndecided: { code: 'assessment/foreign-undecided', citations: [byDesign] },
  priorityTooOld: {
    code: 'assessment/priority-too-old',
    citations: [patentLawArticle('29'), patentRulesArticle('36')],
  },
  priorityNotEarlier: { code: 'assessment/priority-not-earlier', citations: [patentLawArticle('29'), patentLawArticle('30')] },
  graceNotCovered: {
    code: 'assessment/grace-not-covered',
    citations: [patentLawArticle('24'), patentRulesArticle('33')],
  },
  gracePassed: {
    code: 'assessment/grace-passed',
    citations: [patentLawArticle('24'), patentRulesArticle('6(5)')],
  },
  unknownApplication: { code: 'assessment/unknown-application', citations: [byDesign] },
  eventInFuture: { code: 'assessment/event-in-future', citations: [byDesign] },
  eventBeforeFiling: { code: 'assessment/event-before-filing', citations: [byDesign] },
  applicationSettled: { code: 'assessment/application-settled', citations: [byDesign] },
  answerPeriodMissing: { code: 'assessment/answer-period-missing', citations: [patentRulesArticle('47')] },
  noDualFiling: { code: 'assessment/no-dual-filing', citations: [patentRulesArticle('47')] },
  licenseesUntold: {
    code: 'assessment/licensees-untold',
    citations: [patentRulesArticle('47'), civilCodeArticle('870')],
  },
  declarationUndated: { code: 'assessment/declaration-undated', citations: [patentRulesArticle('47')] },
  rewardShort: {
    code: 'assessment/reward-short',
    citations: [patentLawArticle('15(1)'), patentRulesArticle('92-93')],
  },
  rewardStranger: { code: 'assessment/reward-stranger', citations: [patentLawArticle('15(1)')] },
  proofMissing: {
    code: 'assessment/proof-missing',
    citations: [text('电子签名法', '3(3)', plainDay('2019-04-23')), civilCodeArticle('570')],
  },
  paidInFuture: { code: 'assessment/paid-in-future', citations: [byDesign] },
  voucherTwice: { code: 'assessment/voucher-twice', citations: [byDesign] },
  appealGroundsMissing: { code: 'assessment/appeal-grounds-missing', citations: [byDesign] },
  replyUsed: { code: 'assessment/reply-used', citations: [byDesign] },
  replyEmpty: { code: 'assessment/reply-empty', citations: [byDesign] },
  appealUsed: { code: 'assessment/appeal-used', citations: [byDesign] },
  consentMissing: { code: 'assessment/consent-missing', citations: [coOwned, civilCodeArticle('860')] },
  consentStranger: { code: 'assessment/consent-stranger', citations: [byDesign] },
  consentInFuture: { code: 'assessment/consent-in-future', citations: [byDesign] },
  takersNotElected: { code: 'assessment/takers-not-elected', citations: [mayDispose, assessmentOpinion] },
  takerSharesDoNotSum: { code: 'assessment/taker-shares-do-not-sum', citations: [byDesign] },
  representativeNotTaker: { code: 'assessment/representative-not-taker', citations: [byDesign] },
  effectiveTooEarly: { code: 'assessment/effective-too-early', citations: [byDesign] },
  universityShareTooHigh: { code: 'assessment/university-share-too-high', citations: [byDesign] },
  foreignTakerUnlicensed: {
    code: 'assessment/foreign-taker-unlicensed',
    citations: [patentLawArticle('10(2)'), text('技术进出口管理条例', '29-33', plainDay('2020-11-29'))],
  },
  priceNotAsNamed: { code: 'assessment/price-not-as-named', citations: [text('增值税法', '5(iii)', plainDay('2024-12-25'))] },
  marketPriceMissing: {
    code: 'assessment/market-price-missing',
    citations: [text('增值税法', '5(iii)', plainDay('2024-12-25')), text('增值税法', '19', plainDay('2024-12-25'))],
  },
  termsUnread: { code: 'assessment/terms-unread', citations: [patentLawArticle('10(3)'), assessmentOpinion] },
} as const satisfies { readonly [name: string]: Rule }
