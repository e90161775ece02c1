import { setTimeout as pause } from 'node:timers/promises'

/** One matter driven to its end by one client; answers the milliseconds from each completion to the next task's being visible. */
export type Trial = () => Promise<number[]>

/** What one run of a side gave. */
export type Run = {
  readonly mattersPerSecond: number
  /** Median milliseconds from a completion to the next task's being visible. */
  readonly p50: number
}

/** Runs `matters` matters by `clients` clients that each go on to the next as soon as they are done. */
export async function runTrials(trials: readonly Trial[], clients: number, matters: number): Promise<Run> {
  const waits: number[] = []
  let begun = 0
  const start = performance.now()
  const work = async (trial: Trial): Promise<void> => {
    while (begun < matters) {
      begun += 1
      waits.push(...(await trial()))
    }
  }
  await Promise.all(trials.slice(0, clients).map(work))
  return { mattersPerSecond: (matters * 1000) / (performance.now() - start), p50: median(waits) }
}

/** Milliseconds between two looks, as a page that waits would keep them: a client that never rests takes the processors from both sides. */
const betweenLooks = 5

/** Looks at once, and again and again, until it is so. */
export async function untilSeen(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(betweenLooks)
}

/** The middle value; the mean of the two middle ones where there are two. Throws on none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  if (upper === undefined || lower === undefined) throw new Error('There is no median of nothing')
  return (upper + lower) / 2
}
