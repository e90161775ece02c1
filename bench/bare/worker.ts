import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import { Pool } from 'pg'
import { emptySourceMap } from '#worker/bundle.ts'
import { createBareActivities } from './activities.ts'
import { bareQueue } from './queue.ts'

/** The worker of the bare side, in a process of its own as the product's is; its bundle goes without a source map as well. */
const logger = new DefaultLogger('WARN')
Runtime.install({ logger })
const connection = await NativeConnection.connect({ address: process.env['TEMPORAL_ADDRESS'] ?? '' })
const { code } = await bundleWorkflowCode({ workflowsPath: fileURLToPath(new URL('workflow.ts', import.meta.url)), logger })
const worker = await Worker.create({
  connection,
  taskQueue: bareQueue,
  workflowBundle: { code: emptySourceMap(code) },
  activities: createBareActivities(new Pool({ connectionString: process.env['BARE_DATABASE_URL'] })),
  maxCachedWorkflows: 1000,
  maxConcurrentLocalActivityExecutions: 50,
})
process.stdout.write('Bare worker is at work\n')
await worker.run()
