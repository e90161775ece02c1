import { createHash } from 'node:crypto'
import type { ActorRef, InstitutionId, PersonId } from '#domain/actor.ts'
import type { JsonObject } from '#domain/json.ts'
import { refuse, type Refusal } from '#domain/refusal.ts'
import { taskRules } from '#domain/task-rules.ts'
import { asSystem, type Store, type Tx } from '../db.ts'
import { getPersonKey, type OpenKey } from '../keys.ts'
import type { Deed } from '../deed.ts'
import { appendTo } from '../record/chain.ts'
import type { RegisterFacts } from '../record/chain-entry.ts'
import { chainStart, factsPlace } from '../record/stored.ts'
import { unsealJson } from '../seal.ts'
import { RegisterRefusal } from './register-refusal.ts'

/** Registers in which a rule looks at more than one subject; one transaction at a time changes them. */
export type SharedRegister = 'roles' | 'deputies' | 'departments'

/**
 * Changes a register under its rules and appends to the subject's chain, in one transaction. `change` checks and writes rows under
 * the locks; given the place the action will take, it answers what happened. It does not run again for a command on record.
 * Answers the facts of what the command became.
 * @throws RegisterRefusal when a rule says no or the actor does not hold the role he acts in; nothing is then written.
 */
export async function changeRegister(
  store: Store,
  deed: Deed,
  chain: string,
  change: (tx: Tx, seq: number) => Promise<RegisterFacts>,
  shared?: SharedRegister,
): Promise<JsonObject> {
  return asSystem(store, deed.institution, (tx) => changeRegisterIn(store, tx, deed, chain, change, shared))
}

/** `changeRegister` within a transaction of the system's view that changes more than this. */
export async function changeRegisterIn(
  store: Store,
  tx: Tx,
  deed: Deed,
  chain: string,
  change: (tx: Tx, seq: number) => Promise<RegisterFacts>,
  shared?: SharedRegister,
): Promise<JsonObject> {
  const { institution } = deed
  if (shared !== undefined) await lockShared(tx, institution, shared)
  await tx.$executeRaw`INSERT INTO chains (institution_id, chain, seq, head_hash) VALUES (${institution}, ${chain}, 0, ${chainStart}) ON CONFLICT DO NOTHING`
  const [head] = await tx.$queryRaw<{ seq: number }[]>`
    SELECT seq FROM chains WHERE institution_id = ${institution} AND chain = ${chain} FOR UPDATE`
  const key = await keyOf(store, tx, deed, chain)
  const known = await findKnown(tx, deed, chain, key)
  if (known !== undefined) return known
  await requireRole(tx, deed)
  const happened = await change(tx, (head?.seq ?? 0) + 1)
  await appendTo(tx, chain, deed, happened, key)
  return happened.facts
}

/** Waits until no other transaction changes the register, and keeps others waiting. Take it before any chain. */
export async function lockShared(tx: Tx, institution: InstitutionId, shared: SharedRegister): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${institution}/register/${shared}`}, 0))`
}

/** A person's chain is sealed under his key; every other register's lies in the clear. */
async function keyOf(store: Store, tx: Tx, { institution }: Deed, chain: string): Promise<OpenKey | undefined> {
  if (!chain.startsWith('person/')) return undefined
  return getPersonKey(store, tx, institution, chain.slice('person/'.length) as PersonId)
}

async function findKnown(tx: Tx, deed: Deed, chain: string, key: OpenKey | undefined): Promise<JsonObject | undefined> {
  const where = { institutionId_chain_commandId: { institutionId: deed.institution, chain, commandId: deed.commandId } }
  const row = await tx.action.findUnique({ where, select: { seq: true, facts: true } })
  if (row === null) return undefined
  if (key !== undefined) return unsealJson<JsonObject>(key.key, factsPlace(deed.institution, chain, row.seq), row.facts)
  return JSON.parse(Buffer.from(row.facts).toString('utf8')) as JsonObject
}

/** Throws the refusals, if there are any. */
export function requireNone(refusals: readonly Refusal[]): void {
  if (refusals.length > 0) throw new RegisterRefusal(refusals)
}

/** Throws this refusal. */
export function deny(refusal: Refusal): never {
  throw new RegisterRefusal([refusal])
}

/** An id that follows from the command, so that a repeated command names the same thing. */
export function idOf(kind: 'role' | 'deputy', { institution, commandId }: Deed): string {
  return `${kind}-${createHash('sha256').update(`${kind}/${institution}/${commandId}`).digest('hex').slice(0, 16)}`
}

/** The person's id, or the program's name: what a row keeps of who did it. */
export function nameOf(actor: ActorRef): string {
  return actor.is === 'person' ? actor.person : actor.name
}

async function requireRole(tx: Tx, { institution, actor, on }: Deed): Promise<void> {
  if (actor.is === 'system' || actor.as === 'self') return
  const held = await tx.roleAssignment.count({
    where: {
      institutionId: institution,
      personId: actor.onBehalfOf ?? actor.person,
      roleKey: actor.as,
      status: 'active',
      fromDay: { lte: on },
      OR: [{ toDay: null }, { toDay: { gte: on } }],
    },
  })
  if (held === 0) deny(refuse(taskRules.roleNotHeld, { role: actor.as, on }))
}
