import type { DepartmentId, PersonId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { DeadlineClass, Due } from '#domain/deadline.ts'
import type { Act, Party } from '#domain/definition.ts'
import type { Citation } from '#domain/refusal.ts'
import type { RoleKey } from '#domain/role.ts'
import type { MatterId, TaskId } from '#domain/state.ts'

/** A task as lists show it, with its matter's number and title. */
export type TaskSummary = {
  readonly matter: MatterId
  readonly id: TaskId
  readonly number: string
  readonly title: string
  readonly process: string
  readonly step: string
  readonly status: 'open' | 'done' | 'dropped'
  readonly standing: 'open' | 'suspended' | 'closed'
  readonly party: Party
  readonly act: Act
  readonly form: string
  readonly roles: readonly RoleKey[]
  readonly people: readonly PersonId[]
  readonly barred: readonly PersonId[]
  readonly assignee?: PersonId
  readonly owner?: PersonId
  readonly department?: DepartmentId
  readonly openedOn: PlainDay
  readonly due?: Due
  readonly class?: DeadlineClass
  readonly followUpOn?: PlainDay
  readonly outcome?: string
  readonly reason?: string
  readonly citations?: readonly Citation[]
  readonly closedOn?: PlainDay
  readonly closedBy?: PersonId
  readonly closedAs?: string
}

/** The columns `taskOf` reads; `t` is the task, `m` its matter. */
export const taskSelection = `t.matter_id AS matter, t.id, m.number, m.title, t.process, t.step, t.status, m.standing, t.party, t.act, t.form, t.roles, t.people,
  t.barred, t.assignee, t.owner, t.department_id AS department, t.opened_on AS "openedOn", t.due, t.deadline_class AS class, t.follow_up_on AS "followUpOn",
  t.outcome, t.reason, t.citations, t.closed_on AS "closedOn", t.closed_by AS "closedBy", t.closed_as AS "closedAs"`

/** A row as a task; what is null in the table is absent. */
export function taskOf(row: object): TaskSummary {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as TaskSummary
}
