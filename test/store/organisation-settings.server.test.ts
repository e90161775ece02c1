import { afterAll, beforeAll, expect, test } from 'vitest'
import type { YearCalendar } from '#domain/calendar.ts'
import { plainDay } from '#domain/day.ts'
import type { ParameterRow } from '#domain/parameter.ts'
import { byDesign } from '#domain/refusal.ts'
import type { MatterId } from '#domain/state.ts'
import { asSystem, systemViewer, type Store } from '#store/db.ts'
import { listCalendars, loadCalendar } from '#store/desk/calendars.ts'
import { findIncident, listIncidents, noteRetry, reportIncident, resolveIncident } from '#store/desk/incidents.ts'
import { addParameters, closeParameter, listParameters } from '#store/desk/parameters.ts'
import { ensurePolicy, findPolicyInForce, findPolicyText, listPublishedPolicies, publishPolicy } from '#store/desk/policies.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { deedIn, monday, openHouse } from './house.ts'

let database: TestDatabase
let store: Store

beforeAll(async () => {
  database = await createTestDatabase()
  store = database.openStore()
})
afterAll(() => database.drop())

const strict = { process: 'disclosure', hash: 'hash-strict', body: { due: { 'formal-check': { workingDays: 3 } } } }
const lenient = { process: 'disclosure', hash: 'hash-lenient', body: { due: { 'formal-check': { workingDays: 9 } } } }
const april = plainDay('2026-04-01')
const may = plainDay('2026-05-01')

test('a policy holds from its day on, and an earlier text may be published again', async () => {
  const house = await openHouse(store, 'policies', [])
  const inForce = async (on: string) => (await findPolicyInForce(store, systemViewer(house), 'disclosure', plainDay(on)))?.hash
  await publishPolicy(store, deedIn(house), { ...strict, from: monday, note: '校发〔2026〕1号' })
  await publishPolicy(store, deedIn(house), { ...lenient, from: april })
  await publishPolicy(store, deedIn(house), { ...strict, from: may })
  expect(await Promise.all(['2026-03-01', '2026-03-02', '2026-04-01', '2026-05-01'].map(inForce))).toEqual([
    undefined,
    'hash-strict',
    'hash-lenient',
    'hash-strict',
  ])
  expect((await listPublishedPolicies(store, systemViewer(house), 'disclosure')).map((one) => one.from)).toEqual([monday, april, may])
})

test('of two policies published for one day the later counts', async () => {
  const house = await openHouse(store, 'policies-one-day', [])
  await publishPolicy(store, deedIn(house), { ...strict, from: april })
  await publishPolicy(store, deedIn(house), { ...lenient, from: april })
  expect(await findPolicyInForce(store, systemViewer(house), 'disclosure', april)).toMatchObject({ hash: 'hash-lenient', seq: 2 })
})

test('no policy is published for a day gone by', async () => {
  const house = await openHouse(store, 'policies-back', [])
  await expect(publishPolicy(store, deedIn(house), { ...strict, from: plainDay('2026-03-01') })).rejects.toMatchObject({
    refusals: [{ code: 'policy/back-dated', fact: { from: '2026-03-01', today: '2026-03-02' } }],
  })
})

test('a text that a matter is pinned to is found by its hash, is in force nowhere, and is never rewritten', async () => {
  const house = await openHouse(store, 'policies-pinned', [])
  await ensurePolicy(store, house, strict)
  await ensurePolicy(store, house, { ...strict, body: {} })
  expect(await findPolicyText(store, systemViewer(house), 'hash-strict')).toEqual(strict)
  expect(await findPolicyInForce(store, systemViewer(house), 'disclosure', may)).toBeUndefined()
  await expect(asSystem(store, house, (tx) => tx.policy.updateMany({ data: { body: {} } }))).rejects.toThrow(/permission denied/)
  await expect(asSystem(store, house, (tx) => tx.policyPublication.deleteMany())).rejects.toThrow(/permission denied/)
})

const calendar: YearCalendar = {
  year: 2027,
  source: '国务院办公厅通知',
  issuedOn: plainDay('2026-11-04'),
  off: [plainDay('2027-01-01')],
  workingWeekends: [plainDay('2027-01-30')],
}

test('a calendar newly loaded is told to every open matter once; the same notice again changes nothing', async () => {
  const house = await openHouse(store, 'calendars', [])
  await loadCalendar(store, deedIn(house), calendar)
  await loadCalendar(store, deedIn(house), calendar)
  expect(await listCalendars(store, systemViewer(house))).toEqual([calendar])
  const told = await asSystem(store, house, (tx) => tx.outbox.findMany({ where: { institutionId: house } }))
  expect(told).toMatchObject([{ kind: 'calendar-loaded', key: 'calendar/2027/2026-11-04', body: { year: 2027, issuedOn: '2026-11-04' } }])
})

test('a notice of the same day that says something else is refused; a later notice is loaded beside it', async () => {
  const house = await openHouse(store, 'calendars-other', [])
  await loadCalendar(store, deedIn(house), calendar)
  await expect(loadCalendar(store, deedIn(house), { ...calendar, off: [] })).rejects.toMatchObject({
    refusals: [{ code: 'calendar/known-otherwise' }],
  })
  await loadCalendar(store, deedIn(house), { ...calendar, off: [], issuedOn: plainDay('2026-12-01') })
  expect(await listCalendars(store, systemViewer(house))).toHaveLength(2)
})

const fee: ParameterRow = { name: 'FEE', value: 100, from: plainDay('2020-01-01'), citations: [byDesign], note: '旧标准' }

test('a rate changes by closing the old row and entering the new one; both are found for their days', async () => {
  const house = await openHouse(store, 'parameters', [])
  const viewer = systemViewer(house)
  const raised: ParameterRow = { ...fee, value: 120, from: april }
  await addParameters(store, deedIn(house), [fee])
  await expect(addParameters(store, deedIn(house), [raised])).rejects.toMatchObject({ refusals: [{ code: 'parameter/overlaps' }] })
  const [old] = await listParameters(store, viewer)
  await closeParameter(store, deedIn(house), old?.id ?? '', plainDay('2026-03-31'))
  expect(await addParameters(store, deedIn(house), [raised])).toEqual({ entered: 1 })
  const values = async (on: string) => (await listParameters(store, viewer, { name: 'FEE', asOf: plainDay(on) })).map((row) => row.value)
  expect(await Promise.all(['2019-12-31', '2026-03-31', '2026-04-01'].map(values))).toEqual([[], [100], [120]])
})

test('rows entered before are left as they are, and of several rows all are entered or none', async () => {
  const house = await openHouse(store, 'parameters-all', [])
  await addParameters(store, deedIn(house), [fee])
  expect(await addParameters(store, deedIn(house), [fee, { ...fee, province: 'Beijing' }])).toEqual({ entered: 1 })
  const clash = [
    { ...fee, name: 'OTHER' },
    { ...fee, value: 7 },
  ]
  await expect(addParameters(store, deedIn(house), clash)).rejects.toMatchObject({ refusals: [{ code: 'parameter/overlaps' }] })
  const rows = await listParameters(store, systemViewer(house))
  expect(rows.map(({ name, province }) => [name, province])).toEqual([
    ['FEE', 'Beijing'],
    ['FEE', undefined],
  ])
})

test('two administrators who enter rows of one name at the same moment do not make the parameter ambiguous', async () => {
  const house = await openHouse(store, 'parameters-race', [])
  const both = await Promise.allSettled([
    addParameters(store, deedIn(house), [fee]),
    addParameters(store, deedIn(house), [{ ...fee, value: 101 }]),
  ])
  expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
})

test('a failure reported again is one incident; resolved, it opens again when it comes back', async () => {
  const house = await openHouse(store, 'incidents', [])
  const incident = { id: 'paper/m1/receipt#1', kind: 'paper', matter: 'm1' as MatterId, detail: { error: 'no font' } }
  await reportIncident(store, house, incident)
  await reportIncident(store, house, { ...incident, detail: { error: 'no disk' } })
  expect(await findIncident(store, house, incident.id)).toMatchObject({
    status: 'open',
    attempts: 0,
    detail: { error: 'no disk' },
    matter: 'm1',
  })
  expect(await noteRetry(store, house, incident.id, { resolved: false, outcome: 'still no disk' })).toMatchObject({
    status: 'retried',
    attempts: 1,
  })
  expect(await noteRetry(store, house, incident.id, { resolved: true, outcome: 'issued' })).toMatchObject({
    status: 'resolved',
    lastOutcome: 'issued',
  })
  await expect(noteRetry(store, house, incident.id, { resolved: false, outcome: 'x' })).rejects.toMatchObject({
    refusals: [{ code: 'incident/resolved' }],
  })
  await reportIncident(store, house, incident)
  expect(await findIncident(store, house, incident.id)).toMatchObject({ status: 'open', attempts: 2 })
  await resolveIncident(store, house, incident.id, 'came through by itself')
  expect(await findIncident(store, house, incident.id)).toMatchObject({ status: 'resolved', lastOutcome: 'came through by itself' })
})

test('incidents are paged, the newest first, by status and matter', async () => {
  const house = await openHouse(store, 'incident-pages', [])
  for (const id of ['a', 'b', 'c', 'd', 'e'])
    await reportIncident(store, house, { id, kind: 'mail', detail: {}, ...(id < 'c' ? { matter: 'm1' as MatterId } : {}) })
  await resolveIncident(store, house, 'd', 'sent')
  const first = await listIncidents(store, house, { status: 'open', limit: 3 })
  const rest = await listIncidents(store, house, { status: 'open', limit: 3, ...(first.next === undefined ? {} : { cursor: first.next }) })
  expect([...first.items, ...rest.items].map((one) => one.id)).toEqual(['e', 'c', 'b', 'a'])
  expect((await listIncidents(store, house, { matter: 'm1' as MatterId, limit: 9 })).items.map((one) => one.id)).toEqual(['b', 'a'])
})
