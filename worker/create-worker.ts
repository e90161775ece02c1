import { setFlagsFromString } from 'node:v8'
import {
  Worker,
  type NativeConnection,
  type ActivityInterceptorsFactory,
  type WorkerOptions,
  type WorkflowBundleOption,
} from '@temporalio/worker'
import type { Activities } from '#activities/registry.gen.ts'

export type WorkerParts = {
  readonly connection: NativeConnection
  readonly namespace: string
  readonly taskQueue: string
  readonly bundle: WorkflowBundleOption
  readonly activities: Activities
  /** Lines of a story's stack that its errors show. */
  readonly storyFrames: number
  /** What stands around every deed beside the sign of life. */
  readonly interceptors?: readonly ActivityInterceptorsFactory[]
}

/** A worker for every story and deed; the caller runs and stops it. */
export async function createWorker({
  connection,
  namespace,
  taskQueue,
  bundle,
  activities,
  storyFrames,
  interceptors = [],
}: WorkerParts): Promise<Worker> {
  const options: WorkerOptions = {
    connection,
    namespace,
    taskQueue,
    workflowBundle: bundle,
    activities,
    maxCachedWorkflows: 1000,
    maxConcurrentLocalActivityExecutions: 50,
    maxConcurrentActivityTaskExecutions: 20,
    // A worker that dies leaves its matters waiting for it that long; ten seconds, the default, is longer than a person waits.
    stickyQueueScheduleToStartTimeout: '3s',
    interceptors: { activity: [sayAlive, ...interceptors] },
    shutdownGraceTime: '5s',
  }
  return withFrames(storyFrames, () => Worker.create(options))
}

/** Lines of a stack that V8 keeps unless told otherwise. */
const usualFrames = 10

/**
 * The stories' isolate takes over how many lines a stack has when it is made. Temporal writes down where every promise of a story was
 * made, for a query that nobody asks in the office: with ten lines each, that is four fifths of what telling a story costs.
 */
async function withFrames<T>(frames: number, make: () => Promise<T>): Promise<T> {
  setFlagsFromString(`--stack-trace-limit=${frames}`)
  try {
    return await make()
  } finally {
    setFlagsFromString(`--stack-trace-limit=${usualFrames}`)
  }
}

/** Milliseconds between two signs of life of a deed; several go into its heartbeat time-out. */
const heartbeatEvery = 4_000

/** A running deed says that it lives for as long as its worker does. */
const sayAlive: ActivityInterceptorsFactory = (context) =>
  // A local one is part of the story's own task, which ends with its worker.
  context.info.isLocal
    ? {}
    : {
        inbound: {
          async execute(input, next) {
            const timer = setInterval(() => context.heartbeat(), heartbeatEvery)
            try {
              return await next(input)
            } finally {
              clearInterval(timer)
            }
          },
        },
      }
