import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { pid } from 'node:process'
import { findIdentity, isRunning, stopProcess } from './identity.ts'
import type { EndSignal, Identity } from './identity.ts'
import { ServerTrouble } from './trouble.ts'

/** What the lease file of a data folder says: who started a server on it, and which process the server is. */
type LeaseText = { owner: Identity; server?: Identity; port?: number }

export type Lease = {
  /** Writes down the server's own process, so that the next start can find it if this process dies hard. */
  record(server: Identity, port: number): void
  release(): void
}

export type LeaseOptions = {
  file: string
  /** The server's name in the sentence shown to a second start. */
  what: string
  /** The folder or file the lease is for. */
  data: string
  /** How a left-over server is told to end. */
  signal: EndSignal
  graceMs: number
}

/**
 * Takes a data folder for this process. A living owner is named and left alone. The left-over server of a dead owner is stopped by its
 * own number, after its start time has been compared; nothing else is touched.
 *
 * @throws ServerTrouble where another living process holds the folder
 */
export async function takeLease(options: LeaseOptions): Promise<Lease> {
  mkdirSync(dirname(options.file), { recursive: true })
  const owner = findIdentity(pid) ?? { pid, since: 'unknown' }
  while (!create(options.file, { owner })) await clearDeadLease(options)
  return {
    record: (server, port) => write(options.file, { owner, server, port }),
    release: () => {
      const now = read(options.file)
      if (now?.owner.pid === owner.pid && now.owner.since === owner.since) rmSync(options.file, { force: true })
    },
  }
}

/** The port of the server that a living process runs under this lease; undefined where there is none. */
export function findLeasedPort(file: string): number | undefined {
  const held = read(file)
  return held !== undefined && isRunning(held.owner) ? held.port : undefined
}

async function clearDeadLease(options: LeaseOptions): Promise<void> {
  const old = read(options.file)
  if (old === undefined) return
  if (isRunning(old.owner)) {
    throw new ServerTrouble(
      `${options.what} on ${options.data} is already run by process ${old.owner.pid}${old.port === undefined ? '' : ` (port ${old.port})`}.`,
      `end that process (kill ${old.owner.pid}) or choose another data folder`,
    )
  }
  if (old.server !== undefined) await stopProcess(old.server, options.signal, options.graceMs)
  // Two starts may come here at once: only one can move the dead lease away, and it looks again at what it moved.
  const aside = `${options.file}.${randomUUID()}`
  try {
    renameSync(options.file, aside)
  } catch {
    return
  }
  const moved = read(aside)
  if (moved !== undefined && isRunning(moved.owner)) create(options.file, moved)
  rmSync(aside, { force: true })
}

/** Creates the file with its whole text at once; false where it exists. */
function create(file: string, text: LeaseText): boolean {
  const draft = `${file}.${randomUUID()}`
  writeFileSync(draft, JSON.stringify(text), { mode: 0o600 })
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

function write(file: string, text: LeaseText): void {
  const draft = `${file}.${randomUUID()}`
  writeFileSync(draft, JSON.stringify(text), { mode: 0o600 })
  renameSync(draft, file)
}

/** The lease as written; undefined where there is none. A text no lease ever had counts as that of a dead owner. */
function read(file: string): LeaseText | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
  const dead: LeaseText = { owner: { pid: 0, since: 'never' } }
  try {
    const parsed: unknown = JSON.parse(text)
    return isLease(parsed) ? parsed : dead
  } catch {
    return dead
  }
}

function isLease(value: unknown): value is LeaseText {
  if (typeof value !== 'object' || value === null || !('owner' in value)) return false
  const isIdentity = (it: unknown): boolean =>
    typeof it === 'object' && it !== null && 'pid' in it && typeof it.pid === 'number' && 'since' in it && typeof it.since === 'string'
  return isIdentity(value.owner) && (!('server' in value) || isIdentity(value.server))
}
