import { join } from 'node:path'
import { createMailer } from '#activities/mailer.ts'
import { createDelivery, createStarter } from '#api/starter.ts'
import { keepOfficeDays } from '#worker/office-days.ts'
import { startRelay } from '#worker/relay.ts'
import { startWorker, type RunningWorker, type WorkerOptions } from '#worker/start-worker.ts'
import { keepWatch } from '#worker/watch.ts'
import type { Grounds } from './house.ts'
import { getDataRoot } from './servers/data-root.ts'
import { openSigningKeys } from './signing-keys.ts'

/** Starts the worker, the relay that brings every unanswered command and telling to its place, and the watch for what hangs. */
export async function openWorker(
  grounds: Grounds,
  temporal: Pick<WorkerOptions, 'connection' | 'bundle' | 'interceptors'>,
): Promise<RunningWorker> {
  const { config, store, temporal: client } = grounds
  const startMatter = createStarter(grounds)
  const { TEMPORAL_NAMESPACE: namespace, TASK_QUEUE: taskQueue, PUBLIC_URL: publicUrl } = config
  const data = config.CONVEYANCE_DATA ?? getDataRoot()
  const mailer = createMailer({ ...config, folder: join(data, 'mail') })
  const keys = await openSigningKeys(config)
  const rareFonts = config.RARE_FONTS ?? []
  const post = { mailer, keys, rareFonts, storyFrames: config.STORY_FRAMES, ...(publicUrl === undefined ? {} : { publicUrl }) }
  const worker = await startWorker({ store, client, namespace, taskQueue, startMatter, ...post, ...temporal })
  const relay = startRelay({ ...grounds, mailer, delivery: createDelivery(grounds) })
  const watch = keepWatch(grounds)
  const officeDays = keepOfficeDays({ ...grounds, taskQueue, clockOffset: grounds.officeClock.offset })
  return {
    ended: worker.ended,
    async stop() {
      await officeDays.stop()
      await watch.stop()
      await relay.stop()
      await worker.stop()
      mailer.close()
    },
  }
}
