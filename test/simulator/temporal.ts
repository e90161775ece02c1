/**
 * Stands in for `@temporalio/workflow` in pure tests of stories: one matter at a time, on a virtual clock that moves only
 * when nothing else can. The words in `workflows/steps/` are the only importers, so whole processes run here in milliseconds.
 */
type Waiter = { readonly fulfilled: () => boolean; readonly until: number; readonly resolve: (fulfilled: boolean) => void }
type Handler = (...args: never[]) => unknown

export class World {
  now: number
  waiters: Waiter[] = []
  handlers = new Map<string, { handler: Handler; validator?: Handler }>()
  running = 0
  readonly activities: { readonly [name: string]: (input: never) => Promise<unknown> }

  constructor(now: number, activities: World['activities']) {
    this.now = now
    this.activities = activities
  }

  /** Lets everything that can go on go on, without time passing. */
  async settle(): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve))
      const ready = this.waiters.find((waiter) => waiter.fulfilled())
      if (ready === undefined) return
      this.release(ready, true)
    }
  }

  /** When the next timer is due; undefined when none is set. */
  nextAlarm(): number | undefined {
    const due = this.waiters.map((waiter) => waiter.until).filter((until) => Number.isFinite(until))
    return due.length === 0 ? undefined : Math.min(...due)
  }

  /** Moves the clock to the next timer and lets it fire. */
  async advance(): Promise<void> {
    const next = this.nextAlarm()
    if (next === undefined) throw new Error('Nothing is due: the story waits for a message that nobody sends')
    this.now = Math.max(this.now, next)
    const due = this.waiters.find((waiter) => waiter.until <= this.now)
    if (due !== undefined) this.release(due, false)
    await this.settle()
  }

  /** Moves the clock to an instant; every timer due on the way fires at its own. */
  async advanceTo(instant: number): Promise<void> {
    for (let next = this.nextAlarm(); next !== undefined && next <= instant; next = this.nextAlarm()) await this.advance()
    this.now = Math.max(this.now, instant)
  }

  /** Sends an update as a client would: validator first, then the handler. */
  async update(name: string, ...args: unknown[]): Promise<unknown> {
    const known = this.handlers.get(name)
    if (known === undefined) throw new Error(`No handler for ${name}`)
    known.validator?.(...(args as never[]))
    this.running += 1
    const answer = (async () => known.handler(...(args as never[])))().finally(() => (this.running -= 1))
    answer.catch(() => undefined)
    await this.settle()
    return answer
  }

  private release(waiter: Waiter, fulfilled: boolean): void {
    this.waiters = this.waiters.filter((one) => one !== waiter)
    waiter.resolve(fulfilled)
  }
}

let world: World | undefined

/** Makes `next` the world in which the words run. */
export function enterWorld(next: World): void {
  world = next
}

function here(): World {
  if (world === undefined) throw new Error('No world: call enterWorld first')
  return world
}

export class ContinuedAsNew extends Error {
  readonly input: unknown

  constructor(input: unknown) {
    super('Continued as new')
    this.input = input
  }
}

export class ApplicationFailure extends Error {
  readonly type: string
  readonly details: unknown[]

  constructor(message: string, type: string, details: unknown[]) {
    super(message)
    this.type = type
    this.details = details
  }

  static nonRetryable(message: string, type: string, ...details: unknown[]): ApplicationFailure {
    return new ApplicationFailure(message, type, details)
  }
}

export function condition(fulfilled: () => boolean, timeout?: number): Promise<boolean> {
  if (fulfilled()) return Promise.resolve(true)
  const { now, waiters } = here()
  return new Promise((resolve) => waiters.push({ fulfilled, until: timeout === undefined ? Infinity : now + timeout, resolve }))
}

export function allHandlersFinished(): boolean {
  return here().running === 0
}

export function workflowInfo(): { continueAsNewSuggested: boolean } {
  return { continueAsNewSuggested: false }
}

export function continueAsNew(input: unknown): Promise<never> {
  return Promise.reject(new ContinuedAsNew(input))
}

export function defineUpdate(name: string): { name: string } {
  return { name }
}

export const defineQuery = defineUpdate
export const defineSignal = defineUpdate

export function setHandler(message: { name: string }, handler: Handler, options: { validator?: Handler } = {}): void {
  here().handlers.set(message.name, { handler, ...options })
}

export function proxyActivities(): unknown {
  return new Proxy({}, { get: (_, name: string) => (input: never) => activity(name)(input) })
}

export const proxyLocalActivities = proxyActivities

function activity(name: string): (input: never) => Promise<unknown> {
  const found = here().activities[name]
  if (found === undefined) throw new Error(`The simulated world has no activity ${name}`)
  return found
}

export class ActivityFailure extends Error {}
