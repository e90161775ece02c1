import type { OwnershipRule } from './disclosure-ownership-rules.ts'
import type { JsonObject } from './json.ts'
import type { Citation, RuleCode } from './refusal.ts'

/** 职务, 非职务, 共有 (合作), 委托, 约定. */
export type OwnershipKind = 'service' | 'non-service' | 'joint' | 'commissioned' | 'agreement'

export const ownerKinds = ['university', 'inventors', 'partner', 'former-employer', 'other-unit'] as const

/** Somebody who holds the right to apply and the patent, or a part of them. */
export type Owner = { readonly who: (typeof ownerKinds)[number]; readonly name?: string; readonly shareBp?: number }

/** What follows from a finding beside the ownership; each is a duty or right that later processes must respect. */
export type OwnershipEffect =
  | 'unit-may-dispose'
  | 'no-suppression'
  | 'client-may-exploit'
  | 'client-first-refusal'
  | 'co-owners-first-refusal'
  | 'waiver-leaves-free-use'
  | 'objection-blocks-filing'
  | 'each-may-use-know-how'
  | 'no-transfer-before-delivery'
  | 'transfer-needs-all'
  | 'secrecy-agreement-needed'
  | 'shares-by-contribution'
  | 'project-undertaker-holds'

/** Another rule that the facts meet as well. */
type OwnershipAlternative = {
  readonly kind: OwnershipKind
  readonly owners: readonly Owner[]
  readonly rule: RuleCode
  readonly citations: readonly Citation[]
}

export type OwnershipFinding = OwnershipAlternative & {
  /** The facts the rule turned on. */
  readonly because: JsonObject
  readonly effects: readonly OwnershipEffect[]
  /** Weaker than the rule that decided. */
  readonly alternatives: readonly OwnershipAlternative[]
}

/** An owner found by one rule, before the rules are weighed against each other. */
export type FoundOwner = {
  readonly kind: OwnershipKind
  readonly owners: readonly Owner[]
  readonly rule: OwnershipRule
  readonly because: JsonObject
  readonly effects: readonly OwnershipEffect[]
}

export const university: Owner = { who: 'university' }

export const inventorsThemselves: Owner = { who: 'inventors' }

/** An owner under his name, where it is known. */
export function named(who: Owner['who'], name: string | undefined): Owner {
  return name === undefined || name === '' ? { who } : { who, name }
}
