import type { MatterId } from '#domain/state.ts'
import type { PersonId } from '#domain/actor.ts'
import { deskRules } from '#domain/desk-rules.ts'
import { refuse } from '#domain/refusal.ts'
import type { Role } from '#domain/role.ts'
import { emptyBody, pageQuery } from '#schemas/api/common.ts'
import { incidentPage, incidentQuery, readingPage, retryOutcome, type IncidentView } from '#schemas/api/operation.ts'
import { refusalPage, refusalQuery } from '#schemas/api/rule.ts'
import { findIncident, listIncidents, noteRetry, type Incident } from '#store/desk/incidents.ts'
import { listReadings } from '#store/desk/read-log.ts'
import { listRefusals, type RefusalRow } from '#store/desk/refusals.ts'
import { requireAnyRole } from '../duty.ts'
import { takeMatter } from '../matter-at-hand.ts'
import { loadNames } from '../names.ts'
import { doOnce } from '../once.ts'
import { notFound, refusedBy } from '../problem.ts'
import { peopleInFacts, viewRefusal } from '../refusal-view.ts'
import { isOfOffice } from '../register-at-hand.ts'
import { ok, peopleRoute, type PeopleCall, type Route } from '../route.ts'
import { mayKnow } from '../visibility.ts'

const operators: readonly Role[] = ['sysadmin', 'ipo_officer']

/** Refusals, readings and incidents: what happened outside the trails. */
export const logRoutes: readonly Route[] = [
  peopleRoute(
    {
      method: 'get',
      path: '/api/refusals',
      tag: 'Rules',
      summary: 'Refusals, the latest first: the office’s, and one’s own',
      query: refusalQuery,
      answers: { 200: { says: 'A page of refusals', shape: refusalPage } },
    },
    async (call) => {
      const { limit, cursor, code, matter } = call.query
      // What somebody was refused is his and the office's to know, not everybody's who is on the matter.
      const person = isOfOffice(call) ? call.query.person : (call.query.person ?? call.who.person)
      if (!isOfOffice(call) && person !== call.who.person) return ok({ items: [], next: null })
      const { items, next } = await listRefusals(call.deps.store, call.who.viewer, {
        limit,
        ...(cursor === undefined ? {} : { cursor }),
        ...(code === undefined ? {} : { code }),
        ...(matter === undefined ? {} : { matter: matter as MatterId }),
        ...(person === undefined ? {} : { person: person as PersonId }),
      })
      return ok({ items: await viewRefusals(call, items), next: next ?? null })
    },
  ),
  peopleRoute(
    {
      method: 'get',
      path: '/api/matters/{id}/readings',
      tag: 'Matters',
      summary: 'Who read it: the office sees all, others their own',
      query: pageQuery,
      answers: { 200: { says: 'A page of readings', shape: readingPage } },
    },
    async (call) => {
      const { row } = await takeMatter(call, call.params['id'] ?? '')
      const { limit, cursor } = call.query
      const { items, next } = await listReadings(call.deps.store, call.who.viewer, {
        matter: row.id,
        limit,
        ...(cursor === undefined ? {} : { cursor }),
      })
      const { lookup } = await loadNames(
        call.deps,
        call.who,
        items.flatMap((one) => one.person ?? []),
        call.words,
      )
      const view = items.map(({ person, what, readAt }) => ({
        what,
        at: readAt.toISOString(),
        ...(person === undefined ? {} : { person: lookup.person(person) }),
      }))
      return ok({ items: view, next: next ?? null })
    },
  ),
  peopleRoute(
    {
      method: 'get',
      path: '/api/incidents',
      tag: 'Operation',
      summary: 'What failed outside',
      query: incidentQuery,
      answers: { 200: { says: 'A page of incidents, the newest first', shape: incidentPage } },
    },
    async (call) => {
      requireAnyRole(call, operators)
      const { limit, cursor, status, matter } = call.query
      const filter = {
        limit,
        ...(cursor === undefined ? {} : { cursor }),
        ...(status === undefined ? {} : { status }),
        ...(matter === undefined ? {} : { matter: matter as MatterId }),
      }
      const { items, next } = await listIncidents(call.deps.store, call.who.institution, filter)
      return ok({ items: items.map(viewIncident), next: next ?? null })
    },
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/incidents/{id}/retry',
      tag: 'Operation',
      summary: 'Try it again and hear what came of it',
      body: emptyBody,
      answers: { 200: { says: 'What came of it', shape: retryOutcome } },
    },
    async (call) => {
      requireAnyRole(call, operators)
      return doOnce(call, `retry-incident/${call.params['id'] ?? ''}`, {}, async () => ok(await retry(call)))
    },
  ),
]

async function retry(call: PeopleCall) {
  const { deps, who, params } = call
  const incident = await findIncident(deps.store, who.institution, params['id'] ?? '')
  if (incident === undefined) throw notFound()
  if (incident.status === 'resolved') throw refusedBy([refuse(deskRules.incidentClosed, { id: incident.id })])
  const { is, outcome } = await deps.retryIncident(who.institution, incident)
  const noted = await noteRetry(deps.store, who.institution, incident.id, { resolved: is === 'resolved', outcome })
  return { outcome: is, detail: outcome, incident: viewIncident(noted) }
}

function viewIncident({ id, kind, status, matter, detail, attempts, openedAt, changedAt, lastOutcome }: Incident): IncidentView {
  return {
    id,
    kind,
    status,
    detail,
    attempts,
    openedAt: openedAt.toISOString(),
    changedAt: changedAt.toISOString(),
    ...(matter === undefined ? {} : { matter }),
    ...(lastOutcome === undefined ? {} : { lastOutcome }),
  }
}

/** Whoever may not know what a matter is about reads which rule said no, and not on which facts. */
async function viewRefusals(call: PeopleCall, rows: readonly RefusalRow[]) {
  const reader = { person: call.who.person, roles: call.who.roles }
  const knows = ({ person, about }: RefusalRow) => person === reader.person || mayKnow(reader, about ?? { tied: false })
  const refusals = rows.map((row) => ({
    code: row.code,
    citations: row.citations,
    fact: knows(row) ? (row.fact ?? {}) : {},
    ...(row.field === undefined ? {} : { field: row.field }),
  }))
  const { lookup, names } = await loadNames(
    call.deps,
    call.who,
    [...rows.flatMap((row) => row.person ?? []), ...peopleInFacts(refusals)],
    call.words,
  )
  return rows.map(({ id, at, on, person, matter, asked, commandId }, index) => ({
    id,
    on,
    asked,
    at: new Date(at).toISOString(),
    ...(person === undefined ? {} : { person: lookup.person(person) }),
    ...(matter === undefined ? {} : { matter }),
    ...(commandId === undefined ? {} : { command: commandId }),
    ...(refusals[index] === undefined ? {} : { refusal: viewRefusal(refusals[index], call.words, names) }),
  }))
}
