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

/** Runs a command's main function; a trouble we know is told in its own words, without a stack. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main()
  } catch (error) {
    process.stderr.write(`\n${tell(error)}\n`)
    process.exitCode = 1
  }
}

function tell(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('remedy' in error) return `${error.message}\n${String(error.remedy)}`
  const isOurs = error.name === 'ConfigFault' || error.message.startsWith('Port ')
  return isOurs ? error.message : (error.stack ?? error.message)
}
