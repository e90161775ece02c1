import { mayAct } from '#domain/who-may.ts'
import { interestedPeople } from '#domain/project.ts'
import type { Actor } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import { stepOfTask, type Task, type TaskId } from '#domain/state.ts'
import type { MatterView } from '#schemas/api/matter.ts'
import { labelled } from '../words.ts'
import type { MatterSight } from './result-view.ts'

type Whereabouts = MatterView['whereabouts'][number]

/** The tracker: for each open step where the matter is, with whom, since when, until when, and whether it is the reader's turn. */
export function viewWhereabouts(sight: MatterSight, actor: Actor, today: PlainDay): Whereabouts[] {
  const { definition, state, words } = sight
  const interested = interestedPeople(definition, state)
  const tasks = Object.values(state.tasks).map((task): Whereabouts => {
    const mine = mayAct({ verb: 'complete', task, actor, interested, on: today }).may
    return {
      step: labelled(task.step, words.step(definition.stem, task.step)),
      task: task.id,
      with: whoHas(sight, task),
      since: task.openedOn,
      ...(task.due === undefined ? {} : { expected: task.due.on }),
      myTurn: mine,
    }
  })
  const waits = Object.entries(state.waits).map(([id, wait]): Whereabouts => {
    const step = stepOfTask(id as TaskId)
    return {
      step: labelled(step, words.step(definition.stem, step)),
      with: wait.messages.map((message) => words.message(definition.stem, message)),
      since: wait.since,
      ...(wait.until === undefined ? {} : { expected: wait.until.on }),
      myTurn: false,
    }
  })
  return [...tasks, ...waits]
}

/** Who has a task, by name to the office and by role to others; other inventors are named to everybody on the matter. */
export function whoHas({ words, lookup, register }: Pick<MatterSight, 'words' | 'lookup' | 'register'>, task: Task): string[] {
  const roles = task.roles.map((key) => words.role(key))
  if (task.assignee !== undefined && (register === 'office' || task.party === 'inventor')) return [lookup.person(task.assignee).name]
  if (roles.length > 0) return roles
  return register === 'office' || task.party === 'inventor' ? task.people.map((one) => lookup.person(one).name) : []
}

/** Since when and with whom each open step is, by the step's name. */
export function viewOpenSteps(sight: MatterSight): ReadonlyMap<string, { readonly since: PlainDay; readonly with: string[] }> {
  const tasks = Object.values(sight.state.tasks).map((task) => [task.step, { since: task.openedOn, with: whoHas(sight, task) }] as const)
  const waits = Object.entries(sight.state.waits).map(
    ([id, wait]) => [stepOfTask(id as TaskId), { since: wait.since, with: [] as string[] }] as const,
  )
  return new Map([...waits, ...tasks])
}
