import { spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client } from 'pg'
import type { InstitutionId, PersonId } from '#domain/actor.ts'
import { findYearCalendar } from '#domain/calendar.ts'
import { instantOfDayStart, plainDay } from '#domain/day.ts'
import { findParameter } from '#domain/parameter.ts'
import { createAdministrator } from '#cli/administrator.ts'
import { demonstrationPassword, people } from '#cli/demonstration-house.ts'
import { demonstrationAccounts, seedDemonstration, seedInstitution } from '#cli/seed.ts'
import { systemViewer, type Store } from '#store/db.ts'
import { changePassword, disableAccount, findAccount, findAccountOf } from '#store/desk/accounts.ts'
import { loadActor } from '#store/desk/actors.ts'
import { listCalendars } from '#store/desk/calendars.ts'
import { listParameters } from '#store/desk/parameters.ts'
import { hashPassword, isPassword } from '#store/desk/passwords.ts'
import { findPerson, listPeople } from '#store/desk/people-lists.ts'
import { listAssignments } from '#store/desk/roles.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { deedIn, monday, program } from './house.ts'

let database: TestDatabase
let store: Store
let house: InstitutionId

beforeAll(async () => {
  database = await createTestDatabase()
  store = database.openStore()
  house = await seedDemonstration(store)
})
afterAll(() => database.drop())

async function countRows(): Promise<unknown> {
  const client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
  const tables = ['actions', 'people', 'role_assignments', 'accounts', 'calendars', 'parameters', 'outbox', 'departments']
  const counts = tables.map((name) => `(SELECT count(*) FROM ${name} WHERE institution_id = 'demonstration') AS ${name}`)
  const { rows } = await client.query(`SELECT ${counts.join(', ')}`)
  await client.end()
  return rows[0]
}

test('every demonstration account signs in with the demonstration password and holds the role it is named after', async () => {
  const account = await findAccount(store, house, 'ipo_officer')
  expect(await isPassword(account?.passwordHash, demonstrationPassword)).toBe(true)
  for (const name of demonstrationAccounts) {
    expect(await findAccount(store, house, name)).toMatchObject({ person: name, passwordHash: account?.passwordHash })
    const { roles } = await loadActor(store, house, name as PersonId, monday)
    expect(roles.map((key) => key.split('@')[0])).toContain(name.replace(/\d$/, ''))
  }
})

test('the inventors stand for a teacher, his student and a visitor employed elsewhere; a fourth has no account', async () => {
  const find = (id: string) => findPerson(store, systemViewer(house), id as PersonId)
  expect(await find('inventor1')).toMatchObject({ employer: 'here', relation: 'staff', department: 'computing' })
  expect(await find('inventor2')).toMatchObject({ relation: 'student', supervisor: 'inventor1' })
  expect(await find('inventor3')).toMatchObject({ employer: 'elsewhere', supervisor: 'inventor1' })
  expect(await find('outside-inventor')).toMatchObject({
    employer: 'elsewhere',
    relation: 'outside',
    mail: 'outside-inventor@example.org',
    status: 'active',
  })
  expect(await findAccountOf(store, house, 'outside-inventor' as PersonId)).toBeUndefined()
})

test('nobody of the demonstration has a number that could be anybody’s', () => {
  // No place has the area code 990000, and every mail address is of a domain reserved for examples.
  for (const { identity, mail } of people) {
    expect(identity).toMatch(/^990000/)
    expect(mail).toMatch(/@example\.org$/)
  }
})

test('seeded again it is as it was, and what was changed by hand stays', async () => {
  const own = await hashPassword('another password entirely')
  await changePassword(store, deedIn(house), 'legal' as PersonId, own)
  const before = await countRows()
  await seedDemonstration(store)
  expect(await countRows()).toEqual(before)
  expect((await findAccount(store, house, 'legal'))?.passwordHash).toBe(own)
})

test('the demonstration has calendars to 2030 and every dated row; the invented years say so', async () => {
  const calendars = await listCalendars(store, systemViewer(house))
  expect(calendars.map(({ year, invented }) => [year, invented ?? false])).toEqual([
    [2026, false],
    [2027, true],
    [2028, true],
    [2029, true],
    [2030, true],
  ])
  const rows = await listParameters(store, systemViewer(house))
  expect(findParameter(rows, 'NOTICE_PRICE_DAYS', monday, 'Zhejiang')?.value).toBe(15)
})

test('who acts is known within a millisecond or two', async () => {
  const times: number[] = []
  for (let index = 0; index < 60; index += 1) {
    const started = performance.now()
    await loadActor(store, house, 'dept_admin' as PersonId, monday)
    times.push(performance.now() - started)
  }
  expect(Math.min(...times)).toBeLessThan(2)
})

const real = 'real-university' as InstitutionId
const names = { nameZh: '某大学', nameEn: 'Some University', province: 'Zhejiang' }
const at = instantOfDayStart(plainDay('2026-06-01'))

test('a real institution begins with the law, the notices that were issued, and nobody', async () => {
  await seedInstitution(store, { id: real, ...names, at })
  expect((await listCalendars(store, systemViewer(real))).every((one) => one.invented === undefined)).toBe(true)
  expect(findYearCalendar(await listCalendars(store, systemViewer(real)), 2026)?.issuedOn).toBe('2025-11-04')
  expect((await listPeople(store, systemViewer(real), { limit: 9 })).items).toEqual([])
  expect(await findAccount(store, real, 'sysadmin')).toBeUndefined()
})

test('the first administrator is made by whoever commands the machine, under the rules for passwords', async () => {
  const wanted = { institution: real, name: '何静', username: 'hejing', password: 'short', at }
  await expect(createAdministrator(store, wanted)).rejects.toMatchObject({ refusals: [{ code: 'account/password-too-short' }] })
  expect(await findAccount(store, real, 'hejing')).toBeUndefined()
  await createAdministrator(store, { ...wanted, password: 'six blue paper boats' })
  expect((await loadActor(store, real, 'hejing' as PersonId, plainDay('2026-06-01'))).roles).toEqual(['inventor', 'sysadmin'])
})

test('an administrator locked out is let in again with a new password, and holds the role once', async () => {
  await createAdministrator(store, { institution: real, name: '吕平', username: 'lvping', password: 'seven blue paper boats', at })
  await disableAccount(store, deedIn(real, program, plainDay('2026-06-01')), 'lvping' as PersonId)
  await createAdministrator(store, { institution: real, name: '吕平', username: 'lvping', password: 'eight blue paper boats', at })
  const account = await findAccount(store, real, 'lvping')
  expect(account?.disabled).toBe(false)
  expect(await isPassword(account?.passwordHash, 'eight blue paper boats')).toBe(true)
  expect(await listAssignments(store, systemViewer(real), { person: 'lvping' as PersonId, role: 'sysadmin' })).toHaveLength(1)
})

type Run = { readonly code: number | null; readonly said: string }

/** Runs the command as an operator would, the password on its standard input. */
function runCommand(args: readonly string[], password: string): Promise<Run> {
  const env = { ...process.env, DATABASE_URL: database.url, MASTER_KEY: database.masterKey }
  const root = join(import.meta.dirname, '..', '..')
  const child = spawn(process.execPath, ['--import', 'tsx', 'cli/create-administrator.ts', ...args], { cwd: root, env, stdio: 'pipe' })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stdin.end(password)
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })))
}

test('the command enters house and administrator, and never takes a password of its own', async () => {
  const args = ['--institution', 'new-university', '--name', '何静', '--username', 'hejing']
  const unknown = await runCommand(args, 'six blue paper boats\n')
  expect(unknown).toMatchObject({ code: 1, said: expect.stringContaining('--institution-zh') })
  const all = [...args, '--institution-zh', '新大学', '--institution-en', 'New University', '--province', 'Beijing']
  expect(await runCommand(all, 'short\n')).toMatchObject({ code: 1, said: expect.stringContaining('fewer than 12 characters') })
  const made = await runCommand(all, 'six blue paper boats\n')
  expect(made).toMatchObject({ code: 0, said: expect.stringContaining('signs in as hejing') })
  expect(made.said).not.toContain('boats')
  const account = await findAccount(store, 'new-university' as InstitutionId, 'hejing')
  expect(await isPassword(account?.passwordHash, 'six blue paper boats')).toBe(true)
})
