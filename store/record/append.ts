import type { PoolClient } from 'pg'
import type { Action, ActionDraft, ActionFacts, ActionKind } from '#domain/action.ts'
import type { InstitutionId } from '#domain/actor.ts'
import { applyAction } from '#domain/apply.ts'
import { completeFacts, type FactRequest } from '#domain/complete-facts.ts'
import { yearOf, type PlainDay } from '#domain/day.ts'
import type { ProcessDefinition } from '#domain/definition.ts'
import { formatMatterNumber } from '#domain/number-format.ts'
import { projectAction } from '#domain/project.ts'
import { refuse } from '#domain/refusal.ts'
import type { MatterId, MatterState } from '#domain/state.ts'
import { listLocked } from '#domain/subjects.ts'
import { taskRules } from '#domain/task-rules.ts'
import type { Store } from '../db.ts'
import { makeKey, unwrapKey, type OpenKey } from '../keys.ts'
import { sealJson, unsealJson } from '../seal.ts'
import { askGuards, type Guard } from './guard.ts'
import { peopleColumns, tokensOf } from './list-rows.ts'
import { lockMatter, type Locked } from './lock.ts'
import { readActionsAfter } from './read-actions.ts'
import { RecordRefusal } from './record-refusal.ts'
import { changeSubjects, lockSubjects } from './subjects.ts'
import { chainStart, factsPlace, hashStored, statePlace, type StoredAction } from './stored.ts'
import { inTransaction } from './transaction.ts'
import { sealTells } from './tells.ts'
import { write, type Writing } from './write.ts'

/** One action to be recorded. */
export type AppendInput = {
  readonly institution: InstitutionId
  readonly matter: MatterId
  readonly definition: ProcessDefinition
  readonly draft: ActionDraft
  /** Days to be computed with the calendar that is loaded when the action is recorded. */
  readonly request?: FactRequest
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
  /** Whether the command was on record already; `recorded` is then what it became at first. */
  readonly repeated: boolean
  /** Every action the asker did not know of, in order; none unless `after` was given. */
  readonly missed: readonly Action[]
}

/**
 * Records one action of a matter: the only way. One transaction locks the matter, answers a known command with what it became,
 * checks that the actor holds the role he acts in, locks the subjects that the matter is about where the action locks them, asks
 * the guards, allots the number of a matter being opened, seals the facts under the matter's key, chains the hash, folds, and
 * writes the list rows, the changes in the subjects' registers, the outbox and the new state.
 * @throws RecordRefusal when a rule says no; nothing is then written.
 */
export async function appendAction(store: Store, input: AppendInput): Promise<AppendResult> {
  return inTransaction(store, async (client) => {
    const locked = await lockMatter(client, {
      ...input,
      process: input.definition.stem,
      needsCalendar: input.request !== undefined,
    })
    const missed = await readMissed(store, client, input, locked)
    if (locked.known !== undefined) return { recorded: openKnown(store, input, locked.known), repeated: true, missed }
    if (missed.length > 0) return { repeated: false, missed }
    if (!locked.held) throw new RecordRefusal([refuse(taskRules.roleNotHeld, { ...claimed(input.draft), on: input.draft.on })])
    return { recorded: await record(store, client, input, locked), repeated: false, missed }
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

async function record(store: Store, client: PoolClient, input: AppendInput, locked: Locked): Promise<Recorded> {
  const { institution, matter, definition, draft } = input
  const { before, key } = openHead(store, input, locked)
  const subjects = await lockSubjects(client, institution, listLocked(definition, before, draft) ?? [])
  await askGuards(client, input.guards ?? [], { institution, matter, on: draft.on, state: before })
  const facts = factsOf(input, locked)
  const action = { ...draft, facts, seq: (before?.seq ?? 0) + 1 } as Action
  const state = applyAction(before, action)
  const newKey = keyFor(store, input, key)
  const { key: sealing, generation } = newKey ?? key ?? missingKey(matter)
  const stored = storedOf(
    input,
    action,
    state,
    sealJson(sealing, factsPlace(institution, `matter/${matter}`, action.seq), facts),
    generation,
  )
  const previous = locked.head?.hash ?? chainStart
  const rows = projectAction(definition, before, state, action)
  await write(client, {
    stored,
    previous,
    hash: hashStored(stored, previous),
    action,
    before,
    state,
    sealedState: sealJson(sealing, statePlace(institution, matter, state.seq), state),
    rows,
    tells: sealTells(rows.tells, sealing, generation, state),
    rowsBefore: before && rowsOf(definition, before),
    ...(newKey === undefined ? {} : { newKey }),
  })
  await changeSubjects(client, { institution, matter, action, subjects }, definition.effects?.(before, state, action) ?? [])
  return { seq: action.seq, kind: action.kind, on: action.on, at: action.at, facts }
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

function factsOf({ draft, request, definition }: AppendInput, { calendar, serial }: Locked): ActionFacts[ActionKind] {
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

function storedOf(
  { institution, matter }: AppendInput,
  action: Action,
  state: MatterState,
  facts: Buffer,
  keyGeneration: number,
): StoredAction {
  const { seq, commandId, kind, actor, at, on } = action
  return {
    institution,
    chain: `matter/${matter}`,
    seq,
    commandId,
    kind,
    actor,
    at,
    on,
    facts,
    keyGeneration,
    policyVersion: state.head.policyVersion,
  }
}
