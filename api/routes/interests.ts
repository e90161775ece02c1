import type { PlainDay } from '#domain/day.ts'
import { interestId, type InterestFacts, type PartyFacts } from '#domain/register.ts'
import { interestEnd, interestPage, interestQuery, interestView, newInterest } from '#schemas/api/interest.ts'
import { historyView, knownOnQuery } from '#schemas/api/register.ts'
import { findEntry } from '#store/lists/registers.ts'
import { loadNames } from '../names.ts'
import { doOnce } from '../once.ts'
import { actingOnInterest, describeHistory, enter, mayEndInterest, readPage, takeSubject } from '../register-at-hand.ts'
import { created, ok, peopleRoute, type PeopleCall, type Route } from '../route.ts'
import { viewInterest, viewInterestRow, type Named } from '../views/interest-view.ts'

const tag = 'Registers'

/** The register of who is tied to which party: one reads and enters one's own, the office reads and enters all. */
export const interestRoutes: readonly Route[] = [
  peopleRoute(
    {
      method: 'get',
      path: '/api/interests',
      tag,
      summary: 'Who is tied to which party: one’s own ties, and all of them to the office',
      query: interestQuery,
      answers: { 200: { says: 'A page of interests', shape: interestPage } },
    },
    async (call) => {
      const { items, next } = await readPage(call, 'interest')
      const named = await nameAll(
        call,
        items.map(({ facts }) => facts),
      )
      return ok({ items: items.map(({ id, facts }) => viewInterestRow(id, facts, named)), next: next ?? null })
    },
  ),
  peopleRoute(
    {
      method: 'get',
      path: '/api/interests/{id}',
      tag,
      summary: 'An interest, as it is or as it was known on a day',
      query: knownOnQuery,
      answers: { 200: { says: 'The interest', shape: interestView } },
    },
    async (call) => ok(await describe(call, call.params['id'] ?? '', call.query.knownOn)),
  ),
  peopleRoute(
    {
      method: 'get',
      path: '/api/interests/{id}/history',
      tag,
      summary: 'What was entered of an interest, by whom and when',
      answers: { 200: { says: 'The entries', shape: historyView } },
    },
    async (call) => ok(await describeHistory(call, 'interest', call.params['id'] ?? '')),
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/interests',
      tag,
      summary: 'Enter an interest: one’s own, or another’s by whoever keeps the registers',
      body: newInterest,
      answers: { 201: { says: 'Entered', shape: interestView } },
    },
    async (call) => {
      const { source, ...facts } = call.body
      const id = interestId(facts.person, facts.party)
      const actor = await actingOnInterest(call, facts.person, id)
      return doOnce(call, 'declare-interest', call.body, async (command) => {
        await enter(call, command, { register: 'interest', id }, { kind: 'InterestDeclared', facts, source }, actor)
        return created(await describe(call, id), `/api/interests/${encodeURIComponent(id)}`)
      })
    },
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/interests/{id}/end',
      tag,
      summary: 'Enter the end of an interest',
      body: interestEnd,
      answers: { 200: { says: 'Ended', shape: interestView } },
    },
    async (call) => {
      const id = call.params['id'] ?? ''
      const { facts } = await takeSubject(call, 'interest', id)
      const actor = await actingOnInterest(call, facts.person, id)
      const { source, until } = call.body
      return doOnce(call, `end-interest/${id}`, call.body, async (command) => {
        await enter(call, command, { register: 'interest', id }, { kind: 'InterestEnded', facts: { until }, source }, actor)
        return ok(await describe(call, id))
      })
    },
  ),
]

async function describe(call: PeopleCall, id: string, knownDay?: PlainDay) {
  const { facts, on } = await takeSubject(call, 'interest', id, knownDay)
  const named = await nameAll(call, [facts])
  return viewInterest(viewInterestRow(id, facts, named), on, await mayEndInterest(call, facts.person, id))
}

/** Names of the people and parties of some interests. */
async function nameAll({ deps, who, words }: PeopleCall, interests: readonly InterestFacts[]): Promise<Named> {
  const people = interests.map(({ person }) => person)
  const codes = [...new Set(interests.map(({ party }) => party))]
  const [{ lookup }, entries] = await Promise.all([
    loadNames(deps, who, people, words),
    Promise.all(codes.map((code) => findEntry(deps.store, who.viewer, 'party', code))),
  ])
  const parties = new Map(entries.flatMap((entry): [string, PartyFacts][] => (entry === undefined ? [] : [[entry.id, entry.facts]])))
  return { words, lookup, parties }
}
