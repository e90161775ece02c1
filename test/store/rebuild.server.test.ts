import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainDay } from '#domain/day.ts'
import { byDesign } from '#domain/refusal.ts'
import type { MatterId, TaskId } from '#domain/state.ts'
import type { ActionDraft } from '#domain/action.ts'
import { asSystem, systemViewer, type Store } from '#store/db.ts'
import { listTrail } from '#store/lists/actions.ts'
import { findMatter } from '#store/lists/matters.ts'
import { appendAction } from '#store/record/append.ts'
import { eraseBeside } from '#store/record/erase.ts'
import { keepPaper } from '#store/record/papers.ts'
import { getState } from '#store/record/read.ts'
import { rebuildRecord } from '#store/record/rebuild.ts'
import { verifyRecord } from '#store/record/verify.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { approvalTask, draft, lin, loan, office, officer, opening } from './loan.ts'

let database: TestDatabase
let store: Store
let owner: Client

beforeAll(async () => {
  database = await createTestDatabase()
  store = database.openStore()
  owner = new Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const grant = {
    institutionId: office,
    id: 'r1',
    personId: officer.person,
    role: 'ipo_officer',
    roleKey: 'ipo_officer',
    fromDay: '2026-01-01',
    grantedBy: 'boot',
    status: 'active',
  }
  await asSystem(store, office, (tx) => tx.roleAssignment.create({ data: grant }))
  for (const matter of ['a', 'b', 'c', 'erased']) await lend(matter)
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

function append(matter: string, action: ActionDraft) {
  return appendAction(store, { institution: office, matter: matter as MatterId, definition: loan, draft: action })
}

const paper = { id: 'p', template: 'loan/receipt', number: 'LN-1/1', sha256: 'ff', readings: [{ language: 'en', sha256: 'ee' }] }

/** A loan from its opening to its end, with a task that changes hands, a paper and a deadline. */
async function lend(matter: string): Promise<void> {
  const task = 'approval#1' as TaskId
  const due = {
    on: plainDay('2026-03-09'),
    raw: plainDay('2026-03-09'),
    from: plainDay('2026-03-02'),
    rule: { days: 7 },
    provisional: false,
    derivation: [],
  }
  await append(matter, opening(matter, { title: `高精度示波器${matter}`, inventors: ['lin', 'he'] }))
  await append(matter, draft({ kind: 'TaskOpened', commandId: 't', facts: { task: approvalTask({ due, class: 'service' }) } }))
  await append(matter, draft({ kind: 'TaskClaimed', commandId: 'c', actor: officer, facts: { task } }))
  await append(
    matter,
    draft({
      kind: 'TaskCompleted',
      commandId: 'd',
      actor: officer,
      facts: { task, outcome: 'approved', data: { remark: '可' }, reason: '齐全' },
    }),
  )
  await append(
    matter,
    draft({ kind: 'TaskOpened', commandId: 't2', facts: { task: approvalTask({ id: 'approval#2' as TaskId, people: [lin] }) } }),
  )
  await append(
    matter,
    draft({
      kind: 'DocumentIssued',
      commandId: 'p',
      facts: { step: 'receipt#1' as TaskId, paper: { ...paper, id: `${matter}/receipt#1` } },
    }),
  )
  const entry = { code: 'return', class: 'contractual', due, citations: [byDesign] } as const
  await append(matter, draft({ kind: 'DeadlinesSet', commandId: 'l', facts: { step: 'docket#1' as TaskId, deadlines: [entry] } }))
}

test('what the actions say is what is kept, in every table beside the record', async () => {
  expect(await rebuildRecord(store, office, { loan })).toMatchObject({ matters: 4, differences: [], repaired: false })
  const counts = await owner.query(
    `SELECT (SELECT count(*) FROM tasks) t, (SELECT count(*) FROM task_candidates) c, (SELECT count(*) FROM documents) d, (SELECT count(*) FROM deadlines) l`,
  )
  expect(counts.rows).toEqual([{ t: '8', c: '16', d: '4', l: '8' }])
})

test('a damaged list row, a lost one, one too many and a damaged state are named and repaired', async () => {
  await owner.query(`UPDATE tasks SET outcome = 'refused' WHERE matter_id = 'a' AND id = 'approval#1'`)
  await owner.query(`DELETE FROM documents WHERE matter_id = 'a'`)
  await owner.query(`INSERT INTO matter_people VALUES ('uni-a', 'a', 'mallory', 'inventor', 9000)`)
  await owner.query(`UPDATE matters SET state = 'x', title = 'y' WHERE id = 'a'`)
  const found = await rebuildRecord(store, office, { loan })
  expect(found.differences.map(({ matter, table, is }) => `${matter} ${table} ${is}`).toSorted()).toEqual([
    'a documents missing',
    'a matter_people surplus',
    'a matters other',
    'a state other',
    'a tasks other',
  ])
  expect(await rebuildRecord(store, office, { loan }, { write: true })).toMatchObject({ repaired: true })
  expect(await rebuildRecord(store, office, { loan })).toMatchObject({ differences: [] })
  expect(await getState(store, office, 'a' as MatterId)).toMatchObject({ seq: 7, data: { title: '高精度示波器a' } })
})

test('an untouched record verifies, and its heads can be kept elsewhere', async () => {
  const verified = await verifyRecord(store, office)
  expect(verified).toMatchObject({ ok: true, chains: 4, actions: 28, faults: [] })
  expect(verified.heads.map((head) => head.chain).toSorted()).toEqual(['matter/a', 'matter/b', 'matter/c', 'matter/erased'])
})

test('erased content verifies still, can never be read again, and the matter goes on', async () => {
  const erased = 'erased' as MatterId
  await keepPaper(store, { institution: office, matter: erased, readings: [{ sha256: 'ff', bytes: Buffer.from('paper') }] })
  await append('erased', draft({ kind: 'ContentErased', commandId: 'e', facts: { basis: [byDesign], contact: '保密办' } }))
  await eraseBeside(store, office, erased)
  await append('erased', draft({ kind: 'MatterClosed', commandId: 'x', facts: { outcome: 'refused' } }))
  expect(await verifyRecord(store, office, 'matter/erased')).toMatchObject({ ok: true, actions: 9 })
  const trail = await listTrail(store, systemViewer(office), erased)
  expect(trail.items.map((entry) => entry.action === undefined)).toEqual([true, true, true, true, true, true, true, false, false])
  const matter = await findMatter(store, systemViewer(office), erased)
  expect(matter).toMatchObject({
    row: { title: '', standing: 'closed', erasedOn: '2026-03-02' },
    state: { data: {}, erased: { contact: '保密办' } },
  })
  const { rows } =
    await owner.query(`SELECT (SELECT count(*) FROM matter_keys WHERE matter_id = 'erased') keys, (SELECT count(*) FROM blobs) blobs,
    (SELECT count(*) FROM tasks WHERE matter_id = 'erased' AND reason IS NOT NULL) reasons, (SELECT count(*) FROM matter_tokens WHERE matter_id = 'erased' AND token ~ '[一-龥]') words`)
  expect(rows).toEqual([{ keys: '1', blobs: '0', reasons: '0', words: '0' }])
  expect(await rebuildRecord(store, office, { loan })).toMatchObject({ erased: 1, differences: [] })
})

test('a changed fact is named by the action it stands in', async () => {
  await owner.query(`UPDATE actions SET facts = facts || '\\x00' WHERE chain = 'matter/b' AND seq = 3`)
  expect(await verifyRecord(store, office, 'matter/b')).toMatchObject({
    ok: false,
    faults: [{ chain: 'matter/b', seq: 3, what: 'content' }],
  })
})

test('a changed actor with a hash made to fit is named by the action after it', async () => {
  const last = await owner.query(`SELECT hash FROM actions WHERE chain = 'matter/c' AND seq = 7`)
  await owner.query(`UPDATE actions SET prev_hash = $1 WHERE chain = 'matter/c' AND seq = 5`, [last.rows[0].hash])
  expect(await verifyRecord(store, office, 'matter/c')).toMatchObject({ faults: [{ seq: 5, what: 'previous-hash' }] })
})

test('a truncated tail shows against the head, a hole in the middle as a gap', async () => {
  await owner.query(`DELETE FROM actions WHERE chain = 'matter/a' AND seq >= 6`)
  expect(await verifyRecord(store, office, 'matter/a')).toMatchObject({ faults: [{ seq: 6, what: 'truncated' }] })
  await owner.query(`DELETE FROM actions WHERE chain = 'matter/a' AND seq = 3`)
  expect(await verifyRecord(store, office, 'matter/a')).toMatchObject({ faults: [{ seq: 3, what: 'gap' }] })
})
