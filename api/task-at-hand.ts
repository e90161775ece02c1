import type { Task } from '#domain/state.ts'
import { findTaskAddress } from '#schemas/api/task-address.ts'
import type { TaskView } from '#schemas/api/task.ts'
import { findTask } from '#store/lists/tasks.ts'
import type { TaskSummary } from '#store/lists/task-rows.ts'
import { findDraftOf, type DraftOf } from './drafts.ts'
import { logReading, sightOf, takeMatter, type MatterAtHand } from './matter-at-hand.ts'
import { getPinned } from './policy-in-force.ts'
import { notFound } from './problem.ts'
import type { PeopleCall } from './route.ts'
import { viewClosedTask } from './views/closed-task-view.ts'
import { peopleOfTask, viewTaskRow } from './views/task-row-view.ts'
import { mayWork, viewTask } from './views/task-view.ts'
import { mayReadDraft } from './visibility.ts'

/** A task that a request is about: its matter, its row, and the task itself while it is open. */
export type TaskAtHand = { readonly matter: MatterAtHand; readonly row: TaskSummary; readonly task?: Task }

/** Finds a task by its address. Throws 404 where there is none or the walls hide it. */
export async function takeTask(call: PeopleCall, address: string | undefined): Promise<TaskAtHand> {
  const named = findTaskAddress(address ?? '')
  if (named === undefined) throw notFound()
  const { deps, who } = call
  const [row, matter] = await Promise.all([findTask(deps.store, who.viewer, named.matter, named.task), takeMatter(call, named.matter)])
  if (row === undefined) throw notFound()
  const task = matter.state.tasks[named.task]
  return { matter, row, ...(task === undefined ? {} : { task }) }
}

/** The same to be shown: the reading is written to the matter's log. */
export async function readTask(call: PeopleCall, address: string | undefined): Promise<TaskAtHand> {
  const hand = await takeTask(call, address)
  await logReading(call, hand.matter, `task/${address}`)
  return hand
}

/** The draft's place. */
export function draftOf({ matter, row, task }: TaskAtHand): DraftOf {
  return {
    subject: { matter: matter.row.id, task: row.id },
    stem: matter.definition.stem,
    ...(task?.private === true ? { isPrivate: true } : {}),
  }
}

/** A task as its worker's page shows it. */
export async function describeTask(call: PeopleCall, hand: TaskAtHand): Promise<TaskView> {
  const { matter, row, task } = hand
  const { deps, who, words, today } = call
  const loaded = await sightOf(call, matter, peopleOfTask(row))
  const { sight, lookup, names } = loaded
  const shown = viewTaskRow(row, words, lookup, today, matter.knows)
  if (task === undefined) return viewClosedTask(sight, shown, names)
  const [{ policy }, draft] = await Promise.all([
    getPinned(deps.store, who.institution, matter.definition.stem, matter.state.head.policyVersion),
    matter.knows && mayReadDraft(task, matter.reader, mayWork({ sight, task, actor: who.actor, today }))
      ? findDraftOf(call, draftOf(hand))
      : undefined,
  ])
  return viewTask({
    sight,
    row: shown,
    task,
    actor: who.actor,
    policy,
    names,
    knows: matter.knows,
    today,
    ...(draft === undefined ? {} : { draft }),
  })
}
