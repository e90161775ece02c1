import type { MatterView } from '#schemas/api/matter.ts'
import type { TaskView } from '#schemas/api/task.ts'

/** The names of everybody whom a matter and a task name, and of the department whose matter it is. */
export function namesOfMatter(matter: MatterView | undefined, task?: TaskView): { readonly [person: string]: string } {
  const named = [
    ...(matter?.people.map(({ person }) => person) ?? []),
    ...(matter?.tasks.flatMap((one) => [...one.people, ...(one.assignee === undefined ? [] : [one.assignee])]) ?? []),
    ...(task?.people ?? []),
    ...(task?.assignee === undefined ? [] : [task.assignee]),
    ...(matter?.openedBy === undefined ? [] : [matter.openedBy]),
    ...(matter?.department === undefined ? [] : [matter.department]),
  ]
  return Object.fromEntries(named.map(({ id, name }): [string, string] => [id, name]))
}
