import type { PersonId } from './actor.ts'
import type { PlainDay } from './day.ts'
import type { ResultType } from './disclosure-form.ts'
import type { Fen } from './money.ts'
import type { Incentive } from './register.ts'
import type { PaperSeen } from './signing.ts'

/** 所有权 (university and team become co-owners), or 长期使用权 (the university keeps the title). */
export type GrantMode = 'ownership' | 'use-right'

/** Kinds of results that a province adds to those of the pilot. */
export const provincialResultTypes = ['drug-authorisation', 'clinical-approval', 'patent-application', 'unpatented-technology'] as const

export type GrantedType = ResultType | (typeof provincialResultTypes)[number]

/** One result as it stands on the register of patents or of other results. */
export type GrantedResult = {
  readonly register: 'patent' | 'result'
  /** `ZL…` with its check digit, or the id of a result. */
  readonly number: string
  readonly title: string
  readonly type: GrantedType
  /** The day the right ends, for what is no patent and does end. */
  readonly endsOn?: PlainDay
}

export const memberStandings = ['staff', 'student', 'postdoc', 'visitor', 'left', 'outside', 'deceased'] as const

/** A contributor with his part of what the team gets; the parts sum to 10000. */
export type TeamMember = {
  readonly person: PersonId
  readonly shareBp: number
  readonly standing: (typeof memberStandings)[number]
  /** His post, where he is a person in a leading post: his share is published. */
  readonly leadingPost?: string
  /** Who signs for a dead contributor; he himself stays named. */
  readonly heirs?: readonly PersonId[]
  /** The paper by which the heirs proved their right, kept as an original. */
  readonly heirProof?: string
}

export type TeamSplit = { readonly members: readonly TeamMember[]; readonly representative: PersonId }

export type TeamRevision = TeamSplit & { readonly note?: string }

/** What the matter is opened with: the results, the team and its own split, the representative. */
export type TitleGrantOpening = TeamSplit & {
  readonly title: string
  readonly titleEn?: string
  readonly results: readonly GrantedResult[]
}

export const interestKinds = ['no-interest', 'shareholder', 'director', 'employee', 'relative', 'other'] as const

/** A member's own statement on the split: his share, the mandate, and what ties him to the taker. */
export type SplitStatement = {
  readonly splitRead: boolean
  /** He authorises the representative to apply, negotiate and receive for the team. */
  readonly mandate: boolean
  readonly interest: (typeof interestKinds)[number]
  readonly interestIn?: string
}

/** Two parts of one whole, in basis points, Σ = 10000. */
export type Parts = { readonly universityBp: number; readonly teamBp: number }

export const decisionWays = ['representative', 'majority', 'all', 'university', 'university-and-representative'] as const
export type DecisionWay = (typeof decisionWays)[number]

/** Who decides how the result is used; goes before the default of 专利法 14. */
export type DecisionMechanism = {
  readonly ordinaryLicence: DecisionWay
  readonly exclusiveLicence: DecisionWay
  readonly transfer: DecisionWay
  /** What happens when they do not agree. */
  readonly deadlock: string
}

export type CostSharing = { readonly transformation: Parts; readonly maintenance: Parts }

export const improvementOwners = ['maker', 'university', 'team', 'title-ratio'] as const

export const transformationKinds = ['licence', 'transfer', 'equity', 'self', 'cooperation'] as const

export type TransformationPlan = {
  /** Names this one transformation: no second incentive for it. */
  readonly reference: string
  readonly kind: (typeof transformationKinds)[number]
  /** Who takes it up. */
  readonly taker: string
  readonly prospect: string
  readonly milestones: readonly { readonly what: string; readonly by: PlainDay }[]
  readonly fundingFen: Fen
  readonly fundingSource: string
}

export type PriorIncentive = { readonly transformation: string; readonly incentive: Incentive; readonly on: PlainDay }

/** What ends the grant before its time. */
export const exitTriggers = ['not-transformed', 'breach', 'right-ended', 'unlawful-use', 'team-dissolved', 'public-interest'] as const

/** The items that the application proposes and the agreement settles. */
export type GrantTerms = {
  /** Shares of the title; for a grant of ownership. */
  readonly title?: Parts
  /** For a long-term use right. */
  readonly termYears?: number
  readonly income: Parts
  readonly decision: DecisionMechanism
  readonly costs: CostSharing
  readonly improvements: (typeof improvementOwners)[number]
  /** The day of the first yearly report; the others follow a year apart. */
  readonly firstReportOn: PlainDay
  readonly exitTriggers: readonly (typeof exitTriggers)[number][]
  /** What the team pays; 0 is a grant for nothing. */
  readonly considerationFen: Fen
}

export type GrantApplication = GrantTerms & {
  readonly plan: TransformationPlan
  readonly valuation?: { readonly amountFen: Fen; readonly basis: string; readonly on: PlainDay }
  readonly priorIncentives: readonly PriorIncentive[]
  /** The team takes one incentive for one transformation. */
  readonly oneIncentive: boolean
}

export type FormalCheck = {
  /** The document that empowers the university, as the dated parameters name it. */
  readonly authority: string
  readonly prospectClear: boolean
  readonly takerClear: boolean
  readonly teamWilling: boolean
  readonly opinion?: string
}

/** `who` as the register has the name; a co-owner's share as the register has it, where it has one. */
export type WrittenConsent = {
  readonly who: string
  readonly number: string
  readonly consentedOn: PlainDay
  readonly letter: string
  readonly shareBp?: number
}

export type OwnershipCheck = {
  readonly ownershipClear: boolean
  readonly basis: string
  readonly sponsorClause: 'none' | 'permits' | 'forbids'
  /** The university's name as the register has it. */
  readonly universityName: string
  readonly coOwnerConsents: readonly WrittenConsent[]
  readonly pledgeeConsents: readonly WrittenConsent[]
}

/** The grounds of the negative list. */
export const negativeGrounds = [
  'national-security',
  'defence',
  'public-safety',
  'economic-security',
  'social-stability',
  'public-interest',
] as const

export type SecrecyCheck = { readonly touches: readonly (typeof negativeGrounds)[number][]; readonly opinion?: string }

export type ReviewPanel = {
  readonly members: readonly PersonId[]
  /** From the discipline office; looks on and does not vote. */
  readonly observer?: PersonId
}

/** A vote is its outcome, with the reason that some outcomes need. */
export type Ballot = { readonly [nothing in never]: never }

/** The approver's own statement beside the outcome. */
export type UnitApproval = {
  readonly noUnlawfulGain: boolean
  readonly factsConsidered: readonly string[]
  readonly remarks?: string
}

export type AgreementTerms = GrantTerms & {
  /** Months after which a grant that brought nothing is looked at for recovery. */
  readonly recoveryMonths: number
  /** Licences the team gave: whether they stay when the grant ends. */
  readonly sublicences: 'continue' | 'end'
  /** The share goes back to the university when the grant is recovered or terminated. */
  readonly titleReturns: boolean
  readonly disputes: 'court' | 'arbitration'
  /** The court or arbitration commission by name; absent, the court at the university's seat, or a commission still to be chosen. */
  readonly forum?: string
  /** The day the last of the rights ends: ownership is watched until then. */
  readonly rightsEndOn: PlainDay
}

export const taxFlags = ['deemed-sale', 'royalty', 'sale-of-share', 'own-part', 'no-cash-relief'] as const
export type TaxFlag = (typeof taxFlags)[number]

export type TaxReview = {
  readonly marketPriceFen: Fen
  readonly basis: string
  readonly exemption?: string
  readonly flagsRead: readonly TaxFlag[]
}

/** A signature under the agreement that the signer was shown. */
export type AgreementSignature = PaperSeen & { readonly termsRead: boolean }

export type Remarks = { readonly remarks?: string }

export type ChangeFiling = { readonly filedOn: PlainDay; readonly numbers: readonly string[]; readonly receipt: string }

/** What the competent office answered, with its paper. */
export type OfficeReply = {
  readonly repliedOn: PlainDay
  readonly notice: string
  /** The day from which the change is registered. */
  readonly registeredOn?: PlainDay
  readonly attachment?: string
}

export type ReportedTransformation = {
  readonly reference: string
  readonly kind: (typeof transformationKinds)[number]
  readonly taker: string
  readonly netFen: Fen
  readonly incentives: readonly Incentive[]
}

export type AnnualReport = {
  readonly transformations: readonly ReportedTransformation[]
  readonly progress?: string
  readonly costFen?: Fen
}

export type RecoveryReview = {
  readonly heardOn: PlainDay
  readonly facts: string
  readonly nextMonths?: number
  readonly noUnlawfulGain: boolean
}

export type ExtensionRequest = { readonly years?: number; readonly plan?: string }
export type ExtensionDecision = { readonly years?: number; readonly performance: string; readonly noUnlawfulGain: boolean }

export type ReviewRequest = { readonly grounds?: readonly string[] }

export type WithdrawalProposal = { readonly reason: string }

export type Termination = {
  readonly agreedOn: PlainDay
  readonly document: string
  readonly signedBy: readonly PersonId[]
  readonly reason: string
}

/** What an upheld objection was about; on security it names the grounds of the negative list. */
export type ObjectionSettlement = { readonly touches: readonly (typeof negativeGrounds)[number][]; readonly decision: string }

/** What the notice tells when it is closed. */
export type NoticeClosed = {
  readonly outcome: 'closed-ok' | 'closed-upheld' | 'cancelled' | 'exempt'
  readonly notice: string
  readonly number: string
  readonly closedOn: PlainDay
  readonly contentHash?: string
}

/** What the notice tells where a late objection was upheld all the same. */
export type NoticeOverturned = { readonly notice: string; readonly number: string; readonly on: PlainDay }

/** A change of a register's subject, as the relay tells it. */
export type FactChanged = { readonly subject: string; readonly kind: string }
