import { randomUUID } from 'node:crypto'
import type { InstitutionId, PersonId } from '#domain/actor.ts'
import { asSystem, type Store } from '../db.ts'
import { hashSecret, makeSecret } from './secrets.ts'

/** A personal token for programs; it acts as its person. */
export type ApiToken = { readonly id: string; readonly name: string; readonly createdAt: Date; readonly expiresAt?: Date }

/** Makes a token and returns its secret, which is shown this once. */
export async function makeApiToken(
  store: Store,
  institution: InstitutionId,
  token: { person: PersonId; name: string; expiresAt?: Date },
): Promise<{ id: string; secret: string }> {
  const secret = makeSecret()
  const id = randomUUID()
  const { person, name, expiresAt } = token
  const data = { institutionId: institution, id, tokenHash: hashSecret(secret), personId: person, name, expiresAt: expiresAt ?? null }
  await asSystem(store, institution, (tx) => tx.apiToken.create({ data }))
  return { id, secret }
}

/** A person's tokens in force. */
export async function listApiTokens(store: Store, institution: InstitutionId, person: PersonId): Promise<ApiToken[]> {
  const where = { institutionId: institution, personId: person, revokedAt: null }
  const rows = await asSystem(store, institution, (tx) => tx.apiToken.findMany({ where, orderBy: { createdAt: 'asc' } }))
  return rows.map(({ id, name, createdAt, expiresAt }) => ({ id, name, createdAt, ...(expiresAt === null ? {} : { expiresAt }) }))
}

/** Revokes a person's own token; false where he has none of that id. */
export async function revokeApiToken(store: Store, institution: InstitutionId, person: PersonId, id: string): Promise<boolean> {
  const where = { institutionId: institution, personId: person, id, revokedAt: null }
  return asSystem(store, institution, async (tx) => (await tx.apiToken.updateMany({ where, data: { revokedAt: new Date() } })).count === 1)
}
