import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { env } from 'node:process'
import { startKept } from './kept-child.ts'
import type { KeptChild } from './kept-child.ts'
import { takeLease } from './lease.ts'
import { findFreePort, isPortFree, LOOPBACK } from './ports.ts'
import type { Report } from './report.ts'
import { resolveTool } from './routes.ts'
import type { Found } from './routes.ts'
import { waitForTemporal } from './temporal-answer.ts'
import { temporalCli } from './temporal-cli.ts'
import { reasonOf, ServerTrouble } from './trouble.ts'

export type TemporalDevOptions = {
  /** The SQLite file that holds every history. Made on first use. */
  dbFile: string
  /** 0 takes a free one. */
  port: number
  namespace?: string
  /** Temporal's own web page on this port; without it the server has none. */
  uiPort?: number
  /** Custom search attributes to register, by name: `Keyword`, `Int`, `Datetime` … */
  searchAttributes?: Readonly<Record<string, string>>
  log: Report
}

export type RunningTemporal = {
  address: string
  /** Settles when the server has ended, wanted or not, with what it ended on. */
  ended: Promise<string>
  stop(): Promise<void>
}

const GRACE_SECONDS = 15
/** Opening a large file after a kill takes longer than a fresh start of about a second. */
const START_MS = 90_000

/** Finds or fetches Temporal's command. @throws ServerTrouble with every way that was tried */
export async function resolveTemporalCli(report: Report): Promise<Found> {
  return await resolveTool(temporalCli, report)
}

/**
 * Starts a durable Temporal server on this machine and waits until it answers and its namespace is there. It listens on the machine's
 * own address only, and ends with `stop()` or when this process is gone.
 *
 * @throws ServerTrouble where the file is in use, the port is taken, or the server does not start
 */
export async function startTemporalDev(options: TemporalDevOptions): Promise<RunningTemporal> {
  const dbFile = resolve(options.dbFile)
  const found = await resolveTemporalCli(options.log)
  const lease = await takeLease({
    file: `${dbFile}.lease.json`,
    what: 'Temporal',
    data: dbFile,
    signal: 'SIGINT',
    graceMs: GRACE_SECONDS * 1000,
  })
  try {
    const port = await choosePort(options.port)
    mkdirSync(dirname(dbFile), { recursive: true })
    const server = startKept({
      command: found.path,
      args: listArguments({ ...options, dbFile }, port),
      cwd: dirname(dbFile),
      env: { ...env },
      signal: 'SIGINT',
      graceSeconds: GRACE_SECONDS,
      log: options.log,
    })
    lease.record(server.identity, port)
    await waitOrExplain(server, options, port)
    return {
      address: `${LOOPBACK}:${port}`,
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

async function choosePort(wanted: number): Promise<number> {
  if (wanted === 0) return await findFreePort()
  if (await isPortFree(wanted)) return wanted
  throw new ServerTrouble(
    `Port ${wanted} is in use by another program.`,
    `if a Temporal server runs there, set TEMPORAL_ADDRESS=${LOOPBACK}:${wanted}; otherwise choose another port`,
  )
}

function listArguments(options: TemporalDevOptions, port: number): string[] {
  const place = ['--ip', LOOPBACK, '--port', String(port), '--db-filename', options.dbFile]
  const page = options.uiPort === undefined ? ['--headless'] : ['--ui-ip', LOOPBACK, '--ui-port', String(options.uiPort)]
  const attributes = Object.entries(options.searchAttributes ?? {}).flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`])
  const talk = ['--log-level', 'warn', '--log-format', 'json']
  return ['server', 'start-dev', ...place, ...page, '--namespace', namespaceOf(options), ...attributes, ...talk]
}

function namespaceOf(options: TemporalDevOptions): string {
  return options.namespace ?? 'default'
}

async function waitOrExplain(server: KeptChild, options: TemporalDevOptions, port: number): Promise<void> {
  try {
    await waitForTemporal({ port, namespace: namespaceOf(options), limitMs: START_MS, hasEnded: () => server.hasEnded() })
  } catch (error) {
    await server.stop()
    const said = server.lines.findLast((line) => /error|fatal|panic/i.test(line)) ?? reasonOf(error)
    throw new ServerTrouble(
      `Temporal could not start on ${options.dbFile}: ${reasonOf(messageIn(said), 300)}.`,
      `if the file is damaged, move it away (mv '${options.dbFile}' '${options.dbFile}.damaged') and let every open matter go on from its record: npm run rebuild -- --stories`,
    )
  }
}

/** What a line of the server's log says: it writes JSON. */
function messageIn(line: string): string {
  return /"msg":"((?:[^"\\]|\\.)*)"/.exec(line)?.[1]?.replaceAll('\\"', '"') ?? line
}
