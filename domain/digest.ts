import type { PersonId } from './actor.ts'
import { addDays, compareDays, listDays, type PlainDay } from './day.ts'
import type { Party } from './definition.ts'
import { isPersonal } from './own-statement.ts'
import type { RoleKey } from './role.ts'
import type { MatterId, TaskId } from './state.ts'

/** The parts of a morning's mail, in the order in which they are read. */
export const digestParts = ['overdue', 'due-soon', 'assigned', 'new', 'deadlines', 'closed'] as const

export type DigestPart = (typeof digestParts)[number]

/** Days before a docketed deadline on which the office is told, and the day after it was missed. */
export const deadlineMarks: readonly number[] = [90, 30, 7, 1, -1]

/** Who gets a mail: his own keys, and those of the absent colleagues he stands in for today. */
export type DigestReader = {
  readonly person: PersonId
  readonly roles: readonly RoleKey[]
  readonly standsInFor: readonly { readonly person: PersonId; readonly roles: readonly RoleKey[] }[]
}

/** Which matter a line is about. */
export type DigestMatter = { readonly matter: MatterId; readonly process: string; readonly number: string; readonly title: string }

export type DigestTask = DigestMatter & {
  readonly task: TaskId
  readonly step: string
  readonly act: string
  readonly party: Party
  readonly openedOn: PlainDay
  readonly dueOn?: PlainDay
  readonly assignee?: PersonId
  readonly roles: readonly RoleKey[]
  readonly people: readonly PersonId[]
  readonly barred: readonly PersonId[]
}

/** What a morning has to tell, for everybody. */
export type MorningNews = {
  readonly tasks: readonly DigestTask[]
  /** Tasks delegated or reassigned since the last round, and to whom. */
  readonly assignments: readonly { readonly matter: MatterId; readonly task: TaskId; readonly to: PersonId }[]
  readonly deadlines: readonly (DigestMatter & { readonly code: string; readonly dueOn: PlainDay })[]
  /** Matters closed since the last round, and who is tied to them. */
  readonly closed: readonly (DigestMatter & { readonly outcome: string; readonly people: readonly PersonId[] })[]
}

/** The days a round tells of: what happened from `from` up to yesterday, and what falls due up to `soon`. */
export type MorningSpan = { readonly from: PlainDay; readonly today: PlainDay; readonly soon: PlainDay }

/** One line: a task by its step, a deadline by its code, an ended matter by its outcome. */
export type DigestLine = DigestMatter & { readonly is: 'step' | 'deadline' | 'outcome'; readonly name: string; readonly dueOn?: PlainDay }

export type Digest = { readonly [part in DigestPart]: readonly DigestLine[] }

/** What one person is told this morning; undefined when there is nothing. Each task stands in one part only. */
export function findDigest(news: MorningNews, reader: DigestReader, { from, today, soon }: MorningSpan): Digest | undefined {
  const own = news.tasks.filter((task) => isFor(task, reader))
  const given = news.assignments.filter((one) => one.to === reader.person).map(({ matter, task }) => `${matter}/${task}`)
  const partOf = (task: DigestTask): DigestPart | undefined => {
    if (task.dueOn !== undefined && task.dueOn < today) return 'overdue'
    if (task.dueOn !== undefined && task.dueOn <= soon) return 'due-soon'
    if (given.includes(`${task.matter}/${task.task}`)) return 'assigned'
    return task.openedOn >= from && task.openedOn < today ? 'new' : undefined
  }
  const tasksOf = (part: DigestPart) => own.filter((task) => partOf(task) === part).map(lineOfTask)
  const isOffice = reader.roles.some((role) => docketRoles.includes(role))
  const digest: Digest = {
    overdue: inOrder(tasksOf('overdue')),
    'due-soon': inOrder(tasksOf('due-soon')),
    assigned: inOrder(tasksOf('assigned')),
    new: inOrder(tasksOf('new')),
    deadlines: isOffice
      ? inOrder(news.deadlines.map((one) => ({ ...matterOf(one), is: 'deadline', name: one.code, dueOn: one.dueOn })))
      : [],
    closed: news.closed
      .filter((one) => one.people.includes(reader.person))
      .map((one) => ({ ...matterOf(one), is: 'outcome', name: one.outcome })),
  }
  return digestParts.every((part) => digest[part].length === 0) ? undefined : digest
}

/** Roles that keep the docket and know what its matters are about. */
const docketRoles: readonly string[] = ['ipo_officer', 'tech_manager', 'legal']

/** The due days that reach one of their marks after `last`, the day of the round before, and by `today`. */
export function listMarkedDays(last: PlainDay, today: PlainDay): PlainDay[] {
  const days = listDays(addDays(last, 1), today)
  return [...new Set(deadlineMarks.flatMap((mark) => days.map((day) => addDays(day, mark))))].toSorted(compareDays)
}

/** A task concerns its holder, or, while nobody holds it, everybody who may take it; whoever is barred never. */
function isFor(task: DigestTask, { person, roles, standsInFor }: DigestReader): boolean {
  if (task.barred.includes(person)) return false
  // What is personal is done in person, and whoever stands in for one with an interest may not act either.
  const absent = standsInFor.filter((one) => !isPersonal(task) && !task.barred.includes(one.person))
  return [{ person, roles }, ...absent].some((one) => concerns(task, one))
}

function concerns(task: DigestTask, { person, roles }: { readonly person: PersonId; readonly roles: readonly RoleKey[] }): boolean {
  if (task.assignee !== undefined) return task.assignee === person
  // Everybody is an inventor: a task open to all inventors is news for none of them.
  return task.people.includes(person) || task.roles.some((role) => role !== 'inventor' && roles.includes(role))
}

function matterOf({ matter, process, number, title }: DigestMatter): DigestMatter {
  return { matter, process, number, title }
}

function lineOfTask(task: DigestTask): DigestLine {
  return { ...matterOf(task), is: 'step', name: task.step, ...(task.dueOn === undefined ? {} : { dueOn: task.dueOn }) }
}

/** The earliest due first, then by number; without a due day last. */
function inOrder(lines: readonly DigestLine[]): DigestLine[] {
  const late = '9999-12-31' as PlainDay
  return lines.toSorted((a, b) => compareDays(a.dueOn ?? late, b.dueOn ?? late) || (a.number < b.number ? -1 : a.number > b.number ? 1 : 0))
}
