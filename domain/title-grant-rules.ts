import { stateSecretsArticle } from './disclosure-law.ts'
import { patentLawArticle, recalled } from './patent-citations.ts'
import { byDesign, type Citation, type Rule } from './refusal.ts'
import {
  agreementBasis,
  coOwnership,
  cashRelief,
  deemedSale,
  diligenceExemption,
  exploration,
  inheritanceOnPaper,
  lateObjection,
  onRegistration,
  ownPartTax,
  pilotNotice,
  pilotReport,
  pilotScope,
  pledgeeConsent,
  royaltyTax,
  statedRatio,
  suspendedFormalities,
  withinLife,
  yunnanRule,
} from './title-grant-law.ts'

const separation: Citation = { law: 'policy', article: 'separation-of-duties', sure: 'design' }

/** The gate: whether this university may grant at all, and what. */
export const authorityRules = {
  authorityMissing: {
    code: 'title-grant/authority-missing',
    citations: [exploration, pilotNotice],
    parameters: ['GRANT_AUTHORITY', 'GRANT_AUTHORITY_UNIT'],
  },
  modeUncovered: {
    code: 'title-grant/mode-not-covered',
    citations: [exploration, pilotNotice, agreementBasis],
    parameters: ['GRANT_AUTHORITY', 'GRANT_AUTHORITY_UNIT'],
  },
  authorityUnknown: {
    code: 'title-grant/authority-unknown',
    citations: [exploration],
    parameters: ['GRANT_AUTHORITY', 'GRANT_AUTHORITY_UNIT'],
  },
  typeUncovered: { code: 'title-grant/type-not-covered', citations: [pilotScope, yunnanRule], parameters: ['GRANT_EXTRA_TYPES'] },
} as const satisfies { readonly [name: string]: Rule }

/** The team, its split and its signatures. */
export const teamRules = {
  splitDoesNotSum: { code: 'title-grant/split-does-not-sum', citations: [byDesign] },
  memberTwice: { code: 'title-grant/member-twice', citations: [byDesign] },
  notNaturalPerson: { code: 'title-grant/not-natural-person', citations: [patentLawArticle('15')] },
  representativeOutside: { code: 'title-grant/representative-not-member', citations: [byDesign] },
  representativeDead: { code: 'title-grant/representative-deceased', citations: [byDesign] },
  heirsMissing: { code: 'title-grant/heirs-missing', citations: [inheritanceOnPaper] },
  heirsWrong: { code: 'title-grant/heirs-wrong', citations: [byDesign] },
  heirsOfTheLiving: { code: 'title-grant/heirs-of-the-living', citations: [byDesign] },
  resultTwice: { code: 'title-grant/result-twice', citations: [byDesign] },
  inventorLeftOut: { code: 'title-grant/inventor-left-out', citations: [pilotNotice, patentLawArticle('15')] },
  splitUnread: { code: 'title-grant/split-unread', citations: [byDesign] },
  mandateMissing: { code: 'title-grant/mandate-missing', citations: [pilotNotice] },
  interestUnnamed: { code: 'title-grant/interest-unnamed', citations: [byDesign] },
  withdrawalPast: { code: 'title-grant/withdrawal-past', citations: [byDesign] },
} as const satisfies { readonly [name: string]: Rule }

/** What an application must say. */
export const applicationRules = {
  partsDoNotSum: { code: 'title-grant/parts-do-not-sum', citations: [byDesign] },
  sharesMissing: { code: 'title-grant/shares-missing', citations: [statedRatio] },
  sharesOfUse: { code: 'title-grant/shares-of-use-right', citations: [statedRatio] },
  teamWithoutShare: { code: 'title-grant/team-without-share', citations: [pilotNotice] },
  termMissing: { code: 'title-grant/term-missing', citations: [pilotReport] },
  termOfOwnership: { code: 'title-grant/term-of-ownership', citations: [pilotNotice] },
  termTooShort: { code: 'title-grant/term-too-short', citations: [pilotReport], parameters: ['USE_RIGHT_MIN_YEARS'] },
  termBeyondLife: { code: 'title-grant/term-beyond-life', citations: [withinLife] },
  milestonePast: { code: 'title-grant/milestone-past', citations: [byDesign] },
  milestoneLate: { code: 'title-grant/milestone-after-term', citations: [byDesign] },
  reportTooLate: { code: 'title-grant/report-too-late', citations: [pilotNotice] },
  exitMissing: { code: 'title-grant/exit-missing', citations: [byDesign] },
  valuationFuture: { code: 'title-grant/valuation-in-future', citations: [byDesign] },
  doubleIncentive: { code: 'title-grant/double-incentive', citations: [recalled('国科发区〔2020〕128号', '不重复激励')] },
  incentiveUndeclared: { code: 'title-grant/one-incentive-undeclared', citations: [recalled('国科发区〔2020〕128号', '不重复激励')] },
} as const satisfies { readonly [name: string]: Rule }

/** The bars that the registers show, and the conditions that the office finds. */
export const barRules = {
  resultUnknown: { code: 'title-grant/result-unknown', citations: [byDesign] },
  rightEnded: { code: 'title-grant/right-ended', citations: [withinLife, patentLawArticle('44')] },
  notOwned: { code: 'title-grant/not-owned-by-university', citations: [patentLawArticle('6(1)')] },
  exclusiveLicence: { code: 'title-grant/exclusive-licence', citations: [byDesign] },
  openLicence: { code: 'title-grant/open-licence', citations: [byDesign, patentLawArticle('51(3)')] },
  disputed: { code: 'title-grant/ownership-disputed', citations: [suspendedFormalities] },
  preserved: { code: 'title-grant/preserved', citations: [suspendedFormalities] },
  pledged: { code: 'title-grant/pledgee-consent-missing', citations: [pledgeeConsent] },
  consentOfAnother: { code: 'title-grant/consent-for-another-number', citations: [pledgeeConsent] },
  coOwnerSilent: { code: 'title-grant/co-owner-consent-missing', citations: [coOwnership] },
  coOwnerShare: { code: 'title-grant/co-owner-share-wrong', citations: [coOwnership] },
  consentFuture: { code: 'title-grant/consent-in-future', citations: [byDesign] },
  alreadyGranted: { code: 'title-grant/already-granted', citations: [byDesign] },
  negativeListed: { code: 'title-grant/on-negative-list', citations: [pilotNotice] },
  prospectUnclear: { code: 'title-grant/prospect-unclear', citations: [pilotNotice] },
  takerUnclear: { code: 'title-grant/taker-unclear', citations: [pilotNotice] },
  teamUnwilling: { code: 'title-grant/team-unwilling', citations: [pilotNotice] },
  ownershipUnclear: { code: 'title-grant/ownership-unclear', citations: [pilotNotice] },
  sponsorForbids: { code: 'title-grant/sponsor-forbids', citations: [byDesign] },
  groundsMissing: { code: 'title-grant/negative-grounds-missing', citations: [pilotNotice] },
  groundsFound: { code: 'title-grant/negative-grounds-found', citations: [pilotNotice] },
  stateSecret: { code: 'title-grant/state-secret', citations: [stateSecretsArticle('31(iii)')] },
} as const satisfies { readonly [name: string]: Rule }

/** Experts, approval, and the review of a no. */
export const decisionRules = {
  panelTooSmall: { code: 'title-grant/panel-too-small', citations: [byDesign] },
  panelMemberTwice: { code: 'title-grant/panel-member-twice', citations: [byDesign] },
  panelConflicted: { code: 'title-grant/panel-conflicted', citations: [separation] },
  observerVotes: { code: 'title-grant/observer-votes', citations: [separation] },
  firstInstance: { code: 'title-grant/first-instance-again', citations: [separation] },
  gainUndeclared: { code: 'title-grant/gain-undeclared', citations: [diligenceExemption] },
  factsMissing: { code: 'title-grant/facts-missing', citations: [diligenceExemption] },
  reviewUsed: { code: 'title-grant/review-used', citations: [byDesign] },
  reviewGroundsMissing: { code: 'title-grant/review-grounds-missing', citations: [byDesign] },
} as const satisfies { readonly [name: string]: Rule }

/** The agreement, its signatures, and the registration. */
export const agreementRules = {
  termsDiffer: { code: 'title-grant/terms-differ', citations: [byDesign] },
  rightsEndWrong: { code: 'title-grant/rights-end-wrong', citations: [withinLife, patentLawArticle('42')] },
  notForNothing: { code: 'title-grant/consideration-not-as-named', citations: [deemedSale[0], deemedSale[1] ?? deemedSale[0]] },
  marketPriceMissing: { code: 'title-grant/market-price-missing', citations: deemedSale },
  taxFlagsUnread: { code: 'title-grant/tax-flags-unread', citations: [...royaltyTax, ownPartTax, ...deemedSale, cashRelief] },
  noticeOverturned: { code: 'title-grant/notice-overturned', citations: [pilotNotice] },
  termsUnread: { code: 'title-grant/terms-unread', citations: [byDesign] },
  numbersMissing: { code: 'title-grant/numbers-missing', citations: [onRegistration] },
  filedFuture: { code: 'title-grant/filed-in-future', citations: [byDesign] },
  replyFuture: { code: 'title-grant/reply-in-future', citations: [byDesign] },
  registeredMissing: { code: 'title-grant/registration-day-missing', citations: [onRegistration] },
  registeredEarly: { code: 'title-grant/registration-before-signing', citations: [onRegistration] },
} as const satisfies { readonly [name: string]: Rule }

/** The years of the grant. */
export const monitoringRules = {
  overdueByTime: { code: 'title-grant/overdue-by-time', citations: [byDesign] },
  transformationTwice: { code: 'title-grant/transformation-twice', citations: [byDesign] },
  hearingFuture: { code: 'title-grant/hearing-in-future', citations: [byDesign] },
  nextReviewMissing: { code: 'title-grant/next-review-missing', citations: [byDesign] },
  overturnedStands: { code: 'title-grant/overturned-touches-security', citations: lateObjection },
  transformedRecovered: { code: 'title-grant/transformed-not-recoverable', citations: [byDesign] },
  extensionMissing: { code: 'title-grant/extension-missing', citations: [pilotNotice] },
  notPerforming: { code: 'title-grant/not-performing', citations: [pilotNotice] },
  terminationUnsigned: { code: 'title-grant/termination-unsigned', citations: [byDesign] },
  terminationFuture: { code: 'title-grant/termination-in-future', citations: [byDesign] },
  disposalBlocked: { code: 'title-grant/disposal-needs-all', citations: [coOwnership] },
  disposalStranger: { code: 'title-grant/disposal-stranger', citations: [byDesign] },
} as const satisfies { readonly [name: string]: Rule }
