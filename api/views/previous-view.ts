import type { JsonObject } from '#domain/json.ts'
import { stepOfTask, type MatterState, type Task, type TaskId } from '#domain/state.ts'
import type { TaskView } from '#schemas/api/task.ts'
import { listChanges } from '../draft-merge.ts'
import { findStep, mayReadResult } from '../visibility.ts'
import { labelled } from '../words.ts'
import { viewActor } from './actor-view.ts'
import type { MatterSight } from './result-view.ts'

type Previous = NonNullable<TaskView['previous']>

/** What a task comes after, and the two readings that are compared. */
type Comparison = { readonly occurrence: TaskId; readonly before: JsonObject; readonly now: JsonObject }

/**
 * What has changed since last time. Of a task that repeats another: what its draft changes of what it was given, or of what
 * was written then. Of a step that is visited again: what whoever had to mend something handed in anew meanwhile, against
 * what stood before.
 */
export function viewPrevious(sight: MatterSight, task: Task, draft: JsonObject | undefined, knows: boolean): Previous | undefined {
  const { definition, state, words, lookup, register, reader } = sight
  const found = task.repeats === undefined ? findResubmission(sight, task) : findRepeated(sight, task, task.repeats, draft)
  const result = found === undefined ? undefined : state.results[found.occurrence]
  if (found === undefined || result === undefined) return undefined
  const { occurrence, before, now } = found
  const step = stepOfTask(occurrence)
  const reads = knows && (mayReadResult(definition, state, occurrence, reader) || task.repeats !== undefined)
  return {
    occurrence,
    outcome: labelled(result.outcome, words.outcome(definition.stem, step, result.outcome)),
    on: result.on,
    by: viewActor(result.by, words, lookup, register),
    ...(reads ? { data: before } : {}),
    changed: reads ? listChanges(before, now) : [],
  }
}

function findRepeated(
  { definition, state }: MatterSight,
  task: Task,
  repeats: TaskId,
  draft: JsonObject | undefined,
): Comparison | undefined {
  const result = state.results[repeats]
  if (result === undefined) return undefined
  const step = findStep(definition, stepOfTask(repeats))
  const isSameForm = step?.word === 'user-task' && step.form === task.form
  const before = isSameForm ? result.data : (task.given ?? {})
  return { occurrence: repeats, before, now: { ...before, ...(isSameForm ? task.given : {}), ...draft } }
}

function findResubmission({ definition, state }: MatterSight, task: Task): Comparison | undefined {
  const ids = Object.keys(state.results) as TaskId[]
  const lastVisit = ids.findLastIndex((id) => stepOfTask(id) === task.step)
  const mended = lastVisit < 0 ? undefined : ids.slice(lastVisit + 1).findLast((id) => isHandedIn(definition, id))
  if (mended === undefined) return undefined
  return { occurrence: mended, before: findBefore(state, ids, mended), now: state.results[mended]?.data ?? {} }
}

function isHandedIn(definition: MatterSight['definition'], id: TaskId): boolean {
  const step = findStep(definition, stepOfTask(id))
  return step?.word === 'user-task' && step.party === 'inventor'
}

/** What stood before: the same step's result before it, else what the matter was opened with. */
function findBefore(state: MatterState, ids: readonly TaskId[], mended: TaskId): JsonObject {
  const earlier = ids.slice(0, ids.indexOf(mended)).findLast((id) => stepOfTask(id) === stepOfTask(mended))
  return earlier === undefined ? state.data : (state.results[earlier]?.data ?? {})
}
