import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { expect, vi } from 'vitest'
import { createApi } from '#api/app.ts'
import type { ApiDependencies } from '#api/dependencies.ts'
import { createOfficeClock } from '#api/office-clock.ts'
import { createMetrics } from '#api/metrics.ts'
import { createRoutes } from '#api/routes.ts'
import { createDelivery } from '#api/starter.ts'
import { demonstration, demonstrationPassword } from '#cli/demonstration-house.ts'
import { seedDemonstration } from '#cli/seed.ts'
import type { PersonId } from '#domain/actor.ts'
import type { MatterId, MatterState } from '#domain/state.ts'
import { readConfig } from '#schemas/config.ts'
import { taskAddress } from '#schemas/api/task-address.ts'
import { problem } from '#schemas/api/refusal.ts'
import { createRetry } from '#worker/retry-incident.ts'
import type { WorkerOptions } from '#worker/start-worker.ts'
import { createEngine } from '../engine.ts'
import { sampleDisclosure } from '#cli/samples/disclosure.ts'

type Json = { [key: string]: unknown }

export type Reply = { readonly status: number; readonly body: Json; readonly headers: Headers; readonly bytes: Buffer }

export type Ask = { readonly headers?: { [name: string]: string }; readonly body?: unknown; readonly raw?: BodyInit }

const routes = createRoutes(createMetrics()).map(({ operation }) => ({
  ...operation,
  pattern: new RegExp(`^${operation.path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
}))

/** Every answer must be what the description says: its status, and the shape of its JSON. */
function checkShape(method: string, path: string, reply: Reply): void {
  const at = path.split('?')[0] ?? ''
  const operation = routes.find((one) => one.method === method.toLowerCase() && one.pattern.test(at))
  const json = reply.headers.get('content-type')?.includes('json') === true
  const shape = operation?.answers[reply.status]?.shape ?? (reply.status >= 400 ? problem : undefined)
  if (shape !== undefined && json)
    expect(
      shape.safeParse(reply.body).error?.issues ?? [],
      `${method} ${path} ${reply.status} ${JSON.stringify(reply.body).slice(0, 400)}`,
    ).toEqual([])
}

/** The demonstration university behind its HTTP door, on a durable server. */
export async function openOffice(
  settings: { [name: string]: string } = {},
  more: Partial<ApiDependencies> = {},
  worker: Partial<WorkerOptions> = {},
) {
  const engine = await createEngine(demonstration.id, 'durable', worker)
  await seedDemonstration(engine.store)
  const config = readConfig({
    TASK_QUEUE: engine.taskQueue,
    LOG_LEVEL: 'silent',
    SIGN_INS_PER_QUARTER: '10000',
    REQUESTS_PER_MINUTE: '1000000',
    PUBLIC_POSTS_PER_HOUR: '1000000',
    ...settings,
  })
  const lines: string[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) })
  const officeClock = createOfficeClock(engine.clockOffset)
  const grounds = { store: engine.store, temporal: engine.environment.client, config, officeClock, log }
  const delivery = createDelivery(grounds)
  const retryIncident = createRetry({ ...grounds, delivery, patience: delivery.patience })
  const app = createApi({ ...grounds, drawings: { disclosure: '<definitions/>' }, retryIncident, ...more })
  const server = await new Promise<Server>((resolve) => {
    const listening: Server = app.listen(0, '127.0.0.1', () => resolve(listening))
  })
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function ask(method: string, path: string, { headers = {}, body, raw }: Ask = {}): Promise<Reply> {
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body))
    const type = raw !== undefined || body === undefined ? {} : { 'content-type': 'application/json' }
    const response = await fetch(base + path, { method, headers: { ...type, ...headers }, ...(sent === undefined ? {} : { body: sent }) })
    const bytes = Buffer.from(await response.arrayBuffer())
    const isJson = response.headers.get('content-type')?.includes('json') === true
    const reply = { status: response.status, body: isJson ? (JSON.parse(bytes.toString()) as Json) : {}, headers: response.headers, bytes }
    checkShape(method, path, reply)
    return reply
  }

  /** Somebody signed in. */
  async function signIn(username: string) {
    const { status, headers } = await ask('POST', '/api/session', { body: { username, password: demonstrationPassword } })
    expect(status).toBe(201)
    const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const as =
      (method: string) =>
      (path: string, body?: unknown, more: { [name: string]: string } = {}) =>
        ask(method, path, { headers: { cookie, ...more }, ...(method === 'GET' ? {} : { body: body ?? {} }) })
    return { cookie, username, get: as('GET'), post: as('POST'), put: as('PUT'), patch: as('PATCH'), drop: as('DELETE') }
  }

  const inventors = ['inventor1', 'inventor2', 'inventor3'] as PersonId[]
  return {
    engine,
    config,
    /** What whoever else serves the house is given: relay, watch. */
    grounds: { ...grounds, delivery },
    base,
    lines,
    ask,
    signIn,
    /** A report by the first inventor, opened over HTTP, with its formal check open. */
    async report(who: Awaited<ReturnType<typeof signIn>>, key?: string): Promise<{ id: MatterId; number: string; task: string }> {
      const data = JSON.parse(JSON.stringify(sampleDisclosure(inventors))) as Json
      const opened = await who.post('/api/matters', { process: 'disclosure', data }, key === undefined ? {} : { 'idempotency-key': key })
      expect(opened.status, JSON.stringify(opened.body)).toBe(201)
      const id = opened.body['id'] as MatterId
      await engine.until(id, (state) => state.tasks['formal-check#1'] !== undefined)
      return { id, number: String(opened.body['number']), task: taskAddress(id, 'formal-check#1' as MatterState['papers'][number]['step']) }
    },
    /** The formal check's form: every similar result told apart from this one. */
    async formalCheck(id: MatterId): Promise<Json> {
      const found = (await engine.state(id)).results['find-similar#1']?.data['similar'] ?? []
      return { similar: (found as { matter: string }[]).map(({ matter }) => ({ matter, decision: 'different' })) }
    },
    sample: () => JSON.parse(JSON.stringify(sampleDisclosure(inventors))) as Json,
    until: <T>(look: () => Promise<T>) => vi.waitFor(look, { timeout: 20_000, interval: 20 }),
    async close(): Promise<void> {
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
      await engine.close()
    },
  }
}

export type Office = Awaited<ReturnType<typeof openOffice>>
export type Someone = Awaited<ReturnType<Office['signIn']>>
