import { computeDue } from './deadline.ts'
import type { DueRule } from './deadline.ts'
import type { PlainDay } from './day.ts'
import type { PatentDeadline, PatentDeadlineCode, PatentDeadlineNote, PatentTimes } from './patent-time-facts.ts'
import type { Citation } from './refusal.ts'

/** A period and the day it is counted from; unknown while the event has not happened. */
export type Count = { readonly rule: DueRule; readonly from: PlainDay | undefined }

/** One line of the table of patent deadlines: what is counted, which of several counts binds, and on what it rests. */
export type DeadlineRow = {
  readonly code: PatentDeadlineCode
  /** The counts; none where the deadline does not concern these facts. */
  readonly counts: (times: PatentTimes) => readonly Count[]
  /** Which binds where there are several; the later unless said. */
  readonly binds?: 'later' | 'earlier'
  readonly citations: readonly Citation[]
  readonly notes?: readonly PatentDeadlineNote[]
}

/** The deadline of one row, where what starts it is known. */
export function listRowDeadlines(row: DeadlineRow, times: PatentTimes): PatentDeadline[] {
  const dues = row
    .counts(times)
    .flatMap(({ rule, from }) => (from === undefined ? [] : [computeDue(rule, from, times.calendar, row.citations)]))
    .toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1))
  const due = row.binds === 'earlier' ? dues[0] : dues.at(-1)
  if (due === undefined) return []
  return [{ code: row.code, on: due.on, class: 'statutory', due, citations: row.citations, notes: row.notes ?? [] }]
}

/** The day another row comes to, for periods that run from its end. */
export function findRowDay(row: DeadlineRow, times: PatentTimes): PlainDay | undefined {
  return listRowDeadlines(row, times)[0]?.on
}
