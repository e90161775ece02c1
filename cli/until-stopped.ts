import process from 'node:process'

/** npm passes on the signal that the terminal has sent to every program already: what comes this soon after is the same wish. */
const SAME_WISH_MS = 1_000

/** The part of a running program that signals reach. */
export type Signalled = { on(signal: NodeJS.Signals, hear: () => void): unknown; exit(code: number): unknown }

/** Settles at Ctrl-C or a polite kill; a second one, a second later, ends at once. */
export function untilStopped(program: Signalled = process, now: () => number = () => performance.now()): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let first: number | undefined
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      program.on(signal, () => {
        first ??= now()
        if (now() - first > SAME_WISH_MS) program.exit(130)
        resolve(signal)
      })
    }
  })
}

/** What somebody at the terminal no longer wants. */
class Stopped extends Error {}

/**
 * Work that a wish to stop cuts short: it throws, so that whoever opened something for it closes that in order. Servers that were only
 * being opened see that the program is gone and end in order themselves.
 */
export function unlessStopped<T>(work: Promise<T>, stopped: Promise<unknown>): Promise<T> {
  const cut = stopped.then((): never => {
    throw new Stopped('Stopped.')
  })
  return Promise.race([work, cut])
}

/**
 * Runs a command's main function; a trouble we know is told in its own words, without a stack, and ends the program: a runtime
 * that was set up and never used would keep it alive.
 */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main()
  } catch (error) {
    process.stderr.write(`\n${tell(error)}\n`)
    process.exit(error instanceof Stopped ? 130 : 1)
  }
}

function tell(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // A trouble with a server has its remedy in its message.
  if ('remedy' in error && error.name !== 'ServerTrouble') return `${error.message}\n${String(error.remedy)}`
  const isOurs =
    error instanceof Stopped || error.name === 'ConfigFault' || error.name === 'ServerTrouble' || error.message.startsWith('Port ')
  return isOurs ? error.message : (error.stack ?? error.message)
}
