import type { MatterId } from '#domain/state.ts'
import { taskCountQuery, taskCounts, taskPage, taskQuery, type TaskQuery } from '#schemas/api/task.ts'
import { findFilter } from '#store/desk/filters.ts'
import type { Page } from '#store/lists/cursor.ts'
import type { TaskSummary } from '#store/lists/task-rows.ts'
import { countLists, listClosedTasks, listTasks } from '#store/lists/tasks.ts'
import { loadNames } from '../names.ts'
import { notFound, parseInput } from '../problem.ts'
import { ok, peopleRoute, type PeopleCall, type Route } from '../route.ts'
import { mayFind, mayKnow } from '../visibility.ts'
import { peopleOfTask, viewTaskRow } from '../views/task-row-view.ts'

const tag = 'Tasks'

/** The lists whose lengths are told together. */
const counted = ['mine', 'group', 'department', 'overdue'] as const

/** The lists of tasks. */
export const taskListRoutes: readonly Route[] = [
  peopleRoute(
    {
      method: 'get',
      path: '/api/tasks',
      tag,
      summary: 'Tasks, the most urgent first',
      query: taskQuery,
      answers: { 200: { says: 'A page of tasks', shape: taskPage } },
    },
    async (call) => {
      const query = await withSaved(call)
      const { items, next } = await find(call, query)
      const departments = items.flatMap(({ department }) => department ?? [])
      const { lookup } = await loadNames(call.deps, call.who, items.flatMap(peopleOfTask), call.words, departments)
      const reader = { person: call.who.person, roles: call.who.roles }
      const { q } = query
      const found = q === undefined ? items : items.filter((task) => mayFind(reader, task, q))
      return ok({
        items: found.map((task) => viewTaskRow(task, call.words, lookup, call.today, mayKnow(reader, task))),
        next: next ?? null,
      })
    },
  ),
  peopleRoute(
    {
      method: 'get',
      path: '/api/tasks/counts',
      tag,
      summary: 'How many tasks each list has',
      query: taskCountQuery,
      answers: { 200: { says: 'Counts', shape: taskCounts } },
    },
    async ({ deps, who, today, query }) => {
      const narrowed = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== ''))
      const filters = counted.map((list) => ({ ...narrowed, list, today }))
      const counts = await countLists(deps.store, who.viewer, filters)
      return ok(Object.fromEntries(counted.map((list, place) => [list, counts[place]])))
    },
  ),
]

/** The query, with a saved filter's before it: what the address says itself goes before what was saved. */
async function withSaved({ deps, who, query, words }: PeopleCall<TaskQuery>): Promise<TaskQuery> {
  if (query.filter === undefined) return query
  const filter = await findFilter(deps.store, who.viewer, query.filter)
  if (filter === undefined || filter.list !== 'tasks') throw notFound()
  const { cursor, limit } = query
  return { ...parseInput(taskQuery, filter.query, words), limit, ...(cursor === undefined ? {} : { cursor }) }
}

async function find({ deps, who, today }: PeopleCall, query: TaskQuery): Promise<Page<TaskSummary>> {
  const { list, matter, filter: _, ...rest } = query
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== ''))
  const shared = { ...given, limit: query.limit, ...(matter === undefined ? {} : { matter: matter as MatterId }) }
  if (list === 'done') return listClosedTasks(deps.store, who.viewer, { ...shared, person: who.person })
  return listTasks(deps.store, who.viewer, { ...shared, list, today })
}
