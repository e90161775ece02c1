import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'
import { createOfficeClock } from '#api/office-clock.ts'
import type { Config } from '#schemas/config.ts'
import { createStore } from '#store/db.ts'
import type { RunningWorker } from '#worker/start-worker.ts'
import { buildWeb, isWebCurrent } from './build-web.ts'
import { demonstrationPassword } from './demonstration-house.ts'
import { openApi, type Grounds } from './house.ts'
import type { Servers } from './local-servers.ts'
import { requireItsMasterKey } from './master-key.ts'
import { demonstrationAccounts, seedDemonstration } from './seed.ts'
import type { Report } from './servers/report.ts'
import { connectTemporal, connectWorker } from './temporal-connection.ts'
import { getWorkflowBundle } from './workflow-bundle.ts'

export type LocalHouseParts = { readonly config: Config; readonly servers: Servers; readonly report: Report }

/** Every door of one machine, open; `close` shuts them, the servers go on. */
export type LocalHouse = {
  /** What is told at the terminal: the address, and the accounts of the demonstration university. */
  readonly greeting: string
  /** Rejects when the worker fails. */
  readonly ended: Promise<void>
  close(): Promise<void>
}

/** Opens API, pages and worker in this process; a demonstration university is entered where no database is configured. */
export async function openLocalHouse(parts: LocalHouseParts): Promise<LocalHouse> {
  const closers: (() => Promise<void>)[] = []
  const close = async () => {
    for (const one of closers.splice(0).reverse()) await one()
  }
  try {
    return { ...(await open(parts, closers)), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function open(
  { config, servers, report }: LocalHouseParts,
  closers: (() => Promise<void>)[],
): Promise<Pick<LocalHouse, 'greeting' | 'ended'>> {
  const isDemonstration = config.DATABASE_URL === undefined
  const connectionString = servers.databaseUrl
  const store = createStore({ connectionString, masterKey: servers.masterKey, connections: config.DATABASE_CONNECTIONS })
  closers.push(() => store.close())
  const pages = isWebCurrent() ? undefined : buildWeb(report)
  const seeding = isDemonstration ? seedOnce(servers, () => seedDemonstration(store)) : undefined
  const [temporal] = await Promise.all([connectTemporal(servers.temporalAddress, config), pages, seeding])
  closers.push(() => temporal.close())
  await requireItsMasterKey(store)
  const log = pino({ level: config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL })
  const grounds = { config, store, temporal: temporal.client, officeClock: createOfficeClock(config.CLOCK_OFFSET_MS), log }
  const api = await openApi(grounds)
  closers.push(() => api.close())
  const worker = await startWork(grounds, servers.temporalAddress, closers)
  return { greeting: greet(api.url, isDemonstration), ended: worker.ended }
}

/** The door is open while the worker is loaded: what is asked of it meanwhile waits in Temporal. */
async function startWork(grounds: Grounds, temporalAddress: string, closers: (() => Promise<void>)[]): Promise<RunningWorker> {
  const bundling = getWorkflowBundle(join(import.meta.dirname, '..', 'dist'))
  bundling.catch(() => undefined)
  const [{ quietTemporal }, { openWorker }] = await Promise.all([import('./quiet.ts'), import('./open-worker.ts')])
  quietTemporal()
  const connection = await connectWorker(temporalAddress, grounds.config)
  closers.push(() => connection.close())
  const worker = await openWorker(grounds, { connection, bundle: await bundling })
  closers.push(() => worker.stop())
  return worker
}

/** The demonstration university is set up once for a data folder; a second start finds it as it was left. */
async function seedOnce(servers: Servers, seed: () => Promise<unknown>): Promise<void> {
  const mark = join(servers.dataRoot, 'seeded')
  if (existsSync(mark)) return
  await seed()
  writeFileSync(mark, '')
}

function greet(url: string, isDemonstration: boolean): string {
  const ready = `\nConveyance 让渡 is ready: ${url}`
  if (!isDemonstration) return ready
  return `${ready}\nAccounts of the demonstration university (password ${demonstrationPassword}):\n  ${demonstrationAccounts.join('  ')}`
}
