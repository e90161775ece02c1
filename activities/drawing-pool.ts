import { Worker } from 'node:worker_threads'
import type { Paper } from '#templates/block.ts'
import type { Drawn, ThreadData } from './drawing-worker.ts'

/** Threads that draw papers, so that drawing never holds up the thread that keeps the record. */
export type DrawingPool = {
  /** Draws a paper; rejects when the drawing fails or its thread dies, and then for this paper alone. */
  readonly draw: (paper: Paper) => Promise<Uint8Array>
  /** Ends the threads after the papers already ordered; later orders are rejected. */
  readonly close: () => Promise<void>
}

/**
 * `size` threads at most; `rareFonts` are further TrueType files, none but those named: a paper's bytes do not depend on what a machine
 * happens to have; `thread` is the file a thread runs.
 */
export type PoolOptions = { readonly size: number; readonly rareFonts?: readonly string[]; readonly thread?: URL }

type Job = { readonly paper: Paper; readonly resolve: (bytes: Uint8Array) => void; readonly reject: (error: Error) => void }

type Seat = { readonly worker: Worker; job: Job | undefined }

/** The thread's own file: TypeScript beside TypeScript, JavaScript beside JavaScript. */
function threadFile(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './drawing-worker.ts' : './drawing-worker.js', import.meta.url)
}

function startThread(file: URL, data: ThreadData): Worker {
  // The parent's own flags (a test runner's, a loader's) are not the thread's.
  const options = { workerData: data, execArgv: [] }
  if (!file.pathname.endsWith('.ts')) return new Worker(file, options)
  // Node runs no TypeScript by itself, and a loader registered in the parent does not reach its threads.
  const loader = import.meta.resolve('tsx/esm/api')
  const start = `import(${JSON.stringify(loader)}).then((tsx) => (tsx.register(), import(${JSON.stringify(file.href)})))`
  return new Worker(start, { ...options, eval: true })
}

function settle(job: Job, drawn: Drawn): void {
  if ('bytes' in drawn) job.resolve(drawn.bytes)
  else job.reject(new Error(`The paper ${job.paper.documentNumber} could not be drawn: ${drawn.failed}`))
}

/** The seats of the drawing threads and the papers that wait for one. */
function createSeats(start: () => Worker, size: number) {
  const seats = new Set<Seat>()
  const queue: Job[] = []
  const give = (seat: Seat, job: Job | undefined): void => {
    seat.job = job
    // Only a thread at work keeps the process alive.
    if (!job) return seat.worker.unref()
    seat.worker.ref()
    seat.worker.postMessage(job.paper)
  }
  const open = (): Seat => {
    const seat: Seat = { worker: start(), job: undefined }
    let cause: unknown
    seat.worker.on('message', (drawn: Drawn) => {
      if (seat.job) settle(seat.job, drawn)
      give(seat, queue.shift())
    })
    seat.worker.on('error', (error) => (cause = error))
    seat.worker.on('exit', (code) => {
      seats.delete(seat)
      seat.job?.reject(new Error(`The drawing thread died (exit code ${code})`, { cause }))
      // Each death takes one paper with it: a thread that cannot even start empties the queue instead of starting for ever.
      const next = queue.shift()
      if (next) give(open(), next)
    })
    seats.add(seat)
    return seat
  }
  const order = (job: Job): void => {
    const idle = [...seats].find((seat) => seat.job === undefined)
    if (idle) give(idle, job)
    else if (seats.size < size) give(open(), job)
    else queue.push(job)
  }
  return { order, end: () => Promise.all([...seats].map((seat) => seat.worker.terminate())) }
}

/** Makes a pool; threads start with the first papers and are replaced when they die. */
export function createDrawingPool({ size, rareFonts = [], thread = threadFile() }: PoolOptions): DrawingPool {
  const seats = createSeats(() => startThread(thread, { rareFonts }), size)
  const running = new Set<Promise<void>>()
  let closed = false
  const draw = (paper: Paper): Promise<Uint8Array> => {
    if (closed) return Promise.reject(new Error('The drawing pool is closed'))
    const drawing = new Promise<Uint8Array>((resolve, reject) => seats.order({ paper, resolve, reject }))
    const done: Promise<void> = drawing.then(
      () => void running.delete(done),
      () => void running.delete(done),
    )
    running.add(done)
    return drawing
  }
  const close = async (): Promise<void> => {
    closed = true
    await Promise.all(running)
    await seats.end()
  }
  return { draw, close }
}
