import { existsSync } from 'node:fs'
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

/** `size` threads at most; `rareFonts` are further TrueType files; `thread` is the file a thread runs. */
export type PoolOptions = { readonly size: number; readonly rareFonts?: readonly string[]; readonly thread?: URL }

type Job = { readonly paper: Paper; readonly resolve: (bytes: Uint8Array) => void; readonly reject: (error: Error) => void }

type Seat = { readonly worker: Worker; job: Job | undefined }

// Fonts with the whole of CJK extension B that Debian packages; used where they are installed.
const installedRareFonts = ['/usr/share/fonts/truetype/hanazono/HanaMinA.ttf', '/usr/share/fonts/truetype/hanazono/HanaMinB.ttf']

/** TrueType files on this machine with characters that no packaged font has. */
export function listInstalledRareFonts(): string[] {
  return installedRareFonts.filter((path) => existsSync(path))
}

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

/** Makes a pool; threads start with the first papers and are replaced when they die. */
export function createDrawingPool({ size, rareFonts = listInstalledRareFonts(), thread = threadFile() }: PoolOptions): DrawingPool {
  const seats = new Set<Seat>()
  const queue: Job[] = []
  const running = new Set<Promise<unknown>>()
  let closed = false

  const work = (seat: Seat, job: Job): void => {
    seat.job = job
    // Only a thread at work keeps the process alive.
    seat.worker.ref()
    seat.worker.postMessage(job.paper)
  }
  const rest = (seat: Seat): void => {
    seat.job = undefined
    const next = queue.shift()
    if (next) work(seat, next)
    else seat.worker.unref()
  }
  const openSeat = (): Seat => {
    const seat: Seat = { worker: startThread(thread, { rareFonts }), job: undefined }
    let cause: unknown
    seat.worker.on('message', (drawn: Drawn) => {
      if (seat.job) settle(seat.job, drawn)
      rest(seat)
    })
    seat.worker.on('error', (error) => (cause = error))
    seat.worker.on('exit', (code) => {
      seats.delete(seat)
      seat.job?.reject(new Error(`The drawing thread died (exit code ${code})`, { cause }))
      const next = queue.shift()
      if (next) work(openSeat(), next)
    })
    seats.add(seat)
    return seat
  }
  const order = (job: Job): void => {
    const idle = [...seats].find((seat) => seat.job === undefined)
    if (idle) work(idle, job)
    else if (seats.size < size) work(openSeat(), job)
    else queue.push(job)
  }
  const draw = (paper: Paper): Promise<Uint8Array> => {
    if (closed) return Promise.reject(new Error('The drawing pool is closed'))
    const drawing = new Promise<Uint8Array>((resolve, reject) => order({ paper, resolve, reject }))
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
    await Promise.all([...seats].map((seat) => seat.worker.terminate()))
  }
  return { draw, close }
}
