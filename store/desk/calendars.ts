import type { YearCalendar } from '#domain/calendar.ts'
import { checkYearCalendar, datedRules } from '#domain/dated-rows.ts'
import type { PlainDay } from '#domain/day.ts'
import { refuse } from '#domain/refusal.ts'
import { asViewer, type Store, type Tx, type Viewer } from '../db.ts'
import type { Deed } from '../deed.ts'
import { changeRegister, deny, requireNone } from './register.ts'

type CalendarRow = NonNullable<Awaited<ReturnType<Tx['yearCalendar']['findUnique']>>>

/**
 * Loads the arrangement of a year, and has every open matter told to compute its days again. The same notice once more changes
 * nothing; a notice of the same day that says something else is refused. Throws RegisterRefusal.
 */
export async function loadCalendar(store: Store, deed: Deed, calendar: YearCalendar): Promise<void> {
  const { year, issuedOn, source } = calendar
  await changeRegister(store, deed, `calendar/${year}`, async (tx) => {
    requireNone(checkYearCalendar(calendar))
    const where = { institutionId_year_issuedOn: { institutionId: deed.institution, year, issuedOn } }
    const known = await tx.yearCalendar.findUnique({ where })
    if (known !== null && !isSame(calendarOf(known), calendar)) deny(refuse(datedRules.calendarKnown, { year, on: issuedOn }, '/issuedOn'))
    if (known === null) await insert(tx, deed, calendar)
    return { kind: 'CalendarLoaded', facts: { year, issuedOn, source, new: known === null } }
  })
}

/** Every arrangement loaded, by year and day of issue. */
export async function listCalendars(store: Store, viewer: Viewer): Promise<YearCalendar[]> {
  const where = { institutionId: viewer.institution }
  const rows = await asViewer(store, viewer, (tx) => tx.yearCalendar.findMany({ where, orderBy: [{ year: 'asc' }, { issuedOn: 'asc' }] }))
  return rows.map(calendarOf)
}

async function insert(tx: Tx, { institution }: Deed, calendar: YearCalendar): Promise<void> {
  const { year, source, issuedOn, invented = false, off, workingWeekends } = calendar
  const days = { off: [...off], workingWeekends: [...workingWeekends] }
  await tx.yearCalendar.create({ data: { institutionId: institution, year, source, issuedOn, invented, ...days } })
  const data = { institutionId: institution, kind: 'calendar-loaded', key: `calendar/${year}/${issuedOn}`, body: { year, issuedOn } }
  await tx.outbox.create({ data })
}

function isSame(a: YearCalendar, b: YearCalendar): boolean {
  const days = (of: YearCalendar) => JSON.stringify([of.off.toSorted(), of.workingWeekends.toSorted(), of.invented ?? false])
  return days(a) === days(b)
}

function calendarOf({ year, source, issuedOn, invented, off, workingWeekends }: CalendarRow): YearCalendar {
  const days = { off: off as PlainDay[], workingWeekends: workingWeekends as PlainDay[] }
  return { year, source, issuedOn: issuedOn as PlainDay, ...(invented ? { invented } : {}), ...days }
}
