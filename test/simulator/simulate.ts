import { vi } from 'vitest'
import type { Action } from '#domain/action.ts'
import { applyAction } from '#domain/apply.ts'
import type { Calendar } from '#domain/calendar.ts'
import type { Command, Order } from '#domain/command.ts'
import { completeFacts, type Drafted } from '#domain/complete-facts.ts'
import type { Actor, InstitutionId, PersonId } from '#domain/actor.ts'
import { instantOfDayStart, plainDay } from '#domain/day.ts'
import type { JsonObject } from '#domain/json.ts'
import type { ProcessPolicy } from '#domain/policy-slice.ts'
import { processes } from '#domain/registry.gen.ts'
import type { MatterId, MatterState } from '#domain/state.ts'
import { calendar2026 } from '#policy/calendar-2026.ts'
import { actUpdate, type MatterEnd, type MatterInput, type MatterSeed } from '#workflows/messages.ts'
import { keepTrail, readAction, textOf } from '../trails.ts'
import { createForeseen } from './foreseen.ts'
import { ContinuedAsNew, enterWorld, World } from './temporal.ts'

/** What somebody does next, seeing the state; `wait` lets the clock run to the next timer, `goTo` to nine o'clock of a day. */
export type Turn = { readonly actor: Actor; readonly order: Order } | { readonly goTo: string } | 'wait'

export type Simulation = {
  readonly story: (input: MatterInput) => Promise<MatterEnd>
  readonly process: string
  readonly data: JsonObject
  readonly openedBy: PersonId
  readonly policy: ProcessPolicy
  /** Answers of the activities beside the record: `find-similar` and the like, by their camelCase name. */
  readonly services?: { readonly [name: string]: (call: never) => Promise<unknown> }
  readonly next: (state: MatterState) => Turn
  readonly startOn?: string
  readonly calendar?: Calendar
  /** Go on from this state instead of opening the matter. */
  readonly state?: MatterState
  readonly actions?: readonly Action[]
  /** What the story says will follow is recorded with what it follows from; else it is compared with what the story then does. */
  readonly together?: boolean
  /** The run that this one is to repeat: what it records to the letter is taken from there, not read and folded once more. */
  readonly again?: readonly Recorded[]
}

/** An action of a run, and the state that it left. */
type Recorded = { readonly action: Action; readonly state: MatterState }

export type Trail = {
  readonly end: MatterEnd
  readonly state: MatterState
  readonly actions: readonly Action[]
  readonly refused: readonly unknown[]
}

const limit = 400

/** Plays a whole matter on the virtual clock: the real story and words, the real rules, a record that is a list. */
export async function simulate(simulation: Simulation): Promise<Trail> {
  const record = createRecord(simulation)
  const world = new World(startOf(simulation), { ...standardServices(record), ...simulation.services, recordAction: record.append })
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => world.now)
  const refused: unknown[] = []
  try {
    enterWorld(world)
    let end: MatterEnd | undefined
    let failure: unknown
    const tell = (input: MatterInput): Promise<unknown> =>
      simulation.story(input).then(
        (ended) => void (end = ended),
        (error: unknown) => {
          if (!(error instanceof ContinuedAsNew)) return void (failure = error)
          world.waiters = []
          return tell(error.input as MatterInput)
        },
      )
    void tell(inputOf(simulation))
    await world.settle()
    for (let turn = 0; end === undefined && failure === undefined; turn += 1) {
      if (turn > limit)
        throw new Error(`The matter has not ended after ${limit} turns; open: ${Object.keys(record.state().tasks).join(', ')}`)
      const next = simulation.next(record.state())
      if (next === 'wait') await world.advance()
      else if ('goTo' in next) await world.advanceTo(instantOfDayStart(plainDay(next.goTo)) + 9 * 3_600_000)
      else
        await world
          // Named by its place in the record alone, so that a restarted story leaves the very trail that it left before.
          .update(actUpdate, { id: `c${record.actions.length}`, ...next } satisfies Command)
          .catch((error: unknown) => refused.push(error))
      await world.settle()
    }
    if (failure !== undefined) throw failure
    if (end === undefined) throw new Error('The story neither ended nor failed')
    record.end()
    checkDocket(record.state())
    keepTrail(record.actions)
    return { end, state: record.state(), actions: record.actions, refused }
  } finally {
    clock.mockRestore()
  }
}

/** A day is met by steps that there are. */
function checkDocket({ head, docket }: MatterState): void {
  const names = new Set(Object.values(processes[head.process]?.steps ?? {}).map(({ name }) => name))
  const unknown = Object.values(docket).flatMap(({ code, metBy = [] }) =>
    metBy.flatMap((step) => (names.has(step) ? [] : [`${code}: ${step}`])),
  )
  if (unknown.length > 0) throw new Error(`Days of ${head.process} are met by steps that it has not: ${unknown.join(', ')}`)
}

/** Restarts the story from the state after every action of a trail; each run must come to the same end. */
export async function simulateFromEveryAction(simulation: Simulation, trail: Trail): Promise<MatterEnd[]> {
  const ends: MatterEnd[] = []
  const again = foldEach(trail.actions)
  const next = rememberTurns(simulation.next)
  for (const [place, { state }] of again.slice(0, -1).entries()) {
    const actions = trail.actions.slice(0, place + 1)
    ends.push((await simulate({ ...simulation, next, state, actions, again, together: true })).end)
  }
  return ends
}

function foldEach(actions: readonly Action[]): Recorded[] {
  let state: MatterState | undefined
  return actions.map((action) => ({ action, state: (state = applyAction(state, action)) }))
}

/** Whoever sees the very state at the very moment that he saw before does what he did then; his forms need not be checked again. */
function rememberTurns(next: Simulation['next']): Simulation['next'] {
  const seen = new WeakMap<MatterState, { readonly at: number; readonly turn: Turn }>()
  return (state) => {
    const before = seen.get(state)
    if (before?.at === Date.now()) return before.turn
    const turn = next(state)
    seen.set(state, { at: Date.now(), turn })
    return turn
  }
}

function startOf({ actions, startOn }: Simulation): number {
  return actions?.at(-1)?.at ?? instantOfDayStart(plainDay(startOn ?? '2026-03-02')) + 9 * 3_600_000
}

/** What the story is started with. */
export function inputOf({ process, policy, openedBy, data, state }: Simulation): MatterInput {
  const matter: MatterSeed = {
    id: 'm-1' as MatterId,
    process,
    institution: 'u-1' as InstitutionId,
    openedBy: { is: 'person', person: openedBy, as: 'self' },
    openingCommand: 'open',
    policyVersion: 'simulated',
    policy,
    clockOffset: 0,
  }
  return state === undefined ? { matter, data } : { matter, state }
}

type Call = Drafted & { readonly after: number; readonly follows?: readonly Drafted[] }

/**
 * The record as a list, with the contract of the real one: one action a command id, numbers without gaps. What follows from an
 * action is recorded with it where `together` says so; else the story records each by itself when it
 * comes to it, and it is checked that it does what it said.
 */
export function createRecord({ calendar = [calendar2026], actions: known = [], state: given, together = false, again = [] }: Simulation) {
  const actions: Action[] = [...known]
  const foreseen = createForeseen()
  const byCommand = new Map(known.map((one) => [one.commandId, one]))
  let isAgain = true
  let state = given ?? known.reduce<MatterState | undefined>(applyAction, undefined)
  const enter = ({ draft, request }: Drafted) => {
    const completed = request === undefined ? draft.facts : completeFacts(draft, request, calendar)
    const facts = draft.kind === 'MatterOpened' ? { ...draft.facts, head: { ...draft.facts.head, number: 'X-2026-00001' } } : completed
    // As the real record has it: what cannot be said in JSON is not recorded, and nobody else holds what is.
    const text = JSON.stringify({ ...draft, facts, seq: actions.length + 1 })
    const before = again[actions.length]
    isAgain &&= before !== undefined && textOf(before.action) === text
    const action = isAgain && before !== undefined ? before.action : readAction(text)
    state = isAgain && before !== undefined ? before.state : applyAction(state, action)
    actions.push(action)
    byCommand.set(action.commandId, action)
    return { seq: action.seq, at: action.at, on: action.on, facts: action.facts }
  }
  return {
    actions,
    state(): MatterState {
      if (state === undefined) throw new Error('The matter is not open yet')
      return state
    },
    /** Nothing that was said to follow has been left undone. */
    end: () => foreseen.end(),
    async append({ after, follows = [], ...first }: Call) {
      const before = byCommand.get(first.draft.commandId)
      const missed = actions.slice(after)
      if (before !== undefined) return { missed, recorded: { seq: before.seq, at: before.at, on: before.on, facts: before.facts } }
      if (missed.length > 0) return { missed }
      foreseen.check(first.draft)
      const recorded = enter(first)
      if (together) return { missed, recorded, followed: follows.map(enter) }
      foreseen.note(follows)
      return { missed, recorded }
    },
  }
}

/** The activities beside the record that every process has. */
export function standardServices(record: { readonly actions: readonly Action[] }) {
  return {
    issueDocument: async (order: { step: string; template: string; number: string }) => ({
      id: `m-1/${order.step}`,
      template: order.template,
      number: order.number,
      sha256: String(record.actions.length).padStart(64, '0'),
      readings: [],
    }),
    signPaper: async ({ step, paper }: { step: string; paper: { id: string; sha256: string } }) => ({
      ...paper,
      id: `m-1/${step}`,
      sha256: `${paper.sha256}-${record.actions.length}`,
      revises: paper.id,
    }),
    openMatter: async () => ({ id: 'm-2', number: 'X-2026-00002' }),
    eraseContent: async () => undefined,
  }
}
