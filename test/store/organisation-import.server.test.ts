import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonId } from '#domain/actor.ts'
import { asSystem, systemViewer, type Store } from '#store/db.ts'
import { loadActor } from '#store/desk/actors.ts'
import { decodeSpreadsheet, importPeople } from '#store/desk/import-people.ts'
import { findPerson, listPeople } from '#store/desk/people-lists.ts'
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

const csv = [
  '工号,姓名,人员类别,院系,导师工号,邮箱,证件号码,银行账号',
  '2001,沈青,学生,计算机学院,1001,shen@example.org,11010519491231002X,9999 0000 1111 2222',
  '1001,林岚,教职工,cs,,lin@example.org,,',
].join('\r\n')
const shen = '2001' as PersonId

test('a dry run tells what would be done and writes nothing', async () => {
  const house = await openHouse(store, 'dry', [])
  const outcome = await importPeople(store, deedIn(house), csv, 'dry-run')
  expect(outcome).toMatchObject({ dryRun: true, counts: { created: 2, changed: 0, unchanged: 0, faulty: 0 } })
  expect((await listPeople(store, systemViewer(house), { limit: 9 })).items).toEqual([])
})

test('people are entered with supervisor, department and sealed numbers; the same file again finds all unchanged', async () => {
  const house = await openHouse(store, 'import', [])
  const outcome = await importPeople(store, deedIn(house), csv, 'write')
  expect(outcome.rows).toEqual([
    { line: 2, id: '2001', outcome: 'created', refusals: [] },
    { line: 3, id: '1001', outcome: 'created', refusals: [] },
  ])
  expect(await findPerson(store, systemViewer(house), shen)).toMatchObject({
    name: '沈青',
    relation: 'student',
    employer: 'here',
    department: 'cs',
    supervisor: '1001',
    idType: 'resident-id',
    identityMasked: '110***********002X',
    accountMasked: '************2222',
  })
  expect((await loadActor(store, house, shen, monday)).roles).toEqual(['inventor'])
  expect(await importPeople(store, deedIn(house), csv, 'write')).toMatchObject({
    counts: { created: 0, changed: 0, unchanged: 2, faulty: 0 },
  })
  expect(await readChain(store, house, '2001')).toHaveLength(1)
})

test('a number that differs in its hidden middle is noticed and replaced', async () => {
  const house = await openHouse(store, 'middle', [])
  await importPeople(store, deedIn(house), csv, 'write')
  const corrected = csv.replace('9999 0000 1111 2222', '9999 0000 1117 2222')
  expect(await importPeople(store, deedIn(house), corrected, 'write')).toMatchObject({ counts: { changed: 1, unchanged: 1 } })
  expect(await readNumbers(store, house, shen, { why: 'test' })).toEqual({ identity: '11010519491231002X', account: '9999000011172222' })
  expect(JSON.stringify(await readChain(store, house, '2001'))).not.toMatch(/99990000|11010519/)
})

test('one faulty row and nothing is entered; every fault is told with its line', async () => {
  const house = await openHouse(store, 'faulty', [])
  const outcome = await importPeople(store, deedIn(house), `${csv}\r\n3001,周,学生,艺术学院,,,,`, 'write')
  expect(outcome.counts).toEqual({ created: 2, changed: 0, unchanged: 0, faulty: 1 })
  expect(outcome.rows[2]).toMatchObject({ line: 4, id: '3001', outcome: 'faulty', refusals: [{ code: 'department/unknown' }] })
  expect((await listPeople(store, systemViewer(house), { limit: 9 })).items).toEqual([])
})

test('a rule that only the writing transaction can decide undoes the whole file', async () => {
  const house = await openHouse(store, 'undone', [{ id: 'an', name: '安' }])
  await install(store, house, 'an', 'sysadmin')
  const file = '工号,姓名,人员类别,离校日期\n1001,林岚,教职工,\nan,安,教职工,2026-03-02'
  await expect(importPeople(store, deedIn(house), file, 'write')).rejects.toMatchObject({ refusals: [{ code: 'role/last-administrator' }] })
  expect((await listPeople(store, systemViewer(house), { limit: 9 })).items.map((one) => one.id)).toEqual(['an'])
})

test('a leaver in the file loses his roles on that day', async () => {
  const house = await openHouse(store, 'leavers', [])
  await importPeople(store, deedIn(house), csv, 'write')
  await importPeople(store, deedIn(house), '工号,姓名,人员类别,离校日期\n2001,沈青,学生,2026-02-28', 'write')
  expect(await findPerson(store, systemViewer(house), shen)).toMatchObject({ relation: 'left', leftOn: '2026-02-28' })
  expect((await loadActor(store, house, shen, monday)).roles).toEqual([])
})

test('the same command twice at once enters everybody once', async () => {
  const house = await openHouse(store, 'import-twice', [])
  const deed = deedIn(house)
  await Promise.all([importPeople(store, deed, csv, 'write'), importPeople(store, deed, csv, 'write')])
  expect(await readChain(store, house, '2001')).toHaveLength(1)
})

test('many people are entered in one transaction', async () => {
  const house = await openHouse(store, 'many', [])
  const rows = Array.from({ length: 150 }, (_, index) => `n${index},人${index},学生`)
  const outcome = await importPeople(store, deedIn(house), ['工号,姓名,人员类别', ...rows].join('\n'), 'write')
  expect(outcome.counts.created).toBe(150)
  expect(await asSystem(store, house, (tx) => tx.person.count({ where: { institutionId: house } }))).toBe(150)
})

test('a file as Chinese spreadsheets save it is read like one in UTF-8', () => {
  expect(decodeSpreadsheet(Buffer.from('工号,姓名'))).toBe('工号,姓名')
  expect(decodeSpreadsheet(Uint8Array.from([0xb9, 0xa4, 0xba, 0xc5, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb]))).toBe('工号,姓名')
})
