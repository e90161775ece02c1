import process from 'node:process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InstitutionId, PersonId } from '#domain/actor.ts'
import { asSystem, type Store } from '#store/db.ts'
import { changePassword, disableAccount, enableAccount, findAccount, findAccountOf, openAccount } from '#store/desk/accounts.ts'
import { makeApiToken } from '#store/desk/api-tokens.ts'
import { acceptInvitation, findInvitation, invitePerson } from '#store/desk/invitations.ts'
import { hashPassword, isPassword } from '#store/desk/passwords.ts'
import { loadBearer } from '#store/desk/bearers.ts'
import { beginSession } from '#store/desk/sessions.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { deedIn, monday, openHouse, readChain } from './house.ts'

let database: TestDatabase
let store: Store

beforeAll(async () => {
  database = await createTestDatabase()
  store = database.openStore()
})
afterAll(() => database.drop())

const lin = 'lin' as PersonId
const hour = 3_600_000
const soon = () => new Date(Date.now() + hour)

async function houseOf(name: string): Promise<InstitutionId> {
  return openHouse(store, name, [{ id: 'lin', mail: 'lin@example.org' }, { id: 'wang' }])
}

function accept(institution: InstitutionId, secret: string, commandId: string, username = 'lin', passwordHash = 'hash') {
  return acceptInvitation(store, { institution, secret, username, passwordHash, commandId, at: 0, on: monday })
}

test('a password is kept as Argon2id, opens with itself alone, however the keyboard composed it', async () => {
  const hash = await hashPassword('Zürich liegt am See')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await isPassword(hash, 'Zu\u0308rich liegt am See')).toBe(true)
  expect(await isPassword(hash, 'Zurich liegt am See')).toBe(false)
  expect(await hashPassword('Zürich liegt am See')).not.toBe(hash)
})

test('an unknown user name takes a wrong password no faster than a known one', async () => {
  const hash = await hashPassword('correct horse battery')
  // Time of the processor, which other programs on the machine do not lengthen.
  const work = async (of: string | undefined) => {
    const started = process.cpuUsage()
    for (let index = 0; index < 10; index += 1) expect(await isPassword(of, 'wrong horse battery')).toBe(false)
    return process.cpuUsage(started).user
  }
  await work(hash)
  const known = await work(hash)
  expect((await work(undefined)) / known).toBeGreaterThan(0.5)
})

test('a person has one account, and a user name one person, in whichever case', async () => {
  const house = await houseOf('one-account')
  await openAccount(store, deedIn(house), { person: lin, username: 'LinLan', passwordHash: 'a' })
  expect(await findAccount(store, house, ' linlan ')).toEqual({ username: 'linlan', person: 'lin', passwordHash: 'a', disabled: false })
  const open = (person: PersonId, username: string) => openAccount(store, deedIn(house), { person, username, passwordHash: 'b' })
  await expect(open(lin, 'other')).rejects.toMatchObject({ refusals: [{ code: 'account/exists' }] })
  await expect(open('wang' as PersonId, 'LINLAN')).rejects.toMatchObject({ refusals: [{ code: 'account/name-taken', field: '/username' }] })
  await expect(open('nobody' as PersonId, 'x')).rejects.toMatchObject({ refusals: [{ code: 'person/unknown' }] })
})

test('another password ends the sessions of the person but the one it was changed in', async () => {
  const house = await houseOf('new-password')
  await openAccount(store, deedIn(house), { person: lin, username: 'lin', passwordHash: 'a' })
  const [here, there] = [await beginSession(store, house, lin, 1), await beginSession(store, house, lin, 1)]
  await changePassword(store, deedIn(house), lin, 'b', here.secret)
  expect(await loadBearer(store, house, { is: 'session', secret: here.secret }, monday)).toMatchObject({ person: 'lin' })
  expect(await loadBearer(store, house, { is: 'session', secret: there.secret }, monday)).toBeUndefined()
  expect((await findAccountOf(store, house, lin))?.passwordHash).toBe('b')
})

test('a shut account has no sessions and no tokens; opened again, it has its password', async () => {
  const house = await houseOf('shut')
  await openAccount(store, deedIn(house), { person: lin, username: 'lin', passwordHash: 'a' })
  const session = await beginSession(store, house, lin, 1)
  const token = await makeApiToken(store, house, { person: lin, name: 'report' })
  await disableAccount(store, deedIn(house), lin)
  expect(await loadBearer(store, house, { is: 'session', secret: session.secret }, monday)).toBeUndefined()
  expect(await loadBearer(store, house, { is: 'token', secret: token.secret }, monday)).toBeUndefined()
  expect(await findAccount(store, house, 'lin')).toMatchObject({ disabled: true })
  await enableAccount(store, deedIn(house), lin)
  expect(await findAccount(store, house, 'lin')).toMatchObject({ disabled: false, passwordHash: 'a' })
})

test('no hash of a password stands in the record', async () => {
  const house = await houseOf('no-hash')
  await openAccount(store, deedIn(house), { person: lin, username: 'lin', passwordHash: 'first-secret' })
  await changePassword(store, deedIn(house), lin, 'second-secret')
  const chain = await readChain(store, house, 'lin')
  expect(chain).toMatchObject([
    { kind: 'PersonAdded' },
    { kind: 'AccountOpened', facts: { username: 'lin' } },
    { kind: 'PasswordChanged', facts: {} },
  ])
  expect(JSON.stringify(chain)).not.toMatch(/first-secret|second-secret/)
})

test('an invitation opens the account once, and only its hash is kept', async () => {
  const house = await houseOf('invitation')
  const { secret, mail } = await invitePerson(store, deedIn(house), { person: lin, expiresAt: soon(), for: 'account' })
  expect(mail).toBe('lin@example.org')
  const rows = await asSystem(store, house, (tx) => tx.invitation.findMany({ where: { institutionId: house } }))
  expect(JSON.stringify(rows).includes(secret)).toBe(false)
  expect(await findInvitation(store, house, secret)).toMatchObject({ person: 'lin', mail })
  const both = await Promise.allSettled([accept(house, secret, 'accept-1'), accept(house, secret, 'accept-2')])
  expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  expect(both.find((one) => one.status === 'rejected')).toMatchObject({ reason: { refusals: [{ code: 'invitation/used' }] } })
  expect(await findInvitation(store, house, secret)).toBeUndefined()
  expect(await findAccount(store, house, 'lin')).toMatchObject({ person: 'lin' })
})

test('an invitation repeated by the same command after an answer was lost still opens one account', async () => {
  const house = await houseOf('lost-answer')
  const { secret } = await invitePerson(store, deedIn(house), { person: lin, expiresAt: soon(), for: 'account' })
  expect(await accept(house, secret, 'same')).toBe('lin')
  expect(await accept(house, secret, 'same')).toBe('lin')
})

test('an invitation that ran out, or is unknown, opens nothing', async () => {
  const house = await houseOf('ran-out')
  const { secret } = await invitePerson(store, deedIn(house), { person: lin, expiresAt: new Date(Date.now() - 1), for: 'account' })
  await expect(accept(house, secret, 'late')).rejects.toMatchObject({ refusals: [{ code: 'invitation/expired' }] })
  await expect(accept(house, 'made-up', 'made-up')).rejects.toMatchObject({ refusals: [{ code: 'invitation/unknown' }] })
  expect(await findAccountOf(store, house, lin)).toBeUndefined()
})

test('a taken user name leaves the invitation open for another', async () => {
  const house = await houseOf('taken')
  await openAccount(store, deedIn(house), { person: 'wang' as PersonId, username: 'lin', passwordHash: 'w' })
  const { secret } = await invitePerson(store, deedIn(house), { person: lin, expiresAt: soon(), for: 'account' })
  await expect(accept(house, secret, 'first')).rejects.toMatchObject({ refusals: [{ code: 'account/name-taken' }] })
  expect(await accept(house, secret, 'second', 'linlan')).toBe('lin')
})

test('for a lost password an invitation gives the account another, ends sessions and tokens, and uses up every other', async () => {
  const house = await houseOf('lost-password')
  await expect(invitePerson(store, deedIn(house), { person: lin, expiresAt: soon(), for: 'password' })).rejects.toMatchObject({
    refusals: [{ code: 'account/unknown' }],
  })
  await openAccount(store, deedIn(house), { person: lin, username: 'lin', passwordHash: 'old' })
  await expect(invitePerson(store, deedIn(house), { person: lin, expiresAt: soon(), for: 'account' })).rejects.toMatchObject({
    refusals: [{ code: 'account/exists' }],
  })
  const session = await beginSession(store, house, lin, 1)
  const token = await makeApiToken(store, house, { person: lin, name: '导出' })
  const invite = () => invitePerson(store, deedIn(house), { person: lin, expiresAt: soon(), for: 'password' })
  const [first, second] = [await invite(), await invite()]
  await accept(house, first.secret, 'reset', 'ignored', 'new')
  expect(await findAccountOf(store, house, lin)).toMatchObject({ username: 'lin', passwordHash: 'new' })
  expect(await loadBearer(store, house, { is: 'session', secret: session.secret }, monday)).toBeUndefined()
  expect(await loadBearer(store, house, { is: 'token', secret: token.secret }, monday)).toBeUndefined()
  await expect(accept(house, second.secret, 'again')).rejects.toMatchObject({ refusals: [{ code: 'invitation/used' }] })
})

test('nobody without an address is invited', async () => {
  const house = await houseOf('no-address')
  const invitation = { person: 'wang' as PersonId, expiresAt: soon(), for: 'account' } as const
  await expect(invitePerson(store, deedIn(house), invitation)).rejects.toMatchObject({
    refusals: [{ code: 'person/mail-missing', field: '/mail' }],
  })
  expect(await invitePerson(store, deedIn(house), { ...invitation, mail: 'wang@example.org' })).toMatchObject({ mail: 'wang@example.org' })
})
