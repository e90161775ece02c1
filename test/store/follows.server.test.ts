import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MatterId } from '#domain/state.ts'
import { asSystem, type Store } from '#store/db.ts'
import { findCommand, keepCommand } from '#store/desk/commands.ts'
import { findDraft, saveDraft } from '#store/desk/drafts.ts'
import { appendAction, type AppendInput } from '#store/record/append.ts'
import { getState } from '#store/record/read.ts'
import { rebuildRecord } from '#store/record/rebuild.ts'
import { verifyRecord } from '#store/record/verify.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { approvalTask, draft, lin, loan, office, opening } from './loan.ts'

let database: TestDatabase
let store: Store

beforeAll(async () => {
  database = await createTestDatabase()
  store = database.openStore()
})
afterAll(() => database.drop())

const task = approvalTask()
const opensTask = { draft: draft({ kind: 'TaskOpened', commandId: `${task.id}/open`, facts: { task } }) }
const closes = { draft: draft({ kind: 'MatterClosed', commandId: 'matter/closed', facts: { outcome: 'lent' } }) }

function append(matter: string, input: AppendInput['draft'], more: Partial<AppendInput> = {}) {
  return appendAction(store, { institution: office, matter: matter as MatterId, definition: loan, draft: input, ...more })
}

function countActions(matter: string): Promise<number> {
  return asSystem(store, office, (tx) => tx.action.count({ where: { institutionId: office, matterId: matter } }))
}

test('what follows from an action is recorded with it, each in the chain, and the lists stand as after the last', async () => {
  const { recorded, followed } = await append('f1', opening('f1', { title: '示波器' }), { follows: [opensTask, closes] })
  expect([recorded, ...followed].map((one) => [one?.seq, one?.kind])).toEqual([
    [1, 'MatterOpened'],
    [2, 'TaskOpened'],
    [3, 'MatterClosed'],
  ])
  expect(await getState(store, office, 'f1' as MatterId)).toMatchObject({ seq: 3, standing: { is: 'closed', outcome: 'lent' } })
  expect(await rebuildRecord(store, office, { loan })).toMatchObject({ differences: [] })
  expect((await verifyRecord(store, office)).faults).toEqual([])
})

test('where what follows cannot be recorded, the action is not either', async () => {
  const again = { draft: { ...opensTask.draft, commandId: 'f2/open' } }
  await expect(append('f2', opening('f2', { title: 'x' }), { follows: [again] })).rejects.toThrow(/unique/)
  expect(await countActions('f2')).toBe(0)
})

test('an asker who is behind has nothing recorded, neither the action nor what would follow', async () => {
  await append('f3', opening('f3', { title: 'x' }), { follows: [opensTask] })
  const { recorded, missed } = await append('f3', closes.draft, { after: 1, follows: [] })
  expect(recorded).toBeUndefined()
  expect(missed.map((one) => one.kind)).toEqual(['TaskOpened'])
  expect(await countActions('f3')).toBe(2)
})

test('a command is answered by the transaction that carries it out, and the draft of its task goes with it', async () => {
  const matter = 'f4' as MatterId
  await keepCommand(store, office, { id: 'f4/open', name: 'open-matter', matter, bodyHash: 'h', request: {} })
  await append('f4', opening('f4', { title: 'x' }), { follows: [opensTask] })
  const { number } = (await getState(store, office, matter)).head
  expect(await findCommand(store, office, 'f4/open')).toMatchObject({
    status: 'done',
    answer: { status: 'done', answer: { id: 'f4', number } },
  })
  const subject = { matter, task: task.id }
  await saveDraft(store, office, subject, { by: lin, at: 0, merge: () => ({ remark: '写到一半' }) })
  await keepCommand(store, office, { id: 'done', name: 'complete-task', matter, bodyHash: 'h', request: {} })
  const actor = { is: 'person', person: lin, as: 'self' } as const
  const facts = { task: task.id, outcome: 'approved', data: {} }
  await append('f4', draft({ kind: 'TaskCompleted', commandId: 'done', actor, facts }), { follows: [closes] })
  expect(await findCommand(store, office, 'done')).toMatchObject({ status: 'done', answer: { status: 'done', answer: { seq: 3 } } })
  expect(await findDraft(store, office, subject)).toBeUndefined()
})
