import type { DocketEntry } from '#domain/action.ts'
import type { PlainDay } from '#domain/day.ts'
import type { Due } from '#domain/deadline.ts'
import type { MatterPerson } from '#domain/definition.ts'
import type { Rows, TaskRow } from '#domain/project.ts'
import type { Citation } from '#domain/refusal.ts'
import type { MatterState } from '#domain/state.ts'
import { searchTokens } from '../lists/search-tokens.ts'

/** Rows as the tables of the lists take them: column names are keys, absent values null. */
export type ListRows = {
  readonly tasks: readonly TaskColumns[]
  readonly candidates: readonly CandidateColumns[]
  readonly deadlines: readonly DeadlineColumns[]
  readonly people: readonly PersonColumns[]
  readonly tokens: readonly string[]
}

/** The day that tasks without a due day are sorted by: after all others. */
export const noDueDay = '9999'

export type TaskColumns = ReturnType<typeof taskColumns>
export type CandidateColumns = {
  readonly task_id: string
  readonly candidate: string
  readonly assigned: boolean
  readonly due_sort: string
}
export type PersonColumns = { readonly person_id: string; readonly relation: string; readonly share_bp: number | null }
export type DeadlineColumns = {
  readonly source: 'docket' | 'task'
  readonly code: string
  readonly deadline_class: string | null
  readonly due_on: string
  readonly provisional: boolean
  readonly due: Due | undefined
  readonly citations: readonly Citation[]
  readonly notes: readonly string[]
  readonly closed_on: PlainDay | null
}

/** Turns projected rows into columns. */
export function listRows(state: MatterState, rows: Rows): ListRows {
  const department = state.head.department ?? null
  return {
    tasks: rows.tasks.map((row) => taskColumns(row, state.head.process, department, state.seq)),
    candidates: rows.tasks.filter((row) => row.status === 'open').flatMap(candidateColumns),
    deadlines: [...rows.tasks.filter((row) => row.due !== undefined).map(taskDeadline), ...rows.deadlines.map(docketDeadline)],
    people: peopleColumns(rows.people),
    tokens: tokensOf(rows.matter.title, state),
  }
}

/** Each person once for each relation; the last share named counts. */
export function peopleColumns(people: readonly MatterPerson[]): PersonColumns[] {
  const rows = people.map((one) => ({ person_id: one.person as string, relation: one.relation as string, share_bp: one.shareBp ?? null }))
  return [...new Map(rows.map((row) => [`${row.person_id}/${row.relation}`, row])).values()]
}

/** What a matter is found by: its title and its number. */
export function tokensOf(title: string, state: MatterState): string[] {
  return searchTokens(`${title} ${state.head.number}`)
}

function taskColumns(row: TaskRow, process: string, department: string | null, seq: number) {
  return {
    id: row.id as string,
    process,
    step: row.step,
    status: row.status as string,
    party: row.party as string,
    act: row.act,
    form: row.form,
    roles: row.roles as readonly string[],
    people: row.people as readonly string[],
    barred: row.barred as readonly string[],
    assignee: row.assignee ?? null,
    owner: row.owner ?? null,
    department_id: department,
    opened_on: row.openedOn as string,
    due_on: row.due?.on ?? null,
    due: row.due ?? null,
    deadline_class: row.class ?? null,
    follow_up_on: row.followUpOn ?? null,
    outcome: row.outcome ?? null,
    reason: row.reason ?? null,
    citations: row.citations ?? null,
    closed_on: row.closedOn ?? null,
    closed_by: row.closedBy?.is === 'person' ? (row.closedBy.person as string) : null,
    closed_as: row.closedBy?.is === 'person' ? (row.closedBy.as as string) : (row.closedBy?.name ?? null),
    seq,
  }
}

/** Under which keys an open task is found: roles, `+` people named, `=` its holder, `^` its owner while delegated, `!` whoever is barred. */
function candidateColumns(row: TaskRow): CandidateColumns[] {
  const holder = row.assignee === undefined ? [] : [`=${row.assignee}`]
  const owner = row.owner === undefined ? [] : [`^${row.owner}`]
  const named = row.people.map((person) => `+${person}`)
  const keys = new Set<string>([...row.roles, ...named, ...holder, ...owner, ...row.barred.map((person) => `!${person}`)])
  const shared = { task_id: row.id, assigned: row.assignee !== undefined, due_sort: row.due?.on ?? noDueDay }
  return [...keys].map((candidate) => ({ ...shared, candidate }))
}

function taskDeadline(row: TaskRow): DeadlineColumns {
  return {
    source: 'task',
    code: row.id,
    deadline_class: row.class ?? null,
    due_on: row.due?.on ?? noDueDay,
    provisional: row.due?.provisional ?? false,
    due: row.due,
    citations: [],
    notes: [],
    closed_on: row.closedOn ?? null,
  }
}

function docketDeadline(entry: DocketEntry): DeadlineColumns {
  const { code, due, citations, notes, metOn } = entry
  return {
    source: 'docket',
    code,
    deadline_class: entry.class,
    due_on: due.on,
    provisional: due.provisional,
    due,
    citations,
    notes: notes ?? [],
    closed_on: metOn ?? null,
  }
}
