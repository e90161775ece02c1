import type { InstitutionId, PersonId } from '#domain/actor.ts'
import { deskRules } from '#domain/desk-rules.ts'
import { accountRules } from '#domain/password.ts'
import { refuse } from '#domain/refusal.ts'
import { asSystem, type Store, type Tx } from '../db.ts'
import type { Deed } from '../deed.ts'
import { changeRegister, deny } from './register.ts'
import { requireAdministratorAfter } from './roles.ts'
import { hashSecret } from './secrets.ts'

/** What signing in needs. */
export type Account = { readonly username: string; readonly person: PersonId; readonly passwordHash: string; readonly disabled: boolean }

/** Opens a person's account. Throws RegisterRefusal where he has one, or the user name is taken. */
export async function openAccount(store: Store, deed: Deed, account: Omit<Account, 'disabled'>): Promise<void> {
  await changeRegister(store, deed, `person/${account.person}`, async (tx) => {
    await insertAccount(tx, deed.institution, account)
    return { kind: 'AccountOpened', facts: { username: nameIn(account.username) } }
  })
}

/** Writes the account's row. Throws RegisterRefusal; ask under the lock of the person's chain. */
export async function insertAccount(
  tx: Tx,
  institution: InstitutionId,
  { username, person, passwordHash }: Omit<Account, 'disabled'>,
): Promise<void> {
  const name = nameIn(username)
  const his = { institutionId: institution, personId: person }
  if ((await tx.person.count({ where: { institutionId: institution, id: person } })) === 0)
    deny(refuse(deskRules.personUnknown, { person }))
  if ((await tx.account.count({ where: his })) > 0) deny(refuse(deskRules.accountExists, { person }))
  const { count } = await tx.account.createMany({ data: [{ ...his, username: name, passwordHash }], skipDuplicates: true })
  if (count === 0) deny(refuse(deskRules.nameTaken, { username: name }, '/username'))
}

/** The account of a user name, in whichever case it is typed. */
export async function findAccount(store: Store, institution: InstitutionId, username: string): Promise<Account | undefined> {
  const where = { institutionId_username: { institutionId: institution, username: nameIn(username) } }
  const row = await asSystem(store, institution, (tx) => tx.account.findUnique({ where }))
  return row === null ? undefined : accountOf(row)
}

/** The account of a person. Whoever has none acts by one-time links. */
export async function findAccountOf(store: Store, institution: InstitutionId, person: PersonId): Promise<Account | undefined> {
  const where = { institutionId_personId: { institutionId: institution, personId: person } }
  const row = await asSystem(store, institution, (tx) => tx.account.findUnique({ where }))
  return row === null ? undefined : accountOf(row)
}

/** Gives the account another password and ends the person's sessions, but for the one whose secret is `keep`. Throws RegisterRefusal. */
export async function changePassword(store: Store, deed: Deed, person: PersonId, passwordHash: string, keep?: string): Promise<void> {
  await changeRegister(store, deed, `person/${person}`, async (tx) => {
    await setPassword(tx, deed.institution, person, passwordHash)
    const others = keep === undefined ? {} : { tokenHash: { not: hashSecret(keep) } }
    await tx.session.deleteMany({ where: { institutionId: deed.institution, personId: person, ...others } })
    return { kind: 'PasswordChanged', facts: {} }
  })
}

/** Writes another password's hash. Throws RegisterRefusal where there is no account. */
export async function setPassword(tx: Tx, institution: InstitutionId, person: PersonId, passwordHash: string): Promise<void> {
  const { count } = await tx.account.updateMany({ where: { institutionId: institution, personId: person }, data: { passwordHash } })
  if (count === 0) deny(refuse(accountRules.accountUnknown, { person }))
}

/** Shuts an account and ends its sessions and tokens; the last administrator's stays open. Throws RegisterRefusal. */
export async function disableAccount(store: Store, deed: Deed, person: PersonId): Promise<void> {
  const disable = async (tx: Tx) => {
    const where = { institutionId: deed.institution, personId: person }
    const roles = await tx.roleAssignment.findMany({ where: { ...where, role: 'sysadmin', status: 'active' }, select: { id: true } })
    const ids = roles.map((row) => row.id)
    await requireAdministratorAfter(tx, deed.institution, ids, deed.on)
    const { count } = await tx.account.updateMany({ where, data: { disabled: true } })
    if (count === 0) deny(refuse(accountRules.accountUnknown, { person }))
    await tx.session.deleteMany({ where })
    await tx.apiToken.updateMany({ where: { ...where, revokedAt: null }, data: { revokedAt: new Date() } })
    return { kind: 'AccountDisabled', facts: {} }
  }
  await changeRegister(store, deed, `person/${person}`, disable, 'roles')
}

/** Opens a shut account again, with the password it had. Throws RegisterRefusal. */
export async function enableAccount(store: Store, deed: Deed, person: PersonId): Promise<void> {
  await changeRegister(store, deed, `person/${person}`, async (tx) => {
    const where = { institutionId: deed.institution, personId: person }
    const { count } = await tx.account.updateMany({ where, data: { disabled: false } })
    if (count === 0) deny(refuse(accountRules.accountUnknown, { person }))
    return { kind: 'AccountEnabled', facts: {} }
  })
}

/** User names differ by more than case and the spaces around them. */
function nameIn(username: string): string {
  return username.trim().toLowerCase()
}

function accountOf(row: { username: string; personId: string; passwordHash: string; disabled: boolean }): Account {
  return { username: row.username, person: row.personId as PersonId, passwordHash: row.passwordHash, disabled: row.disabled }
}
