import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client } from 'pg'
import { guardForm } from '#activities/form-guard.ts'
import type { ActionDraft } from '#domain/action.ts'
import { plainDay } from '#domain/day.ts'
import { checkDigitOf } from '#domain/patent-number.ts'
import { registerChange, type EncumbranceKind, type PatentFacts } from '#domain/register.ts'
import type { MatterId, TaskId } from '#domain/state.ts'
import { systemViewer, type Store, type Viewer } from '#store/db.ts'
import { changeRegisterEntry } from '#store/desk/registers.ts'
import { RegisterRefusal } from '#store/desk/register-refusal.ts'
import { findPublication, listPublications } from '#store/lists/publications.ts'
import { findEntry, knownOn, listEntries, listHistory, listMattersAbout } from '#store/lists/registers.ts'
import { takeOutbox } from '#store/outbox.ts'
import { appendAction } from '#store/record/append.ts'
import { rebuildRegisters } from '#store/record/rebuild-registers.ts'
import { rebuildRecord } from '#store/record/rebuild.ts'
import { RecordRefusal } from '#store/record/record-refusal.ts'
import { openTell } from '#store/tells.ts'
import { verifyRecord } from '#store/record/verify.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { approvalOf, approve, checks, contradicts, deal, openingOf, patentOf } from './deal.ts'
import { deedIn } from './house.ts'
import { draft, lin, office } from './loan.ts'

let database: TestDatabase
let store: Store
let serial = 0
const system = systemViewer(office)

beforeAll(async () => {
  database = await createTestDatabase()
  store = database.openStore()
})
afterAll(() => database.drop())

function append(matter: string, input: ActionDraft) {
  const guards = guardForm(checks, input, deal)
  return appendAction(store, { institution: office, matter: matter as MatterId, definition: deal, draft: input, guards })
}

async function registerPatent(more: Partial<PatentFacts> = {}): Promise<string> {
  const digits = `20211${String((serial += 1)).padStart(7, '0')}`
  const number = `ZL${digits}.${checkDigitOf(digits)}`
  const { encumbrances: _, ...facts } = patentOf(number, more)
  const change = registerChange({ register: 'patent', id: number }, 'PatentRegistered', facts, known('2026-03-02'))
  await changeRegisterEntry(store, deedIn(office), change)
  return number
}

function known(on: string) {
  return { source: '专利登记簿副本', on: plainDay(on) }
}

/** Opens a deal up to where the office may approve it. */
async function prepare(matter: string, patent: string, kind: EncumbranceKind, tell?: string): Promise<void> {
  await append(matter, openingOf(matter, { patent, kind, ...(tell === undefined ? {} : { tell }) }))
  await append(matter, draft({ kind: 'TaskOpened', commandId: 'approval#1/open', facts: { task: approvalOf() } }))
}

async function approveOrRefuse(matter: string): Promise<'stands' | readonly string[]> {
  try {
    await append(matter, approve())
    return 'stands'
  } catch (error) {
    if (error instanceof RecordRefusal) return error.refusals.map((one) => one.code)
    throw error
  }
}

async function outboxOf(matter: string): Promise<{ kind: string; body: object }[]> {
  const client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
  const { rows } = await client.query('SELECT kind, body FROM outbox WHERE matter_id = $1 ORDER BY id', [matter])
  await client.end()
  return rows
}

test('two matters that contradict each other over one patent, approved at the same moment: exactly one stands', async () => {
  for (let round = 1; round <= 20; round += 1) {
    const patent = await registerPatent()
    const [exclusive, open] = [`x${round}`, `o${round}`]
    await prepare(exclusive, patent, 'exclusive-licence')
    await prepare(open, patent, 'open-licence')
    const answers = await Promise.all([approveOrRefuse(exclusive), approveOrRefuse(open)])
    expect(answers.filter((one) => one === 'stands')).toHaveLength(1)
    expect(answers.filter((one) => one !== 'stands')).toEqual([[contradicts.code]])
    const entry = await findEntry(store, system, 'patent', patent)
    expect(entry?.facts.encumbrances).toMatchObject([{ matter: answers[0] === 'stands' ? exclusive : open, since: '2026-03-02' }])
  }
  expect(await verifyRecord(store, office)).toMatchObject({ ok: true, faults: [] })
})

test('what does not contradict stands beside it, also at the same moment', async () => {
  const patent = await registerPatent()
  const matters = ['p1', 'p2', 'p3', 'p4']
  for (const matter of matters) await prepare(matter, patent, 'ordinary-licence')
  expect(await Promise.all(matters.map(approveOrRefuse))).toEqual(['stands', 'stands', 'stands', 'stands'])
  expect((await findEntry(store, system, 'patent', patent))?.facts.encumbrances).toHaveLength(4)
  const about = await listMattersAbout(store, system, `patent/${patent}`)
  expect(about.map((one) => one.id).sort()).toEqual(matters)
})

test('a patent that is not on the register opens nothing', async () => {
  await expect(append('u1', openingOf('u1', { patent: 'ZL202110000000.0', kind: 'pledge' }))).rejects.toThrow(RecordRefusal)
})

test('other open matters about a patent hear that its register changed, the one that changed it does not', async () => {
  const patent = await registerPatent()
  await prepare('h1', patent, 'ordinary-licence')
  await prepare('h2', patent, 'ordinary-licence')
  await append('h1', approve())
  const heard = { kind: 'fact-changed', body: { subject: `patent/${patent}`, kind: 'EncumbranceEntered' } }
  expect((await outboxOf('h2')).filter((one) => one.kind === 'fact-changed')).toEqual([heard])
  expect((await outboxOf('h1')).filter((one) => one.kind === 'fact-changed')).toEqual([])
  const status = registerChange({ register: 'patent', id: patent }, 'StatusChanged', { status: 'lapsed' }, known('2026-03-02'))
  await changeRegisterEntry(store, deedIn(office), status)
  expect((await outboxOf('h1')).filter((one) => one.kind === 'fact-changed')).toMatchObject([{ body: { kind: 'StatusChanged' } }])
})

test('what one matter tells another lies sealed and is opened by the relay; a repeated command tells it once', async () => {
  const patent = await registerPatent()
  await prepare('t1', patent, 'ordinary-licence', 't2')
  await append('t1', approve())
  await append('t1', approve())
  const taken = (await takeOutbox(store, office, 1000)).filter((one) => one.kind === 'tell' && one.matter === 't2')
  expect(taken).toHaveLength(1)
  const [tell] = taken
  if (tell === undefined) throw new Error('Nothing told')
  expect(JSON.stringify(tell.body)).not.toContain('DL-2026')
  expect(await openTell(store, office, tell)).toMatchObject({ message: 'deal-made', data: { number: expect.stringMatching(/^DL-2026-/) } })
})

test('what a matter shows to everybody stands until it shows it no more, since the day it began', async () => {
  const patent = await registerPatent()
  await prepare('s1', patent, 'open-licence')
  expect(await findPublication(store, office, 'deal', 's1')).toBeUndefined()
  await append('s1', approve())
  expect(await findPublication(store, office, 'deal', 's1')).toMatchObject({ since: '2026-03-02', body: { patent } })
  expect((await listPublications(store, office, 'deal', { limit: 100 })).map((one) => one.matter)).toContain('s1')
  await append('s1', draft({ kind: 'MatterClosed', commandId: 'close', facts: { outcome: 'made' } }))
  expect(await findPublication(store, office, 'deal', 's1')).toBeUndefined()
})

test('the rows beside the record are those the actions make, also of subjects and publications', async () => {
  const patent = await registerPatent()
  await prepare('r1', patent, 'open-licence')
  await append('r1', approve())
  expect(await rebuildRecord(store, office, { deal })).toMatchObject({ differences: [] })
  const client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
  await client.query(`UPDATE publications SET body = '{"patent":"another"}' WHERE matter_id = 'r1'`)
  await client.query(`DELETE FROM matter_subjects WHERE matter_id = 'r1'`)
  await client.end()
  const { differences } = await rebuildRecord(store, office, { deal }, { write: true })
  expect(differences.map((one) => `${one.table} ${one.is}`).sort()).toEqual(['matter_subjects missing', 'publications other'])
  expect(await findPublication(store, office, 'deal', 'r1')).toMatchObject({ since: '2026-03-02', body: { patent } })
  expect(await rebuildRecord(store, office, { deal })).toMatchObject({ differences: [] })
})

test('what the register said on a day is the fold of what had been entered by then', async () => {
  const patent = await registerPatent()
  const subject = { register: 'patent', id: patent } as const
  const pledge = { id: 'pledge-1', kind: 'pledge', recorded: true, since: plainDay('2026-04-01') } as const
  const later = deedIn(office, { is: 'system', name: 'process' }, plainDay('2026-04-03'))
  await changeRegisterEntry(store, later, registerChange(subject, 'EncumbranceEntered', pledge, known('2026-04-03')))
  const end = { id: 'pledge-1', endedOn: plainDay('2026-05-01') }
  const latest = deedIn(office, { is: 'system', name: 'process' }, plainDay('2026-05-06'))
  await changeRegisterEntry(store, latest, registerChange(subject, 'EncumbranceEnded', end, known('2026-05-06')))
  const history = await listHistory(store, system, subject)
  expect(history.map((one) => one.kind)).toEqual(['PatentRegistered', 'EncumbranceEntered', 'EncumbranceEnded'])
  expect(knownOn(history, plainDay('2026-03-01'))).toBeUndefined()
  expect(knownOn(history, plainDay('2026-04-02'))).toMatchObject({ encumbrances: [] })
  expect(knownOn(history, plainDay('2026-05-05'))).toMatchObject({ encumbrances: [{ id: 'pledge-1' }] })
  expect(knownOn(history, plainDay('2026-05-06'))).toEqual((await findEntry(store, system, 'patent', patent))?.facts)
})

test('a register refuses what cannot be, and writes nothing of it', async () => {
  const patent = await registerPatent()
  const subject = { register: 'patent', id: patent } as const
  const twice = registerChange(subject, 'PatentRegistered', patentOf(patent), known('2026-03-02'))
  await expect(changeRegisterEntry(store, deedIn(office), twice)).rejects.toThrow(RegisterRefusal)
  const unpaid = registerChange(subject, 'AnnuityPaid', { year: 6, paidOn: plainDay('2026-03-01') }, known('2026-03-02'))
  await expect(changeRegisterEntry(store, deedIn(office), unpaid)).rejects.toMatchObject({
    refusals: [{ code: 'register/annuity-not-entered' }],
  })
  expect(await listHistory(store, system, subject)).toHaveLength(1)
})

test('an application is seen by the office and its inventors, a granted patent by everybody, an interest by whose it is', async () => {
  const pending = await registerPatent({ status: 'pending' })
  const granted = await registerPatent()
  const interest = { person: lin, party: 'P1', relation: 'shareholder', since: plainDay('2025-01-01') } as const
  const change = registerChange({ register: 'interest', id: `${lin}~P1` }, 'InterestDeclared', interest, known('2026-03-02'))
  await changeRegisterEntry(store, deedIn(office), change)
  const viewer = (person: string): Viewer => ({ institution: office, person: person as typeof lin, roles: [], scope: 'person' })
  const sees = async (who: Viewer) => (await listEntries(store, who, 'patent', { limit: 1000 })).map((one) => one.id)
  expect(await sees(viewer('somebody'))).not.toContain(pending)
  expect(await sees(viewer('somebody'))).toContain(granted)
  expect(await sees(viewer(lin))).toContain(pending)
  expect(await listEntries(store, viewer('somebody'), 'interest', { limit: 10 })).toEqual([])
  expect(await listEntries(store, viewer(lin), 'interest', { limit: 10 })).toMatchObject([{ facts: { party: 'P1' } }])
  expect(await listHistory(store, system, { register: 'interest', id: `${lin}~P1` })).toMatchObject([{ kind: 'InterestDeclared' }])
})

test('a matter that has come to wait hears what it was told before', async () => {
  const patent = await registerPatent()
  await prepare('w1', patent, 'ordinary-licence', 'w2')
  await prepare('w2', patent, 'ordinary-licence')
  await append('w1', approve())
  const isTell = (one: { kind: string; matter?: string }) => one.kind === 'tell' && one.matter === 'w2'
  expect((await takeOutbox(store, office, 1000, 3600)).filter(isTell)).toHaveLength(1)
  expect((await takeOutbox(store, office, 1000, 3600)).filter(isTell)).toHaveLength(0)
  const waiting = { step: 'answer#1' as TaskId, messages: ['deal-made'] }
  await append('w2', draft({ kind: 'WaitStarted', commandId: 'answer#1/open', facts: waiting }))
  expect((await takeOutbox(store, office, 1000, 3600)).filter(isTell)).toHaveLength(1)
})

test('the rows of the registers are what their chains say, and are put right where somebody changed them', async () => {
  const patent = await registerPatent()
  expect(await rebuildRegisters(store, office)).toMatchObject({ differences: [] })
  const client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
  await client.query(`UPDATE register_entries SET body = body || '{"title":"另一个"}' WHERE id = $1`, [patent])
  await client.end()
  const wrong = { differences: [{ register: 'patent', id: patent, is: 'other' }] }
  expect(await rebuildRegisters(store, office)).toMatchObject(wrong)
  expect(await rebuildRegisters(store, office, { write: true })).toMatchObject(wrong)
  expect(await rebuildRegisters(store, office)).toMatchObject({ differences: [] })
  expect((await findEntry(store, system, 'patent', patent))?.facts.title).toBe('一种示例装置')
})
