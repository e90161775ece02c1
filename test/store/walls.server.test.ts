import { readFile } from 'node:fs/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ActionDraft } from '#domain/action.ts'
import type { ActorRef, DepartmentId, InstitutionId, PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import type { RoleKey } from '#domain/role.ts'
import type { MatterId, Task, TaskId } from '#domain/state.ts'
import { asViewer, systemViewer, type Store, type Viewer } from '#store/db.ts'
import { addAttachment, findAttachment, readAttachment } from '#store/desk/attachments.ts'
import { addComment, listComments } from '#store/desk/comments.ts'
import { listReadings, noteReading } from '#store/desk/read-log.ts'
import { listRefusals, recordRefusals } from '#store/desk/refusals.ts'
import { listTrail } from '#store/lists/actions.ts'
import { listDeadlines } from '#store/lists/deadlines.ts'
import { findDocument, readDocument } from '#store/lists/documents.ts'
import { findMatter, listMatters, searchMatters } from '#store/lists/matters.ts'
import type { TaskFilter } from '#store/lists/task-query.ts'
import { countTasks, findTask, listTasks, listTasksOfMatter } from '#store/lists/tasks.ts'
import { appendAction } from '#store/record/append.ts'
import { keepPaper } from '#store/record/papers.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { approvalTask, draft, lin, loan, monday, office, opening } from './loan.ts'

let database: TestDatabase
let store: Store

const elsewhere = 'uni-b' as InstitutionId
const today = plainDay('2026-03-02')
const linsMatter = 'm-lin' as MatterId
const wangsMatter = 'm-wang' as MatterId
const foreignMatter = 'm-foreign' as MatterId

function viewer(person: string, roles: readonly string[], institution = office): Viewer {
  return { institution, person: person as PersonId, roles: roles as RoleKey[], scope: 'person' }
}
const inventor = viewer('lin', ['inventor'])
const otherInventor = viewer('wang', ['inventor'])
const officerHere = viewer('ou', ['ipo_officer'])
const officerElsewhere = viewer('ou', ['ipo_officer'], elsewhere)
const evaluator = viewer('bai', ['evaluator'])
const administrator = viewer('root', ['sysadmin'])

function append(institution: InstitutionId, matter: MatterId, action: ActionDraft) {
  return appendAction(store, { institution, matter, definition: loan, draft: action })
}

/** A matter with everything that can be read of one. */
async function fill(institution: InstitutionId, matter: MatterId, by: PersonId, department: DepartmentId): Promise<void> {
  const due = {
    on: plainDay('2026-03-09'),
    raw: plainDay('2026-03-09'),
    from: today,
    rule: { days: 7 },
    provisional: false,
    derivation: [],
  }
  const sha256 = 'a'.repeat(64)
  const paper = { id: `${matter}/receipt#1`, template: 'loan/receipt', number: '1', sha256, readings: [] }
  await append(institution, matter, opening(matter, { title: `示波器 ${matter}` }, { institution, by, department }))
  await append(institution, matter, draft({ kind: 'TaskOpened', commandId: 't', facts: { task: approvalTask({ due, class: 'service' }) } }))
  await keepPaper(store, { institution, matter, readings: [{ sha256, bytes: Buffer.from(`paper of ${matter}`) }] })
  await append(institution, matter, draft({ kind: 'DocumentIssued', commandId: 'p', facts: { step: 'receipt#1' as TaskId, paper } }))
  await addComment(store, systemViewer(institution), matter, {
    id: `c-${institution}-${matter}`,
    visibility: 'matter',
    author: by,
    text: '请看',
    mentions: [],
    at: monday,
    on: today,
  })
}

beforeAll(async () => {
  database = await createTestDatabase()
  store = database.openStore()
  await fill(office, linsMatter, lin, 'physics' as DepartmentId)
  await fill(office, wangsMatter, 'wang' as PersonId, 'chemistry' as DepartmentId)
  await fill(elsewhere, foreignMatter, lin, 'physics' as DepartmentId)
})
afterAll(() => database.drop())

/** Everything that one matter shows to a viewer. */
async function sights(who: Viewer, matter: MatterId): Promise<Record<string, boolean>> {
  const paper = `${matter}/receipt#1`
  return {
    matter: (await findMatter(store, who, matter)) !== undefined,
    listed: (await listMatters(store, who, {})).items.some((one) => one.id === matter),
    searched: (await searchMatters(store, who, `示波器 ${matter}`)).some((one) => one.id === matter),
    task: (await findTask(store, who, matter, 'approval#1' as TaskId)) !== undefined,
    tasks: (await listTasksOfMatter(store, who, matter)).length > 0,
    trail: (await listTrail(store, who, matter)).items.length > 0,
    paper: (await findDocument(store, who, paper)) !== undefined,
    bytes: (await readDocument(store, who, paper)) !== undefined,
    comments: (await listComments(store, who, matter, ['matter'])).length > 0,
    deadline: (await listDeadlines(store, who, {})).items.some((one) => one.matter === matter),
  }
}

const names = ['matter', 'listed', 'searched', 'task', 'tasks', 'trail', 'paper', 'bytes', 'comments', 'deadline']
const everything = Object.fromEntries(names.map((name) => [name, true]))
const nothing = Object.fromEntries(names.map((name) => [name, false]))

test.each<[string, Viewer, MatterId, Record<string, boolean>]>([
  ['an inventor sees his own matter, whole', inventor, linsMatter, everything],
  ["an inventor sees nothing of another's matter", inventor, wangsMatter, nothing],
  ["another inventor sees nothing of Lin's", otherInventor, linsMatter, nothing],
  ['the office sees every matter of its house', officerHere, wangsMatter, everything],
  ['the office of another house sees nothing of this one', officerElsewhere, linsMatter, nothing],
  ['the office of this house sees nothing of another', officerHere, foreignMatter, nothing],
  ['the same person in another house has a matter there', viewer('lin', ['inventor'], elsewhere), foreignMatter, everything],
  ['a department sees its own matters', viewer('qin', ['dept_admin@physics']), linsMatter, everything],
  ["a department sees nothing of another department's", viewer('qin', ['dept_admin@physics']), wangsMatter, nothing],
  ['a system administrator sees no matter', administrator, linsMatter, nothing],
  ['an evaluator who is asked nothing sees nothing', evaluator, linsMatter, nothing],
  ['whoever has not signed in sees nothing', { institution: office, roles: [], scope: 'person' }, linsMatter, nothing],
])('%s', async (_, who, matter, expected) => {
  expect(await sights(who, matter)).toEqual(expected)
})

test('whoever may take a task of a matter sees it, and goes on seeing it when he has done the task; the others then do not', async () => {
  const matter = 'm-asked' as MatterId
  const task = approvalTask({ roles: ['evaluator' as RoleKey], act: 'advises' })
  const colleague = viewer('hao', ['evaluator'])
  await append(office, matter, opening(matter, { title: '评议' }))
  await append(office, matter, draft({ kind: 'TaskOpened', commandId: 't', facts: { task } }))
  expect([await findMatter(store, evaluator, matter), await findMatter(store, colleague, matter)].map(Boolean)).toEqual([true, true])
  const by = { is: 'person', person: 'bai' as PersonId, as: 'self' } as const
  await append(
    office,
    matter,
    draft({ kind: 'TaskCompleted', commandId: 'd', actor: by, facts: { task: task.id, outcome: 'approved', data: {} } }),
  )
  expect([await findMatter(store, evaluator, matter), await findMatter(store, colleague, matter)].map(Boolean)).toEqual([true, false])
})

test('a deputy finds the tasks of whoever he stands in for', async () => {
  const matter = 'm-absent' as MatterId
  await append(office, matter, opening(matter, { title: '代理' }))
  await append(
    office,
    matter,
    draft({ kind: 'TaskOpened', commandId: 't', facts: { task: approvalTask({ roles: [], people: ['bai' as PersonId] }) } }),
  )
  const deputy = { ...viewer('hao', []), standsInFor: ['bai' as PersonId] }
  expect((await listTasks(store, deputy, { list: 'mine', today })).items.map((one) => one.matter)).toEqual([matter])
  expect((await listTasks(store, viewer('hao', []), { list: 'mine', today })).items).toEqual([])
})

describe('a person called what a role is called', () => {
  const namesake = viewer('ipo_officer', [])
  const forRole = 'm-for-role' as MatterId
  const forNamesake = 'm-for-namesake' as MatterId
  const held = 'm-held-by-namesake' as MatterId

  async function open(matter: MatterId, more: Partial<Task>): Promise<void> {
    await append(office, matter, opening(matter, { title: '重名' }, { by: 'zhang' as PersonId }))
    await append(office, matter, draft({ kind: 'TaskOpened', commandId: 't', facts: { task: approvalTask(more) } }))
  }
  async function listed(who: Viewer, list: TaskFilter['list']): Promise<readonly MatterId[]> {
    return (await listTasks(store, who, { list, today })).items.map((one) => one.matter)
  }

  beforeAll(async () => {
    const himself = 'ipo_officer' as PersonId
    await open(forRole, {})
    await open(forNamesake, { roles: [], people: [himself] })
    await open(held, { roles: ['committee' as RoleKey] })
    const actor: ActorRef = { is: 'person', person: himself, as: 'self' }
    await append(office, held, draft({ kind: 'TaskClaimed', commandId: 'c', actor, facts: { task: 'approval#1' as TaskId } }))
  })

  test('finds as his own what is his by name or in his hands, and nothing of the role', async () => {
    expect(await listed(namesake, 'mine')).toEqual([forNamesake, held])
    expect(await listed(namesake, 'group')).toEqual([forNamesake])
    expect(await countTasks(store, namesake, { list: 'mine', today })).toBe(2)
  })

  test("sees his own matters and no other of the role's", async () => {
    expect((await listMatters(store, namesake, {})).items.map((one) => one.id).toSorted()).toEqual([forNamesake, held])
    expect((await listMatters(store, namesake, { mine: true })).items.map((one) => one.id).toSorted()).toEqual([forNamesake, held])
    expect(await findMatter(store, namesake, forRole)).toBeUndefined()
    expect(await findTask(store, namesake, forRole, 'approval#1' as TaskId)).toBeUndefined()
  })

  test('is stood in for without the deputy seeing what waits for the role', async () => {
    const deputy = { ...viewer('hao', []), standsInFor: ['ipo_officer' as PersonId] }
    expect(await listed(deputy, 'mine')).toEqual([forNamesake, held])
    expect(await findMatter(store, deputy, forRole)).toBeUndefined()
  })

  test('whoever holds the role does not find as waiting for the role what waits for him', async () => {
    const holder = viewer('ou', ['ipo_officer'])
    expect(await listed(holder, 'group')).toContain(forRole)
    expect(await listed(holder, 'group')).not.toContain(forNamesake)
  })

  test('rows written before people had a sign of their own are told apart by the migration', async () => {
    const client = new Client({ connectionString: database.ownerUrl })
    await client.connect()
    try {
      const rows = async () => (await client.query('SELECT * FROM task_candidates ORDER BY matter_id, task_id, candidate')).rows
      const after = await rows()
      await client.query(`UPDATE task_candidates SET candidate = substr(candidate, 2) WHERE candidate LIKE '+%'`)
      expect(await rows()).not.toEqual(after)
      await client.query(await readFile('prisma/migrations/0008_people_are_no_roles/migration.sql', 'utf8'))
      expect(await rows()).toEqual(after)
    } finally {
      await client.end()
    }
  })
})

test('a file is seen by whoever uploaded it and whoever sees its matter', async () => {
  const file = { name: '图.pdf', mediaType: 'application/pdf', uploadedBy: lin, at: monday, on: today, bytes: Buffer.from('%PDF') }
  const { id } = await addAttachment(store, office, { ...file, matter: linsMatter })
  expect(await readAttachment(store, inventor, id)).toMatchObject({ name: '图.pdf', bytes: Buffer.from('%PDF') })
  expect(await findAttachment(store, officerHere, id)).toMatchObject({ id })
  expect(await findAttachment(store, otherInventor, id)).toBeUndefined()
  expect(await readAttachment(store, officerElsewhere, id)).toBeUndefined()
})

test('nobody comments on a matter he may not see', async () => {
  const comment = { id: 'c-x', visibility: 'matter', author: 'wang' as PersonId, text: '?', mentions: [], at: monday, on: today } as const
  expect(await addComment(store, otherInventor, linsMatter, comment)).toBe(false)
  expect(await addComment(store, inventor, linsMatter, comment)).toBe(true)
})

test("refusals and readings of a matter are seen with it, and one's own always", async () => {
  const refusals = [{ code: 'task/held-by-other', citations: [], fact: { holder: 'wang' } }] as const
  await recordRefusals(store, {
    institution: office,
    asked: 'claim-task',
    refusals,
    person: 'hao' as PersonId,
    matter: wangsMatter,
    at: monday,
    on: today,
  })
  await noteReading(store, otherInventor, { matter: wangsMatter, what: 'matter' })
  const seen = (who: Viewer) => listRefusals(store, who, { matter: wangsMatter }).then((page) => page.items.map((one) => one.fact))
  expect(await Promise.all([otherInventor, viewer('hao', []), officerHere, inventor].map(seen))).toEqual([
    [{ holder: 'wang' }],
    [{ holder: 'wang' }],
    [{ holder: 'wang' }],
    [],
  ])
  const read = (who: Viewer) => listReadings(store, who, { matter: wangsMatter }).then((page) => page.items.length)
  expect(await Promise.all([otherInventor, officerHere, inventor].map(read))).toEqual([1, 1, 0])
})

test('not even plain SQL in a viewer transaction reads past the wall, or keys', async () => {
  const count = (who: Viewer, table: string) =>
    asViewer(store, who, (tx) => tx.$queryRawUnsafe<{ count: bigint }[]>(`SELECT count(*) FROM ${table}`)).then((rows) =>
      Number(rows[0]?.count),
    )
  expect(await count(officerElsewhere, 'matters')).toBe(1)
  expect(await count(officerHere, 'matter_keys')).toBe(0)
  expect(await count(inventor, 'matters')).toBe(3)
  expect(await count(administrator, 'actions')).toBe(0)
})

test('every table that belongs to an institution has a wall that holds its owner too', async () => {
  const client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
  const open = await client.query(`SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relname <> '_prisma_migrations' AND NOT (c.relrowsecurity AND c.relforcerowsecurity
      AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'wall'))`)
  const keyless =
    await client.query(`SELECT i.indexrelid::regclass::text AS index FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
    WHERE n.nspname = 'public' AND t.relname NOT IN ('_prisma_migrations', 'institutions') AND a.attname <> 'institution_id'`)
  const owned = await client.query(`SELECT relname FROM pg_class WHERE relowner = 'conveyance_test'::regrole`)
  await client.end()
  expect({ open: open.rows, keyless: keyless.rows, owned: owned.rows }).toEqual({ open: [], keyless: [], owned: [] })
})

test('what is recorded cannot be changed or taken out by the application', async () => {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  await client.query(`SELECT set_config('app.institution', 'uni-a', false), set_config('app.scope', 'system', false)`)
  for (const sql of [
    `UPDATE actions SET kind = 'x'`,
    'DELETE FROM actions',
    'DELETE FROM refusals',
    'UPDATE read_log SET what = what',
    'DELETE FROM matters',
    'DELETE FROM policies',
  ]) {
    await expect(client.query(sql), sql).rejects.toThrow(/permission denied/)
  }
  await client.end()
})
