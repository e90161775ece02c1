import { randomUUID } from 'node:crypto'
import type { InstitutionId, PersonId } from '#domain/actor.ts'
import { dayOfInstant } from '#domain/day.ts'
import { checkPassword } from '#domain/password.ts'
import { systemViewer, type Store } from '#store/db.ts'
import type { Deed } from '#store/deed.ts'
import { changePassword, enableAccount, findAccount, openAccount } from '#store/desk/accounts.ts'
import { listInstitutions, type Institution } from '#store/desk/institutions.ts'
import { hashPassword } from '#store/desk/passwords.ts'
import { addPerson } from '#store/desk/people.ts'
import { findPerson } from '#store/desk/people-lists.ts'
import { requireNone } from '#store/desk/register.ts'
import { grantRole, listAssignments } from '#store/desk/roles.ts'
import { seedInstitution } from './seed.ts'

/** Whom to make an administrator, of which house. */
export type NewAdministrator = {
  readonly institution: InstitutionId
  /** Of a house that is new here. */
  readonly house?: Omit<Institution, 'id'>
  readonly name: string
  readonly username: string
  readonly password: string
  /** Office clock, ms. */
  readonly at: number
}

/** Whether the house is entered already; for a new one its names and province are needed. */
export async function isInstitutionKnown(store: Store, institution: InstitutionId): Promise<boolean> {
  return (await listInstitutions(store)).some((one) => one.id === institution)
}

/**
 * Makes somebody administrator, entering house, person and account as far as they lack. A known account gets the new password:
 * whoever commands the machine lets back in whom the house has locked out. Throws RegisterRefusal.
 */
export async function createAdministrator(store: Store, wanted: NewAdministrator): Promise<PersonId> {
  const { institution, house, name, username, password, at } = wanted
  requireNone(checkPassword(username, password, '/password'))
  if (house !== undefined) await seedInstitution(store, { id: institution, ...house, at })
  const viewer = systemViewer(institution)
  const on = dayOfInstant(at)
  const deed = (): Deed => ({ institution, commandId: `command-line/${randomUUID()}`, actor: { is: 'system', name: 'process' }, at, on })
  const account = await findAccount(store, institution, username)
  const person = account?.person ?? (username as PersonId)
  if ((await findPerson(store, viewer, person)) === undefined) {
    const entry = { name, employer: 'here', relation: 'staff', isNaturalPerson: true, language: 'zh-CN' } as const
    await addPerson(store, deed(), { id: person, ...entry })
  }
  const passwordHash = await hashPassword(password)
  if (account === undefined) await openAccount(store, deed(), { person, username, passwordHash })
  else await changePassword(store, deed(), person, passwordHash)
  if (account?.disabled === true) await enableAccount(store, deed(), person)
  const held = await listAssignments(store, viewer, { person, role: 'sysadmin', since: on })
  const holds = held.some((one) => one.status === 'active' && one.to === undefined)
  if (!holds) await grantRole(store, deed(), { person, role: 'sysadmin', from: on })
  return person
}
