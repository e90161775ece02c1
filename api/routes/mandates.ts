import type { ActorRef, PersonId } from '#domain/actor.ts'
import { deskRules } from '#domain/desk-rules.ts'
import { refuse } from '#domain/refusal.ts'
import type { Role } from '#domain/role.ts'
import { isMandateInForce, mandateId, type MandateFacts } from '#domain/signing-mandate.ts'
import { mandatePage, mandateQuery, mandateRevocation, mandateView, newMandate, type MandateView } from '#schemas/api/mandate.ts'
import { listPersonNames } from '#store/desk/people-lists.ts'
import { actingAs } from '../duty.ts'
import { loadNames } from '../names.ts'
import { doOnce } from '../once.ts'
import { refusedBy } from '../problem.ts'
import { enter, readPage, takeSubject } from '../register-at-hand.ts'
import { created, ok, peopleRoute, type PeopleCall, type Route } from '../route.ts'
import type { Lookup } from '../views/lookup.ts'
import { labelled, type Words } from '../words.ts'

const tag = 'Registers'

/** Who keeps the register of signing mandates. */
const keepers: readonly Role[] = ['legal']

/** Who may sign for the house, and what was given to whom. */
export const mandateRoutes: readonly Route[] = [
  peopleRoute(
    {
      method: 'get',
      path: '/api/mandates',
      tag,
      summary: 'Who may sign for the house: one’s own mandates, and all of them to the office',
      query: mandateQuery,
      answers: { 200: { says: 'A page of mandates', shape: mandatePage } },
    },
    async (call) => {
      const { items, next } = await readPage(call, 'mandate')
      const people = items.map(({ facts }) => facts.person)
      const { lookup } = await loadNames(call.deps, call.who, people, call.words)
      return ok({ items: items.map(({ id, facts }) => view(call, id, facts, lookup)), next: next ?? null })
    },
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/mandates',
      tag,
      summary: 'Enter a mandate that was given: another’s, by legal',
      body: newMandate,
      answers: { 201: { says: 'Entered', shape: mandateView } },
    },
    async (call) => {
      const { source, ...facts } = call.body
      const id = mandateId(facts.person, facts.number)
      const actor = actingOn(call, facts.person)
      const [known] = await listPersonNames(call.deps.store, call.who.viewer, [facts.person])
      if (known === undefined) throw refusedBy([refuse(deskRules.personUnknown, { person: facts.person }, '/person')])
      return doOnce(call, 'register-mandate', call.body, async (command) => {
        await enter(call, command, { register: 'mandate', id }, { kind: 'MandateRegistered', facts, source }, actor)
        return created(await describe(call, id), `/api/mandates?of=${facts.person}`)
      })
    },
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/mandates/{id}/revoke',
      tag,
      summary: 'Enter that a mandate was revoked: from today on nothing is signed under it',
      body: mandateRevocation,
      answers: { 200: { says: 'Revoked', shape: mandateView } },
    },
    async (call) => {
      const id = call.params['id'] ?? ''
      const { facts } = await takeSubject(call, 'mandate', id)
      const actor = actingOn(call, facts.person)
      const { source, reason } = call.body
      return doOnce(call, `revoke-mandate/${id}`, call.body, async (command) => {
        await enter(call, command, { register: 'mandate', id }, { kind: 'MandateRevoked', facts: { reason }, source }, actor)
        return ok(await describe(call, id))
      })
    },
  ),
]

/** By legal, and never on a mandate of one's own. Throws 403. */
function actingOn(call: PeopleCall, person: PersonId): ActorRef {
  const actor = actingAs(call, keepers)
  if (person === call.who.person) throw refusedBy([refuse(deskRules.mandateOwn)])
  return actor
}

async function describe(call: PeopleCall, id: string): Promise<MandateView> {
  const { facts } = await takeSubject(call, 'mandate', id)
  const { lookup } = await loadNames(call.deps, call.who, [facts.person], call.words)
  return view(call, id, facts, lookup)
}

function view({ today, words }: Pick<PeopleCall, 'today' | 'words'>, id: string, facts: MandateFacts, lookup: Lookup): MandateView {
  const { person, basis, papers, ...said } = facts
  return {
    ...said,
    id,
    person: lookup.person(person),
    basis: worded(words, basis),
    papers: papers.map((one) => labelled(one, words.document(one))),
    inForce: isMandateInForce(facts, today),
  }
}

function worded(words: Words, basis: MandateFacts['basis']) {
  return labelled(basis, words.desk(`mandate/${basis}`))
}
