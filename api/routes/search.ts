import { searchQuery, searchResult } from '#schemas/api/search.ts'
import { listPeople } from '#store/desk/people-lists.ts'
import { searchMatters } from '#store/lists/matters.ts'
import { loadNames } from '../names.ts'
import { ok, peopleRoute, type Route } from '../route.ts'
import { mayFind } from '../visibility.ts'
import { viewPersonRow } from '../views/person-view.ts'
import { viewRows } from './matters.ts'

/** One box for everything. */
export const searchRoutes: readonly Route[] = [
  peopleRoute(
    {
      method: 'get',
      path: '/api/search',
      tag: 'Search',
      summary: 'Matters and people that fit the words',
      query: searchQuery,
      answers: { 200: { says: 'What was found', shape: searchResult } },
    },
    async (call) => {
      const { deps, who, query, words } = call
      const [matters, people] = await Promise.all([
        searchMatters(deps.store, who.viewer, query.q, 20),
        listPeople(deps.store, who.viewer, { text: query.q, limit: 10 }),
      ])
      const reader = { person: who.person, roles: who.roles }
      const found = matters.filter((row) => mayFind(reader, row, query.q))
      const { lookup } = await loadNames(deps, who, [], words)
      return ok({ matters: await viewRows(call, found), people: people.items.map((one) => viewPersonRow(one, words, lookup)) })
    },
  ),
]
