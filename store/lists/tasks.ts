import type { MatterId, TaskId } from '#domain/state.ts'
import { unreachable } from '#domain/unreachable.ts'
import type { Store, Viewer } from '../db.ts'
import { readAs, type Ask } from '../reading.ts'
import { findCursorValues, pageOf, type Page } from './cursor.ts'
import { taskOf, taskSelection, type TaskSummary } from './task-rows.ts'

/** Which of the open tasks: held by him, free to be claimed, given away and to come back, or all he may take part in. */
export type Queue = 'mine' | 'unclaimed' | 'delegated' | 'all'

export type TaskQuery = {
  readonly queue: Queue
  readonly process?: string
  readonly step?: string
  /** Due on or before this day. */
  readonly dueBy?: string
  readonly matter?: MatterId
  readonly cursor?: string
  /** 50 when absent. */
  readonly limit?: number
}

type Found = { readonly candidates: readonly string[]; readonly assigned: readonly boolean[] }

/** Under which keys, and in whose hands, the queue's tasks lie. */
function keysOf({ person, roles, standsInFor = [] }: Viewer, queue: Queue): Found {
  const people = [...(person === undefined ? [] : [person]), ...standsInFor]
  const held = people.map((one) => `=${one}`)
  const owned = people.map((one) => `^${one}`)
  switch (queue) {
    case 'mine':
      return { candidates: held, assigned: [true] }
    case 'unclaimed':
      return { candidates: [...roles, ...people], assigned: [false] }
    case 'delegated':
      return { candidates: owned, assigned: [true] }
    case 'all':
      return { candidates: [...roles, ...people, ...held, ...owned], assigned: [false, true] }
    default:
      return unreachable(queue)
  }
}

/** Narrowing beyond the queue; asked of the tasks themselves, so only named when it is wanted. */
function narrowing(query: TaskQuery, from: number): { readonly sql: string; readonly values: readonly string[] } {
  const wanted: [string, string | undefined][] = [
    ['f.process =', query.process],
    ['f.step =', query.step],
    ['f.due_on <=', query.dueBy],
    ['f.matter_id =', query.matter],
  ]
  const given = wanted.filter((one): one is [string, string] => one[1] !== undefined)
  if (given.length === 0) return { sql: '', values: [] }
  const conditions = given.map(([condition], index) => `${condition} $${from + index}`)
  const sql = `AND EXISTS (SELECT 1 FROM tasks f WHERE f.institution_id = $1 AND f.matter_id = c.matter_id AND f.id = c.task_id AND ${conditions.join(' AND ')})`
  return { sql, values: given.map(([, value]) => value) }
}

/** Whoever is barred from a task, by four eyes or by an interest, does not find it among those he might take. */
const notBarred = `(c.matter_id, c.task_id) NOT IN (SELECT b.matter_id, b.task_id FROM task_candidates b WHERE b.institution_id = $1 AND b.candidate = $2)`

/** One page of a viewer's open tasks, earliest due first, those without a due day last. Each key is read in order and the heads are merged. */
export async function listTasks(store: Store, viewer: Viewer, query: TaskQuery): Promise<Page<TaskSummary>> {
  const limit = query.limit ?? 50
  const { candidates, assigned } = keysOf(viewer, query.queue)
  const after = (query.cursor === undefined ? undefined : findCursorValues(query.cursor, 3)) ?? ['', '', '']
  const narrow = narrowing(query, 9)
  const sql = `WITH page AS (
      SELECT DISTINCT found.due_sort, found.matter_id, found.task_id
      FROM unnest($3::text[]) AS k (candidate) CROSS JOIN unnest($4::boolean[]) AS a (assigned)
      CROSS JOIN LATERAL (
        SELECT c.due_sort, c.matter_id, c.task_id FROM task_candidates c
        WHERE c.institution_id = $1 AND c.candidate = k.candidate AND c.assigned = a.assigned
          AND (c.due_sort, c.matter_id, c.task_id) > ($5, $6, $7) AND ${notBarred} ${narrow.sql}
        ORDER BY c.due_sort, c.matter_id, c.task_id LIMIT $8
      ) found ORDER BY 1, 2, 3 LIMIT $8)
    SELECT page.due_sort, ${taskSelection} FROM page
      JOIN tasks t ON t.institution_id = $1 AND t.matter_id = page.matter_id AND t.id = page.task_id
      JOIN matters m ON m.institution_id = $1 AND m.id = page.matter_id
    ORDER BY page.due_sort, page.matter_id, page.task_id`
  const values = [viewer.institution, barOf(viewer), candidates, assigned, ...after, limit + 1, ...narrow.values]
  return readAs(store, viewer, nameOf('tasks', query), async (ask) => {
    const rows = await ask<{ due_sort: string; matter: string; id: string }>(sql, values)
    return pageOf(
      rows,
      limit,
      ({ due_sort: _, ...row }) => taskOf(row),
      (row) => [row.due_sort, row.matter, row.id],
    )
  })
}

/** How many tasks `listTasks` would list over all its pages. */
export async function countTasks(store: Store, viewer: Viewer, query: Omit<TaskQuery, 'cursor' | 'limit'>): Promise<number> {
  const { candidates, assigned } = keysOf(viewer, query.queue)
  const narrow = narrowing(query, 5)
  // One key names a task once, and only several can name the same one twice.
  const distinct = candidates.length === 1 ? '' : 'DISTINCT'
  const found = `c.institution_id = $1 AND c.candidate = ANY ($3::text[]) AND c.assigned = ANY ($4::boolean[]) ${narrow.sql}`
  // The barred are few: counting them by themselves and taking them off costs less than asking each task.
  const sql = `SELECT (
      (SELECT count(*) FROM (SELECT ${distinct} c.matter_id, c.task_id FROM task_candidates c WHERE ${found}) candidacies)
      - (SELECT count(*) FROM task_candidates b WHERE b.institution_id = $1 AND b.candidate = $2 AND EXISTS (
          SELECT 1 FROM task_candidates c WHERE c.matter_id = b.matter_id AND c.task_id = b.task_id AND ${found} OFFSET 0))
    )::integer AS count`
  const values = [viewer.institution, barOf(viewer), candidates, assigned, ...narrow.values]
  return readAs(store, viewer, nameOf(`task-count-${candidates.length === 1}`, query), async (ask) => {
    const [row] = await ask<{ count: number }>(sql, values)
    return row?.count ?? 0
  })
}

function barOf({ person }: Viewer): string {
  return `!${person ?? ''}`
}

/** Statements are kept by name: the same name must mean the same text. */
function nameOf(list: string, { process, step, dueBy, matter }: TaskQuery): string {
  return `${list}/${[process, step, dueBy, matter].map((one) => (one === undefined ? 0 : 1)).join('')}`
}

/** One task as the viewer may see it, open or closed; undefined where there is none for him. */
export async function findTask(store: Store, viewer: Viewer, matter: MatterId, id: TaskId): Promise<TaskSummary | undefined> {
  return readAs(store, viewer, 'task', async (ask) => (await askTasks(ask, viewer, 't.matter_id = $2 AND t.id = $3', [matter, id])).at(0))
}

/** Every task of a matter, in the order in which they were opened and changed. */
export async function listTasksOfMatter(store: Store, viewer: Viewer, matter: MatterId): Promise<TaskSummary[]> {
  return readAs(store, viewer, 'matter-tasks', async (ask) => askTasks(ask, viewer, 't.matter_id = $2', [matter]))
}

async function askTasks(ask: Ask, { institution }: Viewer, condition: string, values: readonly string[]): Promise<TaskSummary[]> {
  const sql = `SELECT ${taskSelection} FROM tasks t JOIN matters m ON m.institution_id = t.institution_id AND m.id = t.matter_id
    WHERE t.institution_id = $1 AND ${condition} ORDER BY t.opened_on, t.seq, t.id`
  return (await ask(sql, [institution, ...values])).map(taskOf)
}

export type ClosedTaskQuery = {
  /** Closed by this person. */
  readonly person?: string
  readonly process?: string
  readonly step?: string
  readonly outcome?: string
  readonly cursor?: string
  readonly limit?: number
}

/** One page of closed tasks, the latest first: outcome, reason and citation are columns. */
export async function listClosedTasks(store: Store, viewer: Viewer, query: ClosedTaskQuery): Promise<Page<TaskSummary>> {
  const limit = query.limit ?? 50
  const after = query.cursor === undefined ? undefined : findCursorValues(query.cursor, 3)
  const wanted = { closed_by: query.person, process: query.process, step: query.step, outcome: query.outcome }
  const given = Object.entries(wanted).filter((one): one is [string, string] => one[1] !== undefined)
  const conditions = given.map(([column], index) => `AND t.${column} = $${index + 6}`)
  const sql = `SELECT ${taskSelection} FROM tasks t JOIN matters m ON m.institution_id = t.institution_id AND m.id = t.matter_id
    WHERE t.institution_id = $1 AND t.closed_on IS NOT NULL AND (t.closed_on, t.matter_id, t.id) < ($2, $3, $4) ${conditions.join(' ')}
    ORDER BY t.closed_on DESC, t.matter_id DESC, t.id DESC LIMIT $5`
  const values = [viewer.institution, ...(after ?? ['9999-99-99', '', '']), limit + 1, ...given.map(([, value]) => value)]
  return readAs(store, viewer, `closed-tasks/${given.map(([column]) => column).join()}`, async (ask) => {
    const rows = await ask<{ closedOn: string; matter: string; id: string }>(sql, values)
    return pageOf(rows, limit, taskOf, (row) => [row.closedOn, row.matter, row.id])
  })
}
