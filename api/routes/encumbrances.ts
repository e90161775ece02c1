import type { Json } from '#domain/json.ts'
import {
  encumbranceEnd,
  encumbranceList,
  encumbranceQuery,
  encumbranceRecordal,
  encumbranceView,
  newEncumbrance,
} from '#schemas/api/encumbrance.ts'
import { actingAs } from '../duty.ts'
import { doOnce } from '../once.ts'
import { notFound } from '../problem.ts'
import { enter, registrars, takeSubject, type Entering } from '../register-at-hand.ts'
import { created, ok, peopleRoute, type Answer, type PeopleCall, type Route } from '../route.ts'
import { viewEncumbrance } from '../views/register-view.ts'

const tag = 'Registers'

/** What binds patents and results: licences, pledges, disputes, preservation, grants of title. */
export const encumbranceRoutes: readonly Route[] = [
  peopleRoute(
    {
      method: 'get',
      path: '/api/encumbrances',
      tag,
      summary: 'What binds a patent or a result',
      query: encumbranceQuery,
      answers: { 200: { says: 'The encumbrances', shape: encumbranceList } },
    },
    async (call) => {
      const { register, id, inForceOn } = call.query
      const { facts } = await takeSubject(call, register, id)
      const items = facts.encumbrances.map((one) => viewEncumbrance(one, inForceOn ?? call.today, call.words))
      return ok({ items: inForceOn === undefined ? items : items.filter((one) => one.inForce) })
    },
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/encumbrances',
      tag,
      summary: 'Enter an encumbrance; every open matter about its subject is told',
      body: newEncumbrance,
      answers: { 201: { says: 'Entered', shape: encumbranceView } },
    },
    async (call) => {
      actingAs(call, registrars)
      const { subject, source, ...facts } = call.body
      await takeSubject(call, subject.register, subject.id)
      return doOnce(call, 'enter-encumbrance', call.body, async (command) => {
        const id = `e-${command.slice(0, 13).replace('-', '')}`
        await enter(call, command, subject, { kind: 'EncumbranceEntered', facts: { ...facts, id }, source })
        return created(await describe(call, subject, id), `/api/encumbrances?register=${subject.register}&id=${subject.id}`)
      })
    },
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/encumbrances/{id}/end',
      tag,
      summary: 'Enter the end of an encumbrance',
      body: encumbranceEnd,
      answers: { 200: { says: 'Ended', shape: encumbranceView } },
    },
    async (call) => {
      const { subject, endedOn, source } = call.body
      const id = call.params['id'] ?? ''
      return change(call, subject, id, { kind: 'EncumbranceEnded', facts: { id, endedOn }, source })
    },
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/encumbrances/{id}/record',
      tag,
      summary: 'Enter that the patent office has recorded an encumbrance',
      body: encumbranceRecordal,
      answers: { 200: { says: 'Recorded', shape: encumbranceView } },
    },
    async (call) => {
      const { subject, source } = call.body
      const id = call.params['id'] ?? ''
      return change(call, subject, id, { kind: 'EncumbranceRecorded', facts: { id }, source })
    },
  ),
]

type Subject = { readonly register: 'patent' | 'result'; readonly id: string }

async function change(call: PeopleCall<unknown, unknown>, subject: Subject, id: string, entering: Entering): Promise<Answer> {
  actingAs(call, registrars)
  await takeSubject(call, subject.register, subject.id)
  return doOnce(call, `${entering.kind}/${id}`, call.body as Json, async (command) => {
    await enter(call, command, subject, entering)
    return ok(await describe(call, subject, id))
  })
}

async function describe(call: PeopleCall, { register, id: of }: Subject, id: string) {
  const { facts } = await takeSubject(call, register, of)
  const encumbrance = facts.encumbrances.find((one) => one.id === id)
  if (encumbrance === undefined) throw notFound()
  return viewEncumbrance(encumbrance, call.today, call.words)
}
