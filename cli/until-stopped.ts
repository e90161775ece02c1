import process from 'node:process'

/** Settles at Ctrl-C or a polite kill; a second one ends at once. */
export function untilStopped(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(130))
        resolve(signal)
      })
    }
  })
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
    process.exit(1)
  }
}

function tell(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // A trouble with a server has its remedy in its message.
  if ('remedy' in error && error.name !== 'ServerTrouble') return `${error.message}\n${String(error.remedy)}`
  const isOurs = error.name === 'ConfigFault' || error.name === 'ServerTrouble' || error.message.startsWith('Port ')
  return isOurs ? error.message : (error.stack ?? error.message)
}
