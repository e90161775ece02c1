import { historyView, knownOnQuery, newPatent, patentChange, patentPage, patentView, registerQuery } from '#schemas/api/register.ts'
import type { PlainDay } from '#domain/day.ts'
import { doOnce } from '../once.ts'
import { actingAs } from '../duty.ts'
import { besideOf, describeHistory, enter, readPage, registrars, takeSubject } from '../register-at-hand.ts'
import { created, ok, peopleRoute, type PeopleCall, type Route } from '../route.ts'
import { viewPatent, viewPatentRow } from '../views/register-view.ts'

const tag = 'Registers'

/** The register of patents: everybody reads what is granted, the office keeps it. */
export const patentRoutes: readonly Route[] = [
  peopleRoute(
    {
      method: 'get',
      path: '/api/patents',
      tag,
      summary: 'Patents by number or title; an application that is not granted is seen by the office and its inventors',
      query: registerQuery,
      answers: { 200: { says: 'A page of patents', shape: patentPage } },
    },
    async (call) => {
      const { items, next } = await readPage(call, 'patent')
      return ok({ items: items.map(({ facts }) => viewPatentRow(facts, call.today, call.words)), next: next ?? null })
    },
  ),
  peopleRoute(
    {
      method: 'get',
      path: '/api/patents/{number}',
      tag,
      summary: 'A patent with owners over time, annuities and encumbrances, as it is or as it was known on a day',
      query: knownOnQuery,
      answers: { 200: { says: 'The patent', shape: patentView } },
    },
    async (call) => ok(await describe(call, call.params['number'] ?? '', call.query.knownOn)),
  ),
  peopleRoute(
    {
      method: 'get',
      path: '/api/patents/{number}/history',
      tag,
      summary: 'What was entered of a patent, by whom and when',
      answers: { 200: { says: 'The entries', shape: historyView } },
    },
    async (call) => ok(await describeHistory(call, 'patent', call.params['number'] ?? '')),
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/patents',
      tag,
      summary: 'Register a patent',
      body: newPatent,
      answers: { 201: { says: 'Registered', shape: patentView } },
    },
    async (call) => {
      actingAs(call, registrars)
      return doOnce(call, 'register-patent', call.body, async (command) => {
        const { source, ...facts } = call.body
        const { number } = facts
        await enter(call, command, { register: 'patent', id: number }, { kind: 'PatentRegistered', facts, source })
        return created(await describe(call, number), `/api/patents/${number}`)
      })
    },
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/patents/{number}/changes',
      tag,
      summary: 'Enter a change: owners, annuities, evaluation, compensation of the term, status, a correction',
      body: patentChange,
      answers: { 200: { says: 'As the register now says', shape: patentView } },
    },
    async (call) => {
      actingAs(call, registrars)
      const number = call.params['number'] ?? ''
      await takeSubject(call, 'patent', number)
      return doOnce(call, `change-patent/${number}`, call.body, async (command) => {
        await enter(call, command, { register: 'patent', id: number }, call.body)
        return ok(await describe(call, number))
      })
    },
  ),
]

async function describe(call: PeopleCall, number: string, knownDay?: PlainDay) {
  const { facts, on } = await takeSubject(call, 'patent', number, knownDay)
  return viewPatent(facts, await besideOf(call, 'patent', number, on, facts.inventors))
}
