import { timerActor, type PersonId } from '#domain/actor.ts'
import { instantOfDayEnd } from '#domain/day.ts'
import type { UserTaskStep } from '#domain/definition.ts'
import type { JsonObject } from '#domain/json.ts'
import type { TaskId } from '#domain/state.ts'
import { occurrenceOf, type Answers } from './everybody.ts'
import type { MatterRun } from './matter.ts'
import { Dropped, performTask, type Completed, type TaskOptions } from './user-task.ts'

/** What silence means when the due day is over; the step must have a due rule. */
export type Silence<Data, Outcome extends string> = { readonly outcome: Outcome; readonly data: Data & JsonObject }

/** A user task that its due day answers where nobody has: the task is taken away and `silence` recorded. */
export async function userTaskOrSilence<Data, Outcome extends string>(
  m: MatterRun,
  step: UserTaskStep<Data, Outcome>,
  options: TaskOptions & { readonly silence: Silence<Data, Outcome> },
): Promise<Completed<Data, Outcome>> {
  const { silence, ...rest } = options
  return performOrSilence(m, step, m.visit(step.name), rest, silence)
}

/** One task for each of several people; whoever is silent until the due day has answered with `silence`. */
export async function everybodyOrSilence<Data, Outcome extends string>(
  m: MatterRun,
  step: UserTaskStep<Data, Outcome>,
  people: readonly PersonId[],
  options: Omit<TaskOptions, 'people' | 'roles'> & { readonly silence: Silence<Data, Outcome> },
): Promise<Answers<Data, Outcome>> {
  const { silence, ...rest } = options
  const visit = m.visit(step.name)
  const answers = await Promise.all(
    people.map(async (person) => {
      const own = { ...rest, people: [person], roles: [] }
      return [person, await performOrSilence(m, step, occurrenceOf(visit, person), own, silence)] as const
    }),
  )
  return Object.fromEntries(answers)
}

async function performOrSilence<Data, Outcome extends string>(
  m: MatterRun,
  step: UserTaskStep<Data, Outcome>,
  id: TaskId,
  options: TaskOptions,
  silence: Silence<Data, Outcome>,
): Promise<Completed<Data, Outcome>> {
  try {
    const [completed] = await Promise.all([performTask(m, step, id, options), closeWhenOver(m, id)])
    return completed
  } catch (error) {
    if (!(error instanceof Dropped)) throw error
    await m.append('StepDone', { step: id, outcome: silence.outcome, data: silence.data }, `${id}/silence`, { actor: timerActor })
    return performTask(m, step, id, options)
  }
}

/** Takes the task away when its day is over; a suspended matter's day stands still. */
async function closeWhenOver(m: MatterRun, id: TaskId): Promise<void> {
  const isOver = () => m.isInterrupted() || m.state.results[id] !== undefined
  while (!isOver()) {
    const { standing } = m.state
    const due = m.state.tasks[id]?.due
    const changed = () => isOver() || m.state.standing !== standing || m.state.tasks[id]?.due !== due
    if (due === undefined || standing.is !== 'open') await m.world.condition(changed)
    else if (!(await m.world.condition(changed, Math.max(1, instantOfDayEnd(due.on) - m.now())))) {
      const still = () => m.state.tasks[id] !== undefined
      await m.append('TaskDropped', { task: id, why: 'due-day-over' }, `${id}/closed@${due.on}`, { actor: timerActor, still })
    }
  }
}
