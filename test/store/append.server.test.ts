import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client } from 'pg'
import { processActor, type InstitutionId, type PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import type { MatterId, TaskId } from '#domain/state.ts'
import { asSystem, type Store } from '#store/db.ts'
import { appendAction, type AppendInput, type Recorded } from '#store/record/append.ts'
import { RecordRefusal } from '#store/record/record-refusal.ts'
import { getState } from '#store/record/read.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { approvalTask, draft, lin, loan, office, officer, opening } from './loan.ts'

let database: TestDatabase
let store: Store

beforeAll(async () => {
  database = await createTestDatabase()
  store = database.openStore()
})
afterAll(() => database.drop())

function append(matter: string, input: AppendInput['draft'], more: Partial<AppendInput> = {}) {
  return appendAction(store, { institution: office, matter: matter as MatterId, definition: loan, draft: input, ...more })
}

/** The number an opening was given. */
function numberOf({ recorded }: { readonly recorded?: Recorded | undefined }): string {
  if (recorded === undefined || !('head' in recorded.facts)) throw new Error('Not an opening')
  return recorded.facts.head.number
}

async function grantOfficer(): Promise<void> {
  await asSystem(store, office, async (tx) => {
    await tx.roleAssignment.createMany({
      data: [
        {
          institutionId: office,
          id: 'r1',
          personId: 'ou',
          role: 'ipo_officer',
          roleKey: 'ipo_officer',
          fromDay: '2026-01-01',
          toDay: '2026-12-31',
          grantedBy: 'boot',
          status: 'active',
        },
      ],
      skipDuplicates: true,
    })
  })
}

test('an opened matter gets the next number of its process and year', async () => {
  const first = await append('n1', opening('n1', { title: '示波器' }))
  const second = await append('n2', opening('n2', { title: '离心机' }))
  const numbers = [first, second].map(numberOf)
  expect(numbers).toEqual(['LN-2026-00001', 'LN-2026-00002'])
})

test('an opening that fails leaves no gap in the numbers', async () => {
  const refusal = { code: 'loan/never', citations: [], fact: {} } as const
  await expect(append('n3', opening('n3', { title: 'x' }), { guards: [async () => [refusal]] })).rejects.toThrow(RecordRefusal)
  const { recorded } = await append('n4', opening('n4', { title: 'y' }))
  expect(numberOf({ recorded })).toBe('LN-2026-00003')
  expect(await getState(store, office, 'n4' as MatterId)).toMatchObject({ seq: 1, head: { number: 'LN-2026-00003' } })
})

test('a known command answers with what it became at first, whatever it says now', async () => {
  await append('k1', opening('k1', { title: 'a' }))
  const again = await append('k1', { ...opening('k1', { title: 'b' }), at: 5, on: plainDay('2027-01-01') })
  expect(again).toMatchObject({ repeated: true, recorded: { seq: 1, on: '2026-03-02', facts: { data: { title: 'a' } } } })
})

test('of twenty simultaneous openings of one matter one is written and all get its number', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => append('s1', opening('s1', { title: 'a' }))))
  expect(answers.filter((one) => !one.repeated)).toHaveLength(1)
  expect(new Set(answers.map(numberOf)).size).toBe(1)
})

test('fifty matters opened at once are numbered without gap or double', async () => {
  const ids = Array.from({ length: 50 }, (_, index) => `many-${index}`)
  const before = numberOf(await append('c0', opening('c0', { title: 'a' })))
  const answers = await Promise.all(ids.map((id) => append(id, opening(id, { title: 'a' }))))
  const serials = answers.map((one) => Number(numberOf(one).slice(-5))).toSorted((a, b) => a - b)
  const from = Number(before.slice(-5)) + 1
  expect(serials).toEqual(Array.from({ length: 50 }, (_, index) => from + index))
})

test('actions on one matter at once take consecutive places in its chain', async () => {
  await append('q1', opening('q1', { title: 'a' }))
  const waits = Array.from({ length: 12 }, (_, index) =>
    draft({ kind: 'WaitStarted', commandId: `w${index}`, facts: { step: `wait#${index}` as TaskId, messages: ['x'] } }),
  )
  const answers = await Promise.all(waits.map((one) => append('q1', one)))
  expect(answers.map((one) => one.recorded?.seq ?? 0).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 12 }, (_, index) => index + 2),
  )
})

test('nobody acts in a role that he does not hold on the day', async () => {
  await grantOfficer()
  await append('r1', opening('r1', { title: 'a' }))
  await append('r1', draft({ kind: 'TaskOpened', commandId: 't', facts: { task: approvalTask() } }))
  const claim = (
    commandId: string,
    actor: typeof officer | { is: 'person'; person: PersonId; as: typeof officer.as },
    on = plainDay('2026-03-02'),
  ) => append('r1', { ...draft({ kind: 'TaskClaimed', commandId, actor, facts: { task: 'approval#1' as TaskId } }), on })
  await expect(claim('c1', { ...officer, person: lin })).rejects.toMatchObject({
    refusals: [{ code: 'record/role-not-held', fact: { role: 'ipo_officer', on: '2026-03-02' } }],
  })
  await expect(claim('c2', officer, plainDay('2027-01-01'))).rejects.toThrow(RecordRefusal)
  await expect(claim('c3', officer)).resolves.toMatchObject({ recorded: { seq: 3 } })
})

test('a deputy acts only within his deputyship', async () => {
  await grantOfficer()
  await asSystem(store, office, (tx) =>
    tx.deputy.create({
      data: { institutionId: office, id: 'd1', personId: 'ou', deputyId: 'wei', roleKeys: [], fromDay: '2026-03-02', toDay: '2026-03-03' },
    }),
  )
  await append('d1', opening('d1', { title: 'a' }))
  await append('d1', draft({ kind: 'TaskOpened', commandId: 't', facts: { task: approvalTask() } }))
  const actor = { is: 'person', person: 'wei' as PersonId, as: officer.as, onBehalfOf: officer.person } as const
  const claim = draft({ kind: 'TaskClaimed', commandId: 'c', actor, facts: { task: 'approval#1' as TaskId } })
  await expect(append('d1', { ...claim, on: plainDay('2026-03-04') })).rejects.toThrow(RecordRefusal)
  await expect(append('d1', { ...claim, actor: { ...actor, person: 'zhou' as PersonId } })).rejects.toThrow(RecordRefusal)
  await expect(append('d1', claim)).resolves.toMatchObject({ repeated: false })
})

test('a story that is behind is answered with what it missed, and records nothing', async () => {
  await append('b1', opening('b1', { title: 'a' }))
  await append('b1', draft({ kind: 'TaskOpened', commandId: 't', facts: { task: approvalTask() } }))
  const answer = await append('b1', draft({ kind: 'MatterWithdrawn', commandId: 'w', facts: { reason: 'r' } }), { after: 1 })
  expect(answer).toMatchObject({ repeated: false, missed: [{ seq: 2, kind: 'TaskOpened', commandId: 't', actor: processActor }] })
  expect(answer.recorded).toBeUndefined()
  expect((await getState(store, office, 'b1' as MatterId)).seq).toBe(2)
})

test('a due day is computed with the calendar on record and becomes a fact of the action', async () => {
  await asSystem(store, office, (tx) =>
    tx.yearCalendar.createMany({
      data: [{ institutionId: office, year: 2026, issuedOn: '2025-11-04', source: 'notice', off: ['2026-03-09'], workingWeekends: [] }],
      skipDuplicates: true,
    }),
  )
  await append('u1', opening('u1', { title: 'a' }))
  const request = { due: { rule: { workingDays: 5 }, class: 'service', from: plainDay('2026-03-02'), trigger: 'opened' } } as const
  const { recorded } = await append('u1', draft({ kind: 'TaskOpened', commandId: 't', facts: { task: approvalTask() } }), { request })
  expect(recorded?.facts).toMatchObject({ task: { class: 'service', due: { on: '2026-03-10' } } })
  const again = await append('u1', draft({ kind: 'TaskOpened', commandId: 't', facts: { task: approvalTask() } }), { request })
  expect(again.recorded?.facts).toEqual(recorded?.facts)
})

test('facts and state lie sealed on disk, and another institution has a number series of its own', async () => {
  await append('z1', opening('z1', { title: '不可外泄的题目', inventors: ['lin'] }))
  const other = 'uni-b' as InstitutionId
  const { recorded } = await appendAction(store, {
    institution: other,
    matter: 'z1' as MatterId,
    definition: loan,
    draft: opening('z1', { title: 'b' }, { institution: other }),
  })
  expect(numberOf({ recorded })).toBe('LN-2026-00001')
  const client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
  const { rows } = await client.query(`SELECT facts, state FROM actions a JOIN matters m ON m.id = a.matter_id WHERE m.id = 'z1'`)
  await client.end()
  for (const row of rows) expect(Buffer.concat([row.facts, row.state]).includes(Buffer.from('"data"'))).toBe(false)
})
