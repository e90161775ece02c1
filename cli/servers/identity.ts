import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { kill, platform } from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * One particular process. The number alone is not enough: after a restart it may belong to a stranger, so the moment the process
 * began is kept beside it.
 */
export type Identity = { pid: number; since: string }

/** How a server is told to end. */
export type EndSignal = 'SIGINT' | 'SIGTERM' | 'SIGKILL'

/** The identity of a running process; undefined where there is none with that number, or only a dead one nobody has collected. */
export function findIdentity(pid: number): Identity | undefined {
  const since = findSince(pid)
  return since === undefined ? undefined : { pid, since }
}

/** Whether this very process still runs. */
export function isRunning(identity: Identity): boolean {
  return findSince(identity.pid) === identity.since
}

/**
 * Ends one process by its own number: the signal first, SIGKILL after the grace. Does nothing where the number has passed to
 * somebody else. Answers once the process is gone.
 */
export async function stopProcess(identity: Identity, signal: EndSignal, graceMs: number): Promise<'gone' | 'killed'> {
  if (!send(identity, signal)) return 'gone'
  if (await waitGone(identity, graceMs)) return 'gone'
  send(identity, 'SIGKILL')
  await waitGone(identity, 10_000)
  return 'killed'
}

/** Waits until the process is gone; false where it still runs after `limitMs`. */
export async function waitGone(identity: Identity, limitMs: number): Promise<boolean> {
  const until = performance.now() + limitMs
  while (isRunning(identity)) {
    if (performance.now() > until) return false
    await pause(25)
  }
  return true
}

function send(identity: Identity, signal: EndSignal): boolean {
  if (!isRunning(identity)) return false
  try {
    kill(identity.pid, signal)
    return true
  } catch {
    return false
  }
}

/** What a running process was started with; undefined where there is none. */
export function findCommandLine(pid: number): string | undefined {
  if (findIdentity(pid) === undefined) return undefined
  try {
    if (platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return undefined
  }
}

/** When the process began, in the machine's own terms: clock ticks since a named boot on Linux, the start date elsewhere. */
function findSince(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The program's name stands in brackets and may hold spaces and brackets; the fields after it are counted from the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`
  } catch {
    return platform === 'linux' ? undefined : findStartDate(pid)
  }
}

function findStartDate(pid: number): string | undefined {
  try {
    const [state, ...date] = execFileSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(/\s+/)
    return state === undefined || state.startsWith('Z') ? undefined : date.join(' ')
  } catch {
    return undefined
  }
}
