import type { InstitutionId, PersonId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import { deskRules } from '#domain/desk-rules.ts'
import { organisationRules } from '#domain/organisation.ts'
import { refuse } from '#domain/refusal.ts'
import { asSystem, type Store, type Tx } from '../db.ts'
import type { Deed } from '../deed.ts'
import { changeRegister, changeRegisterIn, deny } from './register.ts'
import { requireAdministratorAfter } from './roles.ts'

/** Confirms an outside person whom an inventor proposed. Throws RegisterRefusal when unknown or confirmed already. */
export async function confirmPerson(store: Store, deed: Deed, person: PersonId): Promise<void> {
  await changeRegister(store, deed, `person/${person}`, async (tx) => {
    const { status } = await getRow(tx, deed.institution, person)
    if (status !== 'proposed') deny(refuse(deskRules.personConfirmed, { person }))
    await tx.person.update({ where: whereOf(deed.institution, person), data: { status: 'active' } })
    return { kind: 'PersonConfirmed', facts: {} }
  })
}

/**
 * Records that somebody left the house on `leftOn`: his roles end that day, roles not begun are declined, deputyships end. His
 * account stays, since he goes on being heard as inventor of what he found. Throws RegisterRefusal: of the last administrator, of a
 * day to come (end his roles ahead instead), of who has left already.
 */
export async function recordLeaving(store: Store, deed: Deed, person: PersonId, leftOn: PlainDay): Promise<void> {
  await asSystem(store, deed.institution, (tx) => recordLeavingIn(store, tx, deed, person, leftOn))
}

/** `recordLeaving` within a transaction that changes more. */
export async function recordLeavingIn(store: Store, tx: Tx, deed: Deed, person: PersonId, leftOn: PlainDay): Promise<void> {
  const change = async () => {
    const { institution } = deed
    const row = await getRow(tx, institution, person)
    if (row.leftOn !== null) deny(refuse(organisationRules.personLeft, { person, on: row.leftOn }))
    if (leftOn > deed.on) deny(refuse(organisationRules.leavingAhead, { on: leftOn, today: deed.on }, '/leftOn'))
    const ended = await endRoles(tx, institution, person, leftOn)
    await requireAdministratorAfter(tx, institution, ended, leftOn)
    const deputyships = await endDeputyships(tx, institution, person, leftOn)
    await tx.roleAssignment.updateMany({
      where: { institutionId: institution, id: { in: ended }, fromDay: { lte: leftOn } },
      data: { toDay: leftOn },
    })
    const notBegun = { institutionId: institution, personId: person, status: { not: 'declined' }, fromDay: { gt: leftOn } }
    await tx.roleAssignment.updateMany({ where: notBegun, data: { status: 'declined' } })
    await tx.person.update({ where: whereOf(institution, person), data: { leftOn, relation: 'left' } })
    return { kind: 'PersonLeft', facts: { on: leftOn, relation: row.relation, assignments: ended, deputyships } }
  }
  await changeRegisterIn(store, tx, deed, `person/${person}`, change, 'roles')
}

/** The assignments that go on after `lastDay`. */
async function endRoles(tx: Tx, institution: InstitutionId, person: PersonId, lastDay: PlainDay): Promise<string[]> {
  const rows = await tx.roleAssignment.findMany({
    where: { institutionId: institution, personId: person, status: { not: 'declined' }, OR: [{ toDay: null }, { toDay: { gt: lastDay } }] },
    orderBy: { id: 'asc' },
  })
  return rows.map((row) => row.id)
}

/** Ends what he lends and what he holds for others; what has not begun is revoked. */
async function endDeputyships(tx: Tx, institution: InstitutionId, person: PersonId, lastDay: PlainDay): Promise<string[]> {
  const his = { institutionId: institution, revoked: false, toDay: { gt: lastDay }, OR: [{ personId: person }, { deputyId: person }] }
  const rows = await tx.deputy.findMany({ where: his, orderBy: { id: 'asc' } })
  await tx.deputy.updateMany({ where: { ...his, fromDay: { gt: lastDay } }, data: { revoked: true } })
  await tx.deputy.updateMany({ where: { ...his, fromDay: { lte: lastDay } }, data: { toDay: lastDay } })
  return rows.map((row) => row.id)
}

function whereOf(institution: InstitutionId, person: PersonId) {
  return { institutionId_id: { institutionId: institution, id: person } }
}

async function getRow(tx: Tx, institution: InstitutionId, person: PersonId) {
  return (await tx.person.findUnique({ where: whereOf(institution, person) })) ?? deny(refuse(deskRules.personUnknown, { person }))
}
