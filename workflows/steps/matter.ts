import { defineQuery, defineUpdate, setHandler } from '@temporalio/workflow'
import type { Action, ActionDraft, ActionFacts, ActionKind } from '#domain/action.ts'
import { processActor, type ActorRef } from '#domain/actor.ts'
import { applyAction } from '#domain/apply.ts'
import type { Command, Receipt } from '#domain/command.ts'
import type { Drafted, FactRequest } from '#domain/complete-facts.ts'
import { dayOfInstant, type PlainDay } from '#domain/day.ts'
import { decide } from '#domain/decide.ts'
import { pack } from '#domain/pack.ts'
import type { ProcessDefinition } from '#domain/definition.ts'
import type { ProcessPolicy } from '#domain/policy-slice.ts'
import type { MatterState, TaskId } from '#domain/state.ts'
import {
  actUpdate,
  openedUpdate,
  stateQuery,
  whatIfQuery,
  type MatterEnd,
  type MatterInput,
  type MatterSeed,
  type WhatFollows,
  type WhatIf,
} from '#workflows/messages.ts'
import { createDryWorld, Renewed, type DryWorld } from './dry-world.ts'
import { foresee, type TellFrom } from './foresight.ts'
import { createLock, type Lock } from './lock.ts'
import { requestFor } from './request.ts'
import { clearAway, endAsClosed, mustForget, patience, stateAtStart } from './run-bounds.ts'
import { refusalOf, temporalWorld, type World } from './world.ts'

/** A matter as its story sees it: the live fold of its actions, the pinned policy, the office's day. */
export type MatterRun = {
  readonly definition: ProcessDefinition
  readonly seed: MatterSeed
  readonly policy: ProcessPolicy
  /** How a word waits and has things done. */
  readonly world: World
  readonly state: MatterState
  /** The office clock, in ms. */
  now(): number
  today(): PlainDay
  /** The id of this visit to a step; the n-th visit of a story is the n-th occurrence, also after a restart. */
  visit(step: string): TaskId
  /** Whether the story must leave its waits: the matter was withdrawn, corrected or erased. */
  isInterrupted(): boolean
  /**
   * Records what the process itself does; at most once per `commandId`. `still` is asked under the lock: what a timer does is not
   * done where somebody was quicker.
   */
  append<Kind extends ActionKind>(
    kind: Kind,
    facts: ActionFacts[Kind],
    commandId: string,
    more?: { request?: FactRequest; actor?: ActorRef; still?: () => boolean },
  ): Promise<void>
}

/** Thrown by a step word when the story has to leave: withdrawn, corrected, erased, or due for renewal. */
export class Interrupted extends Error {
  override name = 'Interrupted'
}

type Run = MatterRun & {
  /** Whether the matter was erased when the run began: then its history holds no content, and there is nothing left to tell. */
  readonly beganErased: boolean
  readonly lock: Lock
  folded: MatterState | undefined
  restart: boolean
  readonly visits: Map<string, number>
  /** What follows at once from an action that is about to be recorded. */
  foresee(first: Drafted): Promise<readonly Drafted[]>
  /** Commands that are on record before the story has come to them. */
  readonly foreseen: Set<string>
}

const act = defineUpdate<Receipt, [Command]>(actUpdate)
const opened = defineUpdate<{ number: string; seq: number }>(openedUpdate)
const stateNow = defineQuery<MatterState | undefined>(stateQuery)
// Answered with a function, which `answer-later.ts` calls.
const whatIf = defineQuery<() => Promise<WhatFollows>, [WhatIf]>(whatIfQuery)

type Story = (matter: MatterRun) => Promise<MatterEnd>

/**
 * Runs a matter's story from its opening, or from the state it had reached, to its end: registers the messages, opens
 * the matter, tells the story, and closes or renews it when every message in hand is answered.
 */
export async function runMatter(definition: ProcessDefinition, input: MatterInput, story: Story): Promise<MatterEnd> {
  const run = createRun(definition, input, temporalWorld, () => Date.now() + input.matter.clockOffset)
  const tell: TellFrom = (state, world) => goDry(run, story, { world, state, at: run.now() })
  run.foresee = (first) => foresee(definition, run.folded, first, tell, run.world.still)
  // An update, not a signal: whoever acts waits for the answer, and the lock decides between simultaneous actors.
  setHandler(act, (command) => carryOut(run, command), { validator: (command) => glance(run, command) })
  setHandler(opened, async () => {
    await run.world.condition(() => run.folded !== undefined)
    return { number: run.state.head.number, seq: run.state.seq }
  })
  setHandler(stateNow, () => run.folded)
  setHandler(whatIf, (question) => () => tellDry(run, story, question))
  if ('data' in input) await openMatter(run, input.data)
  return finish(run, story)
}

function createRun(definition: ProcessDefinition, input: MatterInput, world: World, now: () => number): Run {
  const { matter } = input
  const start = stateAtStart(input)
  const run: Run = {
    definition,
    seed: matter,
    policy: matter.policy,
    world,
    lock: createLock(),
    folded: start,
    restart: false,
    visits: new Map(),
    foresee: () => Promise.resolve([]),
    foreseen: new Set(),
    beganErased: start?.erased !== undefined,
    get state() {
      if (run.folded === undefined) throw new Error(`Matter ${matter.id} is not open yet`)
      return run.folded
    },
    now,
    today: () => dayOfInstant(now()),
    visit(step) {
      const count = (run.visits.get(step) ?? 0) + 1
      run.visits.set(step, count)
      return `${step}#${count}` as TaskId
    },
    isInterrupted: () => run.restart || run.folded?.withdrawn !== undefined || mustForget(run),
    append: (kind, facts, commandId, more = {}) =>
      run.lock.run(async () => {
        // What a story still has to say may be the very content.
        if (mustForget(run)) leave()
        // What the lock was waited for, or what the record knew already, may have settled it.
        const isDue = () => !run.foreseen.delete(commandId) && (more.still === undefined || more.still())
        const { actor = processActor, request } = more
        while (isDue() && (await record(run, { kind, facts, commandId, actor }, request)) === undefined) continue
      }),
  }
  return run
}

async function openMatter(run: Run, data: ActionFacts['MatterOpened']['data']): Promise<void> {
  const { id, process, institution, department, openedBy, policyVersion, parent, openingCommand } = run.seed
  const head = {
    id,
    process,
    institution,
    number: '',
    openedBy,
    openedOn: run.today(),
    policyVersion,
    ...(department === undefined ? {} : { department }),
    ...(parent === undefined ? {} : { parent }),
  }
  await run.append('MatterOpened', { head, data }, openingCommand, { actor: openedBy })
}

type Intent = Pick<Action, 'kind' | 'facts' | 'commandId' | 'actor'>

/**
 * Appends one action with what follows from it, and folds what the record holds beyond this story's knowledge (a worker may have
 * died between commit and answer). Where the command stands on record; undefined when the story was behind and must decide again.
 */
async function record(run: Run, intent: Intent, request?: FactRequest): Promise<number | undefined> {
  const at = run.now()
  const first: Drafted = { draft: { ...intent, at, on: dayOfInstant(at) } as ActionDraft, ...(request === undefined ? {} : { request }) }
  const follows = await run.foresee(first)
  const { id: matter, process, institution } = run.seed
  const call = { institution, matter, process, after: run.folded?.seq ?? 0, ...first }
  const answer = await run.world.recordAction(follows.length === 0 ? call : { ...call, follows })
  for (const missed of answer.missed) learn(run, missed)
  if (answer.recorded === undefined) return undefined
  const recorded = [answer.recorded, ...(answer.followed ?? [])]
  for (const [index, { draft }] of [first, ...follows].entries()) learn(run, { ...draft, ...recorded[index] } as Action)
  run.foreseen.delete(intent.commandId)
  return answer.recorded.seq
}

/** Folds an action that is on record, unless it is known; the story need not record it when it comes to it. */
function learn(run: Run, action: Action): void {
  if (!(action.seq > (run.folded?.seq ?? 0))) return
  run.folded = applyAction(run.folded, action)
  run.foreseen.add(action.commandId)
}

/**
 * The early answer, before anything is written; it sees the same rules, but only the lock decides. A repeated command
 * is refused here too: the door that sent it finds it on record and gives the first answer again.
 */
function glance(run: Run, command: Command): void {
  if (run.folded === undefined || !hasCaughtUp(run, command)) return
  const decision = decide(run.definition, run.folded, command, run.today())
  if (!decision.ok) throw refusalOf(decision.refusals)
}

/** A worker may have died between commit and answer: then people read on record what the story comes to know a moment later. */
function hasCaughtUp({ folded }: Run, { seen = 0 }: Command): boolean {
  return (folded?.seq ?? 0) >= seen
}

/** Lock → domain check → record → fold → release; the way of every message. */
async function carryOut(run: Run, command: Command): Promise<Receipt> {
  await run.world.condition(() => run.folded !== undefined && hasCaughtUp(run, command))
  return run.lock.run(async () => {
    for (;;) {
      const decision = decide(run.definition, run.state, command, run.today())
      if (!decision.ok) throw refusalOf(decision.refusals)
      const request = requestFor(decision, run.state, run.today())
      const { kind, facts, by: actor } = decision
      const seq = await record(run, { kind, facts, commandId: command.id, actor }, request)
      if (seq === undefined) continue
      if (decision.kind === 'CorrectionDecided') run.restart = true
      return { seq, by: decision.by }
    }
  })
}

async function finish(run: Run, story: Story): Promise<MatterEnd> {
  try {
    return await close(run, await endOf(run, story))
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error
    await run.world.answered()
    return run.world.renew({ matter: run.seed, packed: pack(run.state) })
  }
}

async function endOf(run: Run, story: Story): Promise<MatterEnd> {
  if (run.beganErased) return clearAway(run)
  const { state, world } = run
  const isErased = () => mustForget(run)
  if (state.standing.is === 'closed') return (await world.condition(isErased, patience)) ? leave() : endAsClosed(state.standing)
  try {
    // A deed that fails again and again holds no erasure up.
    return await Promise.race([story(run), world.condition(isErased).then(leave)])
  } catch (error) {
    const { withdrawn } = run.state
    if (error instanceof Interrupted && withdrawn !== undefined) return { outcome: 'withdrawn', reason: withdrawn.reason }
    throw error
  }
}

function leave(): never {
  throw new Interrupted()
}

async function close(run: Run, end: MatterEnd): Promise<MatterEnd> {
  if (run.state.standing.is !== 'closed') await run.append('MatterClosed', endAsClosed(end), 'matter/closed')
  await run.world.answered()
  return mustForget(run) ? leave() : end
}

/** Leaves the story for a fresh run when Temporal says its history grows long; called between steps. */
export function renewIfLong(m: MatterRun): void {
  if (m.world.isLong()) leave()
}

/** The same rules and the same story, told on the state as it is, in a world where nothing is written and nothing done. */
async function tellDry({ definition, seed, state }: Run, story: Story, { command, at, calendar }: WhatIf): Promise<WhatFollows> {
  const decision = decide(definition, state, command, dayOfInstant(at))
  if (!decision.ok) return { is: 'refused', refusals: decision.refusals }
  const world = createDryWorld(calendar)
  const acted = createRun(definition, { matter: seed, state }, world, () => at)
  const { kind, facts, by: actor } = decision
  await record(acted, { kind, facts, commandId: command.id, actor }, requestFor(decision, acted.state, acted.today()))
  await goDry(acted, story, { world, state: acted.state, at })
  return { is: 'carried-out', actions: world.actions, unforeseen: world.unforeseen }
}

/** Tells the story from a state in a dry world, through its renewals. */
async function goDry(
  { definition, seed }: Run,
  story: Story,
  { world, state, at }: { readonly world: DryWorld; readonly state: MatterState; readonly at: number },
): Promise<void> {
  let input: MatterInput | undefined = { matter: seed, state }
  while (input !== undefined) {
    const run = createRun(definition, input, world, () => at)
    input = await goOn(world, finish(run, story))
  }
}

/** Lets a story go as far as it goes; answers what it would be renewed with. */
async function goOn(world: DryWorld, telling: Promise<MatterEnd>): Promise<MatterInput | undefined> {
  let renewed: MatterInput | undefined
  let fault: unknown
  telling.catch((error: unknown) => {
    if (error instanceof Renewed) renewed = error.input
    else fault = error
  })
  await world.settle()
  if (fault !== undefined) throw fault
  return renewed
}
