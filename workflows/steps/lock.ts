/** A matter's lock: whoever changes it waits his turn, in the order of asking. */
export type Lock = { run<T>(work: () => Promise<T>): Promise<T> }

/** Makes a lock; work that throws releases it. */
export function createLock(): Lock {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run(work) {
      const turn = last.then(work, work)
      last = turn.catch(() => undefined)
      return turn
    },
  }
}
