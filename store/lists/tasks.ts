import type { MatterId, TaskId } from '#domain/state.ts'
import type { Store, Viewer } from '../db.ts'
import { readAs, type Ask } from '../reading.ts'
import { findCursorValues, pageOf, type Page } from './cursor.ts'
import { patternOf, searchTasks, type TaskFilter } from './task-query.ts'
import { selectTask, taskOf, type TaskSummary } from './task-rows.ts'

/** A page of how many, from where. */
export type Paging = { readonly limit?: number; readonly cursor?: string }

const pageLength = 50

/** One page of a viewer's open tasks, earliest due first, those without a due day last. */
export async function listTasks(
  store: Store,
  viewer: Viewer,
  { limit = pageLength, cursor, ...filter }: TaskFilter & Paging,
): Promise<Page<TaskSummary>> {
  const search = searchTasks(viewer, filter)
  const after = (cursor === undefined ? undefined : findCursorValues(cursor, 3)) ?? ['', '', '']
  const at = search.values.length
  const sql = `WITH page AS (${search.page([`$${at + 1}`, `$${at + 2}`, `$${at + 3}`], `$${at + 4}`)})
    SELECT page.due_sort, ${selectTask} FROM page
      JOIN tasks t ON t.institution_id = $1 AND t.matter_id = page.matter_id AND t.id = page.task_id
      JOIN matters m ON m.institution_id = $1 AND m.id = page.matter_id
    ORDER BY page.due_sort, page.matter_id, page.task_id`
  return readAs(store, viewer, `page/${search.name}`, async (ask) => {
    const rows = await ask<{ due_sort: string; matter: string; id: string }>(sql, [...search.values, ...after, limit + 1])
    return pageOf(
      rows,
      limit,
      ({ due_sort: _, ...row }) => taskOf(row),
      (row) => [row.due_sort, row.matter, row.id],
    )
  })
}

/** How many tasks `listTasks` would list over all its pages. */
export async function countTasks(store: Store, viewer: Viewer, filter: TaskFilter): Promise<number> {
  const [count] = await countLists(store, viewer, [filter])
  return count ?? 0
}

/** The same for several lists at once, in their order. */
export async function countLists(store: Store, viewer: Viewer, filters: readonly TaskFilter[]): Promise<number[]> {
  const searches = filters.map((filter) => searchTasks(viewer, filter))
  return readAs(store, viewer, `count/${searches.map(({ name }) => name).join()}`, async (ask) => {
    const rows = await Promise.all(searches.map(({ count, values }) => ask<{ count: number }>(count, values)))
    return rows.map(([row]) => row?.count ?? 0)
  })
}

/** One task as the viewer may see it, open or closed; undefined where there is none for him. */
export async function findTask(store: Store, viewer: Viewer, matter: MatterId, id: TaskId): Promise<TaskSummary | undefined> {
  return readAs(store, viewer, 'task', async (ask) => (await askTasks(ask, viewer, 't.matter_id = $2 AND t.id = $3', [matter, id])).at(0))
}

/** Every task of a matter, open and closed, in the order of their opening. */
export async function listTasksOfMatter(store: Store, viewer: Viewer, matter: MatterId): Promise<TaskSummary[]> {
  return readAs(store, viewer, 'matter-tasks', async (ask) => askTasks(ask, viewer, 't.matter_id = $2', [matter]))
}

async function askTasks(ask: Ask, { institution }: Viewer, condition: string, values: readonly string[]): Promise<TaskSummary[]> {
  const sql = `SELECT ${selectTask} FROM tasks t JOIN matters m ON m.institution_id = t.institution_id AND m.id = t.matter_id
    WHERE t.institution_id = $1 AND ${condition} ORDER BY t.opened_on, t.seq, t.id`
  return (await ask(sql, [institution, ...values])).map(taskOf)
}

export type ClosedTaskFilter = {
  /** Closed by this person. */
  readonly person?: string
  readonly process?: string
  readonly step?: string
  readonly outcome?: string
  readonly department?: string
  readonly matter?: MatterId
  /** Words of the matter's title, or part of its number. */
  readonly q?: string
}

/** One page of closed tasks, the latest first: outcome, reason and citation are columns. */
export async function listClosedTasks(
  store: Store,
  viewer: Viewer,
  { limit = pageLength, cursor, ...filter }: ClosedTaskFilter & Paging,
): Promise<Page<TaskSummary>> {
  const after = cursor === undefined ? undefined : findCursorValues(cursor, 3)
  const { person, process, step, outcome, department, matter, q } = filter
  const wanted = { closed_by: person, process, step, outcome, department_id: department, matter_id: matter }
  const given = Object.entries(wanted).filter((one): one is [string, string] => one[1] !== undefined)
  const conditions = given.map(([column], index) => `AND t.${column} = $${index + 6}`)
  const words = q === undefined ? [] : [patternOf(q)]
  const named = words.map(() => `AND (m.title ILIKE $${given.length + 6} OR m.number ILIKE $${given.length + 6})`)
  const sql = `SELECT ${selectTask} FROM tasks t JOIN matters m ON m.institution_id = t.institution_id AND m.id = t.matter_id
    WHERE t.institution_id = $1 AND t.closed_on IS NOT NULL AND (t.closed_on, t.matter_id, t.id) < ($2, $3, $4) ${[...conditions, ...named].join(' ')}
    ORDER BY t.closed_on DESC, t.matter_id DESC, t.id DESC LIMIT $5`
  const values = [viewer.institution, ...(after ?? ['9999-99-99', '', '']), limit + 1, ...given.map(([, value]) => value), ...words]
  return readAs(store, viewer, `closed-tasks/${given.map(([column]) => column).join()}/${words.length}`, async (ask) => {
    const rows = await ask<{ closedOn: string; matter: string; id: string }>(sql, values)
    return pageOf(rows, limit, taskOf, (row) => [row.closedOn, row.matter, row.id])
  })
}
