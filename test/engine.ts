import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { Client, Connection } from '@temporalio/client'
import type { TestWorkflowEnvironment } from '@temporalio/testing'
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import { expect, inject, vi } from 'vitest'
import type { Mailer, Sending } from '#activities/mailer.ts'
import { openDemonstrationKeys } from '#activities/signing/demonstration-keys.ts'
import { startTemporalDev } from '#cli/servers/temporal-dev.ts'
import { deliverCommand, type DeliveryDependencies } from '#api/deliver-command.ts'
import { restartStory } from '#api/restart-story.ts'
import { createSkippingEnvironment } from '#cli/servers/temporal-skipping.ts'
import type { Action } from '#domain/action.ts'
import type { Actor, InstitutionId } from '#domain/actor.ts'
import type { Order } from '#domain/command.ts'
import { dayOfInstant, instantOfDayStart, plainDay, type PlainDay } from '#domain/day.ts'
import type { MatterToOpen, StartMatter } from '#domain/matter-to-open.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { MatterId, MatterState } from '#domain/state.ts'
import { allDefaults } from '#policy/registry.gen.ts'
import type { Store } from '#store/db.ts'
import { readActionsAfter } from '#store/record/read-actions.ts'
import { getState } from '#store/record/read.ts'
import { inTransaction } from '#store/record/transaction.ts'
import { findEnd, findRecorded } from '#store/lists/on-record.ts'
import { startWorker, type WorkerOptions } from '#worker/start-worker.ts'
import { openedUpdate, workflowIdOf, workflowTypeOf, type MatterInput } from '#workflows/messages.ts'
import { createTestDatabase } from './database.ts'

// The worker's own log would drown the tests' report.
Runtime.install({ logger: new DefaultLogger('ERROR') })

let count = 0

/** Day one of every test and of the demonstration. */
export const dayOne = plainDay('2026-03-02')

/** The engine without doors: a database of its own, a skipping clock, a worker. Every matter it starts is replayed at the end. */
export type Engine = Awaited<ReturnType<typeof createEngine>>

export async function createEngine(
  institution: InstitutionId,
  server: 'skipping' | 'durable' = 'skipping',
  more: Partial<WorkerOptions> = {},
) {
  const database = await createTestDatabase()
  const store = database.openStore()
  const environment = server === 'skipping' ? await createSkippingEnvironment() : await createDurableEnvironment()
  const { client, nativeConnection } = environment
  const taskQueue = `test-${process.pid}-${(count += 1)}`
  const bundle = { codePath: inject('bundlePath') }
  const clockOffset = instantOfDayStart(dayOne) + 9 * 3_600_000 - (await environment.currentTimeMs())
  const started: { stem: string; id: MatterId }[] = []
  const letters: Sending[] = []
  const mailer: Mailer = { send: async (sending) => ({ messageId: String(letters.push(sending)) }), close: () => undefined }

  const startMatter: StartMatter = async (matter: MatterToOpen) => {
    const workflowId = workflowIdOf(matter.process, matter.id)
    const { process: stem, data, ...rest } = matter
    const seed = { ...rest, process: stem, policyVersion: 'defaults', policy: allDefaults[stem] ?? {}, clockOffset }
    const input: MatterInput = { matter: seed, data }
    await client.workflow.start(workflowTypeOf(stem), { workflowId, taskQueue, args: [input], workflowIdConflictPolicy: 'USE_EXISTING' })
    started.push({ stem, id: matter.id })
    const opened = await client.workflow.getHandle(workflowId).executeUpdate<{ number: string }, []>(openedUpdate)
    return { id: matter.id, number: opened.number }
  }
  const keyFolder = await mkdtemp(join(tmpdir(), 'conveyance-keys-'))
  const workerParts = {
    store,
    client,
    connection: nativeConnection,
    namespace: 'default',
    taskQueue,
    bundle,
    startMatter,
    mailer,
    keys: await openDemonstrationKeys(keyFolder),
    drawingProcesses: 1,
    ...more,
  }
  const delivery: DeliveryDependencies = {
    temporal: client,
    startMatter,
    findRecorded: (house, matter, command) => findRecorded(store, house, matter, command),
    findEnd: (house, matter) => findEnd(store, house, matter),
    restartStory: (house, matter) => restartStory({ store, temporal: client, taskQueue, clockOffset }, house, matter),
    patience: 20_000,
  }
  let worker = await startWorker(workerParts)

  return {
    store,
    database,
    environment,
    /** The mails sent, in order. */
    letters,
    taskQueue,
    clockOffset,
    startMatter,
    async today(): Promise<PlainDay> {
      return dayOfInstant((await environment.currentTimeMs()) + clockOffset)
    },
    /** Sends a command by the doors' own function, again until it is answered; answers the receipt or the refusals. */
    async act(
      stem: string,
      id: MatterId,
      actor: Actor,
      order: Order,
      commandId = `c-${(count += 1)}`,
    ): Promise<{ readonly seq: number } | readonly Refusal[]> {
      const request = { is: 'act', institution, process: stem, matter: id, command: { id: commandId, actor, order } } as const
      for (;;) {
        const answer = await deliverCommand(delivery, request)
        if (answer.status === 'refused') return answer.refusals
        if (answer.status === 'done' && 'seq' in answer.answer) return answer.answer
      }
    },
    state: (id: MatterId): Promise<MatterState> => getState(store, institution, id),
    /** The state as soon as `reached` holds of it; asked again every few milliseconds, given up after twenty seconds. */
    async until(id: MatterId, reached: (state: MatterState) => boolean): Promise<MatterState> {
      return vi.waitFor(
        async () => {
          const state = await getState(store, institution, id)
          if (!reached(state)) throw new Error(`Matter ${id} stands at ${Object.keys(state.tasks).join(', ') || state.standing.is}`)
          return state
        },
        { timeout: 20_000, interval: 10 },
      )
    },
    actions: (id: MatterId): Promise<Action[]> => listActions(store, institution, id),
    /** Lets so much time pass, firing what falls due. */
    pass: (span: string | number) => environment.sleep(span),
    /** Nobody answers until the worker is restarted. */
    stopWorker: (): Promise<void> => worker.stop(),
    async restartWorker(): Promise<void> {
      await worker.stop()
      worker = await startWorker(workerParts)
    },
    /** Replays every history that was started, leaves the trails of the finished ones, stops everything. */
    async close(): Promise<void> {
      try {
        await replayAll(environment, started, bundle.codePath)
        for (const { stem, id } of started) await leaveTrail(store, institution, stem, id)
      } finally {
        await worker.stop()
        await environment.teardown()
        await database.drop()
        await rm(keyFolder, { recursive: true })
      }
    },
  }
}

/** What tests need of a Temporal server. */
export type Environment = Pick<TestWorkflowEnvironment, 'client' | 'nativeConnection' | 'currentTimeMs' | 'sleep' | 'teardown'>

/** The durable dev server with a database file of its own; its time is the wall clock's. */
async function createDurableEnvironment(): Promise<Environment> {
  const folder = await mkdtemp(join(tmpdir(), 'conveyance-temporal-'))
  const server = await startTemporalDev({ dbFile: join(folder, 'temporal.db'), port: 0, log: () => {} })
  const connection = await Connection.connect({ address: server.address })
  const nativeConnection = await NativeConnection.connect({ address: server.address })
  return {
    client: new Client({ connection }),
    nativeConnection,
    currentTimeMs: async () => Date.now(),
    sleep: () => Promise.reject(new Error('The durable server does not skip time')),
    async teardown() {
      await connection.close()
      await nativeConnection.close()
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function listActions(store: Store, institution: InstitutionId, id: MatterId): Promise<Action[]> {
  return inTransaction(store, async (client) => {
    await client.query("SELECT set_config('app.institution', $1, true), set_config('app.scope', 'system', true)", [institution])
    return readActionsAfter(store, client, institution, id, 0)
  })
}

/** Every workflow a test starts is replayed when the test ends: code that is not deterministic shows here. */
export async function replayAll(
  environment: Environment,
  started: readonly { stem: string; id: MatterId }[],
  codePath: string,
): Promise<void> {
  const faults: string[] = []
  for (const { stem, id } of started) {
    const workflowId = workflowIdOf(stem, id)
    const history = await environment.client.workflow.getHandle(workflowId).fetchHistory()
    await Worker.runReplayHistory({ workflowBundle: { codePath } }, history, workflowId).catch((error: Error) =>
      faults.push(`${workflowId}: ${error.message}`),
    )
  }
  expect(faults, 'every history replays on the present code').toEqual([])
}

async function leaveTrail(store: Store, institution: InstitutionId, stem: string, id: MatterId): Promise<void> {
  const folder = process.env['TRAILS_DIR']
  if (folder === undefined) return
  const state = await getState(store, institution, id)
  if (state.standing.is !== 'closed' || state.erased !== undefined) return
  writeFileSync(
    join(folder, `${stem}-${institution}-${id}.json`),
    JSON.stringify({ process: stem, actions: await listActions(store, institution, id) }),
  )
}
