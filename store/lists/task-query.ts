import type { MatterId } from '#domain/state.ts'
import type { PlainDay } from '#domain/day.ts'
import { departmentRoles, roleOfKey } from '#domain/role.ts'
import { unreachable } from '#domain/unreachable.ts'
import type { Viewer } from '../db.ts'

/**
 * Which open tasks: `mine` are held by him or wait for him by name; `group` nobody holds and he may take; `delegated` he gave
 * away and they come back; `department` are those of his departments, `overdue` those he may take part in that are late.
 */
export type TaskList = 'mine' | 'group' | 'delegated' | 'department' | 'overdue'

export type TaskFilter = {
  readonly list: TaskList
  /** The office's day: what is due before it is late. */
  readonly today: PlainDay
  readonly process?: string
  readonly step?: string
  readonly assignee?: string
  readonly dueBefore?: PlainDay
  readonly department?: string
  readonly matter?: MatterId
  /** Words of the matter's title, or part of its number. */
  readonly q?: string
}

/** A key under which candidates find tasks (a role's, or a person's behind a sign, so that no person is taken for a role), and whether somebody holds them. */
type Key = readonly [candidate: string, assigned: boolean]

/** The candidate keys of a list. */
function keysOf({ person, roles, standsInFor = [] }: Viewer, list: Exclude<TaskList, 'department'>): Key[] {
  const people = [...(person === undefined ? [] : [person]), ...standsInFor]
  const held = people.map((one): Key => [`=${one}`, true])
  const owned = people.map((one): Key => [`^${one}`, true])
  const named = people.map((one): Key => [`+${one}`, false])
  const asRole = roles.map((role): Key => [role, false])
  switch (list) {
    case 'mine':
      return [...held, ...named]
    case 'group':
      return [...asRole, ...named]
    case 'delegated':
      return owned
    case 'overdue':
      return [...held, ...named, ...asRole, ...owned, ...roles.map((role): Key => [role, true])]
    default:
      return unreachable(list)
  }
}

/** SQL that finds a list's tasks, with its values; `$1` is the institution. */
export type TaskSearch = {
  /** Distinguishes statements: the same name means the same text. */
  readonly name: string
  readonly values: readonly unknown[]
  /** Rows `due_sort, matter_id, task_id` after the cursor's three placeholders, in order, as many as the limit's. */
  readonly page: (after: readonly [string, string, string], limit: string) => string
  readonly count: string
}

/** Puts the SQL of a list together. */
export function searchTasks(viewer: Viewer, filter: TaskFilter): TaskSearch {
  return filter.list === 'department' ? searchDepartment(viewer, filter) : searchCandidacies(viewer, filter, filter.list)
}

function searchCandidacies(viewer: Viewer, filter: TaskFilter, list: Exclude<TaskList, 'department'>): TaskSearch {
  const keys = keysOf(viewer, list)
  const values = [viewer.institution, `!${viewer.person ?? ''}`, keys.map(([candidate]) => candidate), keys.map(([, assigned]) => assigned)]
  const narrow = narrowing(filter, { matter: 'c.matter_id', task: 'c.task_id', due: 'c.due_sort' }, values.length + 1)
  const keyed = 'unnest($3::text[], $4::boolean[]) AS k (candidate, assigned)'
  const isHeld = (key: string) => `c.institution_id = $1 AND c.candidate = ${key}.candidate AND c.assigned = ${key}.assigned`
  const barred = 'SELECT b.matter_id, b.task_id FROM task_candidates b WHERE b.institution_id = $1 AND b.candidate = $2'
  // A key is read in the order of due days by itself, and the heads of all are merged: nothing is sorted that is not shown.
  const page: TaskSearch['page'] = ([due, matter, task], limit) => `SELECT DISTINCT found.due_sort, found.matter_id, found.task_id
    FROM ${keyed} CROSS JOIN LATERAL (
      SELECT c.due_sort, c.matter_id, c.task_id FROM task_candidates c
      WHERE ${isHeld('k')} AND (c.due_sort, c.matter_id, c.task_id) > (${due}, ${matter}, ${task})
        AND (c.matter_id, c.task_id) NOT IN (${barred}) ${narrow.sql}
      ORDER BY c.due_sort, c.matter_id, c.task_id LIMIT ${limit}
    ) found ORDER BY 1, 2, 3 LIMIT ${limit}`
  const hasTask = (key: string, task: string) => `EXISTS (SELECT 1 FROM ${key} CROSS JOIN LATERAL (
      SELECT FROM task_candidates c WHERE ${isHeld(key)} AND c.matter_id = ${task}.matter_id AND c.task_id = ${task}.task_id ${narrow.sql} OFFSET 0) one OFFSET 0)`
  // The longest key is only counted; what the shorter ones add is looked up in it, and the few barred in all.
  const count = `WITH k AS MATERIALIZED (
      SELECT k.candidate, k.assigned, (SELECT count(*) FROM task_candidates c WHERE ${isHeld('k')} ${narrow.sql}) AS length FROM ${keyed}),
    longest AS MATERIALIZED (SELECT * FROM k ORDER BY length DESC, candidate, assigned LIMIT 1),
    added AS (SELECT DISTINCT found.matter_id, found.task_id FROM k CROSS JOIN LATERAL (
        SELECT c.matter_id, c.task_id FROM task_candidates c WHERE ${isHeld('k')} ${narrow.sql} OFFSET 0) found
      WHERE k.length > 0 AND (k.candidate, k.assigned) <> (SELECT candidate, assigned FROM longest) AND NOT ${hasTask('longest', 'found')})
    SELECT (coalesce((SELECT length FROM longest), 0) + (SELECT count(*) FROM added)
      - (SELECT count(*) FROM (${barred}) b WHERE ${hasTask('k', 'b')}))::integer AS count`
  return { name: `tasks/${narrow.name}`, values: [...values, ...narrow.values], page, count }
}

function searchDepartment(viewer: Viewer, filter: TaskFilter): TaskSearch {
  const departments = viewer.roles.filter((key) => departmentRoles.includes(roleOfKey(key))).flatMap((key) => key.split('@').slice(1))
  const values = [viewer.institution, departments]
  const narrow = narrowing(filter, { matter: 't.matter_id', task: 't.id', due: "coalesce(t.due_on, '9999')" }, values.length + 1)
  const found = `t.institution_id = $1 AND t.department_id = ANY ($2::text[]) AND t.status = 'open' ${narrow.sql}`
  const page: TaskSearch['page'] = ([due, matter, task], limit) => `
    SELECT coalesce(t.due_on, '9999') AS due_sort, t.matter_id, t.id AS task_id FROM tasks t
    WHERE ${found} AND (coalesce(t.due_on, '9999'), t.matter_id, t.id) > (${due}, ${matter}, ${task}) ORDER BY 1, 2, 3 LIMIT ${limit}`
  const count = `SELECT count(*)::integer AS count FROM tasks t WHERE ${found}`
  return { name: `department/${narrow.name}`, values: [...values, ...narrow.values], page, count }
}

/** How a list's SQL names a task, and the day it is due. */
type Named = { readonly matter: string; readonly task: string; readonly due: string }

/** Suspension stops service days: these tasks are not late however long ago their day was. They are few, and found once a statement. */
const stoppedTasks = `SELECT st.matter_id, st.id FROM matters sm
  JOIN tasks st ON st.institution_id = sm.institution_id AND st.matter_id = sm.id
  WHERE sm.institution_id = $1 AND sm.standing = 'suspended' AND st.status = 'open' AND coalesce(st.deadline_class, 'service') = 'service'`

/** Conditions beyond the list itself; those on the task and its matter are asked only where they are wanted. */
function narrowing(filter: TaskFilter, named: Named, from: number): { name: string; sql: string; values: readonly string[] } {
  const { list, today, dueBefore, process, step, assignee, department, q } = filter
  const ofTask = (
    condition: string,
  ) => `EXISTS (SELECT 1 FROM tasks f JOIN matters fm ON fm.institution_id = f.institution_id AND fm.id = f.matter_id
    WHERE f.institution_id = $1 AND f.matter_id = ${named.matter} AND f.id = ${named.task} AND ${condition} OFFSET 0)`
  const late = `${named.due} < ? AND (${named.matter}, ${named.task}) NOT IN (${stoppedTasks})`
  const wanted: readonly (readonly [string, string | undefined])[] = [
    [late, list === 'overdue' ? today : undefined],
    [`${named.due} < ?`, dueBefore],
    [`${named.matter} = ?`, filter.matter],
    [ofTask('f.process = ?'), process],
    [ofTask('f.step = ?'), step],
    [ofTask('f.assignee = ?'), assignee],
    [ofTask('f.department_id = ?'), department],
    [ofTask('(fm.title ILIKE ? OR fm.number ILIKE ?)'), q === undefined ? undefined : patternOf(q)],
  ]
  const name = wanted.map(([, value]) => (value === undefined ? 0 : 1)).join('')
  const given = wanted.filter((one): one is readonly [string, string] => one[1] !== undefined)
  const conditions = given.map(([condition], index) => `AND ${condition.replaceAll('?', `$${from + index}`)}`)
  return { name, sql: conditions.join(' '), values: given.map(([, value]) => value) }
}

/** What ILIKE looks for to find these words anywhere; signs that mean something to it mean themselves. */
export function patternOf(words: string): string {
  return `%${words.replace(/[\\%_]/g, '\\$&')}%`
}
