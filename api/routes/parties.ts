import type { PartyFacts } from '#domain/register.ts'
import { historyView, newParty, partyChange, partyPage, partyQuery, partyView } from '#schemas/api/register.ts'
import { actingAs } from '../duty.ts'
import { doOnce } from '../once.ts'
import { describeHistory, enter, isOfOffice, keepsRegisters, readPage, registrars, takeSubject } from '../register-at-hand.ts'
import { created, ok, peopleRoute, type PeopleCall, type Route } from '../route.ts'
import { viewParty } from '../views/register-view.ts'
import { interestRoutes } from './interests.ts'

const tag = 'Registers'

const partyRoutesOnly: readonly Route[] = [
  peopleRoute(
    {
      method: 'get',
      path: '/api/parties',
      tag,
      summary: 'Parties by code or name',
      query: partyQuery,
      answers: { 200: { says: 'A page of parties', shape: partyPage } },
    },
    async (call) => {
      const { items, next } = await readPage(call, 'party')
      return ok({ items: items.map(({ facts }) => shown(call, facts)), next: next ?? null })
    },
  ),
  peopleRoute(
    {
      method: 'get',
      path: '/api/parties/{code}',
      tag,
      summary: 'A party; whom to call there is for the office',
      answers: { 200: { says: 'The party', shape: partyView } },
    },
    async (call) => ok(await describeParty(call, call.params['code'] ?? '')),
  ),
  peopleRoute(
    {
      method: 'get',
      path: '/api/parties/{code}/history',
      tag,
      summary: 'What was entered of a party, by whom and when; for whoever keeps the registers',
      answers: { 200: { says: 'The entries', shape: historyView } },
    },
    async (call) => {
      actingAs(call, registrars)
      return ok(await describeHistory(call, 'party', call.params['code'] ?? ''))
    },
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/parties',
      tag,
      summary: 'Register a party',
      body: newParty,
      answers: { 201: { says: 'Registered', shape: partyView } },
    },
    async (call) => {
      actingAs(call, registrars)
      return doOnce(call, 'register-party', call.body, async (command) => {
        const { source, ...facts } = call.body
        await enter(call, command, { register: 'party', id: facts.code }, { kind: 'PartyRegistered', facts, source })
        return created(await describeParty(call, facts.code), `/api/parties/${facts.code}`)
      })
    },
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/parties/{code}/changes',
      tag,
      summary: 'Correct what the register says of a party',
      body: partyChange,
      answers: { 200: { says: 'As the register now says', shape: partyView } },
    },
    async (call) => {
      actingAs(call, registrars)
      const code = call.params['code'] ?? ''
      await takeSubject(call, 'party', code)
      return doOnce(call, `change-party/${code}`, call.body, async (command) => {
        await enter(call, command, { register: 'party', id: code }, call.body)
        return ok(await describeParty(call, code))
      })
    },
  ),
]

/** The registers of parties, and of who is tied to them. */
export const partyRoutes: readonly Route[] = [...partyRoutesOnly, ...interestRoutes]

function shown(call: Pick<PeopleCall, 'who'>, facts: PartyFacts) {
  return viewParty(facts, isOfOffice(call), keepsRegisters(call))
}

async function describeParty(call: PeopleCall, code: string) {
  return shown(call, (await takeSubject(call, 'party', code)).facts)
}
