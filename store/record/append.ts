import type { PoolClient } from 'pg'
import type { Action, ActionDraft, ActionFacts, ActionKind } from '#domain/action.ts'
import type { InstitutionId } from '#domain/actor.ts'
import { applyAction } from '#domain/apply.ts'
import { completeFacts, type Drafted } from '#domain/complete-facts.ts'
import { yearOf, type PlainDay } from '#domain/day.ts'
import type { ProcessDefinition } from '#domain/definition.ts'
import { formatMatterNumber } from '#domain/number-format.ts'
import { refuse } from '#domain/refusal.ts'
import type { MatterId, MatterState } from '#domain/state.ts'
import { listLocked } from '#domain/subjects.ts'
import { taskRules } from '#domain/task-rules.ts'
import { sealAnswer, type CarriedOut } from '../command-parts.ts'
import type { Store } from '../db.ts'
import { makeKey, unwrapKey, type OpenKey } from '../keys.ts'
import { sealJson, unsealJson } from '../seal.ts'
import type { ChainEntry } from './chain-entry.ts'
import { askGuards, type Guard } from './guard.ts'
import { peopleColumns, tokensOf } from './list-rows.ts'
import { lockMatter, type Locked } from './lock.ts'
import { readActionsAfter } from './read-actions.ts'
import { RecordRefusal } from './record-refusal.ts'
import { replay } from './replay.ts'
import { changeSubjects, lockSubjects } from './subjects.ts'
import { chainStart, factsPlace, hashStored, statePlace, type StoredAction } from './stored.ts'
import { inTransaction } from './transaction.ts'
import { sealTells } from './tells.ts'
import { write, type Writing } from './write.ts'

/** One action to be recorded, and what the matter's story does at once because of it. */
export type AppendInput = Drafted & {
  readonly institution: InstitutionId
  readonly matter: MatterId
  readonly definition: ProcessDefinition
  /** What follows from it: recorded with it or not at all. They lock nothing, and nobody is asked about them. */
  readonly follows?: readonly Drafted[]
  /** Up to which action the asker knows the matter; when there are later ones, nothing is recorded and they are answered. */
  readonly after?: number
  /** Rules over more than this matter, asked under the locks of its subjects. */
  readonly guards?: readonly Guard[]
}

export type Recorded = {
  readonly seq: number
  readonly kind: ActionKind
  readonly on: PlainDay
  readonly at: number
  readonly facts: ActionFacts[ActionKind]
}

export type AppendResult = {
  /** Absent when the asker was behind. */
  readonly recorded?: Recorded
  /** What followed from it, in order; none where the command was on record already. */
  readonly followed: readonly Recorded[]
  /** Whether the command was on record already; `recorded` is then what it became at first. */
  readonly repeated: boolean
  /** Every action the asker did not know of, in order; none unless `after` was given. */
  readonly missed: readonly Action[]
}

/**
 * Records one action of a matter, with those that follow from it: the only way. One transaction locks the matter, answers a known
 * command with what it became, checks that the actor holds the role he acts in, locks the subjects that the matter is about where
 * the action locks them, asks the guards, allots the number of a matter being opened, seals the facts under the matter's key,
 * chains the hash, folds, and writes the list rows, the changes in the subjects' registers, the outbox, the command's answer and
 * the new state.
 * @throws RecordRefusal when a rule says no; nothing is then written.
 */
export async function appendAction(store: Store, input: AppendInput): Promise<AppendResult> {
  return inTransaction(store, async (client) => {
    const { draft, definition, follows = [] } = input
    const needsCalendar = [input, ...follows].some(({ request }) => request !== undefined)
    const locked = await lockMatter(client, { ...input, process: definition.stem, needsCalendar })
    const missed = await readMissed(store, client, input, locked)
    if (locked.known !== undefined) return { recorded: openKnown(store, input, locked.known), followed: [], repeated: true, missed }
    if (missed.length > 0) return { followed: [], repeated: false, missed }
    if (!locked.held) throw new RecordRefusal([refuse(taskRules.roleNotHeld, { ...claimed(draft), on: draft.on })])
    const [recorded, ...followed] = await record(store, client, input, locked)
    return { ...(recorded === undefined ? {} : { recorded }), followed, repeated: false, missed }
  })
}

function claimed({ actor }: ActionDraft): { [name: string]: string } {
  if (actor.is === 'system') return {}
  return { role: actor.as, ...(actor.onBehalfOf === undefined ? {} : { onBehalfOf: actor.onBehalfOf }) }
}

async function readMissed(
  store: Store,
  client: PoolClient,
  { institution, matter, after }: AppendInput,
  { head }: Locked,
): Promise<Action[]> {
  const seq = head?.seq ?? 0
  if (after === undefined || after === seq) return []
  if (after > seq) throw new Error(`Matter ${matter} stands at action ${seq} on record; the story is at ${after}`)
  return readActionsAfter(store, client, institution, matter, after)
}

function openKnown(store: Store, { institution, matter }: AppendInput, known: NonNullable<Locked['known']>): Recorded {
  if (known.wrapped === undefined) throw new Error(`Action ${known.seq} of matter ${matter} was erased`)
  const { key } = unwrapKey(store, institution, `matter/${matter}`, known.keyGeneration, known.wrapped)
  const facts = unsealJson<ActionFacts[ActionKind]>(key, factsPlace(institution, `matter/${matter}`, known.seq), known.facts)
  return { seq: known.seq, kind: known.kind as ActionKind, on: known.on, at: known.at, facts }
}

async function record(store: Store, client: PoolClient, input: AppendInput, locked: Locked): Promise<Recorded[]> {
  const { institution, matter, definition, draft, follows = [] } = input
  const { before, key } = openHead(store, input, locked)
  const subjects = await lockSubjects(client, institution, listLocked(definition, before, draft) ?? [])
  await askGuards(client, input.guards ?? [], { institution, matter, on: draft.on, state: before })
  const first = (before?.seq ?? 0) + 1
  const number = (deed: Drafted, index: number) => ({ ...deed.draft, facts: factsOf(deed, input, locked), seq: first + index }) as Action
  const actions: readonly [Action, ...Action[]] = [number(input, 0), ...follows.map((deed, index) => number(deed, index + 1))]
  const after = replay(definition, actions, before)
  const newKey = keyFor(store, input, key)
  const sealing = newKey ?? key ?? missingKey(matter)
  const entries = chainOn(actions, locked.head?.hash ?? chainStart, (action) => storedOf(input, action, after.state, sealing))
  await write(client, {
    entries,
    actions,
    before,
    after,
    sealedState: sealJson(sealing.key, statePlace(institution, matter, after.state.seq), after.state),
    tells: sealTells(after.told, sealing.key, sealing.generation, after.state),
    rowsBefore: before && rowsOf(definition, before),
    ...(newKey === undefined ? {} : { newKey }),
    ...(isAnswered(draft) ? { answer: sealAnswer(store, institution, draft.commandId, answerOf(after.state, draft, first)) } : {}),
  })
  const [action] = actions
  const effects = definition.effects?.(before, applyAction(before, action), action) ?? []
  await changeSubjects(client, { institution, matter, action, subjects }, effects)
  return actions.map(({ seq, kind, on, at, facts }) => ({ seq, kind, on, at, facts }))
}

/** Whether a door may have kept the action's command. */
function isAnswered({ kind, actor }: ActionDraft): boolean {
  return kind === 'MatterOpened' || actor.is === 'person'
}

/** What the door answers to the command: the number of the matter it opened, or where in the record its action stands. */
function answerOf({ head }: MatterState, { kind }: ActionDraft, seq: number): CarriedOut {
  return { status: 'done', answer: kind === 'MatterOpened' ? { id: head.id, number: head.number } : { seq } }
}

/** Each action with the hash of the one before it. */
function chainOn(actions: readonly Action[], start: Buffer, store: (action: Action) => StoredAction): ChainEntry[] {
  let previous = start
  return actions.map((action) => {
    const stored = store(action)
    const linked = { stored, previous, hash: hashStored(stored, previous) }
    previous = linked.hash
    return linked
  })
}

function rowsOf(definition: ProcessDefinition, state: MatterState): Writing['rowsBefore'] {
  return {
    people: peopleColumns(definition.people(state)),
    tokens: tokensOf(definition.title(state), state),
    published: definition.published?.(state),
  }
}

function missingKey(matter: MatterId): never {
  throw new Error(`Matter ${matter} has no key`)
}

function openHead(
  store: Store,
  { institution, matter }: AppendInput,
  { head }: Locked,
): { before: MatterState | undefined; key: OpenKey | undefined } {
  if (head === undefined) return { before: undefined, key: undefined }
  const key = unwrapKey(store, institution, `matter/${matter}`, head.keyGeneration, head.wrapped)
  return { before: unsealJson<MatterState>(key.key, statePlace(institution, matter, head.seq), head.state), key }
}

function factsOf({ draft, request }: Drafted, { definition }: AppendInput, { calendar, serial }: Locked): ActionFacts[ActionKind] {
  const facts = request === undefined ? draft.facts : completeFacts(draft, request, calendar)
  if (draft.kind !== 'MatterOpened') return facts
  if (serial === undefined) throw new Error(`Matter ${draft.facts.head.id} is already open`)
  const number = formatMatterNumber({ code: definition.code, year: yearOf(draft.on), serial })
  return { ...draft.facts, head: { ...draft.facts.head, number } }
}

/** The opening makes the matter's first key; erasure makes a new one, so that what came before can never be read again. */
function keyFor(
  store: Store,
  { institution, matter, draft }: AppendInput,
  key: OpenKey | undefined,
): (OpenKey & { wrapped: Buffer }) | undefined {
  if (draft.kind === 'MatterOpened') return makeKey(store, institution, `matter/${matter}`, 1)
  if (draft.kind === 'ContentErased') return makeKey(store, institution, `matter/${matter}`, (key?.generation ?? 0) + 1)
  return undefined
}

function storedOf({ institution, matter }: AppendInput, action: Action, { head }: MatterState, sealing: OpenKey): StoredAction {
  const { seq, commandId, kind, actor, at, on } = action
  const chain = `matter/${matter}`
  const facts = sealJson(sealing.key, factsPlace(institution, chain, seq), action.facts)
  const { generation: keyGeneration } = sealing
  return { institution, chain, seq, commandId, kind, actor, at, on, facts, keyGeneration, policyVersion: head.policyVersion }
}
