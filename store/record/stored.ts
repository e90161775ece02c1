import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { ActorRef, InstitutionId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { Json } from '#domain/json.ts'

/** An action as it lies on disk: facts sealed, so that the chain can be verified by whoever may not read them. */
export type StoredAction = {
  readonly institution: InstitutionId
  /** `matter/<id>`, or a register's subject (`person/<id>`, `policy/<process>` …). */
  readonly chain: string
  readonly seq: number
  readonly commandId: string
  readonly kind: string
  readonly actor: ActorRef
  /** Office clock, ms. */
  readonly at: number
  readonly on: PlainDay
  readonly facts: Buffer
  /** Which key of the chain's owner seals the facts; 0 for plain JSON. */
  readonly keyGeneration: number
  readonly policyVersion: string | null
}

/** What the first action of a chain follows. */
export const chainStart: Buffer = Buffer.alloc(32)

/** The action's hash: SHA-256 of the RFC 8785 form of what is stored together with the hash before it. */
export function hashStored(action: StoredAction, previous: Uint8Array): Buffer {
  const form: Json = {
    ...action,
    actor: { ...action.actor },
    facts: action.facts.toString('base64'),
    previous: Buffer.from(previous).toString('hex'),
  }
  const text = canonicalize(form)
  if (text === undefined) throw new Error(`Action ${action.seq} of ${action.chain} has no JSON form`)
  return createHash('sha256').update(text).digest()
}

/** Where an action's sealed facts belong. */
export function factsPlace(institution: InstitutionId, chain: string, seq: number): string {
  return `facts/${institution}/${chain}/${seq}`
}

/** Where a matter's sealed state belongs. */
export function statePlace(institution: InstitutionId, matter: string, seq: number): string {
  return `state/${institution}/${matter}/${seq}`
}
