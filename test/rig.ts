import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Client as PostgresClient } from 'pg'
import { pino } from 'pino'
import { expect, inject, vi } from 'vitest'
import type { Mailer } from '#activities/mailer.ts'
import { carry } from '#api/access.ts'
import { createApi } from '#api/app.ts'
import { createDelivery } from '#api/starter.ts'
import { demonstration } from '#cli/demonstration-house.ts'
import { readDrawings } from '#cli/house.ts'
import { createSkippedClock } from '#cli/rehearsal.ts'
import { demonstrationAccounts, seedDemonstration } from '#cli/seed.ts'
import type { PersonId } from '#domain/actor.ts'
import { instantOfDayStart } from '#domain/day.ts'
import type { MatterId, TaskId } from '#domain/state.ts'
import { taskAddress } from '#schemas/api/task-address.ts'
import { readConfig } from '#schemas/config.ts'
import { beginSession } from '#store/desk/sessions.ts'
import { startRelay } from '#worker/relay.ts'
import { createRetry } from '#worker/retry-incident.ts'
import { workflowIdOf } from '#workflows/messages.ts'
import { createEngine, dayOne, replayAll } from './engine.ts'
import { textOfHistory } from './history-text.ts'
import { keepTrail } from './trails.ts'

export type Json = { [key: string]: unknown }
export type Headers = { readonly [name: string]: string }
export type Reply = {
  readonly status: number
  readonly body: Json
  readonly text: string
  readonly bytes: Buffer
  readonly headers: Response['headers']
}
export type Asking = { readonly body?: unknown; readonly raw?: BodyInit; readonly headers?: Headers }

/** Somebody at the HTTP door: with the cookie of a session, or nobody in particular. */
export type Caller = {
  readonly username: string
  readonly cookie?: string
  ask(method: string, path: string, asking?: Asking): Promise<Reply>
  get(path: string): Promise<Reply>
  post(path: string, body?: unknown, headers?: Headers): Promise<Reply>
  put(path: string, body?: unknown): Promise<Reply>
  patch(path: string, body?: unknown): Promise<Reply>
  drop(path: string): Promise<Reply>
}

/** The whole application in one process, in skipped time, with the demonstration university; `relay` brings mail and repeats commands. */
export type Rig = Awaited<ReturnType<typeof openRig>>

const generous = {
  LOG_LEVEL: 'silent',
  SIGN_INS_PER_QUARTER: '10000',
  REQUESTS_PER_MINUTE: '1000000',
  PUBLIC_POSTS_PER_HOUR: '1000000',
  COMMAND_SECONDS: '20',
}

/** Opens it on a free loopback port. `close` replays every history that was started and keeps the trails. */
export async function openRig({ relay: hasRelay = true, settings = {} }: { readonly relay?: boolean; readonly settings?: Headers } = {}) {
  const engine = await createEngine(demonstration.id)
  const { store, environment, taskQueue } = engine
  await seedDemonstration(store)
  const config = readConfig({ TASK_QUEUE: taskQueue, ...generous, ...settings })
  const lines: string[] = []
  const log = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) })
  const officeClock = await createSkippedClock(environment, instantOfDayStart(dayOne) + 9 * 3_600_000)
  // The environment's client is a client like any other; only its results skip time.
  const temporal = environment.client
  const grounds = { store, temporal, config, officeClock, log }
  const delivery = createDelivery(grounds)
  const retryIncident = createRetry({ ...grounds, delivery, patience: delivery.patience })
  const server = await listen(createApi({ ...grounds, drawings: readDrawings(), retryIncident }))
  const mailer: Mailer = { send: async (sending) => ({ messageId: String(engine.letters.push(sending)) }), close: () => undefined }
  const relay = hasRelay ? startRelay({ ...grounds, mailer, delivery, pause: 20 }) : undefined
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const sessions = new Map<string, Promise<Caller>>()

  async function begin(username: string): Promise<Caller> {
    const { secret } = await beginSession(store, demonstration.id, username as PersonId, 1)
    return createCaller(url, username, `conveyance_session=${carry(demonstration.id, secret)}`)
  }

  return {
    engine,
    store,
    config,
    url,
    officeClock,
    /** What was logged, line by line. */
    lines,
    letters: engine.letters,
    accounts: demonstrationAccounts,
    nobody: createCaller(url, 'nobody'),
    /** One of the demonstration accounts, in a session of its own for the whole test file. */
    as(username: string): Promise<Caller> {
      const known = sessions.get(username) ?? begin(username)
      sessions.set(username, known)
      return known
    },
    /** The same in a fresh session. */
    begin,
    /** Rows behind the walls. */
    async look<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
      const client = new PostgresClient({ connectionString: engine.database.ownerUrl })
      await client.connect()
      try {
        return (await client.query<Row>(sql, [...values])).rows
      } finally {
        await client.end()
      }
    },
    /** Where an open task of the matter is found, as soon as there is one. */
    async task(matter: string, occurrence: string): Promise<string> {
      await engine.until(matter as MatterId, (state) => state.tasks[occurrence] !== undefined)
      return taskAddress(matter as MatterId, occurrence as TaskId)
    },
    until: <T>(look: () => Promise<T> | T) => vi.waitFor(look, { timeout: 20_000, interval: 20 }),
    /** Everything Temporal keeps of the matters that were started, decoded as text. */
    async histories(): Promise<string> {
      const texts = await Promise.all((await started()).map(async ({ workflowId }) => textOfHistory(await historyOf(workflowId))))
      return texts.join('\n')
    },
    async close(): Promise<void> {
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
      await relay?.stop()
      try {
        const all = await started()
        await replayAll(environment, all, inject('bundlePath'))
        for (const { id, closed } of all) if (closed) keepTrail(await engine.actions(id))
      } finally {
        await engine.close()
      }
    },
  }

  /** The matters that have a story; those a test recorded by itself have none. */
  async function started() {
    const client = new PostgresClient({ connectionString: engine.database.ownerUrl })
    await client.connect()
    const sql = `SELECT m.id, m.process, m.closed_on IS NOT NULL AND m.erased_on IS NULL AS closed FROM matters m
      WHERE EXISTS (SELECT 1 FROM actions a WHERE a.matter_id = m.id AND a.seq = 1 AND a.command_id NOT LIKE 'by-hand/%')`
    const { rows } = await client.query<{ id: MatterId; process: string; closed: boolean }>(sql)
    await client.end()
    return rows.map(({ id, process, closed }) => ({ stem: process, id, closed, workflowId: workflowIdOf(process, id) }))
  }

  function historyOf(workflowId: string): Promise<unknown> {
    return environment.client.workflow.getHandle(workflowId).fetchHistory()
  }
}

async function listen(app: ReturnType<typeof createApi>): Promise<Server> {
  return new Promise((resolve) => {
    const listening: Server = app.listen(0, '127.0.0.1', () => resolve(listening))
  })
}

/** A caller at the door; answers are read whole, whatever they are. */
export function createCaller(url: string, username: string, cookie?: string): Caller {
  async function ask(method: string, path: string, { body, raw, headers = {} }: Asking = {}): Promise<Reply> {
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body))
    const type = body === undefined || raw !== undefined ? {} : { 'content-type': 'application/json' }
    const identity = cookie === undefined ? {} : { cookie }
    const init = {
      method,
      headers: { ...type, ...identity, ...headers },
      redirect: 'manual' as const,
      ...(sent === undefined ? {} : { body: sent }),
    }
    const response = await fetch(url + path, init)
    const bytes = Buffer.from(await response.arrayBuffer())
    const text = bytes.toString('utf8')
    const isJson = response.headers.get('content-type')?.includes('json') === true && text !== ''
    return { status: response.status, body: isJson ? (JSON.parse(text) as Json) : {}, text, bytes, headers: response.headers }
  }
  return {
    username,
    ...(cookie === undefined ? {} : { cookie }),
    ask,
    get: (path) => ask('GET', path),
    post: (path, body = {}, headers = {}) => ask('POST', path, { body, headers }),
    put: (path, body = {}) => ask('PUT', path, { body }),
    patch: (path, body = {}) => ask('PATCH', path, { body }),
    drop: (path) => ask('DELETE', path, { body: {} }),
  }
}

/** Completes a task and expects it to be carried out. */
export async function complete(caller: Caller, address: string, outcome: string, data: object = {}, more: object = {}): Promise<void> {
  const reply = await caller.post(`/api/tasks/${address}/complete`, { outcome, data, ...more })
  expect(reply.status, `${caller.username} ${address} ${outcome}: ${reply.text.slice(0, 600)}`).toBe(200)
}

/** What a signer confirms: the hash of the paper that his task shows him. */
export async function seenIn(caller: Caller, address: string): Promise<{ readonly sha256: string }> {
  const { body, text } = await caller.get(`/api/tasks/${address}`)
  const { sha256 } = (body['given'] ?? {}) as { readonly sha256?: string }
  if (sha256 === undefined) throw new Error(`${address} shows no paper: ${text.slice(0, 300)}`)
  return { sha256 }
}

/** Signs the paper that the task shows, confirming it by its hash. */
export async function signSeen(caller: Caller, address: string): Promise<void> {
  await complete(caller, address, 'signed', await seenIn(caller, address))
}
