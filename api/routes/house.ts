import type { DepartmentId } from '#domain/actor.ts'
import type { Json } from '#domain/json.ts'
import type { RoleKey } from '#domain/role.ts'
import {
  departmentList,
  departmentView,
  deputyList,
  deputyQuery,
  deputyView,
  newDepartment,
  newDeputy,
  newRole,
  roleDecision,
  roleList,
  roleQuery,
  roleView,
  type DeputyView,
} from '#schemas/api/person.ts'
import { addDepartment, listDepartments, type Department } from '#store/desk/departments.ts'
import { appointDeputy, findDeputy, listDeputies, revokeDeputy, type Deputy } from '#store/desk/deputies.ts'
import { decideRole, endRole, findAssignment, grantRole, listAssignments, type Assignment } from '#store/desk/roles.ts'
import { deskRules } from '#domain/desk-rules.ts'
import { refuse } from '#domain/refusal.ts'
import { actingAs, actingSelf, deedOf } from '../duty.ts'
import { loadNames } from '../names.ts'
import { doOnce } from '../once.ts'
import { notFound, refusedBy } from '../problem.ts'
import { created, ok, peopleRoute, type PeopleCall, type Route } from '../route.ts'
import { deedId } from '../send-command.ts'
import { holdsAny, isOffice } from '../visibility.ts'
import { viewRole } from '../views/person-view.ts'
import type { Words } from '../words.ts'

const tag = 'House'

/** Departments, who holds which role, and who stands in for whom. */
export const houseRoutes: readonly Route[] = [
  peopleRoute(
    {
      method: 'get',
      path: '/api/departments',
      tag,
      summary: 'The departments',
      answers: { 200: { says: 'The departments', shape: departmentList } },
    },
    async ({ deps, who, words }) => ok({ items: (await listDepartments(deps.store, who.viewer)).map((one) => viewDepartment(one, words)) }),
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/departments',
      tag,
      summary: 'Enter a department',
      body: newDepartment,
      answers: { 201: { says: 'Entered', shape: departmentView } },
    },
    async (call) => {
      const actor = actingAs(call, ['sysadmin', 'ipo_officer'])
      const { id, nameZh, nameEn, parent } = call.body
      const department = { id: id as DepartmentId, nameZh, nameEn, ...(parent === undefined ? {} : { parent: parent as DepartmentId }) }
      return doOnce(call, 'add-department', call.body as Json, async (command) => {
        await addDepartment(call.deps.store, deedOf(call, command, actor), department)
        return created(viewDepartment(department, call.words), '/api/departments')
      })
    },
  ),
  peopleRoute(
    {
      method: 'get',
      path: '/api/roles',
      tag,
      summary: 'Who holds which role',
      query: roleQuery,
      answers: { 200: { says: 'The assignments', shape: roleList } },
    },
    async (call) => {
      const { person, role, past } = call.query
      const found = await listAssignments(call.deps.store, call.who.viewer, {
        ...(person === undefined ? {} : { person }),
        ...(role === undefined ? {} : { role }),
        ...(past === 'true' ? {} : { since: call.today }),
      })
      return ok({ items: await viewRoles(call, found) })
    },
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/roles',
      tag,
      summary: 'Grant a role; a guarded one waits for a second person',
      body: newRole,
      answers: { 201: { says: 'Granted or proposed', shape: roleView } },
    },
    async (call) => {
      const { person, role, department, from, to } = call.body
      const actor = actingAs(call, ['sysadmin'])
      const grant = {
        person,
        role,
        from: from ?? call.today,
        ...(department === undefined ? {} : { department: department as DepartmentId }),
        ...(to === undefined ? {} : { to }),
      }
      return doOnce(call, 'grant-role', call.body as Json, async (command) => {
        const { id } = await grantRole(call.deps.store, deedOf(call, command, actor), grant)
        const assignment = await findAssignment(call.deps.store, call.who.viewer, id)
        if (assignment === undefined) throw new Error(`Role ${id} was granted and is not there`)
        return created((await viewRoles(call, [assignment]))[0], '/api/roles')
      })
    },
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/roles/{id}/decide',
      tag,
      summary: 'Confirm or decline a proposed role, as a second person',
      body: roleDecision,
      answers: { 200: { says: 'Decided', shape: roleView } },
    },
    async (call) => {
      const id = call.params['id'] ?? ''
      const deed = deedOf(call, deedId(call, `decide-role/${id}`, call.body), actingAs(call, ['sysadmin']))
      if ((await findAssignment(call.deps.store, call.who.viewer, id)) === undefined) throw notFound()
      return ok((await viewRoles(call, [await decideRole(call.deps.store, deed, id, call.body.approved ? 'confirmed' : 'declined')]))[0])
    },
  ),
  peopleRoute(
    {
      method: 'delete',
      path: '/api/roles/{id}',
      tag,
      summary: 'End a role with today',
      answers: { 200: { says: 'Ended', shape: roleView } },
    },
    async (call) => {
      const id = call.params['id'] ?? ''
      const deed = deedOf(call, deedId(call, `end-role/${id}`, {}), actingAs(call, ['sysadmin']))
      if ((await findAssignment(call.deps.store, call.who.viewer, id)) === undefined) throw notFound()
      return ok((await viewRoles(call, [await endRole(call.deps.store, deed, id, call.today)]))[0])
    },
  ),
  peopleRoute(
    {
      method: 'get',
      path: '/api/deputies',
      tag,
      summary: 'Who stands in for whom',
      query: deputyQuery,
      answers: { 200: { says: 'The deputyships', shape: deputyList } },
    },
    async (call) => {
      const mayLook = isOffice({ person: call.who.person, roles: call.who.roles }) || call.who.roles.some((key) => key === 'sysadmin')
      const person = call.query.person ?? (mayLook ? undefined : call.who.person)
      if (!mayLook && person !== call.who.person) throw refusedBy([refuse(deskRules.ownOnly)])
      const found = await listDeputies(call.deps.store, call.who.viewer, { since: call.today, ...(person === undefined ? {} : { person }) })
      return ok({ items: await viewDeputies(call, found) })
    },
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/deputies',
      tag,
      summary: 'Appoint a deputy for an absence',
      body: newDeputy,
      answers: { 201: { says: 'Appointed', shape: deputyView } },
    },
    async (call) => {
      const { person = call.who.person, deputy, from, to, roles, reason } = call.body
      const actor = person === call.who.person ? actingSelf(call) : actingAs(call, ['sysadmin', 'ipo_officer'])
      const rest = { ...(roles === undefined ? {} : { roles: roles as RoleKey[] }), ...(reason === undefined ? {} : { reason }) }
      return doOnce(call, 'appoint-deputy', call.body as Json, async (command) => {
        const { id } = await appointDeputy(call.deps.store, deedOf(call, command, actor), { person, deputy, from, to, ...rest })
        const found = await findDeputy(call.deps.store, call.who.viewer, id)
        if (found === undefined) throw new Error(`Deputyship ${id} was made and is not there`)
        return created((await viewDeputies(call, [found]))[0], '/api/deputies')
      })
    },
  ),
  peopleRoute(
    {
      method: 'delete',
      path: '/api/deputies/{id}',
      tag,
      summary: 'End a deputyship at once',
      answers: { 200: { says: 'Ended', shape: deputyView } },
    },
    async (call) => {
      const id = call.params['id'] ?? ''
      const found = await findDeputy(call.deps.store, call.who.viewer, id)
      if (found === undefined || (found.person !== call.who.person && !holdsAny(call.who, ['sysadmin', 'ipo_officer']))) throw notFound()
      const actor = found.person === call.who.person ? actingSelf(call) : actingAs(call, ['sysadmin', 'ipo_officer'])
      const ended = await revokeDeputy(call.deps.store, deedOf(call, deedId(call, `revoke-deputy/${id}`, {}), actor), id)
      return ok((await viewDeputies(call, [ended]))[0])
    },
  ),
]

function viewDepartment({ id, nameZh, nameEn, parent }: Department, words: Words) {
  return { id, nameZh, nameEn, name: words.language === 'en' ? nameEn : nameZh, ...(parent === undefined ? {} : { parent }) }
}

async function viewRoles({ deps, who, words }: PeopleCall, found: readonly Assignment[]) {
  const ids = found.flatMap((one) => [one.person, one.grantedBy, ...(one.secondedBy === undefined ? [] : [one.secondedBy])])
  const { lookup } = await loadNames(deps, who, ids, words)
  return found.map((one) => viewRole(one, words, lookup))
}

async function viewDeputies({ deps, who, words }: PeopleCall, found: readonly Deputy[]): Promise<DeputyView[]> {
  const { lookup } = await loadNames(
    deps,
    who,
    found.flatMap((one) => [one.person, one.deputy]),
    words,
  )
  return found.map(({ id, person, deputy, roles, from, to, reason, revoked }) => ({
    id,
    from,
    to,
    revoked,
    roles: [...roles],
    person: lookup.person(person),
    deputy: lookup.person(deputy),
    ...(reason === undefined ? {} : { reason }),
  }))
}
