import type { InstitutionId, PersonId } from '#domain/actor.ts'
import { asSystem, type Store } from '../db.ts'
import { hashSecret, makeSecret } from './secrets.ts'

export type Invitation = { readonly person: PersonId; readonly mail: string; readonly invitedBy: PersonId; readonly expiresAt: Date }

/** Invites a person of the register to open an account; returns the secret of the link that is mailed to him. */
export async function invitePerson(store: Store, institution: InstitutionId, invitation: Invitation): Promise<string> {
  const secret = makeSecret()
  const { person, mail, invitedBy, expiresAt } = invitation
  const data = { institutionId: institution, tokenHash: hashSecret(secret), personId: person, mail, invitedBy, expiresAt }
  await asSystem(store, institution, (tx) => tx.invitation.create({ data }))
  return secret
}

/** The invitation as long as it may still be accepted. */
export async function findInvitation(store: Store, institution: InstitutionId, secret: string): Promise<Invitation | undefined> {
  const where = { institutionId_tokenHash: { institutionId: institution, tokenHash: hashSecret(secret) } }
  const row = await asSystem(store, institution, (tx) => tx.invitation.findUnique({ where }))
  if (row === null || row.acceptedAt !== null || row.expiresAt <= new Date()) return undefined
  return { person: row.personId as PersonId, mail: row.mail, invitedBy: row.invitedBy as PersonId, expiresAt: row.expiresAt }
}

/** Accepts an invitation once and opens the account; undefined when it was accepted before or is over. */
export async function acceptInvitation(
  store: Store,
  institution: InstitutionId,
  secret: string,
  account: { username: string; passwordHash: string },
): Promise<PersonId | undefined> {
  const where = { institutionId: institution, tokenHash: hashSecret(secret) }
  return asSystem(store, institution, async (tx) => {
    const open = { ...where, acceptedAt: null, expiresAt: { gt: new Date() } }
    const { count } = await tx.invitation.updateMany({ where: open, data: { acceptedAt: new Date() } })
    if (count === 0) return undefined
    const { personId } = await tx.invitation.findUniqueOrThrow({ where: { institutionId_tokenHash: where } })
    await tx.account.create({ data: { institutionId: institution, personId, ...account } })
    return personId as PersonId
  })
}
