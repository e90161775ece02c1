import type { InstitutionId, PersonId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import { deskRules } from '#domain/desk-rules.ts'
import { accountRules } from '#domain/password.ts'
import { refuse } from '#domain/refusal.ts'
import { asSystem, type Store, type Tx } from '../db.ts'
import type { Deed } from '../deed.ts'
import { insertAccount, setPassword } from './accounts.ts'
import { changeRegister, deny, nameOf } from './register.ts'
import { hashSecret, makeSecret } from './secrets.ts'

/** An invitation that may still be accepted. */
export type Invitation = { readonly person: PersonId; readonly mail: string; readonly expiresAt: Date }

/** Whom to invite, until when of the wall clock; to an account he has not, or to another password for the one he has. */
export type NewInvitation = {
  readonly person: PersonId
  /** His own address when absent. */
  readonly mail?: string
  readonly expiresAt: Date
  readonly for: 'account' | 'password'
}

/**
 * Invites a person of the register; answers the secret of the link, of which only the hash is kept. A command repeated makes
 * another secret, since the first is nowhere to be read. Throws RegisterRefusal.
 */
export async function invitePerson(store: Store, deed: Deed, invitation: NewInvitation): Promise<{ secret: string; mail: string }> {
  const { person, expiresAt } = invitation
  const { institution } = deed
  const facts = await changeRegister(store, deed, `person/${person}`, async (tx) => {
    const mail = await requireInvitable(tx, institution, invitation)
    return { kind: 'PersonInvited', facts: { mail, to: invitation.for, until: expiresAt.toISOString() } }
  })
  const secret = makeSecret()
  const mail = String(facts['mail'])
  const data = {
    institutionId: institution,
    tokenHash: hashSecret(secret),
    personId: person,
    mail,
    invitedBy: nameOf(deed.actor),
    expiresAt,
  }
  await asSystem(store, institution, (tx) => tx.invitation.create({ data }))
  return { secret, mail }
}

/** The invitation of a secret as long as it may be accepted; undefined for one used, over or unknown. */
export async function findInvitation(store: Store, institution: InstitutionId, secret: string): Promise<Invitation | undefined> {
  const where = { institutionId_tokenHash: { institutionId: institution, tokenHash: hashSecret(secret) } }
  const row = await asSystem(store, institution, (tx) => tx.invitation.findUnique({ where }))
  if (row === null || row.acceptedAt !== null || row.expiresAt <= new Date()) return undefined
  return { person: row.personId as PersonId, mail: row.mail, expiresAt: row.expiresAt }
}

/** A secret with the account it is to open, by which command and when on the office clock. */
export type Acceptance = {
  readonly institution: InstitutionId
  readonly secret: string
  readonly username: string
  readonly passwordHash: string
  readonly commandId: string
  readonly at: number
  readonly on: PlainDay
}

/**
 * Accepts an invitation once: opens the account, or, where the person has one, gives it the new password and ends
 * its sessions and the tokens of its programs: who lost a password may have lost those too.
 * Every other invitation of his is used up with it. Throws RegisterRefusal.
 */
export async function acceptInvitation(store: Store, acceptance: Acceptance): Promise<PersonId> {
  const { institution, secret, commandId, at, on } = acceptance
  const where = { institutionId_tokenHash: { institutionId: institution, tokenHash: hashSecret(secret) } }
  const row = await asSystem(store, institution, (tx) => tx.invitation.findUnique({ where }))
  if (row === null) return deny(refuse(accountRules.invitationUnknown))
  const person = row.personId as PersonId
  const deed: Deed = { institution, commandId, actor: { is: 'person', person, as: 'self' }, at, on }
  await changeRegister(store, deed, `person/${person}`, async (tx) => {
    await useUp(tx, institution, hashSecret(secret), person)
    return { kind: 'InvitationAccepted', facts: { username: await giveAccess(tx, acceptance, person) } }
  })
  return person
}

async function giveAccess(tx: Tx, { institution, username, passwordHash }: Acceptance, person: PersonId): Promise<string> {
  const known = await tx.account.findUnique({ where: { institutionId_personId: { institutionId: institution, personId: person } } })
  if (known === null) {
    await insertAccount(tx, institution, { username, person, passwordHash })
    return username
  }
  await setPassword(tx, institution, person, passwordHash)
  await tx.session.deleteMany({ where: { institutionId: institution, personId: person } })
  await tx.apiToken.updateMany({
    where: { institutionId: institution, personId: person, revokedAt: null },
    data: { revokedAt: new Date() },
  })
  return known.username
}

async function useUp(tx: Tx, institution: InstitutionId, tokenHash: string, person: PersonId): Promise<void> {
  const now = new Date()
  const row = await tx.invitation.findUniqueOrThrow({ where: { institutionId_tokenHash: { institutionId: institution, tokenHash } } })
  if (row.acceptedAt !== null) deny(refuse(accountRules.invitationUsed))
  if (row.expiresAt <= now) deny(refuse(accountRules.invitationExpired))
  await tx.invitation.updateMany({ where: { institutionId: institution, personId: person, acceptedAt: null }, data: { acceptedAt: now } })
}

async function requireInvitable(tx: Tx, institution: InstitutionId, { person, mail, for: what }: NewInvitation): Promise<string> {
  const row = await tx.person.findUnique({ where: { institutionId_id: { institutionId: institution, id: person } } })
  if (row === null) return deny(refuse(deskRules.personUnknown, { person }))
  const has = (await tx.account.count({ where: { institutionId: institution, personId: person } })) > 0
  if (what === 'account' && has) deny(refuse(deskRules.accountExists, { person: row.name }))
  if (what === 'password' && !has) deny(refuse(accountRules.accountUnknown, { person }))
  return mail ?? row.mail ?? deny(refuse(deskRules.mailMissing, {}, '/mail'))
}
