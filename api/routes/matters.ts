import type { z } from 'zod'
import type { ProcessDefinition } from '#domain/definition.ts'
import { deskRules } from '#domain/desk-rules.ts'
import { refuse } from '#domain/refusal.ts'
import type { MatterId } from '#domain/state.ts'
import { commandView } from '#schemas/api/command.ts'
import { matterPage, matterQuery, newMatter, openedMatter, matterView } from '#schemas/api/matter.ts'
import { pageOf, type Page } from '#store/lists/cursor.ts'
import { listMatters, type MatterSummary } from '#store/lists/matters.ts'
import { listTasksOfMatter } from '#store/lists/tasks.ts'
import { readMatter, sightOf } from '../matter-at-hand.ts'
import { loadNames } from '../names.ts'
import { openMatter } from '../open-matter.ts'
import { refusedBy } from '../problem.ts'
import { noting } from '../refusal-log.ts'
import { ok, peopleRoute, type PeopleCall, type Route } from '../route.ts'
import { mayFind, mayKnow } from '../visibility.ts'
import { viewMatterRow } from '../views/matter-row-view.ts'
import { viewMatter } from '../views/matter-view.ts'
import { peopleOfTask, viewTaskRow } from '../views/task-row-view.ts'
import { getProcess } from './processes.ts'

const tag = 'Matters'

/** Matters: opened, listed, read whole. */
export const matterRoutes: readonly Route[] = [
  peopleRoute(
    {
      method: 'post',
      path: '/api/matters',
      tag,
      summary: 'Open a matter',
      body: newMatter,
      answers: { 201: { says: 'Open', shape: openedMatter }, 202: { says: 'On its way; ask for the command', shape: commandView } },
    },
    async (call) => {
      const { process, data, department } = call.body
      const definition = getProcess(process)
      await noting(call, { asked: 'open-matter' }, async () => checkDoor(definition))
      return openMatter(call, { definition, data, ...(department === undefined ? {} : { department }) })
    },
  ),
  peopleRoute(
    {
      method: 'get',
      path: '/api/matters',
      tag,
      summary: 'Matters, the latest change first',
      query: matterQuery,
      answers: { 200: { says: 'A page of matters', shape: matterPage } },
    },
    async (call) => {
      const { items, next } = await find(call)
      return ok({ items: await viewRows(call, items), next: next ?? null })
    },
  ),
  peopleRoute(
    {
      method: 'get',
      path: '/api/matters/{id}',
      tag,
      summary: 'A matter, whole',
      answers: { 200: { says: 'The matter', shape: matterView } },
    },
    async (call) => {
      const matter = await readMatter(call, call.params['id'] ?? '', 'matter')
      const { deps, who, words, today } = call
      const [tasks, children] = await Promise.all([
        listTasksOfMatter(deps.store, who.viewer, matter.row.id),
        listMatters(deps.store, who.viewer, { parent: matter.row.id, limit: 200 }),
      ])
      const { sight, lookup, names } = await sightOf(call, matter, tasks.flatMap(peopleOfTask))
      const open = tasks.filter((task) => task.status === 'open').map((task) => viewTaskRow(task, words, lookup, today, matter.knows))
      const { row, knows } = matter
      return ok(
        viewMatter({
          sight,
          row,
          knows,
          actor: who.actor,
          tasks: open,
          children: children.items,
          names,
          now: deps.officeClock.now(),
          today,
        }),
      )
    },
  ),
]

/** What has a door of its own does not come through this one: it would hang on nothing, or be entered twice. */
function checkDoor({ opens: { door }, stem }: ProcessDefinition): void {
  if (door !== undefined) throw refusedBy([refuse(deskRules.ownDoor, { route: door })], stem)
}

/**
 * A page of those asked for. By words one finds what one may know the title of: the rest is left out before pages are cut, since
 * where a next one begins would tell that it is there.
 */
async function find(call: PeopleCall<z.output<typeof matterQuery>>): Promise<Page<MatterSummary>> {
  const { mine, parent, cursor, limit, q, ...filter } = call.query
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''))
  const wanted = { ...given, mine: mine === 'true', ...(parent === undefined ? {} : { parent: parent as MatterId }) }
  const read = (most: number, from: string | undefined) =>
    listMatters(call.deps.store, call.who.viewer, {
      ...wanted,
      ...(q ? { q } : {}),
      limit: most,
      ...(from === undefined ? {} : { cursor: from }),
    })
  if (!q) return read(limit, cursor)
  const reader = { person: call.who.person, roles: call.who.roles }
  const found: MatterSummary[] = []
  for (let from = cursor; ;) {
    const { items, next } = await read(Math.max(limit + 1, 100), from)
    found.push(...items.filter((row) => mayFind(reader, row, q)))
    if (found.length > limit || next === undefined)
      return pageOf(
        found,
        limit,
        (row) => row,
        ({ lastAt, id }) => [String(lastAt), id],
      )
    from = next
  }
}

/** Rows of matters as this reader may see them. */
export async function viewRows(call: PeopleCall, rows: readonly MatterSummary[]) {
  const { lookup } = await loadNames(
    call.deps,
    call.who,
    rows.flatMap((row) => row.openedBy ?? []),
    call.words,
  )
  const reader = { person: call.who.person, roles: call.who.roles }
  return rows.map((row) => viewMatterRow(row, call.words, lookup, mayKnow(reader, row)))
}
