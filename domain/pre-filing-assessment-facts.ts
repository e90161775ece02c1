import type { PersonId } from './actor.ts'
import type { UserTaskStep } from './definition.ts'
import type { AssessmentOpening } from './pre-filing-assessment.ts'
import type { MatterState, Result, TaskId } from './state.ts'
import { listResults } from './state.ts'

/** A remembered result with the form of its step. */
export type FormResult<Data> = Omit<Result, 'data'> & { readonly data: Data }

/** What the matter was opened with; its schema held when it was opened. */
export function readOpening(state: MatterState): AssessmentOpening {
  return state.data as unknown as AssessmentOpening
}

/** The inventors in the order of the record. */
export function listInventorIds(state: MatterState): PersonId[] {
  return readOpening(state).inventors.map((inventor) => inventor.person)
}

/** Every form of a step that was handed in, oldest first. */
export function listForms<Data, Outcome extends string>(state: MatterState, step: UserTaskStep<Data, Outcome>): FormResult<Data>[] {
  return listResults(state, step.name).map((result) => result as unknown as FormResult<Data>)
}

/** The latest form of a step; undefined before anybody handed one in. */
export function findForm<Data, Outcome extends string>(
  state: MatterState,
  step: UserTaskStep<Data, Outcome>,
): FormResult<Data> | undefined {
  return listForms(state, step).at(-1)
}

/** The latest form of a step that must be there; throws an Error naming the step, which is a bug of the story. */
export function getForm<Data, Outcome extends string>(state: MatterState, step: UserTaskStep<Data, Outcome>): FormResult<Data> {
  const form = findForm(state, step)
  if (form === undefined) throw new Error(`Matter ${state.head.id} has no ${step.name}`)
  return form
}

/** The form handed in as `id`; throws an Error where there is none. */
export function getFormOf<Data>(state: MatterState, id: TaskId): FormResult<Data> {
  const result = state.results[id]
  if (result === undefined) throw new Error(`Matter ${state.head.id} has no result of ${id}`)
  return result as unknown as FormResult<Data>
}
