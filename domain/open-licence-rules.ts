import { civilCodeArticle } from './disclosure-law.ts'
import { barArticle, contraryView, estimateGuide, openLicenceNotice, serviceGuide, withdrawalBasis } from './open-licence-law.ts'
import { patentLawArticle, patentRulesArticle, verifiedBy } from './patent-citations.ts'
import { byDesign, type Rule } from './refusal.ts'

/** Whether a patent may be put under an open licence: every bar there is, in the order in which a report lists them. */
export const eligibilityRules = {
  unknown: { code: 'open-licence/patent-unknown', citations: [patentRulesArticle('85'), byDesign] },
  notOurs: { code: 'open-licence/not-patentee', citations: [patentLawArticle('50(1)')] },
  notGranted: { code: 'open-licence/grant-not-announced', citations: [patentRulesArticle('85(1)')] },
  notInForce: { code: 'open-licence/patent-not-in-force', citations: [barArticle('v'), patentLawArticle('44'), patentLawArticle('47(1)')] },
  // The item speaks of the licence and its term, not of its recordal: one that only the house knows of is a bar too.
  exclusive: { code: 'open-licence/exclusive-licence', citations: [barArticle('i')] },
  suspended: {
    code: 'open-licence/proceedings-suspended',
    citations: [barArticle('ii'), patentRulesArticle('103'), patentRulesArticle('104')],
  },
  annuity: { code: 'open-licence/annuity-unpaid', citations: [barArticle('iii')] },
  pledge: { code: 'open-licence/pledgee-not-consented', citations: [barArticle('iv')] },
  evaluationMissing: { code: 'open-licence/evaluation-missing', citations: [patentLawArticle('50(1)')] },
  evaluationPending: { code: 'open-licence/evaluation-pending', citations: [patentLawArticle('50(1)'), patentRulesArticle('62-63')] },
  evaluationNegative: { code: 'open-licence/evaluation-negative', citations: [serviceGuide, contraryView] },
  coOwner: {
    code: 'open-licence/co-owner-not-consented',
    citations: [patentLawArticle('14(2)'), verifiedBy('S10', '专利法', '14(2)')],
  },
  titleGrant: { code: 'open-licence/title-in-transfer', citations: [barArticle('v'), byDesign] },
  declared: { code: 'open-licence/declared-before', citations: [barArticle('v'), byDesign] },
} as const satisfies { readonly [name: string]: Rule }

/** Consent of co-owners and pledgees. */
const consentRules = {
  consentOtherPatent: { code: 'open-licence/consent-for-another-patent', citations: [patentLawArticle('14(2)'), barArticle('iv')] },
  consentStranger: { code: 'open-licence/consent-of-a-stranger', citations: [byDesign] },
  consentToCome: { code: 'open-licence/consent-to-come', citations: [byDesign] },
} as const satisfies { readonly [name: string]: Rule }

/** The fee, its estimate and the other contents of a declaration. */
const priceRules = {
  feeIncomplete: { code: 'open-licence/fee-incomplete', citations: [patentRulesArticle('85'), openLicenceNotice('S5')] },
  feeTooMuch: { code: 'open-licence/fee-ambiguous', citations: [patentRulesArticle('85')] },
  fixedCap: {
    code: 'open-licence/fixed-fee-unusual',
    citations: [openLicenceNotice('S5')],
    parameters: ['OPEN_FIXED_SOFTCAP_FEN'],
  },
  rateCap: {
    code: 'open-licence/rate-unusual',
    citations: [openLicenceNotice('S5')],
    parameters: ['OPEN_SALES_SOFTCAP_BP', 'OPEN_PROFIT_SOFTCAP_BP'],
  },
  termTooLong: { code: 'open-licence/term-beyond-patent', citations: [civilCodeArticle('865'), patentLawArticle('42(1)')] },
  termOver: { code: 'open-licence/term-over', citations: [patentRulesArticle('85')] },
  advertising: { code: 'open-licence/commercial-language', citations: [patentRulesArticle('85(3)')] },
  estimateBare: { code: 'open-licence/estimate-without-sources', citations: [estimateGuide] },
  estimateRange: { code: 'open-licence/estimate-range-reversed', citations: [byDesign] },
  estimateElsewhere: { code: 'open-licence/fee-outside-estimate', citations: [estimateGuide, byDesign] },
} as const satisfies { readonly [name: string]: Rule }

/** Filing, the office's answer, withdrawal and end. */
const courseRules = {
  notSigned: { code: 'open-licence/patentee-not-signed', citations: [patentLawArticle('14(2)'), verifiedBy('S7', '专利法', '14(2)')] },
  packageShort: { code: 'open-licence/package-incomplete', citations: [patentLawArticle('50(1)'), patentRulesArticle('85')] },
  dayToCome: { code: 'open-licence/day-to-come', citations: [byDesign] },
  daysReversed: { code: 'open-licence/days-reversed', citations: [byDesign] },
  answerIncomplete: { code: 'open-licence/answer-incomplete', citations: [byDesign] },
  conditional: { code: 'open-licence/withdrawal-conditional', citations: withdrawalBasis },
} as const satisfies { readonly [name: string]: Rule }

/** Every rule of the open licence up to its end. */
export const openLicenceRules = { ...eligibilityRules, ...consentRules, ...priceRules, ...courseRules }
