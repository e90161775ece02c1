import type { PersonId } from '#domain/actor.ts'
import type { UserTaskStep } from '#domain/definition.ts'
import type { TaskId } from '#domain/state.ts'
import type { MatterRun } from './matter.ts'
import { performTask, type Completed, type TaskOptions } from './user-task.ts'

/** Options for all, or by person. */
export type EachOptions = Omit<TaskOptions, 'people' | 'roles'> | ((person: PersonId) => Omit<TaskOptions, 'people' | 'roles'>)

/** The answers by person. */
export type Answers<Data, Outcome extends string> = { readonly [person: string]: Completed<Data, Outcome> }

/** One task for each of several people at a time (`step#n/person`); returns when the last has answered. */
export async function everybody<Data, Outcome extends string>(
  m: MatterRun,
  step: UserTaskStep<Data, Outcome>,
  people: readonly PersonId[],
  options: EachOptions = {},
): Promise<Answers<Data, Outcome>> {
  const visit = m.visit(step.name)
  const answers = await Promise.all(
    people.map(async (person) => {
      const more = typeof options === 'function' ? options(person) : options
      // No roles: each task belongs to the one person it is opened for.
      return [person, await performTask(m, step, occurrenceOf(visit, person), { ...more, people: [person], roles: [] })] as const
    }),
  )
  return Object.fromEntries(answers)
}

/** The id of one person's part in a visit. */
export function occurrenceOf(visit: TaskId, person: PersonId): TaskId {
  return `${visit}/${person}` as TaskId
}
