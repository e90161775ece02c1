import type { YearCalendar } from './calendar.ts'
import { weekday, yearOf, type PlainDay } from './day.ts'
import { deskRules } from './desk-rules.ts'
import { overlaps } from './organisation.ts'
import type { ParameterRow } from './parameter.ts'
import { byDesign, refuse, type Refusal, type Rule } from './refusal.ts'

/** Rules of the dated rows that a university enters: calendars and parameters. */
export const datedRules = {
  calendarKnown: { code: 'calendar/known-otherwise', citations: [byDesign] },
  calendarTwice: { code: 'calendar/day-twice', citations: [byDesign] },
  parameterOverlap: { code: 'parameter/overlaps', citations: [byDesign] },
  parameterUnknown: { code: 'parameter/unknown', citations: [byDesign] },
} as const satisfies { readonly [name: string]: Rule }

export const rules: readonly Rule[] = Object.values(datedRules)

/** From which day on a notice may arrange the end of the year before. */
const lastDaysOfYear = '12-28'

/** Whether a year's arrangement can be what a notice says: its own days, weekends worked on weekends, no day both off and worked. */
export function checkYearCalendar({ year, off, workingWeekends }: YearCalendar): Refusal[] {
  const refusals: Refusal[] = []
  const other = [...off, ...workingWeekends].filter((day) => !belongsTo(day, year))
  if (other.length > 0) refusals.push(refuse(deskRules.calendarYear, { year, days: other }, '/off'))
  const weekdays = workingWeekends.filter((day) => weekday(day) < 6)
  if (weekdays.length > 0) refusals.push(refuse(deskRules.calendarWeekday, { days: weekdays }, '/workingWeekends'))
  const twice = workingWeekends.filter((day) => off.includes(day))
  if (twice.length > 0) refusals.push(refuse(datedRules.calendarTwice, { days: twice }, '/workingWeekends'))
  return refusals
}

function belongsTo(day: PlainDay, year: number): boolean {
  return yearOf(day) === year || (yearOf(day) === year - 1 && day.slice(5) >= lastDaysOfYear)
}

/** Whether the row can stand beside those of its name: a forward period, and no two in force at once for one place. */
export function checkParameterRow(row: ParameterRow, others: readonly ParameterRow[]): Refusal[] {
  if (row.from !== undefined && row.to !== undefined && row.to < row.from)
    return [refuse(deskRules.parameterPeriod, { from: row.from, to: row.to }, '/to')]
  const clash = others.find((one) => one.name === row.name && one.province === row.province && overlaps(periodOf(one), periodOf(row)))
  return clash === undefined
    ? []
    : [refuse(datedRules.parameterOverlap, { name: row.name, from: clash.from ?? '—', to: clash.to ?? '—' }, '/from')]
}

function periodOf({ from, to }: ParameterRow): { from: PlainDay; to?: PlainDay } {
  const first = from ?? ('0001-01-01' as PlainDay)
  return to === undefined ? { from: first } : { from: first, to }
}
