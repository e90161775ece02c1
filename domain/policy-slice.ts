import type { DueRule } from './deadline.ts'
import type { JsonObject } from './json.ts'
import type { Role } from './role.ts'

/** One row of an approval matrix: the first row that fits (amount, department) gives the chain of roles. */
export type ApprovalRow = {
  /** Up to and including this many fen; no limit when absent. */
  readonly upToFen?: number
  readonly department?: string
  readonly chain: readonly Role[]
}

/** What a university sets for one process without a programmer; pinned by hash when a matter opens (≤ 32 kB). */
export type ProcessPolicy = {
  /** Due rules by step; go before the step's own. */
  readonly due?: { readonly [step: string]: DueRule }
  /** Days before the due day on which the holder is reminded, by step or `*`. */
  readonly remindBefore?: { readonly [step: string]: readonly number[] }
  /** Votes needed to decide, of the members not recused: numerator over denominator of those eligible. */
  readonly quorum?: { readonly present: readonly [number, number]; readonly inFavour: readonly [number, number]; readonly least: number }
  readonly matrix?: readonly ApprovalRow[]
  readonly numbers?: { readonly [name: string]: number }
  readonly lists?: { readonly [name: string]: readonly JsonObject[] }
  readonly texts?: { readonly [name: string]: string }
}

/**
 * Lays `over` on `under`. Tables by step or name are merged entry by entry; a matrix or a quorum is replaced whole, since half of one
 * would be another rule.
 */
export function layOver(under: ProcessPolicy, over: ProcessPolicy): ProcessPolicy {
  const both = <Key extends 'due' | 'remindBefore' | 'numbers' | 'lists' | 'texts'>(key: Key) =>
    under[key] === undefined && over[key] === undefined ? {} : { [key]: { ...under[key], ...over[key] } }
  return { ...under, ...over, ...both('due'), ...both('remindBefore'), ...both('numbers'), ...both('lists'), ...both('texts') }
}
