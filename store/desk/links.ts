import type { InstitutionId, PersonId } from '#domain/actor.ts'
import type { MatterId, TaskId } from '#domain/state.ts'
import { asSystem, type Store } from '../db.ts'
import { hashSecret, makeSecret } from './secrets.ts'

/** What a one-time link is for: one deed of one person, bound to its purpose. */
export type Link = {
  readonly purpose: string
  readonly matter?: MatterId
  readonly task?: TaskId
  readonly person?: PersonId
  readonly expiresAt: Date
}

/** Makes a link and returns its secret; only its hash is kept. */
export async function makeLink(store: Store, institution: InstitutionId, link: Link): Promise<string> {
  const secret = makeSecret()
  const { purpose, matter, task, person, expiresAt } = link
  const bound = { matterId: matter ?? null, taskId: task ?? null, personId: person ?? null }
  const data = { institutionId: institution, tokenHash: hashSecret(secret), purpose, ...bound, expiresAt }
  await asSystem(store, institution, (tx) => tx.oneTimeLink.create({ data }))
  return secret
}

/** The link as long as it may still be used; looking does not use it up. */
export async function findLink(store: Store, institution: InstitutionId, secret: string): Promise<Link | undefined> {
  const where = { institutionId_tokenHash: { institutionId: institution, tokenHash: hashSecret(secret) } }
  const row = await asSystem(store, institution, (tx) => tx.oneTimeLink.findUnique({ where }))
  if (row === null || row.usedAt !== null || row.expiresAt <= new Date()) return undefined
  return {
    purpose: row.purpose,
    expiresAt: row.expiresAt,
    ...(row.matterId === null ? {} : { matter: row.matterId as MatterId }),
    ...(row.taskId === null ? {} : { task: row.taskId as TaskId }),
    ...(row.personId === null ? {} : { person: row.personId as PersonId }),
  }
}

/** Uses the link up; of simultaneous users one gets true. */
export async function useLink(store: Store, institution: InstitutionId, secret: string): Promise<boolean> {
  const where = { institutionId: institution, tokenHash: hashSecret(secret), usedAt: null, expiresAt: { gt: new Date() } }
  return asSystem(store, institution, async (tx) => (await tx.oneTimeLink.updateMany({ where, data: { usedAt: new Date() } })).count === 1)
}
