import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Client } from '@temporalio/client'
import type { Logger } from 'pino'
import { createMailer } from '#activities/mailer.ts'
import { openKeys } from '#activities/signing/open-keys.ts'
import { createApi } from '#api/app.ts'
import type { OfficeClock } from '#api/dependencies.ts'
import { serveWeb } from '#api/web-files.ts'
import { createDelivery, createStarter } from '#api/starter.ts'
import type { Rehearsal } from '#api/rehearsal.ts'
import type { Config } from '#schemas/config.ts'
import type { Store } from '#store/db.ts'
import { keepOfficeDays } from '#worker/office-days.ts'
import { startRelay } from '#worker/relay.ts'
import { createRetry } from '#worker/retry-incident.ts'
import { keepWatch } from '#worker/watch.ts'
import { startWorker, type RunningWorker, type WorkerOptions } from '#worker/start-worker.ts'
import { getDataRoot } from './servers/data-root.ts'

/** What every door stands on. */
export type Grounds = {
  readonly config: Config
  readonly store: Store
  readonly temporal: Client
  readonly officeClock: OfficeClock
  readonly log: Logger
  /** Where time is skipped. */
  readonly rehearsal?: Rehearsal
}

/** Every process's drawing by its stem, as BPMN 2.0 XML. */
export function readDrawings(): { [stem: string]: string } {
  const folder = join(import.meta.dirname, '..', 'workflows')
  const files = readdirSync(folder).filter((name) => name.endsWith('.bpmn'))
  return Object.fromEntries(files.map((name) => [basename(name, '.bpmn'), readFileSync(join(folder, name), 'utf8')]))
}

/** Opens the HTTP door; answers its address when it listens. Throws one sentence when the port is taken. */
export async function openApi(grounds: Grounds): Promise<{ readonly url: string; close(): Promise<void> }> {
  const { HOST, PORT } = grounds.config
  const delivery = createDelivery(grounds)
  const retryIncident = createRetry({ ...grounds, delivery, patience: delivery.patience })
  const app = createApi({ ...grounds, drawings: readDrawings(), retryIncident })
  serveWeb(app, join(import.meta.dirname, '..', 'dist', 'web'))
  const server = await new Promise<Server>((resolve, reject) => {
    const listening: Server = app.listen(PORT, HOST, (error?: Error) => (error ? reject(portTrouble(error, PORT)) : resolve(listening)))
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function portTrouble(error: Error, port: number): Error {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') return error
  return new Error(`Port ${port} is in use by another program; stop it, or choose another with PORT=${port + 1} npm start.`)
}

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
  const keys = await openKeys(config, join(data, 'signing-keys'))
  const rareFonts = config.RARE_FONTS ?? []
  const post = { mailer, keys, rareFonts, ...(publicUrl === undefined ? {} : { publicUrl }) }
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
