import type { PlainDay } from '#domain/day.ts'
import { historyView, knownOnQuery, newResult, registerQuery, resultChange, resultPage, resultView } from '#schemas/api/register.ts'
import { actingAs } from '../duty.ts'
import { doOnce } from '../once.ts'
import { besideOf, describeHistory, enter, readPage, registrars, takeSubject } from '../register-at-hand.ts'
import { created, ok, peopleRoute, type PeopleCall, type Route } from '../route.ts'
import { viewResult, viewResultRow } from '../views/register-view.ts'

const tag = 'Registers'

/** The register of results that are no patents: seen by the office and by whoever made them. */
export const resultRoutes: readonly Route[] = [
  peopleRoute(
    {
      method: 'get',
      path: '/api/results',
      tag,
      summary: 'Results that are no patents, by title; seen by the office and by whoever made them',
      query: registerQuery,
      answers: { 200: { says: 'A page of results', shape: resultPage } },
    },
    async (call) => {
      const { items, next } = await readPage(call, 'result')
      return ok({ items: items.map(({ facts }) => viewResultRow(facts, call.today, call.words)), next: next ?? null })
    },
  ),
  peopleRoute(
    {
      method: 'get',
      path: '/api/results/{id}',
      tag,
      summary: 'A result, as it is or as it was known on a day',
      query: knownOnQuery,
      answers: { 200: { says: 'The result', shape: resultView } },
    },
    async (call) => ok(await describe(call, call.params['id'] ?? '', call.query.knownOn)),
  ),
  peopleRoute(
    {
      method: 'get',
      path: '/api/results/{id}/history',
      tag,
      summary: 'What was entered of a result, by whom and when',
      answers: { 200: { says: 'The entries', shape: historyView } },
    },
    async (call) => ok(await describeHistory(call, 'result', call.params['id'] ?? '')),
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/results',
      tag,
      summary: 'Register a result',
      body: newResult,
      answers: { 201: { says: 'Registered', shape: resultView } },
    },
    async (call) => {
      actingAs(call, registrars)
      return doOnce(call, 'register-result', call.body, async (command) => {
        const { source, ...facts } = call.body
        const id = `r-${command.slice(0, 13).replace('-', '')}`
        await enter(call, command, { register: 'result', id }, { kind: 'ResultRegistered', facts: { ...facts, id }, source })
        return created(await describe(call, id), `/api/results/${id}`)
      })
    },
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/results/{id}/changes',
      tag,
      summary: 'Enter a change: owners, status, a correction',
      body: resultChange,
      answers: { 200: { says: 'As the register now says', shape: resultView } },
    },
    async (call) => {
      actingAs(call, registrars)
      const id = call.params['id'] ?? ''
      await takeSubject(call, 'result', id)
      return doOnce(call, `change-result/${id}`, call.body, async (command) => {
        await enter(call, command, { register: 'result', id }, call.body)
        return ok(await describe(call, id))
      })
    },
  ),
]

async function describe(call: PeopleCall, id: string, knownDay?: PlainDay) {
  const { facts, on } = await takeSubject(call, 'result', id, knownDay)
  return viewResult(facts, await besideOf(call, 'result', id, on, facts.inventors))
}
