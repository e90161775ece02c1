import type { InstitutionId, PersonId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import { deskRules } from '#domain/desk-rules.ts'
import { checkAppointer, checkDeputyship, organisationRules, type Standing } from '#domain/organisation.ts'
import { refuse } from '#domain/refusal.ts'
import { roleOfKey, type Role, type RoleKey } from '#domain/role.ts'
import { asViewer, systemViewer, type Store, type Tx, type Viewer } from '../db.ts'
import type { Deed } from '../deed.ts'
import { changeRegister, deny, idOf, requireNone } from './register.ts'

/** Who stands in for an absent colleague from and to these days; in all his roles where none is named. */
export type Deputy = Standing & {
  readonly id: string
  readonly roles: readonly RoleKey[]
  readonly reason?: string
  readonly revoked: boolean
}

export type Appointment = Standing & { readonly roles?: readonly RoleKey[]; readonly reason?: string }

type DeputyRow = NonNullable<Awaited<ReturnType<Tx['deputy']['findUnique']>>>

/** Appoints a deputy for a time. Nobody is his own deputy, and work never comes back in a circle. Throws RegisterRefusal. */
export async function appointDeputy(store: Store, deed: Deed, appointment: Appointment): Promise<{ id: string }> {
  const { person, deputy, from, to, roles = [], reason } = appointment
  const facts = await changeRegister(
    store,
    deed,
    `person/${person}`,
    async (tx) => {
      const { institution } = deed
      await requirePresent(tx, institution, person, to, '/person')
      await requirePresent(tx, institution, deputy, to, '/deputy')
      const others = await tx.deputy.findMany({
        where: { institutionId: institution, revoked: false, fromDay: { lte: to }, toDay: { gte: from } },
      })
      requireNone(checkDeputyship(appointment, others.map(deputyOf)))
      await requireHeld(tx, institution, { person, roles, from, to })
      requireNone(checkAppointer(appointment, await listLent(tx, institution, { person, roles, from, to }), deed.actor))
      const id = idOf('deputy', deed)
      const named = { institutionId: institution, id, personId: person, deputyId: deputy, roleKeys: [...roles] }
      await tx.deputy.create({ data: { ...named, fromDay: from, toDay: to, reason: reason ?? null } })
      return { kind: 'DeputyAppointed', facts: { appointment: id, deputy, roles, from, to } }
    },
    'deputies',
  )
  return { id: String(facts['appointment']) }
}

/** Ends a deputyship at once. Throws RegisterRefusal where there is none or it is revoked. */
export async function revokeDeputy(store: Store, deed: Deed, id: string): Promise<Deputy> {
  const known = (await findDeputy(store, systemViewer(deed.institution), id)) ?? deny(refuse(organisationRules.deputyUnknown, { id }))
  const where = { institutionId: deed.institution, id, revoked: false }
  const change = async (tx: Tx) => {
    const { count } = await tx.deputy.updateMany({ where, data: { revoked: true } })
    if (count === 0) deny(refuse(organisationRules.deputyRevoked, { id }))
    return { kind: 'DeputyRevoked', facts: { appointment: id, deputy: known.deputy } }
  }
  await changeRegister(store, deed, `person/${known.person}`, change, 'deputies')
  return { ...known, revoked: true }
}

export type DeputyQuery = {
  /** Absent or deputy. */
  readonly person?: PersonId
  /** Only what runs on this day or later. */
  readonly since?: PlainDay
}

/** Deputyships of the house, the next first. */
export async function listDeputies(store: Store, viewer: Viewer, { person, since }: DeputyQuery): Promise<Deputy[]> {
  const where = {
    institutionId: viewer.institution,
    ...(person === undefined ? {} : { OR: [{ personId: person }, { deputyId: person }] }),
    ...(since === undefined ? {} : { revoked: false, toDay: { gte: since } }),
  }
  const rows = await asViewer(store, viewer, (tx) => tx.deputy.findMany({ where, orderBy: [{ fromDay: 'asc' }, { id: 'asc' }] }))
  return rows.map(deputyOf)
}

/** The deputyship, if the house has it. */
export async function findDeputy(store: Store, viewer: Viewer, id: string): Promise<Deputy | undefined> {
  const where = { institutionId_id: { institutionId: viewer.institution, id } }
  const row = await asViewer(store, viewer, (tx) => tx.deputy.findUnique({ where }))
  return row === null ? undefined : deputyOf(row)
}

async function requirePresent(tx: Tx, institution: InstitutionId, id: PersonId, until: PlainDay, field: string): Promise<void> {
  const row = await tx.person.findUnique({ where: { institutionId_id: { institutionId: institution, id } } })
  if (row === null) deny(refuse(deskRules.personUnknown, { person: id }, field))
  else if (row.status === 'proposed') deny(refuse(organisationRules.personProposed, { person: id }, field))
  else if (row.leftOn !== null && row.leftOn < until) deny(refuse(organisationRules.personLeft, { person: id, on: row.leftOn }, field))
}

type Wanted = { readonly person: PersonId; readonly roles: readonly RoleKey[]; readonly from: PlainDay; readonly to: PlainDay }

/** The roles that the deputyship lends: those named, or all that are held within the period. */
async function listLent(tx: Tx, institution: InstitutionId, { person, roles, from, to }: Wanted): Promise<Role[]> {
  if (roles.length > 0) return roles.map(roleOfKey)
  const within = { status: 'active', fromDay: { lte: to }, OR: [{ toDay: null }, { toDay: { gte: from } }] }
  const held = await tx.roleAssignment.findMany({ where: { institutionId: institution, personId: person, ...within } })
  return held.map((row) => row.role as Role)
}

/** Only roles are lent that their holder has at some time within the period. */
async function requireHeld(tx: Tx, institution: InstitutionId, { person, roles, from, to }: Wanted): Promise<void> {
  const held = await tx.roleAssignment.findMany({
    where: {
      institutionId: institution,
      personId: person,
      roleKey: { in: [...roles] },
      status: 'active',
      fromDay: { lte: to },
      OR: [{ toDay: null }, { toDay: { gte: from } }],
    },
  })
  const missing = roles.filter((key) => !held.some((row) => row.roleKey === key))
  if (missing.length > 0) deny(refuse(deskRules.deputyRole, { roles: missing }, '/roles'))
}

function deputyOf(row: DeputyRow): Deputy {
  return {
    id: row.id,
    person: row.personId as PersonId,
    deputy: row.deputyId as PersonId,
    roles: row.roleKeys as RoleKey[],
    from: row.fromDay as PlainDay,
    to: row.toDay as PlainDay,
    revoked: row.revoked,
    ...(row.reason === null ? {} : { reason: row.reason }),
  }
}
