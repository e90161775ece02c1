import type { InstitutionId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import { interestedPeople } from '#domain/project.ts'
import { processes } from '#domain/registry.gen.ts'
import { mayAct } from '#domain/who-may.ts'
import type { Store } from '#store/db.ts'
import { listSuspects, readSuspect, type Suspect } from '#store/lists/unattended.ts'

/** Open tasks for which nobody eligible is left on `on`: barred, without the role, or gone. */
export async function listUnattended(store: Store, institution: InstitutionId, on: PlainDay): Promise<Suspect[]> {
  const unattended: Suspect[] = []
  for (const suspect of await listSuspects(store, institution, on)) {
    if (suspect.candidates.length === 0 || !(await mayAnybody(store, institution, suspect, on))) unattended.push(suspect)
  }
  return unattended
}

/** Whether one of the candidates may do the task, were it free or his. */
async function mayAnybody(store: Store, institution: InstitutionId, suspect: Suspect, on: PlainDay): Promise<boolean> {
  const { state, actors } = await readSuspect(store, institution, suspect, on)
  const task = state.tasks[suspect.task]
  const definition = processes[state.head.process]
  // Done meanwhile; or a process that this program does not know, which is no finding about its people.
  if (task === undefined || definition === undefined) return true
  const interested = interestedPeople(definition, state)
  const { assignee, ...free } = task
  return actors.some((actor) => mayAct({ verb: 'claim', task: assignee === actor.person ? task : free, actor, interested, on }).may)
}
