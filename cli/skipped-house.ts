import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { plainDay } from '#domain/day.ts'
import { readConfig } from '#schemas/config.ts'
import { createStore, type Store } from '#store/db.ts'
import { openApi, type Grounds } from './house.ts'
import { openDatabase } from './local-servers.ts'
import { openWorker } from './open-worker.ts'
import { createRehearsal, createSkippedClock, morningOf } from './rehearsal.ts'
import { seedDemonstration } from './seed.ts'
import type { Report } from './servers/report.ts'
import { createSkippingEnvironment } from './servers/temporal-skipping.ts'
import { getWorkflowBundle } from './workflow-bundle.ts'

/** The first office day of every rehearsal and demonstration. */
export const dayOne = plainDay('2026-03-02')

/** The whole application on the time-skipping server, with a data folder of its own that goes when it closes. */
export type SkippedHouse = {
  readonly url: string
  readonly store: Store
  readonly dataFolder: string
  readonly grounds: Grounds
  close(): Promise<void>
}

/** Opens the demonstration university in skipped time; `port` 0 takes a free one. */
export async function openSkippedHouse(report: Report, env: NodeJS.ProcessEnv): Promise<SkippedHouse> {
  const closers: Closers = []
  const close = async () => {
    for (const one of closers.splice(0).reverse()) await one()
  }
  try {
    return { ...(await open(report, env, closers)), close }
  } catch (error) {
    await close()
    throw error
  }
}

type Closers = (() => Promise<unknown>)[]

async function open(report: Report, env: NodeJS.ProcessEnv, closers: Closers): Promise<Omit<SkippedHouse, 'close'>> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'conveyance-rehearsal-'))
  closers.push(() => rm(dataFolder, { recursive: true, force: true }))
  const config = { ...readConfig({ ...env, REHEARSAL: 'true' }), CONVEYANCE_DATA: dataFolder }
  const bundling = getWorkflowBundle(join(import.meta.dirname, '..', 'dist'))
  bundling.catch(() => undefined)
  const database = await openDatabase(config, dataFolder)
  closers.push(() => database.stop())
  const environment = await createSkippingEnvironment(report)
  closers.push(() => environment.teardown())
  const { databaseUrl: connectionString, masterKey } = database
  const store = createStore({ connectionString, masterKey, connections: config.DATABASE_CONNECTIONS })
  closers.push(() => store.close())
  await seedDemonstration(store)
  const officeClock = await createSkippedClock(environment, morningOf(dayOne))
  const rehearsal = createRehearsal(environment, store, officeClock)
  const log = pino({ level: config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL })
  const grounds = { config, store, temporal: environment.client, officeClock, rehearsal, log }
  const api = await openApi(grounds)
  closers.push(() => api.close())
  const worker = await openWorker(grounds, { connection: environment.nativeConnection, bundle: await bundling })
  closers.push(() => worker.stop())
  return { url: api.url, store, dataFolder, grounds }
}
