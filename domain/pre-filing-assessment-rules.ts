import { plainDay } from './day.ts'
import { byDesign, text } from './refusal.ts'
import type { Citation, Rule } from './refusal.ts'

const patentLaw = plainDay('2020-10-17')
const patentRules = plainDay('2023-12-11')

/** The ministries' opinion that asks universities to assess before filing; remembered, its text was not at hand. */
export const assessmentOpinion: Citation = { law: '教科技〔2020〕1号', sure: 'recalled' }

/** The duty to disclose and assess as secondary sources report it. */
export const assessmentDuty: Citation = { law: '教科技〔2020〕1号', sure: 'verified', source: 'S20' }

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
export const mayDispose = text('专利法', '6(1)', patentLaw)

/** A filed application or patent passes only when its transfer is registered. */
export const passesOnRegistration = text('专利法', '10(3)', patentLaw)

/** Filing one invention as invention and utility model on one day. */
export const dualFilingBasis: readonly Citation[] = [
  text('专利法', '9(1)', patentLaw),
  text('专利法实施细则', '47', patentRules),
  dualFilingGuideline,
]

/** No term compensation for an invention that was filed twice. */
export const noTermCompensation = text('专利法实施细则', '78(4)', patentRules)

/** Confidentiality examination before filing abroad. */
export const confidentialityBasis: readonly [Citation, ...Citation[]] = [
  text('专利法', '19', patentLaw),
  text('专利法实施细则', '8-9', patentRules),
  text('专利法', '78', patentLaw),
]

const separation: Citation = { law: 'policy', article: 'separation-of-duties', sure: 'design' }
const coOwned = text('专利法', '14', patentLaw)

/** Every rule of the assessment, its filing and its hand-over. */
export const assessmentRules = {
  sharesDoNotSum: { code: 'assessment/shares-do-not-sum', citations: [byDesign] },
  inventorTwice: { code: 'assessment/inventor-twice', citations: [byDesign] },
  notNaturalPerson: {
    code: 'assessment/not-natural-person',
    citations: [{ law: '专利审查指南', version: plainDay('2026-01-01'), sure: 'verified', source: 'S19' }],
  },
  publicationInFuture: { code: 'assessment/publication-in-future', citations: [byDesign] },
  criteriaDoNotSum: { code: 'assessment/criteria-do-not-sum', citations: [byDesign] },
  tooFewEvaluators: { code: 'assessment/too-few-evaluators', citations: [byDesign] },
  evaluatorTwice: { code: 'assessment/evaluator-twice', citations: [byDesign] },
  assessorConflicted: { code: 'assessment/assessor-conflicted', citations: [separation] },
  searchInFuture: { code: 'assessment/search-in-future', citations: [byDesign] },
  documentInFuture: { code: 'assessment/document-in-future', citations: [text('专利法', '22(5)', patentLaw)] },
  documentContradicts: { code: 'assessment/document-contradicts', citations: [text('专利法', '22(2)-(3)', patentLaw)] },
  anticipationUnproved: { code: 'assessment/anticipation-unproved', citations: [text('专利法', '22(2)-(3)', patentLaw)] },
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
  noveltyLost: { code: 'assessment/novelty-lost', citations: [text('专利法', '22', patentLaw), text('专利法', '24', patentLaw)] },
  anticipated: { code: 'assessment/anticipated', citations: [text('专利法', '22(2)-(3)', patentLaw)] },
  panelTooSmall: { code: 'assessment/panel-too-small', citations: [byDesign] },
  panelMemberTwice: { code: 'assessment/panel-member-twice', citations: [byDesign] },
  panelConflicted: { code: 'assessment/panel-conflicted', citations: [separation] },
  patentTypeMissing: { code: 'assessment/patent-type-missing', citations: [text('专利法', '2', patentLaw)] },
  notPatentable: { code: 'assessment/not-patentable-kind', citations: [text('专利法', '2', patentLaw)] },
  dualNeedsProduct: { code: 'assessment/dual-needs-product', citations: [text('专利法', '2(3)', patentLaw)] },
  dualWarningUnread: {
    code: 'assessment/dual-warning-unread',
    citations: [text('专利法实施细则', '47', patentRules), text('专利法', '9(1)', patentLaw), dualFilingGuideline, noTermCompensation],
  },
  secretAlreadyPublic: {
    code: 'assessment/secret-already-public',
    citations: [{ law: '反不正当竞争法', article: '9', sure: 'recalled-check' }],
  },
  secrecyPlanMissing: { code: 'assessment/secrecy-plan-missing', citations: [byDesign] },
  publicationUnreviewed: { code: 'assessment/publication-unreviewed', citations: [text('保守国家秘密法', '35', plainDay('2024-02-27'))] },
  rejectionGroundMissing: { code: 'assessment/rejection-ground-missing', citations: [byDesign] },
  dataUnnamed: { code: 'assessment/data-unnamed', citations: [byDesign] },
  overturned: { code: 'assessment/overturned', citations: [byDesign] },
  applicationMissing: { code: 'assessment/application-missing', citations: [byDesign] },
  applicationCheckDigit: { code: 'assessment/application-check-digit', citations: [{ law: 'ZC 0006 专利申请号标准', sure: 'recalled' }] },
  applicationType: { code: 'assessment/application-type', citations: [{ law: 'ZC 0006 专利申请号标准', sure: 'recalled' }] },
  applicationYear: { code: 'assessment/application-year', citations: [{ law: 'ZC 0006 专利申请号标准', sure: 'recalled' }] },
  applicationTwice: { code: 'assessment/application-twice', citations: [byDesign] },
  filedInFuture: { code: 'assessment/filed-in-future', citations: [text('专利法', '28', patentLaw)] },
  typeNotDecided: { code: 'assessment/type-not-decided', citations: [byDesign] },
  dualNotSameDay: {
    code: 'assessment/dual-not-same-day',
    citations: [text('专利法实施细则', '47', patentRules), text('专利法', '9(1)', patentLaw)],
  },
  dualUndeclared: {
    code: 'assessment/dual-undeclared',
    citations: [text('专利法实施细则', '47', patentRules), text('专利法', '9(1)', patentLaw)],
  },
  foreignUncleared: { code: 'assessment/foreign-uncleared', citations: confidentialityBasis },
  foreignUndecided: { code: 'assessment/foreign-undecided', citations: [byDesign] },
  priorityTooOld: {
    code: 'assessment/priority-too-old',
    citations: [text('专利法', '29', patentLaw), text('专利法实施细则', '36', patentRules)],
  },
  graceNotCovered: {
    code: 'assessment/grace-not-covered',
    citations: [text('专利法', '24', patentLaw), text('专利法实施细则', '33', patentRules)],
  },
  gracePassed: {
    code: 'assessment/grace-passed',
    citations: [text('专利法', '24', patentLaw), text('专利法实施细则', '6(5)', patentRules)],
  },
  unknownApplication: { code: 'assessment/unknown-application', citations: [byDesign] },
  eventInFuture: { code: 'assessment/event-in-future', citations: [byDesign] },
  eventBeforeFiling: { code: 'assessment/event-before-filing', citations: [byDesign] },
  applicationSettled: { code: 'assessment/application-settled', citations: [byDesign] },
  answerPeriodMissing: { code: 'assessment/answer-period-missing', citations: [text('专利法实施细则', '47', patentRules)] },
  noDualFiling: { code: 'assessment/no-dual-filing', citations: [text('专利法实施细则', '47', patentRules)] },
  licenseesUntold: {
    code: 'assessment/licensees-untold',
    citations: [text('专利法实施细则', '47', patentRules), text('民法典', '870', plainDay('2020-05-28'))],
  },
  declarationUndated: { code: 'assessment/declaration-undated', citations: [text('专利法实施细则', '47', patentRules)] },
  rewardShort: {
    code: 'assessment/reward-short',
    citations: [text('专利法', '15(1)', patentLaw), text('专利法实施细则', '92-93', patentRules)],
  },
  rewardStranger: { code: 'assessment/reward-stranger', citations: [text('专利法', '15(1)', patentLaw)] },
  proofMissing: {
    code: 'assessment/proof-missing',
    citations: [text('电子签名法', '3(3)', plainDay('2019-04-23')), text('民法典', '570', plainDay('2020-05-28'))],
  },
  paidInFuture: { code: 'assessment/paid-in-future', citations: [byDesign] },
  voucherTwice: { code: 'assessment/voucher-twice', citations: [byDesign] },
  appealGroundsMissing: { code: 'assessment/appeal-grounds-missing', citations: [byDesign] },
  replyUsed: { code: 'assessment/reply-used', citations: [byDesign] },
  replyEmpty: { code: 'assessment/reply-empty', citations: [byDesign] },
  appealUsed: { code: 'assessment/appeal-used', citations: [byDesign] },
  consentMissing: { code: 'assessment/consent-missing', citations: [coOwned, text('民法典', '860', plainDay('2020-05-28'))] },
  consentStranger: { code: 'assessment/consent-stranger', citations: [byDesign] },
  consentInFuture: { code: 'assessment/consent-in-future', citations: [byDesign] },
  takersNotElected: { code: 'assessment/takers-not-elected', citations: [mayDispose, assessmentOpinion] },
  takerSharesDoNotSum: { code: 'assessment/taker-shares-do-not-sum', citations: [byDesign] },
  representativeNotTaker: { code: 'assessment/representative-not-taker', citations: [byDesign] },
  effectiveTooEarly: { code: 'assessment/effective-too-early', citations: [byDesign] },
  universityShareTooHigh: { code: 'assessment/university-share-too-high', citations: [byDesign] },
  foreignTakerUnlicensed: {
    code: 'assessment/foreign-taker-unlicensed',
    citations: [text('专利法', '10(2)', patentLaw), text('技术进出口管理条例', '29-33', plainDay('2020-11-29'))],
  },
  priceNotAsNamed: { code: 'assessment/price-not-as-named', citations: [text('增值税法', '5(iii)', plainDay('2024-12-25'))] },
  marketPriceMissing: {
    code: 'assessment/market-price-missing',
    citations: [text('增值税法', '5(iii)', plainDay('2024-12-25')), text('增值税法', '19', plainDay('2024-12-25'))],
  },
  termsUnread: { code: 'assessment/terms-unread', citations: [text('专利法', '10(3)', patentLaw), assessmentOpinion] },
} as const satisfies { readonly [name: string]: Rule }
