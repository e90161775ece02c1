import type { Json } from '#domain/json.ts'
import { filterList, filterView, newFilter, type FilterView } from '#schemas/api/filter.ts'
import { addFilter, changeFilter, dropFilter, findFilter, listFilters, type SavedFilter } from '#store/desk/filters.ts'
import { loadNames } from '../names.ts'
import { doOnce } from '../once.ts'
import { notFound } from '../problem.ts'
import { created, done, ok, peopleRoute, type PeopleCall, type Route } from '../route.ts'

const tag = 'Filters'

/** Saved filters, kept on the server and addressable. */
export const filterRoutes: readonly Route[] = [
  peopleRoute(
    {
      method: 'get',
      path: '/api/filters',
      tag,
      summary: 'My filters and those shared',
      answers: { 200: { says: 'The filters', shape: filterList } },
    },
    async (call) => ok({ items: await view(call, await listFilters(call.deps.store, call.who.viewer)) }),
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/filters',
      tag,
      summary: 'Save a filter',
      body: newFilter,
      answers: { 201: { says: 'Saved', shape: filterView } },
    },
    async (call) =>
      doOnce(call, 'add-filter', call.body as Json, async () => {
        const filter = await addFilter(call.deps.store, call.who.viewer, call.body)
        const [shown] = await view(call, [filter])
        return created(shown, `/api/filters/${filter.id}`)
      }),
  ),
  peopleRoute(
    {
      method: 'put',
      path: '/api/filters/{id}',
      tag,
      summary: 'Change a filter of mine',
      body: newFilter,
      answers: { 200: { says: 'Changed', shape: filterView } },
    },
    async (call) => {
      const id = call.params['id'] ?? ''
      if (!(await changeFilter(call.deps.store, call.who.viewer, id, call.body))) throw notFound()
      const filter = await findFilter(call.deps.store, call.who.viewer, id)
      if (filter === undefined) throw notFound()
      return ok((await view(call, [filter]))[0])
    },
  ),
  peopleRoute(
    { method: 'delete', path: '/api/filters/{id}', tag, summary: 'Delete a filter of mine', answers: { 204: { says: 'Deleted' } } },
    async ({ deps, who, params }) => {
      if (!(await dropFilter(deps.store, who.viewer, params['id'] ?? ''))) throw notFound()
      return done()
    },
  ),
]

async function view({ deps, who, words }: PeopleCall, filters: readonly SavedFilter[]): Promise<FilterView[]> {
  const { lookup } = await loadNames(
    deps,
    who,
    filters.map((one) => one.owner),
    words,
  )
  return filters.map(({ id, name, list, query, shared, owner }) => ({
    id,
    name,
    shared,
    query: { ...query },
    list: list as FilterView['list'],
    owner: lookup.person(owner),
    mine: owner === who.person,
  }))
}
