import type { DepartmentId, InstitutionId, PersonId } from '#domain/actor.ts'
import { deskRules } from '#domain/desk-rules.ts'
import type { PlainDay } from '#domain/day.ts'
import {
  checkAdministratorRemains,
  checkDecision,
  checkEnd,
  checkGrant,
  needsSecondPerson,
  organisationRules,
  type Holding,
} from '#domain/organisation.ts'
import { refuse } from '#domain/refusal.ts'
import { departmentRoles, roleKey, type Role, type RoleKey } from '#domain/role.ts'
import { asViewer, type Store, type Tx, type Viewer } from '../db.ts'
import type { Deed } from '../deed.ts'
import { changeRegister, deny, idOf, nameOf, requireNone } from './register.ts'

/** A holding as the register keeps it: also for which department, and who confirmed it. */
export type Assignment = Holding & { readonly department?: DepartmentId; readonly secondedBy?: string }

export type Grant = {
  readonly person: PersonId
  readonly role: Role
  readonly department?: DepartmentId
  readonly from: PlainDay
  readonly to?: PlainDay
}

type AssignmentRow = NonNullable<Awaited<ReturnType<Tx['roleAssignment']['findUnique']>>>

/**
 * Grants a role from and to these days. A role that a rule of separation names stays `proposed` until a second person confirms it.
 * Answers the assignment's id and status. Throws RegisterRefusal.
 */
export async function grantRole(store: Store, deed: Deed, grant: Grant): Promise<{ id: string; status: 'proposed' | 'active' }> {
  const { person, role, from, to } = grant
  // A role held for the whole house keeps no department, so that its key and its row cannot say different things.
  const department = departmentRoles.includes(role) ? grant.department : undefined
  const key = roleKey(role, department)
  const facts = await changeRegister(
    store,
    deed,
    `person/${person}`,
    async (tx) => {
      const { institution, actor } = deed
      const held = (await tx.roleAssignment.findMany({ where: { institutionId: institution, personId: person } })).map(assignmentOf)
      const question = {
        role,
        key,
        from,
        by: actor,
        held,
        ...(to === undefined ? {} : { to }),
        ...(department === undefined ? {} : { department }),
      }
      requireNone(checkGrant({ ...question, person: await getStanding(tx, institution, person) }))
      if (department !== undefined) await requireDepartment(tx, institution, department)
      const id = idOf('role', deed)
      const status = needsSecondPerson(role, actor) ? 'proposed' : 'active'
      const days = { fromDay: from, toDay: to ?? null }
      const data = { institutionId: institution, id, personId: person, role, roleKey: key, departmentId: department ?? null }
      await tx.roleAssignment.create({ data: { ...data, ...days, grantedBy: nameOf(actor), status } })
      const kind = status === 'proposed' ? 'RoleProposed' : 'RoleGranted'
      return { kind, facts: { assignment: id, role: key, from, to: to ?? null, status } }
    },
    'roles',
  )
  return { id: String(facts['assignment']), status: facts['status'] as 'proposed' | 'active' }
}

/** Confirms or declines a proposed grant, as a second person: neither who granted it nor who receives it. Throws RegisterRefusal. */
export async function decideRole(store: Store, deed: Deed, id: string, decision: 'confirmed' | 'declined'): Promise<Assignment> {
  const { person } = await getAssignment(store, deed.institution, id)
  const change = async (tx: Tx) => {
    const holding = assignmentOf(await tx.roleAssignment.findUniqueOrThrow({ where: whereOf(deed, id) }))
    requireNone(checkDecision(holding, deed.actor))
    const status = decision === 'confirmed' ? 'active' : 'declined'
    await tx.roleAssignment.update({ where: whereOf(deed, id), data: { status, secondedBy: nameOf(deed.actor) } })
    return { kind: decision === 'confirmed' ? 'RoleConfirmed' : 'RoleDeclined', facts: { assignment: id, role: holding.key } }
  }
  await changeRegister(store, deed, `person/${person}`, change, 'roles')
  return getAssignment(store, deed.institution, id)
}

/** Ends a role with `lastDay`; the last administrator's is not ended. Throws RegisterRefusal. */
export async function endRole(store: Store, deed: Deed, id: string, lastDay: PlainDay): Promise<Assignment> {
  const { person } = await getAssignment(store, deed.institution, id)
  const change = async (tx: Tx) => {
    const holding = assignmentOf(await tx.roleAssignment.findUniqueOrThrow({ where: whereOf(deed, id) }))
    requireNone(checkEnd(holding, lastDay))
    await requireAdministratorAfter(tx, deed.institution, [id], lastDay)
    await tx.roleAssignment.update({ where: whereOf(deed, id), data: { toDay: lastDay } })
    return { kind: 'RoleEnded', facts: { assignment: id, role: holding.key, to: lastDay } }
  }
  await changeRegister(store, deed, `person/${person}`, change, 'roles')
  return getAssignment(store, deed.institution, id)
}

/** Throws RegisterRefusal when without these assignments nobody could administer the house after `lastDay`. Ask under the lock of the roles. */
export async function requireAdministratorAfter(
  tx: Tx,
  institution: InstitutionId,
  ids: readonly string[],
  lastDay: PlainDay,
): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string; person: PersonId; from: PlainDay; to: PlainDay | null; by: string }[]>`
    SELECT r.id, r.person_id AS person, r.from_day AS from, r.to_day AS to, r.granted_by AS by FROM role_assignments r
    JOIN people p ON p.institution_id = r.institution_id AND p.id = r.person_id AND p.left_on IS NULL
    JOIN accounts a ON a.institution_id = r.institution_id AND a.person_id = r.person_id AND NOT a.disabled
    WHERE r.institution_id = ${institution} AND r.role = 'sysadmin' AND r.status = 'active' AND (r.to_day IS NULL OR r.to_day > ${lastDay})`
  const usable = rows.map(({ id, person, from, to, by }): Holding => {
    const named = { id, person, role: 'sysadmin' as const, key: roleKey('sysadmin'), grantedBy: by, status: 'active' as const }
    return to === null ? { ...named, from } : { ...named, from, to }
  })
  requireNone(checkAdministratorRemains(usable, ids, lastDay))
}

export type AssignmentQuery = {
  readonly person?: PersonId
  readonly role?: Role
  /** Only what is or will be in force on or after this day; proposals too. */
  readonly since?: PlainDay
}

/** Assignments of the house, by role, person and first day. */
export async function listAssignments(store: Store, viewer: Viewer, { person, role, since }: AssignmentQuery): Promise<Assignment[]> {
  const where = {
    institutionId: viewer.institution,
    ...(person === undefined ? {} : { personId: person }),
    ...(role === undefined ? {} : { role }),
    ...(since === undefined ? {} : { status: { not: 'declined' }, OR: [{ toDay: null }, { toDay: { gte: since } }] }),
  }
  const orderBy = [{ roleKey: 'asc' as const }, { personId: 'asc' as const }, { fromDay: 'asc' as const }, { id: 'asc' as const }]
  return (await asViewer(store, viewer, (tx) => tx.roleAssignment.findMany({ where, orderBy }))).map(assignmentOf)
}

/** The assignment, if the house has it. */
export async function findAssignment(store: Store, viewer: Viewer, id: string): Promise<Assignment | undefined> {
  const row = await asViewer(store, viewer, (tx) => tx.roleAssignment.findUnique({ where: whereOf(viewer, id) }))
  return row === null ? undefined : assignmentOf(row)
}

async function getAssignment(store: Store, institution: InstitutionId, id: string): Promise<Assignment> {
  const found = await findAssignment(store, { institution, roles: [], scope: 'system' }, id)
  return found ?? deny(refuse(organisationRules.roleUnknown, { id }))
}

function whereOf({ institution }: { readonly institution: InstitutionId }, id: string) {
  return { institutionId_id: { institutionId: institution, id } }
}

async function getStanding(tx: Tx, institution: InstitutionId, person: PersonId) {
  const row = await tx.person.findUnique({ where: { institutionId_id: { institutionId: institution, id: person } } })
  if (row === null) return deny(refuse(deskRules.personUnknown, { person }, '/person'))
  const status = row.status === 'proposed' ? ('proposed' as const) : ('active' as const)
  return { id: person, status, ...(row.leftOn === null ? {} : { leftOn: row.leftOn as PlainDay }) }
}

async function requireDepartment(tx: Tx, institution: InstitutionId, id: DepartmentId): Promise<void> {
  const known = await tx.department.count({ where: { institutionId: institution, id } })
  if (known === 0) deny(refuse(deskRules.departmentUnknown, { department: id }, '/department'))
}

function assignmentOf(row: AssignmentRow): Assignment {
  return {
    id: row.id,
    person: row.personId as PersonId,
    role: row.role as Role,
    key: row.roleKey as RoleKey,
    from: row.fromDay as PlainDay,
    status: row.status as Assignment['status'],
    grantedBy: row.grantedBy,
    ...(row.toDay === null ? {} : { to: row.toDay as PlainDay }),
    ...(row.departmentId === null ? {} : { department: row.departmentId as DepartmentId }),
    ...(row.secondedBy === null ? {} : { secondedBy: row.secondedBy }),
  }
}
