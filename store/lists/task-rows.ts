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
  /** Whether the viewer himself is tied to the matter, may take or holds one of its tasks, or closed one. */
  readonly tied: boolean
}

/** SQL: whether the viewer of the transaction is himself tied to the matter under this alias, beside what his roles let him see. */
export function tiedTo(matter: string): string {
  const ofMatter = (alias: string) => `${alias}.institution_id = ${matter}.institution_id AND ${alias}.matter_id = ${matter}.id`
  return `(EXISTS (SELECT 1 FROM matter_people tp WHERE ${ofMatter('tp')} AND tp.person_id = (SELECT app_person()) OFFSET 0)
    OR EXISTS (SELECT 1 FROM task_candidates tc WHERE ${ofMatter('tc')} AND tc.candidate = ANY ((SELECT app_keys())::text[])
      AND tc.candidate <> (SELECT '!' || coalesce(app_person(), '')) OFFSET 0))`
}

/** The columns `taskOf` reads; `t` is the task, `m` its matter. */
export const selectTask = `${tiedTo('m')} AS tied,
  t.matter_id AS matter, t.id, m.number, m.title, t.process, t.step, t.status, m.standing, t.party, t.act, t.form, t.roles, t.people,
  t.barred, t.assignee, t.owner, t.department_id AS department, t.opened_on AS "openedOn", t.due, t.deadline_class AS class, t.follow_up_on AS "followUpOn",
  t.outcome, t.reason, t.citations, t.closed_on AS "closedOn", t.closed_by AS "closedBy", t.closed_as AS "closedAs"`

/** A row as a task; what is null in the table is absent. */
export function taskOf(row: object): TaskSummary {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as TaskSummary
}
