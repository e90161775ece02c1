import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { pid as ownPid } from 'node:process'
import { findIdentity, stopProcess } from './identity.ts'
import type { EndSignal, Identity } from './identity.ts'

/** Sets `found` to the parent of process $1, or to nothing. Without a new process each second where the system has /proc. */
export const PARENT_OF = `parent_of() {
  found=
  if [ -d /proc/self ]; then
    while read -r key value rest; do
      if [ "$key" = PPid: ]; then found=$value; break; fi
    done < "/proc/$1/status"
  else
    found=$(ps -o ppid= -p "$1" | tr -d ' ')
  fi
}`

/**
 * Shell text that runs a server and ends it when the process that wanted it is gone, however it went: a killed run leaves nothing
 * behind. A small watcher, itself a child of the server, looks once a second. As long as it is the server's child, the number is the
 * server's and nobody else's, so it cannot hit a stranger. Arguments: parent, signal, seconds of grace, the command.
 */
export const KEEPER = `parent=$1 signal=$2 grace=$3
shift 3
${PARENT_OF}
(
  self=$(exec sh -c 'echo $PPID')
  while sleep 1; do
    parent_of "$self"
    [ "$found" = "$$" ] || exit 0
    parent_of "$$"
    [ "$found" = "$parent" ] && continue
    kill -s "$signal" "$$"
    while [ "$grace" -gt 0 ]; do
      sleep 1
      parent_of "$self"
      [ "$found" = "$$" ] || exit 0
      grace=$((grace - 1))
    done
    kill -s KILL "$$"
    exit 0
  done
) </dev/null >/dev/null 2>&1 &
exec "$@"`

export type KeptOptions = {
  command: string
  args: readonly string[]
  cwd: string
  env: Record<string, string | undefined>
  /** How the server is told to end in good order. */
  signal: EndSignal
  graceSeconds: number
  user?: { uid: number; gid: number }
  log: (line: string) => void
}

/** A server of ours: its identity, the last lines it wrote, and its end. */
export type KeptChild = {
  identity: Identity
  /** The last lines written, for the sentence that explains a failed start. */
  lines: readonly string[]
  /** Settles when the process has ended, with what it ended on. */
  ended: Promise<string>
  hasEnded(): boolean
  stop(): Promise<void>
}

const KEPT_LINES = 60

/**
 * Starts a server that does not outlive this process. It stands in a process group of its own, so that Ctrl-C reaches only us and
 * we end it in order.
 */
export function startKept(options: KeptOptions): KeptChild {
  const signal = options.signal.slice('SIG'.length)
  const args = ['-c', KEEPER, 'sh', String(ownPid), signal, String(options.graceSeconds), options.command, ...options.args]
  const child = spawn('/bin/sh', args, {
    cwd: options.cwd,
    env: options.env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options.user,
  })
  const lines: string[] = []
  keepLines(child, lines, options.log)
  let over = false
  const ended = new Promise<string>((resolve) => {
    const end = (how: string): void => {
      over = true
      resolve(how)
    }
    child.on('error', (error) => end(error.message))
    child.on('exit', (code, by) => end(by === null ? `code ${code}` : `signal ${by}`))
  })
  const identity = (child.pid === undefined ? undefined : findIdentity(child.pid)) ?? { pid: child.pid ?? 0, since: 'never' }
  return {
    identity,
    lines,
    ended,
    hasEnded: () => over,
    stop: async () => {
      if (!over) await stopProcess(identity, options.signal, options.graceSeconds * 1000)
      await ended
    },
  }
}

function keepLines(child: ChildProcess, lines: string[], log: (line: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    let rest = ''
    stream?.setEncoding('utf8').on('data', (text: string) => {
      const parts = (rest + text).split('\n')
      rest = parts.pop() ?? ''
      for (const line of parts) {
        lines.push(line)
        if (lines.length > KEPT_LINES) lines.shift()
        log(line)
      }
    })
  }
}
