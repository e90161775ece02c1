import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client } from 'pg'
import type { DepartmentId, InstitutionId, PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import { asSystem, systemViewer, type Store } from '#store/db.ts'
import { addDepartment, changeDepartment, listDepartments } from '#store/desk/departments.ts'
import { addPerson, changePerson, proposePerson } from '#store/desk/people.ts'
import { findPerson, listPeople, listPersonFacts, listPersonNames } from '#store/desk/people-lists.ts'
import { confirmPerson, recordLeaving } from '#store/desk/person-changes.ts'
import { readNumbers } from '#store/desk/person-numbers.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { deedIn, install, monday, openHouse, readChain } from './house.ts'

let database: TestDatabase
let store: Store

beforeAll(async () => {
  database = await createTestDatabase()
  store = database.openStore()
})
afterAll(() => database.drop())

const identity = '990000198001010010'
const account = '9999000011112222'
const lin = 'lin' as PersonId

/** Everything the database holds of one house's people and register chains, as bytes. */
async function dumpRegister(institution: string): Promise<Buffer> {
  const client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
  const tables = ['people', 'actions', 'person_keys', 'outbox', 'read_log', 'role_assignments']
  const rows: string[] = []
  for (const name of tables) {
    const dump = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t WHERE institution_id = $1`, [institution])
    rows.push(...dump.rows.map(({ row }) => row))
  }
  await client.end()
  return Buffer.from(rows.join('\n'))
}

test('numbers of identity and account are kept sealed and shown masked; nowhere do they lie in the clear', async () => {
  const house = await openHouse(store, 'sealed', [{ id: 'lin', name: '林岚', identity, account, idType: 'resident-id' }])
  await changePerson(store, deedIn(house), lin, { account: '8888000033334444' })
  const person = await findPerson(store, systemViewer(house), lin)
  expect(person).toMatchObject({ identityMasked: '990***********0010', accountMasked: '************4444', idType: 'resident-id' })
  expect(Object.keys(person ?? {}).filter((key) => key.startsWith('sealed'))).toEqual([])
  const dump = await dumpRegister(house)
  expect(dump.includes('林岚')).toBe(true)
  for (const number of [identity, account, '8888000033334444']) {
    expect(dump.includes(number)).toBe(false)
    expect(dump.includes(Buffer.from(number).toString('hex'))).toBe(false)
  }
})

test('whoever reads the numbers is written down with the reason', async () => {
  const house = await openHouse(store, 'read', [{ id: 'lin', identity, account }])
  expect(await readNumbers(store, house, lin, { person: 'finance' as PersonId, why: 'payment DI-2026-00001' })).toEqual({
    identity,
    account,
  })
  const log = await asSystem(store, house, (tx) => tx.readLog.findMany({ where: { institutionId: house } }))
  expect(log).toMatchObject([{ personId: 'finance', what: 'numbers/lin: payment DI-2026-00001' }])
})

test("a person's chain cannot be read without his key, and tells what changed but no number", async () => {
  const house = await openHouse(store, 'chain', [{ id: 'lin', name: '林岚', mail: 'lin@example.org', identity }])
  const actions = await asSystem(store, house, (tx) => tx.action.findMany({ where: { institutionId: house, chain: 'person/lin' } }))
  expect(actions).toMatchObject([{ seq: 1, kind: 'PersonAdded', keyGeneration: 1 }])
  expect(Buffer.from(actions[0]?.facts ?? []).includes('lin@example.org')).toBe(false)
  const chain = await readChain(store, house, 'lin')
  expect(chain).toMatchObject([{ kind: 'PersonAdded', facts: { name: '林岚', mail: 'lin@example.org', numbers: ['identity'] } }])
  expect(JSON.stringify(chain).includes(identity)).toBe(false)
})

test('whoever works or studies here is an inventor, an outsider or an organisation is not', async () => {
  const house = await openHouse(store, 'inventors', [
    { id: 'lin' },
    { id: 'wang', employer: 'elsewhere', relation: 'outside', employerName: '海州医院' },
    { id: 'lab', isNaturalPerson: false },
  ])
  const { items } = await listPeople(store, systemViewer(house), { role: { role: 'inventor', on: monday }, limit: 10 })
  expect(items.map((one) => one.id)).toEqual(['lin'])
})

test('a number in the house belongs to one person, and department and supervisor must be known', async () => {
  const house = await openHouse(store, 'known', [{ id: 'lin' }])
  const entry = { name: '王', employer: 'here', relation: 'staff', isNaturalPerson: true, language: 'zh-CN' } as const
  const add = (more: object) => addPerson(store, deedIn(house), { id: 'wang' as PersonId, ...entry, ...more })
  await expect(add({ id: lin })).rejects.toMatchObject({ refusals: [{ code: 'person/known' }] })
  await expect(add({ department: 'arts' })).rejects.toMatchObject({ refusals: [{ code: 'department/unknown', field: '/department' }] })
  await expect(add({ supervisor: 'nobody' })).rejects.toMatchObject({ refusals: [{ code: 'person/unknown', field: '/supervisor' }] })
  await expect(add({ supervisor: 'wang' })).rejects.toMatchObject({ refusals: [{ code: 'person/own-supervisor' }] })
  await expect(add({ supervisor: 'lin', department: 'cs' })).resolves.toBeUndefined()
})

test.each(['public', 'process', 'constructor', '__proto__'])('nobody is called %s, as the program or every object is', async (id) => {
  const house = await openHouse(store, `reserved-${id}`, [])
  const entry = { name: '王', employer: 'here', relation: 'staff', isNaturalPerson: true, language: 'zh-CN' } as const
  const entering = addPerson(store, deedIn(house), { id: id as PersonId, ...entry })
  await expect(entering).rejects.toMatchObject({ refusals: [{ code: 'person/known', field: '/id' }] })
})

test('a change leaves alone what it does not name, and null empties a field', async () => {
  const house = await openHouse(store, 'change', [
    { id: 'lin', name: '林岚', title: '讲师', mail: 'lin@example.org', department: 'cs' as DepartmentId },
  ])
  await changePerson(store, deedIn(house), lin, { title: '教授', department: null })
  const person = await findPerson(store, systemViewer(house), lin)
  expect(person).toMatchObject({ name: '林岚', title: '教授', mail: 'lin@example.org' })
  expect(person?.department).toBeUndefined()
})

test('an outside co-inventor whom an inventor names awaits the office, and is confirmed once', async () => {
  const house = await openHouse(store, 'outside', [{ id: 'lin' }])
  const wang = 'wang' as PersonId
  await proposePerson(store, deedIn(house, { is: 'person', person: lin, as: 'self' }), {
    id: wang,
    name: '王海',
    employerName: '海州医院',
    mail: 'wang@example.org',
    language: 'zh-CN',
  })
  expect(await findPerson(store, systemViewer(house), wang)).toMatchObject({
    status: 'proposed',
    employer: 'elsewhere',
    relation: 'outside',
  })
  await confirmPerson(store, deedIn(house), wang)
  expect(await listPersonFacts(store, systemViewer(house), [wang])).toEqual([
    { id: 'wang', isNaturalPerson: true, employer: 'elsewhere', relation: 'outside' },
  ])
  await expect(confirmPerson(store, deedIn(house), wang)).rejects.toMatchObject({ refusals: [{ code: 'person/confirmed' }] })
})

test('rules know since when somebody has left, and that he is back once he is entered as such', async () => {
  const house = await openHouse(store, 'left', [{ id: 'lin' }, { id: 'shen', relation: 'student', supervisor: lin }])
  const facts = () => listPersonFacts(store, systemViewer(house), ['shen' as PersonId])
  await recordLeaving(store, deedIn(house), 'shen' as PersonId, plainDay('2026-02-28'))
  expect(await facts()).toMatchObject([{ relation: 'left', leftOn: '2026-02-28', supervisor: 'lin' }])
  await changePerson(store, deedIn(house), 'shen' as PersonId, { relation: 'postdoc' })
  expect((await facts())[0]).toEqual({ id: 'shen', isNaturalPerson: true, employer: 'here', relation: 'postdoc', supervisor: 'lin' })
})

test('the register is paged by name without loss or repetition, and searched by name, reading and number', async () => {
  const people = Array.from({ length: 23 }, (_, index) => ({ id: `p${index}`, name: `同名${index % 5}`, nameLatin: `Tong Ming ${index}` }))
  const house = await openHouse(store, 'pages', people)
  const viewer = systemViewer(house)
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await listPeople(store, viewer, { limit: 7, ...(cursor === undefined ? {} : { cursor }) })
    seen.push(...page.items.map((one) => one.id))
    cursor = page.next
  } while (cursor !== undefined)
  expect(seen).toHaveLength(23)
  expect(new Set(seen).size).toBe(23)
  const found = async (text: string) => (await listPeople(store, viewer, { text, limit: 50 })).items.map((one) => one.id)
  expect(await found('tong ming 22')).toEqual(['p22'])
  expect(await found('p17')).toEqual(['p17'])
  expect(await found('同名4')).toHaveLength(4)
})

test('one house sees nothing of another, whatever is asked', async () => {
  const one = await openHouse(store, 'wall-a', [{ id: 'lin', name: '甲校林' }])
  const other = await openHouse(store, 'wall-b', [{ id: 'lin', name: '乙校林', department: 'cs' as DepartmentId }])
  const viewer = { institution: one, person: lin, roles: [], scope: 'person' } as const
  expect(await listPersonNames(store, viewer, ['lin'])).toEqual([{ id: 'lin', name: '甲校林' }])
  const behind = await asSystem(store, one, (tx) => tx.person.findMany({ where: { institutionId: other } }))
  expect(behind).toEqual([])
  expect(await listPersonNames(store, systemViewer(other), ['lin', 'lin', 'nobody'])).toEqual([
    { id: 'lin', name: '乙校林', department: { id: 'cs', nameZh: '计算机学院', nameEn: 'School of Computing' } },
  ])
})

test('departments stand in a tree: no unknown parent, no circle', async () => {
  const house: InstitutionId = await openHouse(store, 'tree', [])
  const ai = { id: 'ai' as DepartmentId, nameZh: '人工智能系', nameEn: 'AI', parent: 'cs' as DepartmentId }
  await addDepartment(store, deedIn(house), ai)
  await expect(addDepartment(store, deedIn(house), ai)).rejects.toMatchObject({ refusals: [{ code: 'department/known' }] })
  await expect(changeDepartment(store, deedIn(house), 'cs' as DepartmentId, { parent: ai.id })).rejects.toMatchObject({
    refusals: [{ code: 'department/circle' }],
  })
  await expect(changeDepartment(store, deedIn(house), ai.id, { parent: 'x' as DepartmentId })).rejects.toMatchObject({
    refusals: [{ code: 'department/unknown' }],
  })
  await changeDepartment(store, deedIn(house), ai.id, { nameEn: 'Artificial Intelligence', parent: null })
  expect(await listDepartments(store, systemViewer(house))).toContainEqual({
    id: 'ai',
    nameZh: '人工智能系',
    nameEn: 'Artificial Intelligence',
  })
})

test('the chains of the register hold together: each action follows the hash of the one before', async () => {
  const house = await openHouse(store, 'hashes', [{ id: 'lin' }])
  await install(store, house, 'lin', 'legal')
  await changePerson(store, deedIn(house), lin, { title: '教授' })
  const rows = await asSystem(store, house, (tx) =>
    tx.action.findMany({ where: { institutionId: house, chain: 'person/lin' }, orderBy: { seq: 'asc' } }),
  )
  expect(rows.map((row) => row.kind)).toEqual(['PersonAdded', 'AccountOpened', 'RoleGranted', 'PersonChanged'])
  rows.slice(1).forEach((row, index) => expect(Buffer.from(row.prevHash)).toEqual(Buffer.from(rows[index]?.hash ?? [])))
  const head = await asSystem(store, house, (tx) => tx.chain.findFirst({ where: { institutionId: house, chain: 'person/lin' } }))
  expect(Buffer.from(head?.headHash ?? [])).toEqual(Buffer.from(rows.at(-1)?.hash ?? []))
})
