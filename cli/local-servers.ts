import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '#schemas/config.ts'
import { migrate } from '#prisma/migrate.ts'
import { getMasterKey } from './master-key.ts'
import { openDataRoot } from './servers/data-root.ts'
import { findLeasedPort } from './servers/lease.ts'
import { LOOPBACK } from './servers/ports.ts'
import { DATABASE, startPostgres } from './servers/postgres.ts'
import { silent, type Report } from './servers/report.ts'
import { ServerTrouble } from './servers/trouble.ts'
import { resolveTemporalCli, startTemporalDev } from './servers/temporal-dev.ts'

/** Where the program finds its database and its Temporal, and how to stop what was started for it. */
export type Servers = {
  readonly databaseUrl: string
  readonly masterKey: string
  readonly temporalAddress: string
  readonly dataRoot: string
  /** Rejects when a server that was started here ends unasked: the program has nothing left to stand on. */
  readonly lost: Promise<never>
  stop(): Promise<void>
}

/** With what the server ended that was started here, if one was. */
type Ending = { readonly ended?: Promise<string> }

const login = 'conveyance_login'

/** The database: the configured one, or one on this machine, migrated. */
export async function openDatabase(
  config: Config,
  dataRoot: string,
): Promise<Pick<Servers, 'databaseUrl' | 'masterKey' | 'stop'> & Ending> {
  if (config.DATABASE_URL !== undefined) {
    if (config.MIGRATION_DATABASE_URL !== undefined) await migrate(config.MIGRATION_DATABASE_URL)
    // The settings are refused where a database is named without its key.
    return { databaseUrl: config.DATABASE_URL, masterKey: config.MASTER_KEY ?? '', stop: async () => {} }
  }
  const masterKey = config.MASTER_KEY ?? getMasterKey(dataRoot)
  const server = await startPostgres({ dataDir: join(dataRoot, 'postgres'), log: silent })
  try {
    const password = getPassword(dataRoot)
    await migrate(server.ownerUrl, { user: login, password })
    const { ended } = server
    return { databaseUrl: urlOf(server.port, password), masterKey, ended, stop: () => server.stop() }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** The database of this data folder, where another program has it running: it is looked into, and left running. */
export function findRunningDatabase(config: Config, dataRoot: string): Pick<Servers, 'databaseUrl' | 'masterKey' | 'stop'> | undefined {
  const port = config.DATABASE_URL === undefined ? findLeasedPort(join(dataRoot, 'postgres', 'lease.json')) : undefined
  if (port === undefined) return undefined
  const masterKey = config.MASTER_KEY ?? getMasterKey(dataRoot)
  return { databaseUrl: urlOf(port, getPassword(dataRoot)), masterKey, stop: async () => {} }
}

function urlOf(port: number, password: string): string {
  return `postgresql://${login}:${password}@${LOOPBACK}:${port}/${DATABASE}`
}

/** The application's password on this machine's database, made once. */
function getPassword(dataRoot: string): string {
  const file = join(dataRoot, 'database.password')
  if (!existsSync(file)) {
    mkdirSync(dataRoot, { recursive: true })
    writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' })
  }
  return readFileSync(file, 'utf8').trim()
}

/** Database and Temporal, side by side; what is configured is used, what is not is started on this machine. */
export async function openServers(config: Config, report: Report): Promise<Servers> {
  const dataRoot = openDataRoot()
  const opened = await Promise.allSettled([openDatabase(config, dataRoot), openTemporal(config, dataRoot, report)])
  const [database, temporal] = opened
  if (database.status === 'rejected' || temporal.status === 'rejected') {
    for (const one of opened) if (one.status === 'fulfilled') await one.value.stop()
    throw database.status === 'rejected' ? database.reason : (temporal as PromiseRejectedResult).reason
  }
  const isWanted = { stop: false }
  const lost = Promise.race([onEnd('PostgreSQL', database.value, isWanted), onEnd('Temporal', temporal.value, isWanted)])
  lost.catch(() => undefined)
  const { databaseUrl, masterKey } = database.value
  return {
    databaseUrl,
    masterKey,
    temporalAddress: temporal.value.temporalAddress,
    dataRoot,
    lost,
    async stop() {
      isWanted.stop = true
      await temporal.value.stop()
      await database.value.stop()
    },
  }
}

/** Rejects when the server ends before its stop is wanted; a server of one's own is not watched. */
async function onEnd(what: string, { ended }: Ending, isWanted: { readonly stop: boolean }): Promise<never> {
  const how = await ended
  if (isWanted.stop || how === undefined) return new Promise(() => {})
  throw new ServerTrouble(`${what} ended while the program ran (${how}).`, 'npm start; what was recorded is kept, and goes on')
}

async function openTemporal(config: Config, dataRoot: string, report: Report): Promise<Pick<Servers, 'temporalAddress' | 'stop'> & Ending> {
  if (config.TEMPORAL_ADDRESS !== undefined) return { temporalAddress: config.TEMPORAL_ADDRESS, stop: async () => {} }
  // Fetching or building the server may take minutes the first time: that is told; what the server says of itself is not.
  await resolveTemporalCli(report)
  const server = await startTemporalDev({
    dbFile: join(dataRoot, 'temporal', 'temporal.db'),
    port: 0,
    namespace: config.TEMPORAL_NAMESPACE,
    log: silent,
  })
  return { temporalAddress: server.address, ended: server.ended, stop: () => server.stop() }
}
