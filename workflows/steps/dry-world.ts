import type { Action, ActionFacts, ActionKind, IssuedPaper } from '#domain/action.ts'
import type { Calendar } from '#domain/calendar.ts'
import { completeFacts, type Drafted } from '#domain/complete-facts.ts'
import type { MatterId } from '#domain/state.ts'
import type { MatterInput } from '#workflows/messages.ts'
import type { World } from './world.ts'

/** Thrown to a story that would go on as a fresh run. */
export class Renewed extends Error {
  override name = 'Renewed'
  readonly input: MatterInput

  constructor(input: MatterInput) {
    super('Renewed')
    this.input = input
  }
}

/** A world in which nothing is written, nothing is done outside, and no time passes. */
export type DryWorld = World & {
  /** What would have been recorded. */
  readonly actions: readonly Action[]
  /** Steps whose outside deed would be done, and whose answer nobody knows beforehand. */
  readonly unforeseen: readonly string[]
  /** Lets the story go on until it waits for somebody, for a day or for such a deed, or has ended. */
  settle(): Promise<void>
}

/** Rounds of the microtask queue without a sign of the story after which it waits: its signs are a few rounds apart. */
const stillness = 200

/** Actions after which a story that follows from one act is at fault. */
const most = 500

/** What such a world knows: the facts of an action to be recorded, the answers of outside deeds; undefined where nobody knows them. */
type Known = { facts(drafted: Drafted): ActionFacts[ActionKind] | undefined; readonly services: Partial<Services> }

/** A world whose days are computed with `calendar`, by the function that computes them when they are recorded. */
export function createDryWorld(calendar: Calendar): DryWorld {
  return createWorld({
    facts: ({ draft, request }) => (request === undefined ? draft.facts : completeFacts(draft, request, calendar)),
    services: foreseen,
  })
}

/**
 * A world that goes no further than what `joins` takes: nothing is done outside, and no day is known. `still` is the world's in
 * which it is imagined.
 */
export function createForesight(joins: (drafted: Drafted) => boolean, still: World['still']): DryWorld {
  return createWorld({ facts: (drafted) => (joins(drafted) ? drafted.draft.facts : undefined), services: {} }, still)
}

function createWorld(known: Known, told?: World['still']): DryWorld {
  const actions: Action[] = []
  const unforeseen: string[] = []
  const { sign, ...room } = createWaitingRoom(told)
  return {
    ...room,
    actions,
    unforeseen,
    async recordAction({ after, draft, request }) {
      sign()
      if (actions.length === most) throw new Error(`More than ${most} actions would follow from one`)
      const facts = known.facts({ draft, ...(request === undefined ? {} : { request }) })
      if (facts === undefined) return never()
      const recorded = { seq: after + 1, at: draft.at, on: draft.on, facts }
      actions.push({ ...draft, ...recorded } as Action)
      return { missed: [], recorded }
    },
    services: createDryServices(known.services, (step) => {
      sign()
      unforeseen.push(step)
    }),
    isLong: () => false,
    answered: () => Promise.resolve(),
    renew: (input) => Promise.reject(new Renewed(input)),
  }
}

function never(): Promise<never> {
  return new Promise(() => {})
}

/**
 * Where a story waits while no time passes: it is let go on when what it waits for has come about. Where nobody is to tell that
 * all is still, the story's own signs do.
 */
function createWaitingRoom(told?: World['still']): Pick<DryWorld, 'condition' | 'still' | 'settle'> & { sign(): void } {
  let waiting: { readonly fulfilled: () => boolean; readonly release: () => void }[] = []
  let signs = 0
  const sign = () => {
    signs += 1
  }
  const becomeStill = async () => {
    // In the answer to a question nobody looks after conditions.
    for (let seen = signs, rounds = 0; rounds < stillness; rounds = seen === signs ? rounds + 1 : 0) {
      seen = signs
      await Promise.resolve()
    }
  }
  const still = told ?? becomeStill
  return {
    sign,
    still,
    condition(fulfilled) {
      sign()
      if (fulfilled()) return Promise.resolve(true)
      return new Promise((resolve) => waiting.push({ fulfilled, release: () => resolve(true) }))
    },
    async settle() {
      for (;;) {
        await still()
        const ready = waiting.find((one) => one.fulfilled())
        if (ready === undefined) return
        waiting = waiting.filter((one) => one !== ready)
        ready.release()
      }
    },
  }
}

type Services = World['services']

/** Deeds whose answer is of a known form; every other is left undone, and its story waits. */
const foreseen: Partial<Services> = {
  issueDocument: async ({ matter, step, template, number }) => paperOf(`${matter}/${step}`, template, number),
  signPaper: async ({ matter, step, paper }) => ({ ...paper, id: `${matter}/${step}` }),
  openMatter: async () => ({ id: 'to-be-opened' as MatterId, number: '' }),
  eraseContent: async () => undefined,
  // Likeness is for the checker to judge; where the story goes does not depend on it.
  findSimilar: async () => ({ similar: [] }),
}

function paperOf(id: string, template: string, number: string): IssuedPaper {
  return { id, template, number, sha256: '', readings: [] }
}

function createDryServices(known: Partial<Services>, leaveUndone: (step: string) => void): Services {
  return new Proxy(known as Services, {
    get(answers, name: keyof Services) {
      if (Object.hasOwn(answers, name)) return answers[name]
      return ({ step }: { readonly step?: string }) => {
        leaveUndone(step ?? name)
        return never()
      }
    },
  })
}
