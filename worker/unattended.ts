import type { InstitutionId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import { interestedPeople } from '#domain/project.ts'
import { processes } from '#domain/registry.gen.ts'
import type { MatterState, Task } from '#domain/state.ts'
import { mayAct } from '#domain/who-may.ts'
import type { Store } from '#store/db.ts'
import { listSuspects, type Suspect } from '#store/lists/unattended.ts'

/** An open task that nobody may do. */
export type Unattended = { readonly state: MatterState; readonly task: Task }

/** Open tasks for which nobody eligible is left on `on`: barred, without the role, or gone. */
export async function listUnattended(store: Store, institution: InstitutionId, on: PlainDay): Promise<Unattended[]> {
  const suspects = await listSuspects(store, institution, on)
  return suspects.flatMap((suspect) => {
    const task = suspect.state.tasks[suspect.task]
    return task === undefined || mayAnybody(suspect, task, on) ? [] : [{ state: suspect.state, task }]
  })
}

/** Whether one of the actors may do the task, were it free or his. */
function mayAnybody({ state, actors }: Suspect, task: Task, on: PlainDay): boolean {
  const definition = processes[state.head.process]
  // A process that this program does not know is no finding about its people.
  if (definition === undefined) return true
  const interested = interestedPeople(definition, state)
  const { assignee, ...free } = task
  return actors.some((actor) => mayAct({ verb: 'claim', task: assignee === actor.person ? task : free, actor, interested, on }).may)
}
