import { availableParallelism } from 'node:os'
import type { Client } from '@temporalio/client'
import type { ActivityInterceptorsFactory, NativeConnection, WorkflowBundleOption } from '@temporalio/worker'
import { createDrawingPool } from '#activities/drawing-pool.ts'
import type { Mailer } from '#activities/mailer.ts'
import type { KeyStore } from '#activities/signing/key-store.ts'
import { createActivities } from '#activities/registry.gen.ts'
import type { StartMatter } from '#domain/matter-to-open.ts'
import type { Store } from '#store/db.ts'
import { createWorker } from './create-worker.ts'
import { reportFailing } from './report-failing.ts'

export type WorkerOptions = {
  readonly store: Store
  readonly client: Client
  readonly connection: NativeConnection
  readonly namespace: string
  readonly taskQueue: string
  readonly bundle: WorkflowBundleOption
  readonly startMatter: StartMatter
  readonly mailer: Mailer
  /** The keys by which papers are signed. */
  readonly keys: KeyStore
  /** Address of the program for people, named in mail. */
  readonly publicUrl?: string
  /** Processes that draw papers; one less than the processors, and one at least, when absent. */
  readonly drawingProcesses?: number
  /** TrueType files for characters that the program's own fonts lack. */
  readonly rareFonts?: readonly string[]
  /** Lines of a story's stack that its errors show; none when absent. */
  readonly storyFrames?: number
  /** Failed attempts at a deed that make an incident. */
  readonly tries?: number
  /** What else stands around every deed. */
  readonly interceptors?: readonly ActivityInterceptorsFactory[]
}

export type RunningWorker = {
  /** Rejects when the worker fails. */
  readonly ended: Promise<void>
  /** Lets what runs finish, then stops. */
  stop(): Promise<void>
}

/** Starts a worker with its drawing processes. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { store, startMatter, mailer, keys, publicUrl, connection, namespace, taskQueue, bundle } = options
  const pool = createDrawingPool({
    size: options.drawingProcesses ?? Math.max(1, availableParallelism() - 1),
    rareFonts: options.rareFonts ?? [],
  })
  const activities = createActivities({ store, pool, startMatter, mailer, keys, ...(publicUrl === undefined ? {} : { publicUrl }) })
  const worker = await createWorker({
    connection,
    namespace,
    taskQueue,
    bundle,
    activities,
    storyFrames: options.storyFrames ?? 0,
    interceptors: [reportFailing(store, options.tries), ...(options.interceptors ?? [])],
  })
  const ended = worker.run()
  ended.catch(() => undefined)
  return {
    ended,
    async stop() {
      if (worker.getState() === 'RUNNING') worker.shutdown()
      await ended.catch(() => undefined)
      await pool.close()
    },
  }
}
