import type { PersonId } from './actor.ts'
import type { PlainDay } from './day.ts'
import type { Fen } from './money.ts'
import type { Finding } from './open-licence-eligibility.ts'
import type { PaperSeen } from './signing.ts'
import type { MatterId } from './state.ts'

/** Why a patent is put under an open licence. */
export type OpenLicenceTrigger = 'idle' | 'stock-taking' | 'auction-unsold' | 'inventor-proposal' | 'pilot-conversion' | 'other'

/** What a declaration is opened with; the patent's facts are read from the register, never typed. */
export type OpenLicenceOpening = {
  readonly patent: string
  readonly trigger: OpenLicenceTrigger
  readonly reasons: string
}

/** What the register said of the patent when it was read, as the matter keeps it. */
export type PatentSnapshot = {
  readonly title: string
  readonly titleEn?: string
  readonly inventors: readonly PersonId[]
  readonly kind: 'invention' | 'utility-model' | 'design'
  readonly filedOn: PlainDay
  readonly grantedOn?: PlainDay
  readonly termEnd: PlainDay
  readonly owners: readonly { readonly name: string; readonly isHouse?: boolean }[]
  readonly pledgees: readonly string[]
  readonly evaluation?: { readonly conclusion: string; readonly number?: string }
}

/** What the findings come to. */
export type EligibilityOutcome = 'eligible' | 'hold' | 'barred'

/** The outcome of the eligibility query as it is recorded. */
export type EligibilityRecord = {
  readonly conclusion: EligibilityOutcome
  readonly patent?: PatentSnapshot
  readonly findings: readonly Finding[]
}

/** The written consent of one co-owner or pledgee, for one patent. */
export type Consent = {
  readonly party: string
  readonly patent: string
  readonly consentedOn: PlainDay
  readonly letter: string
  readonly paper?: string
}

export type Consents = { readonly consents: readonly Consent[] }

export type Advice = { readonly remarks?: string }

export type Remarks = { readonly remarks?: string }

export type FeeMethod = 'lump-sum' | 'running-royalty' | 'entry-and-royalty'
export type RoyaltyBase = 'net-sales' | 'profit'

/** What everybody pays alike. */
export type Fee = {
  readonly method: FeeMethod
  /** The lump sum, or the entry part. */
  readonly fixedFen?: Fen
  readonly royaltyBp?: number
  readonly royaltyBase?: RoyaltyBase
  /** Months between reports of the royalty. */
  readonly reportMonths?: number
  /** Days after a written notice arrived within which lump sum or entry part is paid. */
  readonly paymentDays: number
}

export type EstimateBasis = 'own-exploitation' | 'past-royalties' | 'industry-statistics' | 'world-rates' | 'asset-valuation'

/** What the fee rests on, with the sources that show it. */
export type Estimate = {
  readonly basis: EstimateBasis
  readonly explanation: string
  readonly sources: readonly string[]
  readonly lowFen?: Fen
  readonly highFen?: Fen
  readonly lowBp?: number
  readonly highBp?: number
}

/** The contents of a declaration that the unit sets. */
export type PriceProposal = {
  readonly fee: Fee
  readonly termEnd: PlainDay
  /** Where written notices arrive: the system, and the address for paper. */
  readonly noticeSystem: string
  readonly noticeAddress: string
  readonly account: string
  readonly other?: string
  readonly estimate: Estimate
  /** Why the fee is above what is usual. */
  readonly justification?: string
}

/** One earlier offer of the house, to compare with. */
export type Comparable = {
  readonly number: string
  readonly on: PlainDay
  readonly method: FeeMethod
  readonly fixedFen?: Fen
  readonly royaltyBp?: number
  readonly royaltyBase?: RoyaltyBase
  /** Licences taken of it. */
  readonly taken: number
}

/** The house's signature under the declaration that its signer was shown. */
export type DeclarationSignature = PaperSeen

/** The declaration as filed: signed by every patentee, complete. The house's own signature lies in the paper's file. */
export type FilingForm = {
  readonly filedOn: PlainDay
  readonly receiptNumber: string
  readonly signatures: readonly { readonly party: string; readonly signedOn: PlainDay }[]
  readonly contents: readonly PackageItem[]
}

export type PackageItem =
  'declaration' | 'patentee-consents' | 'pledgee-consents' | 'evaluation-report' | 'fee-estimate' | 'no-bars-statement'

/** What the patent office answered; the paper received is attached. */
export type OfficeReply = {
  readonly receivedOn: PlainDay
  readonly paper: string
  readonly noticeNumber: string
  readonly announcedOn?: PlainDay
  readonly announcementNumber?: string
  readonly correctionDays?: number
  readonly defects?: string
}

export type Correction = { readonly resubmittedOn: PlainDay; readonly answer: string }

/** The patentee wants to withdraw: no condition, a reason, everybody's consent. */
export type WithdrawalRequest = { readonly reason: string; readonly unconditional: boolean; readonly consents: readonly Consent[] }

export type WithdrawalFiling = { readonly filedOn: PlainDay; readonly receiptNumber: string }

/** The announced standard as takers rely on it: recorded once at announcement, never edited. */
export type AnnouncedStandard = {
  readonly declaration: MatterId
  readonly number: string
  readonly patent: string
  readonly title: string
  readonly titleEn?: string
  readonly patentees: readonly string[]
  readonly announcementNumber: string
  readonly announcedOn: PlainDay
  readonly fee: Fee
  readonly termEnd: PlainDay
  readonly noticeSystem: string
  readonly noticeAddress: string
  readonly account: string
  readonly other?: string
}
