import type { InstitutionId, PersonId } from '#domain/actor.ts'
import { asSystem, type Store } from '../db.ts'

/** What signing in needs; the hash was made by the door. */
export type Account = { readonly username: string; readonly person: PersonId; readonly passwordHash: string; readonly disabled: boolean }

/** Opens an account, or gives it this password; a person has one account. */
export async function recordAccount(store: Store, institution: InstitutionId, account: Omit<Account, 'disabled'>): Promise<void> {
  const { username, person, passwordHash } = account
  const where = { institutionId_username: { institutionId: institution, username } }
  const create = { institutionId: institution, username, personId: person, passwordHash }
  await asSystem(store, institution, (tx) => tx.account.upsert({ where, create, update: { passwordHash } }))
}

/** The account of a user name. */
export async function findAccount(store: Store, institution: InstitutionId, username: string): Promise<Account | undefined> {
  const where = { institutionId_username: { institutionId: institution, username } }
  const row = await asSystem(store, institution, (tx) => tx.account.findUnique({ where }))
  return row === null ? undefined : { username, person: row.personId as PersonId, passwordHash: row.passwordHash, disabled: row.disabled }
}

/** Whether the person can sign in by himself; whoever cannot acts by one-time links. */
export async function hasAccount(store: Store, institution: InstitutionId, person: PersonId): Promise<boolean> {
  const where = { institutionId: institution, personId: person, disabled: false }
  return asSystem(store, institution, async (tx) => (await tx.account.count({ where })) > 0)
}

/** Shuts an account and ends every session and token of its person. */
export async function disableAccount(store: Store, institution: InstitutionId, person: PersonId): Promise<void> {
  const where = { institutionId: institution, personId: person }
  await asSystem(store, institution, async (tx) => {
    await tx.account.updateMany({ where, data: { disabled: true } })
    await tx.session.deleteMany({ where })
    await tx.apiToken.updateMany({ where: { ...where, revokedAt: null }, data: { revokedAt: new Date() } })
  })
}
