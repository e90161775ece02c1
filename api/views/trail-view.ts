import type { Action } from '#domain/action.ts'
import { stepOfTask, type TaskId } from '#domain/state.ts'
import type { ActionView } from '#schemas/api/action.ts'
import type { TrailEntry } from '#store/lists/actions.ts'
import { findStep, isOffice, mayReadOutcome, mayReadResult } from '../visibility.ts'
import { peopleOfAction, viewAction } from './action-view.ts'
import { peopleOfActor, viewActor } from './actor-view.ts'
import type { MatterSight } from './result-view.ts'

/** Everybody an entry of the trail names. */
export function peopleOfEntry(entry: TrailEntry): string[] {
  return entry.action === undefined ? peopleOfActor(entry.actor) : peopleOfAction(entry.action)
}

/** An entry of the trail as this reader may see it; of an erased one only that it was. */
export function viewEntry(entry: TrailEntry, sight: MatterSight, knows: boolean): ActionView {
  const { definition, words, lookup, register } = sight
  const { action, hash } = entry
  if (action === undefined || !knows) return outline(entry, sight)
  return viewAction(
    action,
    {
      stem: definition.stem,
      words,
      lookup,
      register,
      mayRead: (one) => mayReadFacts(one, sight),
      mayHear: (one) => mayHearOf(one, sight),
      mayName: (task) => mayNameIn(task, sight),
    },
    hash,
  )
}

function outline({ seq, kind, actor, at, on, hash }: TrailEntry, { words, lookup, register }: MatterSight): ActionView {
  return {
    seq,
    kind,
    sentence: words.desk(`kind/${kind}`),
    actor: viewActor(actor, words, lookup, register),
    at: new Date(at).toISOString(),
    on,
    hash,
  }
}

/** Outside the office one learns which inventor a step waits for, and not who of the office or its experts was asked. */
function mayNameIn(task: TaskId, { definition, register }: MatterSight): boolean {
  return register === 'office' || findStep(definition, stepOfTask(task))?.party === 'inventor'
}

/** How one of several decided in private is not told before all have. */
function mayHearOf(action: Action, { definition, state, reader }: MatterSight): boolean {
  return action.kind !== 'TaskCompleted' || mayReadOutcome(definition, state, action.facts.task, reader)
}

/** What was written in a step is read as its result is; what an opened task was given, as its form; the rest is the trail's own. */
function mayReadFacts(action: Action, { definition, state, reader }: MatterSight): boolean {
  switch (action.kind) {
    case 'TaskCompleted':
      return mayReadResult(definition, state, action.facts.task, reader)
    case 'StepDone':
    case 'CorrectionProposed':
    case 'TaskOpened':
      return isOffice(reader) && action.kind !== 'CorrectionProposed' ? true : mayReadOf(action, definition, state, reader)
    default:
      return true
  }
}

function mayReadOf(
  action: Action,
  definition: MatterSight['definition'],
  state: MatterSight['state'],
  reader: MatterSight['reader'],
): boolean {
  if (action.kind === 'TaskOpened') return action.facts.task.people.includes(reader.person) || action.facts.task.party === 'inventor'
  const step: TaskId | undefined = action.kind === 'StepDone' || action.kind === 'CorrectionProposed' ? action.facts.step : undefined
  return step !== undefined && mayReadResult(definition, state, step, reader)
}
