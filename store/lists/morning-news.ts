import type { InstitutionId, PersonId } from '#domain/actor.ts'
import type { Calendar } from '#domain/calendar.ts'
import type { PlainDay } from '#domain/day.ts'
import type { DigestReader, DigestTask, MorningNews, MorningSpan } from '#domain/digest.ts'
import type { MatterId, TaskId } from '#domain/state.ts'
import { systemViewer, type Store } from '../db.ts'
import { unwrapKey } from '../keys.ts'
import { readAs, type Ask } from '../reading.ts'
import { unsealJson } from '../seal.ts'
import { factsPlace } from '../record/stored.ts'

/** Somebody with an address, and what concerns him. */
export type MailReader = DigestReader & {
  readonly name: string
  readonly nameLatin?: string
  readonly mail: string
  readonly language: string
}

/** The calendar of the house, every notice that is loaded. */
export async function readCalendar(store: Store, institution: InstitutionId): Promise<Calendar> {
  return readAs(store, systemViewer(institution), 'morning-calendar', async (ask) =>
    ask<Calendar[number]>(
      `SELECT year, source, issued_on AS "issuedOn", invented, off, working_weekends AS "workingWeekends" FROM calendars
       WHERE institution_id = $1 ORDER BY year, issued_on`,
      [institution],
    ),
  )
}

/**
 * What a morning has to tell: the days of `span`, and the deadlines that fall on one of `markedDays`. A matter that is closed keeps
 * its docket: an annuity falls due though the process that granted the patent is over.
 */
export async function readMorningNews(
  store: Store,
  institution: InstitutionId,
  span: MorningSpan,
  markedDays: readonly PlainDay[],
): Promise<MorningNews> {
  return readAs(store, systemViewer(institution), 'morning-news', async (ask) => {
    const assignments = await readAssignments(store, ask, institution, span)
    const tasks = await readTasks(ask, institution, span, assignments)
    const deadlines = await ask<MorningNews['deadlines'][number]>(
      `SELECT ${matterColumns}, d.code, d.due_on AS "dueOn" FROM deadlines d JOIN matters m ON m.institution_id = d.institution_id AND m.id = d.matter_id
       WHERE d.institution_id = $1 AND d.closed_on IS NULL AND d.source = 'docket' AND d.due_on = ANY ($2::text[])`,
      [institution, markedDays],
    )
    const closed = await ask<MorningNews['closed'][number]>(
      `SELECT ${matterColumns}, m.outcome,
         ARRAY(SELECT DISTINCT p.person_id FROM matter_people p WHERE p.institution_id = m.institution_id AND p.matter_id = m.id) AS people
       FROM matters m WHERE m.institution_id = $1 AND m.last_on >= $2 AND m.closed_on >= $2 AND m.closed_on < $3`,
      [institution, span.from, span.today],
    )
    return { tasks, assignments, deadlines, closed }
  })
}

const matterColumns = 'm.id AS matter, m.process, m.number, m.title'

type Assignment = MorningNews['assignments'][number]
type AssignmentRow = { matter: MatterId; seq: number; facts: Buffer; generation: number; wrapped: Buffer }

/** Who was given a task by delegation or reassignment. What was erased since is told to nobody. */
async function readAssignments(store: Store, ask: Ask, institution: InstitutionId, { from, today }: MorningSpan): Promise<Assignment[]> {
  const rows = await ask<AssignmentRow>(
    `SELECT a.matter_id AS matter, a.seq, a.facts, a.key_generation AS generation, k.wrapped
     FROM matters m JOIN actions a ON a.institution_id = m.institution_id AND a.matter_id = m.id
       JOIN matter_keys k ON k.institution_id = a.institution_id AND k.matter_id = a.matter_id AND k.generation = a.key_generation
     WHERE m.institution_id = $1 AND m.last_on >= $2 AND m.standing <> 'closed' AND a.kind IN ('TaskDelegated', 'TaskReassigned')
       AND a.on_day >= $2 AND a.on_day < $3 ORDER BY a.at`,
    [institution, from, today],
  )
  return rows.map(({ matter, seq, facts, generation, wrapped }) => {
    const owner = `matter/${matter}` as const
    const { key } = unwrapKey(store, institution, owner, generation, wrapped)
    const { task, to } = unsealJson<{ task: TaskId; to: PersonId }>(key, factsPlace(institution, owner, seq), facts)
    return { matter, task, to }
  })
}

type TaskRow = Omit<DigestTask, 'dueOn' | 'assignee'> & { readonly dueOn: PlainDay | null; readonly assignee: PersonId | null }

/** Open tasks that are new, given to somebody, due soon or overdue. Service days of a suspended matter stand still. */
async function readTasks(
  ask: Ask,
  institution: InstitutionId,
  { from, today, soon }: MorningSpan,
  given: readonly Assignment[],
): Promise<DigestTask[]> {
  const rows = await ask<TaskRow>(
    `SELECT ${matterColumns}, t.id AS task, t.step, t.act, t.party, t.opened_on AS "openedOn", t.due_on AS "dueOn", t.assignee, t.roles, t.people, t.barred
     FROM tasks t JOIN matters m ON m.institution_id = t.institution_id AND m.id = t.matter_id
     WHERE t.institution_id = $1 AND t.status = 'open' AND (m.standing = 'open' OR t.deadline_class IN ('statutory', 'contractual', 'notice'))
       AND (t.due_on <= $4 OR (t.opened_on >= $2 AND t.opened_on < $3)
         OR (t.matter_id, t.id) IN (SELECT * FROM unnest($5::text[], $6::text[])))`,
    [institution, from, today, soon, given.map((one) => one.matter), given.map((one) => one.task)],
  )
  return rows.map(({ dueOn, assignee, ...row }) => ({
    ...row,
    ...(dueOn === null ? {} : { dueOn }),
    ...(assignee === null ? {} : { assignee }),
  }))
}

type ReaderRow = Omit<MailReader, 'nameLatin'> & { readonly nameLatin: string | null }

/** Everybody of the house who has a mail address, with what he holds on `today`. */
export async function readMailReaders(store: Store, institution: InstitutionId, today: PlainDay): Promise<MailReader[]> {
  const rolesOf = (
    person: string,
  ) => `SELECT DISTINCT r.role_key FROM role_assignments r WHERE r.institution_id = p.institution_id AND r.person_id = ${person}
    AND r.status = 'active' AND r.from_day <= $2 AND (r.to_day IS NULL OR r.to_day >= $2)`
  const sql = `SELECT p.id AS person, p.name, p.name_latin AS "nameLatin", p.mail, p.language, ARRAY(${rolesOf('p.id')}) AS roles,
      coalesce((SELECT jsonb_agg(jsonb_build_object('person', d.person_id, 'roles',
          ARRAY(${rolesOf('d.person_id')} AND (cardinality(d.role_keys) = 0 OR r.role_key = ANY (d.role_keys)))))
        FROM deputies d WHERE d.institution_id = p.institution_id AND d.deputy_id = p.id AND NOT d.revoked AND d.from_day <= $2 AND d.to_day >= $2), '[]') AS "standsInFor"
    FROM people p WHERE p.institution_id = $1 AND p.status = 'active' AND p.mail <> '' ORDER BY p.id`
  const rows = await readAs(store, systemViewer(institution), 'mail-readers', (ask) => ask<ReaderRow>(sql, [institution, today]))
  return rows.map(({ nameLatin, ...row }) => ({ ...row, ...(nameLatin === null ? {} : { nameLatin }) }))
}
