import type { ProcessDefinition } from '#domain/definition.ts'
import { stepOfTask, type MatterState, type Result, type TaskId } from '#domain/state.ts'
import type { ResultView } from '#schemas/api/matter.ts'
import { findStep, mayReadOutcome, mayReadResult, type Reader } from '../visibility.ts'
import { labelled, type Words } from '../words.ts'
import { peopleOfActor, viewActor, type Register } from './actor-view.ts'
import type { Lookup } from './lookup.ts'

/** What the views of one matter's content share. */
export type MatterSight = {
  readonly definition: ProcessDefinition
  readonly state: MatterState
  readonly reader: Reader
  readonly words: Words
  readonly lookup: Lookup
  readonly register: Register
}

/** Everybody the results of a matter name. */
export function peopleOfResults(state: MatterState): string[] {
  return Object.values(state.results).flatMap((result) => [
    ...peopleOfActor(result.by),
    ...(result.owner === undefined ? [] : [result.owner]),
    ...(result.corrected?.by ?? []),
  ])
}

/** The outcomes of a matter's steps so far, in order, but for those still sealed; what was written only where the reader may read it. */
export function viewResults(sight: MatterSight, mayCorrect: (id: TaskId) => boolean): ResultView[] {
  const { definition, state, reader } = sight
  return Object.entries(state.results)
    .filter(([id]) => mayReadOutcome(definition, state, id as TaskId, reader))
    .map(([id, result]) => ({ ...viewResult(sight, id as TaskId, result), correctable: mayCorrect(id as TaskId) }))
}

function viewResult(
  { definition, state, reader, words, lookup, register }: MatterSight,
  id: TaskId,
  result: Result,
): Omit<ResultView, 'correctable'> {
  const name = stepOfTask(id)
  const step = findStep(definition, name)
  const reads = mayReadResult(definition, state, id, reader)
  return {
    id,
    step: labelled(name, words.step(definition.stem, name)),
    outcome: labelled(result.outcome, words.outcome(definition.stem, name, result.outcome)),
    by: viewActor(result.by, words, lookup, register),
    on: result.on,
    ...(result.owner === undefined ? {} : { owner: lookup.person(result.owner) }),
    ...(result.reason === undefined ? {} : { reason: result.reason }),
    ...(reads ? { data: result.data } : {}),
    ...(step?.word === 'user-task' ? { form: step.form } : {}),
    ...(result.remarks === undefined ? {} : { remarks: result.remarks.map((one) => ({ ...one })) }),
    ...(result.citations === undefined ? {} : { citations: [...result.citations] }),
    ...(result.corrected === undefined
      ? {}
      : { corrected: { on: result.corrected.on, by: result.corrected.by.map((one) => lookup.person(one)) } }),
  }
}
