import type { PlainDay } from '#domain/day.ts'
import type { DeadlineClass, Due } from '#domain/deadline.ts'
import type { Citation } from '#domain/refusal.ts'
import type { MatterId } from '#domain/state.ts'
import type { Store, Viewer } from '../db.ts'
import { readAs } from '../reading.ts'
import { findCursorValues, pageOf, type Page } from './cursor.ts'
import { tiedTo } from './task-rows.ts'

/** A deadline of a matter's docket, or the due day of one of its tasks (`code` is then the task's id). */
export type DeadlineSummary = {
  readonly matter: MatterId
  readonly number: string
  readonly title: string
  readonly process: string
  readonly standing: 'open' | 'suspended' | 'closed'
  readonly department?: string
  readonly source: 'docket' | 'task'
  readonly code: string
  readonly class?: DeadlineClass
  readonly due: Due
  readonly provisional: boolean
  readonly citations: readonly Citation[]
  readonly notes: readonly string[]
  readonly closedOn?: PlainDay
  readonly tied: boolean
}

const selectDeadline = `${tiedTo('m')} AS tied, d.matter_id AS matter, m.number, m.title, m.process, m.standing, m.department_id AS department, d.source, d.code,
  d.deadline_class AS class, d.due, d.provisional, d.citations, d.notes, d.closed_on AS "closedOn"`

const fromDeadlines = 'FROM deadlines d JOIN matters m ON m.institution_id = d.institution_id AND m.id = d.matter_id'

function deadlineOf(row: object): DeadlineSummary {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as DeadlineSummary
}

/** Every deadline of a matter, met ones too, by day. */
export async function listDeadlinesOfMatter(store: Store, viewer: Viewer, matter: MatterId): Promise<DeadlineSummary[]> {
  const sql = `SELECT ${selectDeadline} ${fromDeadlines} WHERE d.institution_id = $1 AND d.matter_id = $2 ORDER BY d.due_on, d.source, d.code`
  return readAs(store, viewer, 'matter-deadlines', async (ask) => (await ask(sql, [viewer.institution, matter])).map(deadlineOf))
}

export type DeadlineFilter = {
  /** Due before this day. */
  readonly before?: PlainDay
  readonly class?: DeadlineClass
  readonly limit?: number
  readonly cursor?: string
}

/** One page of what is still due in all matters the viewer may see, earliest first; closed matters keep their docket. */
export async function listDeadlines(
  store: Store,
  viewer: Viewer,
  { before, class: kind, limit = 50, cursor }: DeadlineFilter,
): Promise<Page<DeadlineSummary>> {
  const after = (cursor === undefined ? undefined : findCursorValues(cursor, 4)) ?? ['', '', '', '']
  const sql = `SELECT d.due_on AS "dueOn", ${selectDeadline} ${fromDeadlines}
    WHERE d.institution_id = $1 AND d.closed_on IS NULL AND (d.due_on, d.matter_id, d.source, d.code) > ($2, $3, $4, $5)
      AND ($6::text IS NULL OR d.due_on < $6) AND ($7::text IS NULL OR d.deadline_class = $7)
    ORDER BY d.due_on, d.matter_id, d.source, d.code LIMIT $8`
  const values = [viewer.institution, ...after, before ?? null, kind ?? null, limit + 1]
  return readAs(store, viewer, 'deadlines', async (ask) => {
    const rows = await ask<{ dueOn: string; matter: string; source: string; code: string }>(sql, values)
    return pageOf(
      rows,
      limit,
      ({ dueOn: _, ...row }) => deadlineOf(row),
      (row) => [row.dueOn, row.matter, row.source, row.code],
    )
  })
}
