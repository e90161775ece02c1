import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ActionDraft } from '#domain/action.ts'
import type { DepartmentId, PersonId } from '#domain/actor.ts'
import { addDays, plainDay } from '#domain/day.ts'
import type { RoleKey } from '#domain/role.ts'
import type { MatterId, Task, TaskId } from '#domain/state.ts'
import type { Store, Viewer } from '#store/db.ts'
import { listTrail } from '#store/lists/actions.ts'
import { listDeadlines } from '#store/lists/deadlines.ts'
import { readMorningNews } from '#store/lists/morning-news.ts'
import { listMatters, searchMatters } from '#store/lists/matters.ts'
import { findEnd, findNumber, findRecorded } from '#store/lists/on-record.ts'
import type { TaskFilter } from '#store/lists/task-query.ts'
import { countLists, countTasks, listClosedTasks, listTasks } from '#store/lists/tasks.ts'
import { readAs } from '#store/reading.ts'
import { appendAction } from '#store/record/append.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { approvalTask, draft, lin, loan, monday, office, opening } from './loan.ts'

let database: TestDatabase
let store: Store

const today = plainDay('2026-03-20')
const task = 'approval#1' as TaskId
const total = 23

function viewer(person: string, ...roles: string[]): Viewer {
  return { institution: office, person: person as PersonId, roles: roles as RoleKey[], scope: 'person' }
}
const officer = viewer('ou', 'ipo_officer')

function append(matter: string, action: ActionDraft) {
  return appendAction(store, { institution: office, matter: matter as MatterId, definition: loan, draft: action })
}

function dueOn(day: string): Pick<Task, 'due' | 'class'> {
  const on = plainDay(day)
  return { due: { on, raw: on, from: on, rule: { days: 1 }, provisional: false, derivation: [] }, class: 'service' }
}

/** Matters k00 … k22, each with an approval due a day later than the one before, the last without a due day. */
beforeAll(async () => {
  database = await createTestDatabase()
  store = database.openStore()
  for (let index = 0; index < total; index += 1) {
    const matter = `k${String(index).padStart(2, '0')}`
    const how = { department: (index % 2 === 0 ? 'physics' : 'chemistry') as DepartmentId, at: monday + index }
    await append(
      matter,
      opening(
        matter,
        { title: index === 7 ? '一种固态电解质的制备方法' : `示波器第${index}台`, inventors: index === 3 ? ['ou'] : [] },
        how,
      ),
    )
    const due = index === total - 1 ? {} : dueOn(addDays(plainDay('2026-03-10'), index))
    await append(matter, draft({ kind: 'TaskOpened', commandId: 't', at: monday + index, facts: { task: approvalTask(due) } }))
  }
})
afterAll(() => database.drop())

async function everyPage(who: Viewer, filter: TaskFilter, limit: number): Promise<string[]> {
  const found: string[] = []
  let cursor: string | undefined
  do {
    const page = await listTasks(store, who, { ...filter, limit, ...(cursor === undefined ? {} : { cursor }) })
    found.push(...page.items.map((one) => one.matter))
    cursor = page.next
  } while (cursor !== undefined)
  return found
}

test('tasks come by due day over all pages, once each, those without a day last, and as many as are counted', async () => {
  const found = await everyPage(officer, { list: 'group', today }, 4)
  const expected = Array.from({ length: total }, (_, index) => `k${String(index).padStart(2, '0')}`).filter((matter) => matter !== 'k03')
  expect(found).toEqual(expected)
  expect(await countTasks(store, officer, { list: 'group', today })).toBe(total - 1)
})

test('an inventor who holds an office role does not find the approval of his own matter, and it is not counted', async () => {
  const colleague = viewer('zhou', 'ipo_officer')
  expect(await countTasks(store, colleague, { list: 'group', today })).toBe(total)
  expect(await everyPage(officer, { list: 'group', today }, 50)).not.toContain('k03')
})

test('several lists are counted at once as each by itself', async () => {
  const filters = (['mine', 'group', 'delegated', 'department', 'overdue'] as const).map((list) => ({ list, today }))
  const colleague = viewer('zhou', 'ipo_officer', 'dept_admin@physics')
  const each = await Promise.all(filters.map((filter) => countTasks(store, colleague, filter)))
  expect(await countLists(store, colleague, filters)).toEqual(each)
  expect(each.filter((count) => count > 0)).toHaveLength(3)
})

test('a list is read by its index even where the statistics know one role only', async () => {
  const owner = new Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query('ANALYZE task_candidates')
  await owner.end()
  const sql = 'EXPLAIN SELECT 1 FROM task_candidates WHERE institution_id = $1 AND candidate = $2'
  const plan = await readAs(store, officer, 'plan', (ask) => ask<{ 'QUERY PLAN': string }>(sql, [office, 'ipo_officer']))
  expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index/)
})

test('a claimed task leaves the group for its holder; released, it comes back', async () => {
  const actor = { is: 'person', person: 'ou' as PersonId, as: 'self' } as const
  await append('k05', draft({ kind: 'TaskClaimed', commandId: 'c', actor, facts: { task } }))
  expect(await everyPage(officer, { list: 'mine', today }, 50)).toEqual(['k05'])
  expect(await everyPage(officer, { list: 'group', today }, 50)).not.toContain('k05')
  expect(await countTasks(store, officer, { list: 'mine', today })).toBe(1)
  await append('k05', draft({ kind: 'TaskReleased', commandId: 'r', actor, facts: { task } }))
  expect(await everyPage(officer, { list: 'mine', today }, 50)).toEqual([])
  expect(await everyPage(officer, { list: 'group', today }, 50)).toContain('k05')
})

test('a delegated task is with the delegate, and its owner finds it among those that come back', async () => {
  const actor = { is: 'person', person: 'ou' as PersonId, as: 'self' } as const
  await append('k06', draft({ kind: 'TaskClaimed', commandId: 'c', actor, facts: { task } }))
  await append('k06', draft({ kind: 'TaskDelegated', commandId: 'd', actor, facts: { task, to: 'zhou' as PersonId } }))
  expect(await everyPage(viewer('zhou'), { list: 'mine', today }, 50)).toEqual(['k06'])
  expect(await everyPage(officer, { list: 'delegated', today }, 50)).toEqual(['k06'])
  await append('k06', draft({ kind: 'TaskResolved', commandId: 'e', actor: { ...actor, person: 'zhou' as PersonId }, facts: { task } }))
  await append('k06', draft({ kind: 'TaskReleased', commandId: 'r', actor, facts: { task } }))
})

describe('what is overdue', () => {
  const overdue = { list: 'overdue', today } as const

  test('is what was due before today', async () => {
    expect(await everyPage(viewer('zhou', 'ipo_officer'), overdue, 3)).toEqual(Array.from({ length: 10 }, (_, index) => `k0${index}`))
  })

  test('leaves out service days of a suspended matter, as suspension stops them', async () => {
    await append('k00', draft({ kind: 'MatterSuspended', commandId: 's', facts: { reason: 'r' } }))
    expect(await everyPage(viewer('zhou', 'ipo_officer'), overdue, 50)).not.toContain('k00')
    expect(await countTasks(store, viewer('zhou', 'ipo_officer'), overdue)).toBe(9)
    await append('k00', draft({ kind: 'MatterResumed', commandId: 'u', facts: { days: 0, tasks: [] } }))
  })
})

test.each<[string, Partial<TaskFilter>, number]>([
  ['by process', { process: 'loan' }, total - 1],
  ['by another process', { process: 'gift' }, 0],
  ['by step', { step: 'approval' }, total - 1],
  ['by department', { department: 'chemistry' }, 10],
  ['by due day', { dueBefore: plainDay('2026-03-12') }, 2],
  ['by title', { q: '电解质' }, 1],
  ['by part of the number', { q: '00023' }, 1],
  ['by a title with the wild cards of SQL', { q: '%' }, 0],
  ['by several at once', { process: 'loan', department: 'physics', dueBefore: plainDay('2026-03-12') }, 1],
])('the group list is narrowed %s, and the count with it', async (_, narrow, expected) => {
  const filter = { list: 'group', today, ...narrow } as TaskFilter
  expect((await everyPage(officer, filter, 5)).length).toBe(expected)
  expect(await countTasks(store, officer, filter)).toBe(expected)
})

test("a department's officer lists the open tasks of his department", async () => {
  const found = await everyPage(viewer('qin', 'dept_admin@chemistry'), { list: 'department', today }, 4)
  expect(found).toEqual(['k01', 'k03', 'k05', 'k07', 'k09', 'k11', 'k13', 'k15', 'k17', 'k19', 'k21'])
  expect(await countTasks(store, viewer('qin', 'dept_admin@chemistry'), { list: 'department', today })).toBe(11)
})

test('a closed task keeps outcome, reason and who closed it, searchable', async () => {
  const actor = { is: 'person', person: 'zhou' as PersonId, as: 'self' } as const
  await append(
    'k08',
    draft({ kind: 'TaskCompleted', commandId: 'd', actor, facts: { task, outcome: 'refused', data: {}, reason: '材料不全' } }),
  )
  const closed = await listClosedTasks(store, officer, { outcome: 'refused' })
  expect(closed.items).toMatchObject([
    { matter: 'k08', status: 'done', outcome: 'refused', reason: '材料不全', closedBy: 'zhou', closedAs: 'self', tied: false },
  ])
  expect((await listClosedTasks(store, viewer('zhou'), { person: 'zhou' })).items).toMatchObject([{ matter: 'k08', tied: true }])
  expect((await listClosedTasks(store, officer, { outcome: 'approved' })).items).toEqual([])
})

test('matters are found by words of the title, by a half-remembered number and in spite of a wrong digit', async () => {
  const first = async (q: string) => (await searchMatters(store, officer, q)).at(0)?.id
  expect(await first('固态电解质')).toBe('k07')
  expect(await first('电解质 制备')).toBe('k07')
  expect(await first('LN 2026 8')).toBe('k07')
  expect(await first('ln-2026-00008')).toBe('k07')
  expect((await searchMatters(store, officer, 'LN-2026-00009')).map((one) => one.id)).toContain('k07')
  expect(await searchMatters(store, officer, '量子纠缠')).toEqual([])
})

test('matters are listed latest first, page by page, and narrowed', async () => {
  const first = await listMatters(store, officer, { limit: 10 })
  const second = await listMatters(store, officer, { limit: 10, cursor: first.next ?? '' })
  const third = await listMatters(store, officer, { limit: 10, cursor: second.next ?? '' })
  const ids = [first, second, third].flatMap((page) => page.items.map((one) => one.id))
  expect([ids.length, new Set(ids).size, third.next]).toEqual([total, total, undefined])
  expect((await listMatters(store, officer, { mine: true })).items.map((one) => one.id)).toEqual(['k03'])
  expect((await listMatters(store, officer, { q: '固态电解质', department: 'chemistry' })).items.map((one) => one.id)).toEqual(['k07'])
  expect((await listMatters(store, officer, { process: 'loan', standing: 'closed' })).items).toEqual([])
  expect((await listMatters(store, viewer('lin', 'inventor'), { limit: 200 })).items.length).toBe(total)
})

test('deadlines still due are listed by day over all pages', async () => {
  const first = await listDeadlines(store, officer, { before: plainDay('2026-03-13'), limit: 2 })
  const second = await listDeadlines(store, officer, { before: plainDay('2026-03-13'), limit: 2, cursor: first.next ?? '' })
  expect([...first.items, ...second.items].map((one) => [one.matter, one.source, one.due.on])).toEqual([
    ['k00', 'task', '2026-03-10'],
    ['k01', 'task', '2026-03-11'],
    ['k02', 'task', '2026-03-12'],
  ])
})

test('a deadline of a matter that is closed is told on its morning as that of an open one', async () => {
  const due = {
    on: plainDay('2026-06-01'),
    raw: plainDay('2026-06-01'),
    from: plainDay('2026-03-02'),
    rule: { months: 3 },
    provisional: false,
  }
  const entry = { code: 'annuity', class: 'statutory', due: { ...due, derivation: [] }, citations: [] } as const
  for (const matter of ['d0', 'd1']) {
    await append(matter, opening(matter, { title: '示波器' }))
    await append(matter, draft({ kind: 'DeadlinesSet', commandId: 'd', facts: { step: 'docket#1' as TaskId, deadlines: [entry] } }))
  }
  await append('d1', draft({ kind: 'MatterClosed', commandId: 'c', facts: { outcome: 'lent' } }))
  const span = { from: plainDay('2026-05-01'), today: plainDay('2026-05-02'), soon: plainDay('2026-05-05') }
  const { deadlines } = await readMorningNews(store, office, span, [plainDay('2026-06-01')])
  expect(deadlines.map(({ matter, code }) => [matter, code]).toSorted()).toEqual([
    ['d0', 'annuity'],
    ['d1', 'annuity'],
  ])
})

test('a trail is told page by page, with the hashes of the chain', async () => {
  const first = await listTrail(store, officer, 'k05' as MatterId, { limit: 3 })
  const second = await listTrail(store, officer, 'k05' as MatterId, { limit: 3, cursor: first.next ?? '' })
  expect([...first.items, ...second.items].map((one) => one.kind)).toEqual(['MatterOpened', 'TaskOpened', 'TaskClaimed', 'TaskReleased'])
  expect(second.items[0]).toMatchObject({ action: { facts: { task }, seq: 4 }, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
})

test('what is on record is found by command, number and end', async () => {
  const matter = 'k09' as MatterId
  expect(await findRecorded(store, office, matter, 't')).toEqual({ seq: 2 })
  expect(await findRecorded(store, office, matter, 'never')).toBeUndefined()
  expect(await findNumber(store, office, matter)).toBe('LN-2026-00010')
  expect(await findEnd(store, office, matter)).toBeUndefined()
  await append('k09', draft({ kind: 'MatterClosed', commandId: 'x', facts: { outcome: 'lent' } }))
  expect(await findEnd(store, office, matter)).toEqual({ outcome: 'lent', on: '2026-03-02' })
  expect(await everyPage(officer, { list: 'group', today }, 50)).not.toContain('k09')
})

test('whoever opened a matter is tied to it', async () => {
  expect((await listMatters(store, { ...viewer('lin', 'ipo_officer'), person: lin }, { limit: 1 })).items).toMatchObject([{ tied: true }])
  expect((await listMatters(store, viewer('nobody', 'finance'), { limit: 1 })).items).toMatchObject([{ tied: false }])
})

test('a task open to two of his roles is listed and counted once, and one he is barred from under neither', async () => {
  const both = viewer('ou', 'ipo_officer', 'tech_manager', 'legal')
  for (const matter of ['l0', 'l1', 'l2']) {
    const inventors = matter === 'l2' ? ['ou'] : []
    await append(matter, opening(matter, { title: '两岗均可办', inventors }))
    const opened = approvalTask({ roles: ['tech_manager', 'legal'] as RoleKey[] })
    await append(matter, draft({ kind: 'TaskOpened', commandId: 't', facts: { task: opened } }))
  }
  const filter = { list: 'group', today } as const
  expect((await everyPage(both, filter, 5)).filter((matter) => matter.startsWith('l'))).toEqual(['l0', 'l1'])
  expect(await countTasks(store, both, filter)).toBe((await everyPage(officer, filter, 50)).length + 2)
  expect(await countTasks(store, viewer('ou', 'legal', 'tech_manager'), filter)).toBe(2)
})
