import type { PersonId } from './actor.ts'
import type { PlainDay } from './day.ts'
import type { PublicDisclosure } from './disclosure-novelty.ts'
import type { Fen } from './money.ts'
import type { PatentType } from './patent-type.ts'
import type { PaperSeen } from './signing.ts'

/** Who manages the assessment and who scores it. */
export type Assignment = { readonly techManager: PersonId; readonly evaluators: readonly PersonId[] }

/** A document of the novelty search; X alone, Y together with others stands against the invention, A is background. */
export type PriorArt = {
  readonly number: string
  readonly category: 'X' | 'Y' | 'A'
  readonly publishedOn: PlainDay
  readonly relevance: string
}

export type NoveltySearch = {
  readonly searchedOn: PlainDay
  readonly databases: readonly string[]
  readonly query: string
  readonly documents: readonly PriorArt[]
  readonly finding: 'novel' | 'doubtful' | 'anticipated'
  /** What sets the result apart from the nearest document; needed when an X document stands against `novel`. */
  readonly distinction?: string
}

export type Interview = {
  readonly heldOn: PlainDay
  readonly inventors: readonly PersonId[]
  /** Technology readiness level, 1–9. */
  readonly readiness: number
  readonly problemSolved: string
  readonly advantage: string
  readonly market: string
  readonly proposedProtection: 'patent' | 'secret' | 'software' | 'publication'
  readonly candidateLicensees: readonly string[]
  /** What was or is to be made public and came up in the talk only. */
  readonly publicDisclosures: readonly PublicDisclosure[]
}

/** Points of 0–100 for one criterion, with what they rest on. */
export type CriterionScore = { readonly criterion: string; readonly points: number; readonly evidence: string }

/** One evaluator's scores; empty for who recuses himself. */
export type Score = {
  /** The evaluator's own statement: nothing, or what ties him to the matter. */
  readonly interest: 'no-interest' | 'family' | 'employment' | 'investment' | 'collaboration' | 'rivalry' | 'other'
  readonly scores: readonly CriterionScore[]
  readonly recommendation?: AssessmentDecision
  readonly remarks?: string
}

/** Which part of the protection a cost belongs to: each decision takes some of them. */
export type CostPart = 'domestic' | 'dual' | 'pct' | 'foreign'

export type CostItem = {
  readonly part: CostPart
  readonly kind: 'official-fee' | 'agency-fee' | 'translation' | 'annuity' | 'other'
  /** ISO 3166 code, `CN` at home. */
  readonly country: string
  readonly amountFen: Fen
  readonly basis: string
}

export type CostEstimate = {
  readonly items: readonly CostItem[]
  readonly funding: 'university-fund' | 'department' | 'project' | 'team' | 'sponsor'
  readonly remarks?: string
}

/** The eight decisions of an assessment. */
export type AssessmentDecision =
  'file-cn' | 'file-cn-pct' | 'same-day-dual' | 'keep-secret' | 'publish' | 'not-file' | 'more-data' | 'reject'

/** Why a result is rejected outright; the last two leave the university nothing to hand over. */
export type RejectionGround = 'excluded-subject' | 'not-reproducible' | 'unlawful' | 'not-service-invention' | 'already-filed'

export type SecrecyPlan = { readonly custodian: PersonId; readonly measures: readonly string[]; readonly reviewMonths: number }

export type DecisionForm = {
  /** At least 50 characters. */
  readonly reasons: string
  /** What the decision-maker knew and looked at: kept for the exemption of the diligent. */
  readonly factsConsidered: readonly string[]
  /** The decision-maker's own statement that he gains nothing unlawful by it. */
  readonly noUnlawfulGain: boolean
  readonly countries: readonly string[]
  /** The committee's members where the decision is an exception; empty otherwise. */
  readonly panel: readonly PersonId[]
  readonly patentType?: PatentType
  readonly dual?: { readonly shapeOrStructure: boolean; readonly warningRead: boolean }
  readonly secrecy?: SecrecyPlan
  readonly publicationReview?: { readonly reviewedOn: PlainDay; readonly opinion: string }
  readonly rejectionGround?: RejectionGround
  readonly dataWanted?: string
}

/** A committee member's vote is its outcome; more he need not write. */
export type Ballot = { readonly remarks?: string }

export type Approval = { readonly remarks?: string }

/** One national application as the office accepted it. */
export type FiledApplication = {
  readonly type: PatentType
  /** With its check digit, e.g. `202610123456.7`. */
  readonly applicationNumber: string
  readonly filedOn: PlainDay
  readonly acceptanceNoticeOn?: PlainDay
  /** Declared at filing that the same applicant filed the same invention as the other kind that day. */
  readonly dualDeclared: boolean
}

export type PriorityClaim = { readonly country: string; readonly number: string; readonly filedOn: PlainDay }

/** Standing of the confidentiality examination (专利法 19): silence of the office never clears. */
export type ConfidentialityExamination =
  | { readonly is: 'not-needed'; readonly because: 'no-filing-abroad' | 'design' | 'made-abroad' }
  | { readonly is: 'requested'; readonly on: PlainDay }
  | { readonly is: 'cleared'; readonly requestedOn: PlainDay; readonly on: PlainDay; readonly decision: string }
  | { readonly is: 'secrecy-ordered'; readonly requestedOn: PlainDay; readonly on: PlainDay; readonly decision: string }

/** A filing outside the national procedure: a PCT application or a direct one abroad. */
export type ForeignFiling = {
  readonly route: 'pct' | 'direct'
  /** Receiving or national office, `CN` for a PCT application at the Chinese office. */
  readonly office: string
  readonly number: string
  readonly filedOn: PlainDay
}

export type FilingRecord = {
  readonly applications: readonly FiledApplication[]
  readonly priorities: readonly PriorityClaim[]
  readonly foreignFilings: readonly ForeignFiling[]
  readonly confidentiality: ConfidentialityExamination
  /** Which case of 专利法 24 the application relies on, declared at filing. */
  readonly graceClaimed?: PublicDisclosure
  /** Agency's name, where one was engaged. */
  readonly agency?: string
  /** The grant reward agreed with the inventors in writing, per patent. */
  readonly rewardAgreed?: { readonly amountFen: Fen; readonly agreement: string }
}

/** What the patent office did, as it is recorded while the filing is watched. */
export type OfficeEvent = {
  readonly event:
    | 'grant-announced'
    | 'rejected'
    | 'withdrawn'
    | 'lapsed'
    | 'rejection-received'
    | 're-examination-decided'
    | 'loss-notice-received'
    | 'utility-model-to-be-abandoned'
    | 'published'
    | 'entered-examination'
    | 'grant-notice-received'
  readonly applicationNumber: string
  /** The day of the event in law: announcement, receipt of the notice, lapse. */
  readonly on: PlainDay
  /** Months the office set for an answer, where it set them. */
  readonly answerMonths?: number
  readonly notice?: string
}

/** A licence on the utility model, told before it is abandoned. */
export type UtilityModelLicence = {
  readonly contract: string
  readonly kind: 'exclusive' | 'sole' | 'ordinary' | 'open'
  readonly toldOn?: PlainDay
}

export type Abandonment = {
  readonly licences: readonly UtilityModelLicence[]
  readonly declaredOn?: PlainDay
  readonly warningRead: boolean
}

/** What an inventor was paid; `to` says who received it: himself, his heirs, or the notary's deposit. */
export type RewardPayment = {
  readonly person: PersonId
  readonly to: 'inventor' | 'heirs' | 'deposit'
  /** The paper by which heirs proved their right, or the deposit's receipt. */
  readonly proof?: string
  readonly amountFen: Fen
  readonly paidOn: PlainDay
  readonly voucher: string
}

export type RewardPayments = { readonly payments: readonly RewardPayment[] }

/** The team's answer to a decision not to file. */
export type TeamReply = { readonly statement?: string; readonly grounds?: readonly string[] }

/** Who hears the appeal. */
export type AppealPanel = { readonly members: readonly PersonId[] }

export type HandOverElection = { readonly remarks?: string }

export type CoOwnerConsent = { readonly coOwner: string; readonly consentedOn: PlainDay; readonly letter: string }

export type CoOwnerConsents = { readonly consents: readonly CoOwnerConsent[] }

export type HandOverTaker = { readonly person: PersonId; readonly shareBp: number }

export type HandOverTerms = {
  /** What the takers pay; may be 0, which asks for a tax review. */
  readonly priceFen: Fen
  /** The university's share of income after filing and maintenance cost. */
  readonly universityShareBp: number
  readonly effectiveOn: PlainDay
  readonly takers: readonly HandOverTaker[]
  /** Who decides for the takers. */
  readonly representative: PersonId
  readonly researchUseReserved: boolean
  readonly reportEveryMonths: number
  /** A taker is a foreign national: licence of the transfer abroad, where one is needed. */
  readonly foreignTaker: boolean
  readonly exportLicence?: string
}

/** Finance's view of a hand-over for nothing: a deemed sale at market price (增值税法 5(iii), 19). */
export type TaxReview = { readonly marketPriceFen: Fen; readonly basis: string; readonly exemption?: string }

/** A signature under the agreement that the party was shown. */
export type PartyConfirmation = PaperSeen & { readonly termsRead: boolean }
