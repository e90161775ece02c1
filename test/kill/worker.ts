import process from 'node:process'
import { createDrawingPool } from '#activities/drawing-pool.ts'
import { createMailer } from '#activities/mailer.ts'
import { createActivities, type Activities } from '#activities/registry.gen.ts'
import { createDelivery, createStarter } from '#api/starter.ts'
import { openGrounds } from '#cli/real-servers.ts'
import { createWorker } from '#worker/create-worker.ts'
import { startRelay } from '#worker/relay.ts'

/**
 * The worker of the kill test: the product's own parts, with one thing put around the activity that writes the record. After
 * SIGHUP it kills its own process as soon as an action is committed, before Temporal hears of it.
 */
let isArmed = false
process.on('SIGHUP', () => {
  isArmed = true
})

function dieAfter(recordAction: Activities['recordAction']): Activities['recordAction'] {
  return async (call) => {
    const answer = await recordAction(call)
    if (isArmed) process.kill(process.pid, 'SIGKILL')
    return answer
  }
}

const [codePath = '', mailFolder = ''] = process.argv.slice(2)
const { grounds, native } = await openGrounds(process.env)
const { config, store } = grounds
const mailer = createMailer({ ...config, folder: mailFolder })
const activities = createActivities({ store, pool: createDrawingPool({ size: 1 }), startMatter: createStarter(grounds), mailer })
const worker = await createWorker({
  connection: native,
  namespace: config.TEMPORAL_NAMESPACE,
  taskQueue: config.TASK_QUEUE,
  bundle: { codePath },
  activities: { ...activities, recordAction: dieAfter(activities.recordAction) },
})
startRelay({ ...grounds, mailer, delivery: createDelivery(grounds) })
process.stdout.write('Kill-test worker is at work\n')
await worker.run()
