import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DepartmentId, InstitutionId, PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import { roleKey, type Role, type RoleKey } from '#domain/role.ts'
import { asSystem, systemViewer, type Store } from '#store/db.ts'
import { disableAccount, enableAccount } from '#store/desk/accounts.ts'
import { loadActor, viewerOf } from '#store/desk/actors.ts'
import { appointDeputy, listDeputies, revokeDeputy } from '#store/desk/deputies.ts'
import { recordLeaving } from '#store/desk/person-changes.ts'
import { RegisterRefusal } from '#store/desk/register-refusal.ts'
import { decideRole, endRole, grantRole, listAssignments } from '#store/desk/roles.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { administrator, deedIn, install, monday, openHouse } from './house.ts'

let database: TestDatabase
let store: Store

beforeAll(async () => {
  database = await createTestDatabase()
  store = database.openStore()
})
afterAll(() => database.drop())

const an = 'an' as PersonId
const bo = 'bo' as PersonId
const chu = 'chu' as PersonId
const staff = ['an', 'bo', 'chu', 'dai'].map((id) => ({ id }))

/** A house with two administrators, An and Bo, and their assignments. */
async function administered(name: string): Promise<{ house: InstitutionId; first: string; second: string }> {
  const house = await openHouse(store, name, staff)
  const first = await install(store, house, 'an', 'sysadmin')
  const second = await install(store, house, 'bo', 'sysadmin')
  return { house, first, second }
}

const rolesOn = async (house: InstitutionId, person: PersonId, on = monday) => (await loadActor(store, house, person, on)).roles
const grantOf = (person: PersonId, role: Role) => ({ person, role, from: monday })

test('a guarded role is held only once a second person has confirmed it', async () => {
  const { house } = await administered('two-persons')
  const { id, status } = await grantRole(store, deedIn(house, administrator('an')), grantOf(chu, 'finance'))
  expect(status).toBe('proposed')
  expect(await rolesOn(house, chu)).toEqual(['inventor'])
  const decide = (person: string) => decideRole(store, deedIn(house, administrator(person)), id, 'confirmed')
  await expect(decide('an')).rejects.toMatchObject({ refusals: [{ code: 'role/second-person' }] })
  await expect(decide('bo')).resolves.toMatchObject({ status: 'active', secondedBy: 'bo' })
  expect(await rolesOn(house, chu)).toEqual(['finance', 'inventor'])
  await expect(decide('bo')).rejects.toMatchObject({ refusals: [{ code: 'role/decided' }] })
})

test('of two persons who decide a grant at the same moment one decides', async () => {
  const { house } = await administered('race-to-decide')
  await install(store, house, 'dai', 'sysadmin')
  const { id } = await grantRole(store, deedIn(house, administrator('an')), grantOf(chu, 'secrecy'))
  const outcomes = await Promise.allSettled([
    decideRole(store, deedIn(house, administrator('bo')), id, 'confirmed'),
    decideRole(store, deedIn(house, administrator('dai')), id, 'declined'),
  ])
  expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
})

test('nobody who is no administrator on the day grants anything', async () => {
  const { house } = await administered('not-an-administrator')
  await expect(grantRole(store, deedIn(house, administrator('chu')), grantOf(chu, 'legal'))).rejects.toMatchObject({
    refusals: [{ code: 'record/role-not-held', fact: { role: 'sysadmin' } }],
  })
  const before = deedIn(house, administrator('an'), plainDay('2025-12-31'))
  await expect(grantRole(store, before, grantOf(chu, 'legal'))).rejects.toThrow(RegisterRefusal)
  expect(await listAssignments(store, systemViewer(house), { role: 'legal' })).toEqual([])
})

test('a role counts from its first to its last day, both included', async () => {
  const { house } = await administered('from-to')
  const period = { from: plainDay('2026-03-10'), to: plainDay('2026-03-12') }
  await grantRole(store, deedIn(house), { person: chu, role: 'dept_admin', department: 'cs' as DepartmentId, ...period })
  for (const [day, held] of [
    ['2026-03-09', false],
    ['2026-03-10', true],
    ['2026-03-12', true],
    ['2026-03-13', false],
  ] as const)
    expect((await rolesOn(house, chu, plainDay(day))).includes(roleKey('dept_admin', 'cs'))).toBe(held)
})

test('a command repeated grants once and answers the same', async () => {
  const { house } = await administered('repeated')
  const deed = deedIn(house, administrator('an'))
  const answers = await Promise.all([1, 2, 3, 4].map(() => grantRole(store, deed, grantOf(chu, 'legal'))))
  expect(new Set(answers.map((one) => one.id)).size).toBe(1)
  expect(await listAssignments(store, systemViewer(house), { person: chu, role: 'legal' })).toHaveLength(1)
})

test('the last administrator keeps role, account and place', async () => {
  const { house, first, second } = await administered('last-administrator')
  await endRole(store, deedIn(house, administrator('an')), second, monday)
  const tuesday = plainDay('2026-03-03')
  const later = () => deedIn(house, administrator('an'), tuesday)
  const refusal = { refusals: [{ code: 'role/last-administrator' }] }
  await expect(endRole(store, later(), first, tuesday)).rejects.toMatchObject(refusal)
  await expect(disableAccount(store, later(), an)).rejects.toMatchObject(refusal)
  await expect(recordLeaving(store, later(), an, tuesday)).rejects.toMatchObject(refusal)
  expect(await rolesOn(house, an, plainDay('2027-01-01'))).toEqual(['inventor', 'sysadmin'])
})

test('an administrator who cannot sign in does not count as one who remains', async () => {
  const { house, first } = await administered('locked-out')
  await disableAccount(store, deedIn(house), bo)
  await expect(endRole(store, deedIn(house), first, monday)).rejects.toThrow(RegisterRefusal)
  await enableAccount(store, deedIn(house), bo)
  await expect(endRole(store, deedIn(house), first, monday)).resolves.toMatchObject({ to: monday })
})

test('two administrators who remove each other at the same moment do not both succeed', async () => {
  const { house, first, second } = await administered('mutual-removal')
  const removals = await Promise.allSettled([
    endRole(store, deedIn(house, administrator('bo')), first, monday),
    endRole(store, deedIn(house, administrator('an')), second, monday),
  ])
  expect(removals.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  expect(removals.find((one) => one.status === 'rejected')).toMatchObject({ reason: { refusals: [{ code: 'role/last-administrator' }] } })
})

test('whoever leaves holds no role after that day, begins none, and lends and borrows none', async () => {
  const { house } = await administered('leaver')
  await grantRole(store, deedIn(house), { person: chu, role: 'legal', from: plainDay('2026-01-01') })
  await grantRole(store, deedIn(house), { person: chu, role: 'hr', from: plainDay('2026-06-01') })
  const period = { from: monday, to: plainDay('2026-03-31') }
  await appointDeputy(store, deedIn(house), { person: chu, deputy: an, ...period })
  await appointDeputy(store, deedIn(house), { person: bo, deputy: chu, ...period })
  await recordLeaving(store, deedIn(house), chu, monday)
  expect(await rolesOn(house, chu, monday)).toEqual(['inventor', 'legal'])
  expect(await rolesOn(house, chu, plainDay('2026-03-03'))).toEqual([])
  expect(await rolesOn(house, chu, plainDay('2026-06-01'))).toEqual([])
  expect((await loadActor(store, house, an, plainDay('2026-03-03'))).deputyFor).toEqual([])
  expect((await loadActor(store, house, chu, plainDay('2026-03-03'))).deputyFor).toEqual([])
  await expect(grantRole(store, deedIn(house), grantOf(chu, 'asset'))).rejects.toMatchObject({ refusals: [{ code: 'person/left' }] })
  await expect(recordLeaving(store, deedIn(house), chu, monday)).rejects.toMatchObject({ refusals: [{ code: 'person/left' }] })
})

test('a deputy acts with the roles his principal holds on that day, and only those lent', async () => {
  const { house } = await administered('deputy')
  await grantRole(store, deedIn(house), { person: an, role: 'legal', from: monday, to: plainDay('2026-03-05') })
  const period = { from: monday, to: plainDay('2026-03-13') }
  await appointDeputy(store, deedIn(house), { person: an, deputy: chu, roles: ['legal' as RoleKey], ...period, reason: '出差' })
  const actor = await loadActor(store, house, chu, monday)
  expect(actor).toEqual({ is: 'person', person: 'chu', roles: ['inventor'], deputyFor: [{ person: 'an', roles: ['legal'], ...period }] })
  expect(viewerOf(house, actor)).toMatchObject({ roles: ['inventor', 'legal'], standsInFor: ['an'], scope: 'person' })
  expect((await loadActor(store, house, chu, plainDay('2026-03-06'))).deputyFor).toEqual([{ person: 'an', roles: [], ...period }])
  expect((await loadActor(store, house, chu, plainDay('2026-03-14'))).deputyFor).toEqual([])
})

test('a deputyship that closes a circle or lends what is not held is refused; a revoked one counts no more', async () => {
  const { house } = await administered('circle')
  const period = { from: monday, to: plainDay('2026-03-13') }
  const { id } = await appointDeputy(store, deedIn(house), { person: an, deputy: bo, ...period })
  await expect(appointDeputy(store, deedIn(house), { person: bo, deputy: an, ...period })).rejects.toMatchObject({
    refusals: [{ code: 'deputy/circle', fact: { people: ['an', 'bo'] } }],
  })
  await expect(
    appointDeputy(store, deedIn(house), { person: bo, deputy: chu, roles: ['legal' as RoleKey], ...period }),
  ).rejects.toMatchObject({
    refusals: [{ code: 'deputy/role-not-held', fact: { roles: ['legal'] } }],
  })
  await revokeDeputy(store, deedIn(house), id)
  await expect(revokeDeputy(store, deedIn(house), id)).rejects.toMatchObject({ refusals: [{ code: 'deputy/revoked' }] })
  expect((await loadActor(store, house, bo, monday)).deputyFor).toEqual([])
  await appointDeputy(store, deedIn(house), { person: bo, deputy: an, ...period })
  expect(await listDeputies(store, systemViewer(house), { person: an, since: monday })).toMatchObject([{ person: 'bo', deputy: 'an' }])
})

test('two deputyships that together close a circle are not both appointed at the same moment', async () => {
  const { house } = await administered('circle-race')
  const period = { from: monday, to: plainDay('2026-03-13') }
  const both = await Promise.allSettled([
    appointDeputy(store, deedIn(house), { person: an, deputy: bo, ...period }),
    appointDeputy(store, deedIn(house), { person: bo, deputy: an, ...period }),
  ])
  expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
})

test('a grant that is refused leaves nothing behind, neither row nor action', async () => {
  const { house } = await administered('nothing-behind')
  const count = () => asSystem(store, house, (tx) => tx.action.count({ where: { institutionId: house, chain: 'person/chu' } }))
  const before = await count()
  await expect(
    grantRole(store, deedIn(house), { person: chu, role: 'dept_admin', department: 'arts' as DepartmentId, from: monday }),
  ).rejects.toMatchObject({
    refusals: [{ code: 'department/unknown' }],
  })
  expect(await count()).toBe(before)
  expect(await listAssignments(store, systemViewer(house), { person: chu, role: 'dept_admin' })).toEqual([])
})
