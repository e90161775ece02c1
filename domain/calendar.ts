import { addDays, plainDay, weekday, yearOf } from './day.ts'
import type { PlainDay } from './day.ts'
import { text } from './refusal.ts'

/**
 * The days off of one year as the State Council's notice arranges them. `off` names every day off by the notice, weekends
 * within a holiday included; `workingWeekends` the Saturdays and Sundays worked in exchange. A notice may also arrange the
 * last days of the year before (that of 2019 did).
 */
export type YearCalendar = {
  readonly year: number
  /** The notice, by name or number. */
  readonly source: string
  readonly issuedOn: PlainDay
  /** Made up for rehearsal; never to be used for a real deadline. */
  readonly invented?: boolean
  readonly off: readonly PlainDay[]
  readonly workingWeekends: readonly PlainDay[]
}

/** The year tables that are loaded; of two for one year the later issued counts. */
export type Calendar = readonly YearCalendar[]

/** What a day is: an ordinary workday, a weekend worked in exchange, a weekend, or a day off by notice or by law. */
export type DayKind = 'workday' | 'working-weekend' | 'weekend' | 'holiday'

/** The statutory holidays that are certain before any notice. */
export const statutoryHolidays = text('全国年节及纪念日放假办法', '2', plainDay('2024-11-10'))

/** Month and day of the holidays that follow the moon or the sun. */
type MovableHolidays = readonly [springFestival: string, qingming: string, dragonBoat: string, midAutumn: string]

const movableHolidays: { readonly [year: number]: MovableHolidays } = {
  2026: ['02-17', '04-05', '06-19', '09-25'],
  2027: ['02-06', '04-05', '06-09', '09-15'],
  2028: ['01-26', '04-04', '05-28', '10-03'],
  2029: ['02-13', '04-04', '06-16', '09-22'],
  2030: ['02-03', '04-05', '06-05', '09-12'],
  2031: ['01-23', '04-05', '06-24', '10-01'],
  2032: ['02-11', '04-04', '06-12', '09-19'],
  2033: ['01-31', '04-04', '06-01', '09-08'],
  2034: ['02-19', '04-05', '06-20', '09-27'],
  2035: ['02-08', '04-05', '06-10', '09-16'],
}

/** The last day of a year that no later year's notice has ever rearranged. */
const lastSettledDay = '12-27'

/**
 * The holidays of a year that the law itself fixes (放假办法 2), in order: 1 January, lunar New Year's Eve to day 3, Qingming,
 * 1–2 May, Dragon Boat, Mid-Autumn, 1–3 October. The movable ones are known for 2026–2035 only. Shifts come with the notice.
 */
export function listCertainHolidays(year: number): PlainDay[] {
  const onDay = (monthAndDay: string): PlainDay => plainDay(`${String(year).padStart(4, '0')}-${monthAndDay}`)
  const movable = movableHolidays[year]
  const fixed = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].map(onDay)
  if (movable === undefined) return fixed
  const [springFestival, ...others] = movable
  const firstOfYear = onDay(springFestival)
  const spring = [-1, 0, 1, 2].map((offset) => addDays(firstOfYear, offset))
  return [...new Set([...fixed, ...spring, ...others.map(onDay)])].toSorted()
}

/** The table in force for `year`: the latest issued; undefined while the notice has not come. */
export function findYearCalendar(calendar: Calendar, year: number): YearCalendar | undefined {
  return calendar
    .filter((table) => table.year === year)
    .reduce<YearCalendar | undefined>((best, table) => (best === undefined || table.issuedOn >= best.issuedOn ? table : best), undefined)
}

/**
 * The years whose notices decide about `day`: its own, and for the last days of December the next one's too, which may
 * shift them.
 */
export function listDecidingYears(day: PlainDay): number[] {
  const year = yearOf(day)
  return day.slice(5) > lastSettledDay ? [year, year + 1] : [year]
}

/** What the day is by the loaded notices, or by the certain holidays where its year is not loaded. */
export function classifyDay(calendar: Calendar, day: PlainDay): DayKind {
  const tables = listDecidingYears(day).flatMap((year) => findYearCalendar(calendar, year) ?? [])
  if (tables.some((table) => table.off.includes(day))) return 'holiday'
  if (tables.some((table) => table.workingWeekends.includes(day))) return 'working-weekend'
  const isLoaded = tables.some((table) => table.year === yearOf(day))
  if (!isLoaded && listCertainHolidays(yearOf(day)).includes(day)) return 'holiday'
  return weekday(day) >= 6 ? 'weekend' : 'workday'
}

/** Whether offices work on `day`: weekends worked in exchange count, days off do not. */
export function isWorkingDay(calendar: Calendar, day: PlainDay): boolean {
  const kind = classifyDay(calendar, day)
  return kind === 'workday' || kind === 'working-weekend'
}

/** Whether `day` is off by notice or law as part of a holiday; an ordinary weekend is not. */
export function isStatutoryHoliday(calendar: Calendar, day: PlainDay): boolean {
  return classifyDay(calendar, day) === 'holiday'
}

/** Whether a notice that has not been loaded could still change what `day` is. */
export function isProvisionalDay(calendar: Calendar, day: PlainDay): boolean {
  return listDecidingYears(day).some((year) => findYearCalendar(calendar, year) === undefined)
}

/** The first working day after `day`. */
export function nextWorkingDay(calendar: Calendar, day: PlainDay): PlainDay {
  return firstWorkingDayFrom(calendar, addDays(day, 1))
}

/** `day` itself where it is a working day, else the first one after it. */
export function firstWorkingDayFrom(calendar: Calendar, day: PlainDay): PlainDay {
  let candidate = day
  while (!isWorkingDay(calendar, candidate)) candidate = addDays(candidate, 1)
  return candidate
}

/** The `count`-th working day after `from`; `from` itself is not counted and is the answer for zero. */
export function addWorkingDays(calendar: Calendar, from: PlainDay, count: number): PlainDay {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Not a number of working days: ${count}`)
  let day = from
  for (let counted = 0; counted < count; counted += 1) day = nextWorkingDay(calendar, day)
  return day
}

/** Working days after `from` up to and with `to`; zero when `to` is not later. */
export function countWorkingDays(calendar: Calendar, from: PlainDay, to: PlainDay): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) count += isWorkingDay(calendar, day) ? 1 : 0
  return count
}
