import { timingSafeEqual } from 'node:crypto'
import type { MatterId } from '#domain/state.ts'
import { health, verification, verifyRequest } from '#schemas/api/operation.ts'
import { renderOpenApi, type Operation } from '#schemas/openapi.ts'
import { countUnanswered } from '#store/desk/commands.ts'
import { listInstitutions } from '#store/desk/institutions.ts'
import { countWaiting } from '#store/outbox.ts'
import { verifyChains } from '#store/lists/verification.ts'
import type { ApiDependencies } from '../dependencies.ts'
import { requireAnyRole } from '../duty.ts'
import type { Metrics } from '../metrics.ts'
import { ProblemError } from '../problem.ts'
import { ok, openRoute, peopleRoute, type Route } from '../route.ts'
import { takeMatter } from '../matter-at-hand.ts'

const tag = 'Operation'

/** Milliseconds that a part may take to answer before it counts as down. */
const patience = 2_000

/** Health, metrics and verification. */
export function createOperationRoutes(metrics: Metrics): Route[] {
  return [...healthRoutes, createMetricsRoute(metrics), verifyRoute]
}

const healthRoutes: readonly Route[] = [
  openRoute(
    { method: 'get', path: '/healthz', tag, summary: 'Whether the program runs', answers: { 200: { says: 'It runs', shape: health } } },
    async () => ok({ status: 'ok' }),
  ),
  openRoute(
    {
      method: 'get',
      path: '/readyz',
      tag,
      summary: 'Whether it can do its work',
      answers: { 200: { says: 'It can', shape: health }, 503: { says: 'A part is missing', shape: health } },
    },
    async ({ deps }) => {
      const parts = await checkParts(deps)
      const ready = Object.values(parts).every((state) => state === 'ok')
      return { status: ready ? 200 : 503, body: { status: ready ? 'ok' : 'unavailable', parts } }
    },
  ),
]

function createMetricsRoute(metrics: Metrics): Route {
  const answers = { 200: { says: 'Counters', mediaType: 'text/plain' } }
  return openRoute({ method: 'get', path: '/metrics', tag, summary: 'Counters, for Prometheus', answers }, async (call) => {
    if (!mayMeasure(call.deps, call.authorization, call.isLocal)) throw new ProblemError({ status: 404 })
    return { status: 200, bytes: metrics.render(await readGauges(call.deps)), mediaType: 'text/plain' }
  })
}

const verifyRoute = peopleRoute(
  {
    method: 'post',
    path: '/api/verify',
    tag,
    summary: 'Whether the chains of the record hold',
    body: verifyRequest,
    answers: { 200: { says: 'What was found', shape: verification } },
  },
  async (call) => {
    const { matter } = call.body
    if (matter === undefined) requireAnyRole(call, ['sysadmin', 'discipline', 'ipo_officer', 'legal'])
    else await takeMatter(call, matter)
    return ok(await verifyChains(call.deps.store, call.who.institution, matter as MatterId | undefined))
  },
)

/** The description of these operations, and of the route that gives it. */
export function createOpenApiRoute(operations: readonly Operation[], version: string): Route {
  const own = {
    method: 'get',
    path: '/api/openapi.json',
    tag,
    summary: 'This description',
    answers: { 200: { says: 'OpenAPI 3.1', mediaType: 'application/json' } },
  } as const
  const described = JSON.stringify(renderOpenApi([...operations, { ...own, for: 'anybody' }], 'Conveyance', version))
  return openRoute(own, async () => ({ status: 200, bytes: described, mediaType: 'application/json' }))
}

async function checkParts({ store, temporal }: ApiDependencies): Promise<{ [part: string]: string }> {
  const answers = async (part: Promise<unknown>) => {
    const late = new Promise<string>((resolve) => setTimeout(() => resolve('no answer in time'), patience).unref())
    return Promise.race([
      part.then(
        () => 'ok',
        () => 'no answer',
      ),
      late,
    ])
  }
  const [database, engine] = await Promise.all([answers(listInstitutions(store)), answers(temporal.workflowService.getSystemInfo({}))])
  return { database, temporal: engine }
}

/** With a token configured it is asked for; without one only this machine may measure. */
function mayMeasure({ config }: ApiDependencies, authorization: string | undefined, isLocal: boolean): boolean {
  const token = config.METRICS_TOKEN
  if (token === undefined) return isLocal
  const given = Buffer.from(authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

async function readGauges({ store }: ApiDependencies): Promise<{ [name: string]: number }> {
  const houses = await listInstitutions(store)
  const sum = async (count: (house: (typeof houses)[number]['id']) => Promise<number>) =>
    (await Promise.all(houses.map((one) => count(one.id)))).reduce((a, b) => a + b, 0)
  return { commands_unanswered: await sum((id) => countUnanswered(store, id)), outbox_waiting: await sum((id) => countWaiting(store, id)) }
}
