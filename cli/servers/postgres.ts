import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { env } from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { startKept } from './kept-child.ts'
import type { KeptChild } from './kept-child.ts'
import { takeLease } from './lease.ts'
import type { Lease } from './lease.ts'
import { findFreePort, isPortFree, LOOPBACK } from './ports.ts'
import { openCluster, OWNER } from './postgres-cluster.ts'
import type { Cluster } from './postgres-cluster.ts'
import { getPostgresProgram } from './postgres-program.ts'
import type { PostgresProgram } from './postgres-program.ts'
import { reasonOf, ServerTrouble } from './trouble.ts'

export type PostgresOptions = {
  /** Holds the cluster, the owner's password and the lease. Made on first use. */
  dataDir: string
  /** Without it the port of last time is taken, or a free one. */
  port?: number
  log: (line: string) => void
}

export type RunningPostgres = {
  /** Connects the owner role to the database `conveyance`. */
  ownerUrl: string
  port: number
  /** Settles when the server has ended, wanted or not, with what it ended on. */
  ended: Promise<string>
  stop(): Promise<void>
}

/** The one database of a data folder. */
export const DATABASE = 'conveyance'
const GRACE_SECONDS = 30
/** Crash recovery after a power cut replays at most `max_wal_size` of journal. */
const START_MS = 120_000
/** Helpers of a killed server notice within seconds that it is gone. */
const HELD_MS = 20_000

/**
 * Settings for a small machine. Every commit is on the disk before it is answered; a power cut or a kill costs nothing that was
 * acknowledged. No parallel queries and no compiling of queries: they cost more than the office's short queries take.
 */
const SETTINGS = {
  listen_addresses: LOOPBACK,
  unix_socket_directories: '',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  max_connections: '80',
  shared_buffers: '96MB',
  max_wal_size: '512MB',
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

/**
 * Starts PostgreSQL on a data folder: 0.7 s the first time, a few hundredths afterwards. It listens on the machine's own address only,
 * and ends with `stop()` or when this process is gone.
 *
 * @throws ServerTrouble where the folder is in use or damaged, or the wanted port is taken
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const dataDir = resolve(options.dataDir)
  const program = await getPostgresProgram()
  const lease = await takeLease({
    file: join(dataDir, 'lease.json'),
    what: 'PostgreSQL',
    data: dataDir,
    signal: 'SIGINT',
    graceMs: GRACE_SECONDS * 1000,
  })
  try {
    const cluster = openCluster(dataDir, program)
    const port = await choosePort(dataDir, options.port)
    const server = await startServer({ dataDir, cluster, program, port, lease, log: options.log })
    const ownerUrl = renderUrl(cluster, port, DATABASE)
    return {
      ownerUrl,
      port,
      ended: server.ended,
      stop: async () => {
        await server.stop()
        lease.release()
      },
    }
  } catch (error) {
    lease.release()
    throw error
  }
}

async function choosePort(dataDir: string, wanted: number | undefined): Promise<number> {
  if (wanted !== undefined && wanted !== 0) {
    if (await isPortFree(wanted)) return wanted
    throw new ServerTrouble(`Port ${wanted} is in use by another program.`, 'leave the port unset for a free one, or name another')
  }
  const last = findLastPort(dataDir)
  return last !== undefined && (await isPortFree(last)) ? last : await findFreePort()
}

function findLastPort(dataDir: string): number | undefined {
  try {
    const port = Number(readFileSync(join(dataDir, 'port'), 'utf8'))
    return Number.isInteger(port) && port > 0 ? port : undefined
  } catch {
    return undefined
  }
}

type Start = { dataDir: string; cluster: Cluster; program: PostgresProgram; port: number; lease: Lease; log: (line: string) => void }

async function startServer(start: Start): Promise<KeptChild> {
  const until = performance.now() + START_MS
  const heldUntil = performance.now() + HELD_MS
  for (;;) {
    const server = startOnce(start)
    start.lease.record(server.identity, start.port)
    try {
      await waitUntilItAnswers(start, server, until)
      writeFileSync(join(start.dataDir, 'port'), String(start.port))
      return server
    } catch (error) {
      await server.stop()
      // Until they do they hold its shared memory.
      const held = server.lines.some((line) => line.includes('pre-existing shared memory block'))
      if (!held || performance.now() > heldUntil) throw explain(start, server, error)
      await pause(200)
    }
  }
}

function startOnce({ cluster, program, port, log }: Start): KeptChild {
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return startKept({
    command: program.postgres,
    args: ['-D', cluster.folder, '-p', String(port), ...settings],
    cwd: cluster.folder,
    env: { ...env, LC_ALL: 'C', PGDATA: undefined },
    // "Fast shutdown": ends sessions, writes a checkpoint, leaves.
    signal: 'SIGINT',
    graceSeconds: GRACE_SECONDS,
    ...(program.user === undefined ? {} : { user: program.user }),
    log,
  })
}

async function waitUntilItAnswers({ cluster, port }: Start, server: KeptChild, until: number): Promise<void> {
  for (;;) {
    if (server.hasEnded()) throw new Error('it ended at once')
    try {
      return await createDatabase(renderUrl(cluster, port, 'postgres'))
    } catch (error) {
      if (performance.now() > until || !isNotYet(error)) throw error
    }
    await pause(20)
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Nothing listens yet, or the server says that it is still starting (57P03). */
function isNotYet(error: unknown): boolean {
  const code = (error as { code?: unknown }).code
  return code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === '57P03'
}

function renderUrl(cluster: Cluster, port: number, database: string): string {
  return `postgresql://${OWNER}:${encodeURIComponent(cluster.password)}@${LOOPBACK}:${port}/${database}`
}

function explain({ dataDir }: Start, server: KeptChild, error: unknown): ServerTrouble {
  return new ServerTrouble(
    `PostgreSQL could not start on ${dataDir}: ${findLastWords(server.lines) ?? reasonOf(error)}.`,
    `restore the folder from a backup, or, if what it holds may be lost: rm -r '${dataDir}'`,
  )
}

/** Why the server gave up. What it told our own early connections ("the database system is starting up") is no reason. */
function findLastWords(lines: readonly string[]): string | undefined {
  const words = lines.map((line) => /(FATAL|PANIC|ERROR): +(.*)$/.exec(line)).filter((it) => it !== null)
  const reasons = words.filter(([, , text]) => text?.startsWith('the database system is ') !== true)
  return (reasons.findLast(([, level]) => level === 'PANIC') ?? reasons.at(-1))?.[2]
}
