import type { PersonId } from './actor.ts'
import type { PlainDay } from './day.ts'
import type { Owner } from './disclosure-owner.ts'
import type { ShareProposal, Share } from './negotiation.ts'
import type { MatterId } from './state.ts'

/** What the checker decided about one result that looks alike. */
type SimilarDecision = { readonly matter: MatterId; readonly decision: 'different' | 'improvement' | 'same'; readonly note?: string }

export type FormalCheck = { readonly similar?: readonly SimilarDecision[]; readonly note?: string }

/** The secrecy office's opinion. It names measures, never the content. */
export type SecrecyScreen = {
  /** Whether what is planned may be published (保守国家秘密法 35). */
  readonly mayPublish: boolean
  /** What protects a trade secret: who may know, marks, agreements. */
  readonly measures?: readonly string[]
}

/** What the competent secrecy administration ruled in a doubtful case (保守国家秘密法 25). */
export type SecrecyRuling = SecrecyScreen & { readonly authority: 'national' | 'provincial'; readonly ruledOn: PlainDay }

/** Legal's decision on ownership; `departure` says why it is not the one the rules proposed. */
export type OwnershipDecision = { readonly owners: readonly Owner[]; readonly departure?: string; readonly note?: string }

/** How an ownership or inventorship dispute came out, or why filing goes ahead meanwhile. */
export type DisputeReport = { readonly before: 'university' | 'ip-office' | 'court'; readonly reference?: string; readonly note?: string }

/** One inventor's private proposal of everybody's shares. */
export type SharesProposed = { readonly shares: ShareProposal }

/** One inventor's own statement: his number and what he contributed. */
export type ShareConfirmation = { readonly shareBp: number; readonly feature: string }

/** What the office settled with the inventors; empty shares where it falls back on equal ones. */
export type ShareSettlement = { readonly shares?: readonly Share[]; readonly heard: readonly PersonId[]; readonly note?: string }
