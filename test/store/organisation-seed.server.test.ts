import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import { demonstrationPassword } from '#cli/demonstration-house.ts'
import { seedDemonstration } from '#cli/seed.ts'
import { systemViewer, type Store } from '#store/db.ts'
import { findAccount } from '#store/desk/accounts.ts'
import { loadActor } from '#store/desk/actors.ts'
import { isPassword } from '#store/desk/passwords.ts'
import { listPeople } from '#store/desk/people-lists.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'

let database: TestDatabase
let store: Store

beforeAll(async () => {
  database = await createTestDatabase()
  store = database.openStore()
})
afterAll(() => database.drop())

test('the demonstration university is entered once, however often it is seeded', async () => {
  const started = performance.now()
  const house = await seedDemonstration(store)
  console.log('seed ms', performance.now() - started)
  const again = performance.now()
  await seedDemonstration(store)
  console.log('again ms', performance.now() - again)
  const { items } = await listPeople(store, systemViewer(house), { limit: 100 })
  expect(items).toHaveLength(20)
  const account = await findAccount(store, house, 'IPO_officer')
  expect(await isPassword(account?.passwordHash, demonstrationPassword)).toBe(true)
  expect(await isPassword(undefined, demonstrationPassword)).toBe(false)
  const times: number[] = []
  for (let i = 0; i < 50; i++) {
    const s = performance.now()
    await loadActor(store, house, 'dept_admin' as PersonId, plainDay('2026-03-02'))
    times.push(performance.now() - s)
  }
  console.log('actor ms', times.toSorted((a, b) => a - b)[25])
  expect(await loadActor(store, house, 'dept_admin' as PersonId, plainDay('2026-03-02'))).toMatchObject({
    roles: ['dept_admin@computing', 'inventor'],
  })
})
