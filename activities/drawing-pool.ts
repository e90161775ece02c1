import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { constants, getPriority, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Paper } from '#templates/block.ts'
import type { Drawn } from './drawing-worker.ts'

/** Processes that draw papers, so that drawing never holds up the one that keeps the record. */
export type DrawingPool = {
  /** Draws a paper; rejects when the drawing fails or its process dies, and then for this paper alone. */
  readonly draw: (paper: Paper) => Promise<Uint8Array>
  /** Ends the processes after the papers already ordered; later orders are rejected. */
  readonly close: () => Promise<void>
}

/**
 * `size` processes at most; `rareFonts` are further TrueType files, none but those named: a paper's bytes do not depend on what a machine
 * happens to have; `drawer` is the file a process runs.
 */
export type PoolOptions = { readonly size: number; readonly rareFonts?: readonly string[]; readonly drawer?: URL }

type Job = { readonly paper: Paper; readonly resolve: (bytes: Uint8Array) => void; readonly reject: (error: Error) => void }

type Seat = { readonly child: ChildProcess; job: Job | undefined }

/** The process's own file: TypeScript beside TypeScript, JavaScript beside JavaScript. */
function drawerFile(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './drawing-worker.ts' : './drawing-worker.js', import.meta.url)
}

/**
 * A process and not a thread: threads share helpers, which clear the drawing's memory and compile it before everybody else's work.
 * All of a process can step back: a paper can wait, whoever completes a task should not.
 */
function startDrawer(file: URL, rareFonts: readonly string[]): ChildProcess {
  // Node runs no TypeScript by itself. The parent's own flags (a test runner's, a loader's) are not the child's.
  const execArgv = file.pathname.endsWith('.ts') ? ['--import', import.meta.resolve('tsx/esm')] : []
  const stdio = ['ignore', 'inherit', 'inherit', 'ipc'] as const
  const child = fork(fileURLToPath(file), rareFonts, { execArgv, serialization: 'advanced', stdio: [...stdio] })
  // So early that its helpers, which it has yet to make, inherit it.
  if (child.pid !== undefined) setPriority(child.pid, Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL))
  return child
}

/** Only a process at work keeps this one alive. */
function hold(child: ChildProcess): void {
  child.ref()
  child.channel?.ref()
}

function letGo(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
}

function settle(job: Job, drawn: Drawn): void {
  if ('bytes' in drawn) job.resolve(drawn.bytes)
  else job.reject(new Error(`The paper ${job.paper.documentNumber} could not be drawn: ${drawn.failed}`))
}

/** The seats of the drawing processes and the papers that wait for one. */
function createSeats(start: () => ChildProcess, size: number) {
  const seats = new Set<Seat>()
  const queue: Job[] = []
  const give = (seat: Seat, job: Job | undefined): void => {
    seat.job = job
    if (!job) return letGo(seat.child)
    hold(seat.child)
    // Where the paper cannot be handed over the process is dying, and its end says so.
    seat.child.send(job.paper, () => undefined)
  }
  const open = (): Seat => {
    const seat: Seat = { child: start(), job: undefined }
    const leave = (why: string, cause?: Error): void => {
      seats.delete(seat)
      seat.job?.reject(new Error(`The drawing process died (${why})`, { cause }))
      // Each death takes one paper with it: a process that cannot even start empties the queue instead of starting for ever.
      const next = queue.shift()
      if (next) give(open(), next)
    }
    seat.child.on('message', (drawn: Drawn) => {
      if (seat.job) settle(seat.job, drawn)
      give(seat, queue.shift())
    })
    seat.child.on('error', (error) => {
      if (seat.child.pid === undefined) leave('not started', error)
    })
    seat.child.on('exit', (code, signal) => leave(signal ?? `exit code ${code}`))
    seats.add(seat)
    return seat
  }
  const order = (job: Job): void => {
    const idle = [...seats].find((seat) => seat.job === undefined)
    if (idle) give(idle, job)
    else if (seats.size < size) give(open(), job)
    else queue.push(job)
  }
  return { order, end: () => Promise.all([...seats].map((seat) => endDrawer(seat.child))) }
}

async function endDrawer(child: ChildProcess): Promise<void> {
  hold(child)
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

/** Makes a pool; processes start with the first papers and are replaced when they die. */
export function createDrawingPool({ size, rareFonts = [], drawer = drawerFile() }: PoolOptions): DrawingPool {
  const seats = createSeats(() => startDrawer(drawer, rareFonts), size)
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
