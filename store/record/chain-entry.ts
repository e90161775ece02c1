import type { JsonObject } from '#domain/json.ts'
import type { Deed } from '../deed.ts'
import type { OpenKey } from '../keys.ts'
import { sealJson } from '../seal.ts'
import { chainStart, factsPlace, hashStored, type StoredAction } from './stored.ts'

/** What happened to a register's subject: past tense, e.g. `RoleGranted`. */
export type RegisterFacts = { readonly kind: string; readonly facts: JsonObject }

/** Where a chain ends; a chain without actions ends at 0. */
export type ChainEnd = { readonly seq: number; readonly hash: Buffer }

/** An action of a chain as it is stored, with the hash before it and its own. */
export type ChainEntry = { readonly stored: StoredAction; readonly previous: Buffer; readonly hash: Buffer }

/** Makes the action of a register's chain that follows `end`; `key` seals facts about a person. */
export function entryAfter(end: ChainEnd, chain: string, deed: Deed, { kind, facts }: RegisterFacts, key?: OpenKey): ChainEntry {
  const { institution, commandId, actor, at, on } = deed
  const seq = end.seq + 1
  const sealed = key === undefined ? Buffer.from(JSON.stringify(facts)) : sealJson(key.key, factsPlace(institution, chain, seq), facts)
  const previous = end.seq === 0 ? chainStart : end.hash
  const head = { institution, chain, seq, commandId, kind, actor, at, on }
  const stored: StoredAction = { ...head, facts: sealed, keyGeneration: key?.generation ?? 0, policyVersion: null }
  return { stored, previous, hash: hashStored(stored, previous) }
}
