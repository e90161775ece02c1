import type { Json } from '#domain/json.ts'
import type { ProcessPolicy } from '#domain/policy-slice.ts'
import { deskRules } from '#domain/desk-rules.ts'
import { processes } from '#domain/registry.gen.ts'
import { refuse } from '#domain/refusal.ts'
import {
  calendarList,
  newPolicy,
  parameterList,
  parameterQuery,
  parameterRow,
  policyList,
  policyView,
  yearCalendar,
  type PolicyView,
} from '#schemas/api/policy.ts'
import { listCalendars, loadCalendar } from '#store/desk/calendars.ts'
import { addParameters, listParameters } from '#store/desk/parameters.ts'
import { findPolicyInForce, listPublishedPolicies, publishPolicy } from '#store/desk/policies.ts'
import { actingAs, deedOf } from '../duty.ts'
import { doOnce } from '../once.ts'
import { hashPolicy } from '../pinned-policy.ts'
import { findDefaults, findPolicyOn } from '../policy-in-force.ts'
import { refusedBy } from '../problem.ts'
import { parameterRoles } from '../parameter-roles.ts'
import { created, ok, peopleRoute, type PeopleCall, type Route } from '../route.ts'
import { deedId } from '../send-command.ts'
import { loadNames } from '../names.ts'
import { getProcess } from './processes.ts'

const tag = 'Settings'

/** What a university changes without a programmer: policies, calendars, dated parameters. */
export const settingRoutes: readonly Route[] = [
  peopleRoute(
    {
      method: 'get',
      path: '/api/policies',
      tag,
      summary: 'The policy in force for every process',
      answers: { 200: { says: 'The policies', shape: policyList } },
    },
    async (call) => {
      const items = await Promise.all(
        Object.keys(processes).map(async (process) => {
          const own = await findPolicyInForce(call.deps.store, call.who.viewer, process, call.today)
          return {
            process,
            name: call.words.process(process),
            version: (await findPolicyOn(call.deps.store, call.who.institution, process, call.today)).version,
            ...(own === undefined ? {} : { from: own.from }),
          }
        }),
      )
      return ok({ items })
    },
  ),
  peopleRoute(
    {
      method: 'get',
      path: '/api/policies/{process}',
      tag,
      summary: 'A process’s policy and its versions',
      answers: { 200: { says: 'The policy', shape: policyView } },
    },
    async (call) => ok(await describePolicy(call)),
  ),
  peopleRoute(
    {
      method: 'put',
      path: '/api/policies/{process}',
      tag,
      summary: 'Publish a policy from a day on; open matters keep theirs',
      body: newPolicy,
      answers: { 200: { says: 'Published', shape: policyView } },
    },
    async (call) => {
      const { stem, steps } = getProcess(call.params['process'])
      const { body, from, note } = call.body
      const actor = actingAs(call, ['ipo_officer'])
      const known = new Set(['*', ...Object.values(steps).map((step) => step.name)])
      const unknown = [...Object.keys(body.due ?? {}), ...Object.keys(body.remindBefore ?? {})].filter((step) => !known.has(step))
      if (unknown.length > 0) throw refusedBy([refuse(deskRules.policyStep, { steps: unknown }, '/body')], stem)
      const policy: ProcessPolicy = body
      const text = { process: stem, hash: hashPolicy(stem, policy), body: policy, from, ...(note === undefined ? {} : { note }) }
      await publishPolicy(call.deps.store, deedOf(call, deedId(call, `publish-policy/${stem}`, call.body as Json), actor), text)
      return ok(await describePolicy(call))
    },
  ),
  peopleRoute(
    {
      method: 'get',
      path: '/api/calendars',
      tag,
      summary: 'The years that are loaded',
      answers: { 200: { says: 'The calendars', shape: calendarList } },
    },
    async ({ deps, who }) => ok({ items: await listCalendars(deps.store, who.viewer) }),
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/calendars',
      tag,
      summary: 'Load a year’s notice; every open due day is computed again',
      body: yearCalendar,
      answers: { 201: { says: 'Loaded', shape: yearCalendar } },
    },
    async (call) => {
      const actor = actingAs(call, ['ipo_officer', 'legal'])
      return doOnce(call, 'load-calendar', call.body, async (command) => {
        await loadCalendar(call.deps.store, deedOf(call, command, actor), call.body)
        return created(call.body, '/api/calendars')
      })
    },
  ),
  peopleRoute(
    {
      method: 'get',
      path: '/api/parameters',
      tag,
      summary: 'Dated values of law and fee tables',
      query: parameterQuery,
      answers: { 200: { says: 'The rows', shape: parameterList } },
    },
    async ({ deps, who, query }) => {
      const { name, asOf } = query
      const rows = await listParameters(deps.store, who.viewer, {
        ...(name === undefined ? {} : { name }),
        ...(asOf === undefined ? {} : { asOf }),
      })
      return ok({ items: rows.map(({ id: _, ...row }) => row) })
    },
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/parameters',
      tag,
      summary: 'Enter a dated value',
      body: parameterRow,
      answers: { 201: { says: 'Entered', shape: parameterRow } },
    },
    async (call) => {
      const actor = actingAs(call, parameterRoles)
      return doOnce(call, 'add-parameter', call.body, async (command) => {
        await addParameters(call.deps.store, deedOf(call, command, actor), [call.body])
        return created(call.body, '/api/parameters')
      })
    },
  ),
]

async function describePolicy(call: PeopleCall): Promise<PolicyView> {
  const { deps, who, today } = call
  const { stem } = getProcess(call.params['process'])
  const [{ version, policy }, defaults, published] = await Promise.all([
    findPolicyOn(deps.store, who.institution, stem, today),
    findDefaults(deps.store, who.institution, stem),
    listPublishedPolicies(deps.store, who.viewer, stem),
  ])
  const { lookup } = await loadNames(
    deps,
    who,
    published.map((one) => one.by),
    call.words,
  )
  const shown = (body: ProcessPolicy) => body as PolicyView['body']
  return {
    process: stem,
    version,
    body: shown(policy),
    defaults: shown(defaults),
    versions: published.map((one) => ({
      version: one.hash,
      from: one.from,
      by: lookup.person(one.by).name,
      body: shown(one.body),
      ...(one.note === undefined ? {} : { note: one.note }),
    })),
  }
}
