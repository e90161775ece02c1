import process from 'node:process'
import { DefaultLogger, Runtime } from '@temporalio/worker'

/** Keeps the worker's own notices off the terminal; what goes wrong is still told. Call it before anything of Temporal starts. */
export function quietTemporal(): void {
  Runtime.install({
    logger: new DefaultLogger('WARN', ({ level, message }) => {
      // The time-skipping server does not advertise what an ordinary one does; nothing here needs it.
      if (message.includes('heartbeat')) return
      process.stderr.write(`${level} ${message}\n`)
    }),
    telemetryOptions: { logging: { filter: 'temporalio_sdk_core=ERROR', forward: {} } },
  })
}
