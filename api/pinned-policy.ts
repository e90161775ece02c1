import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { layOver, type ProcessPolicy } from '#domain/policy-slice.ts'
import { allDefaults } from '#policy/registry.gen.ts'

/** A policy as a matter is pinned to it: the whole body and its name, which is its hash. */
export type PinnedPolicy = { readonly version: string; readonly policy: ProcessPolicy }

/**
 * What holds for a process: the defaults, with what the university set laid over them. Tables by step or name are merged
 * entry by entry.
 */
export function resolvePolicy(process: string, own: ProcessPolicy | undefined, province?: string): PinnedPolicy {
  const defaults = allDefaults[process] ?? {}
  // A story sees no institution: where a process follows its province's law, the pinned policy says which province that is.
  const placed = province !== undefined && defaults.texts?.['province'] === '' ? layOver(defaults, { texts: { province } }) : defaults
  const policy = layOver(placed, own ?? {})
  return { version: hashPolicy(process, policy), policy }
}

/** The name of a policy: SHA-256 of its RFC 8785 form together with the process. */
export function hashPolicy(process: string, policy: ProcessPolicy): string {
  return createHash('sha256')
    .update(canonicalize({ process, policy }) ?? '')
    .digest('hex')
}
