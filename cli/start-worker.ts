import { join } from 'node:path'
import process from 'node:process'
import { quietTemporal } from './quiet.ts'
import { openWorker } from './open-worker.ts'
import { openGrounds } from './real-servers.ts'
import { connectWorker } from './temporal-connection.ts'
import { runCommand, untilStopped } from './until-stopped.ts'
import { getWorkflowBundle } from './workflow-bundle.ts'

/** `npm run start:worker`: stories and deeds alone, on servers of one's own; any number of them. */
quietTemporal()
await runCommand(async () => {
  const stopped = untilStopped()
  const { grounds, temporalAddress, close } = await openGrounds(process.env)
  try {
    const bundle = await getWorkflowBundle(join(import.meta.dirname, '..', 'dist'))
    const connection = await connectWorker(temporalAddress, grounds.config)
    try {
      const worker = await openWorker(grounds, { connection, bundle })
      process.stdout.write('Conveyance worker is at work\n')
      await Promise.race([stopped, worker.ended])
      await worker.stop()
    } finally {
      await connection.close()
    }
  } finally {
    await close()
  }
})
