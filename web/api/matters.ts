import type { MatterView } from '#schemas/api/matter.ts'
import type { TaskView } from '#schemas/api/task.ts'

/** The names of everybody whom a matter and a task name. */
export function namesOfMatter(matter: MatterView | undefined, task?: TaskView): { readonly [person: string]: string } {
  const people = [
    ...(matter?.people.map(({ person }) => person) ?? []),
    ...(matter?.tasks.flatMap((one) => [...one.people, ...(one.assignee === undefined ? [] : [one.assignee])]) ?? []),
    ...(task?.people ?? []),
    ...(task?.assignee === undefined ? [] : [task.assignee]),
    ...(matter?.openedBy === undefined ? [] : [matter.openedBy]),
  ]
  return Object.fromEntries(people.map(({ id, name }) => [id, name]))
}
