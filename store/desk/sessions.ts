import type { InstitutionId, PersonId } from '#domain/actor.ts'
import { asSystem, type Store } from '../db.ts'
import { hashSecret, makeSecret } from './secrets.ts'

/** Begins a session of `hours` (wall clock) and returns its secret, which is shown to nobody else. */
export async function beginSession(
  store: Store,
  institution: InstitutionId,
  person: PersonId,
  hours: number,
): Promise<{ secret: string; expiresAt: Date }> {
  const secret = makeSecret()
  const expiresAt = new Date(Date.now() + hours * 3_600_000)
  const data = { institutionId: institution, tokenHash: hashSecret(secret), personId: person, expiresAt }
  await asSystem(store, institution, (tx) => tx.session.create({ data }))
  return { secret, expiresAt }
}

/** Ends one session. */
export async function endSession(store: Store, institution: InstitutionId, secret: string): Promise<void> {
  const where = { institutionId: institution, tokenHash: hashSecret(secret) }
  await asSystem(store, institution, (tx) => tx.session.deleteMany({ where }))
}

/** Deletes sessions that are over; the worker asks now and then. */
export async function dropEndedSessions(store: Store, institution: InstitutionId): Promise<number> {
  const where = { institutionId: institution, expiresAt: { lte: new Date() } }
  return asSystem(store, institution, async (tx) => (await tx.session.deleteMany({ where })).count)
}

/** Ends a person's sessions, all but the one named: after a change of password. */
export async function endSessionsOf(store: Store, institution: InstitutionId, person: PersonId, keep?: string): Promise<void> {
  const kept = keep === undefined ? {} : { tokenHash: { not: hashSecret(keep) } }
  await asSystem(store, institution, (tx) => tx.session.deleteMany({ where: { institutionId: institution, personId: person, ...kept } }))
}
