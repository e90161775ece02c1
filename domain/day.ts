/** A calendar day at fixed +08:00, `YYYY-MM-DD`; not an instant. */
export type PlainDay = string & { readonly __brand: 'PlainDay' }

/** 1 = Monday … 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const msPerDay = 86_400_000
/** China has kept one time zone without summer time since 1991; a day is always taken at this offset. */
const chinaOffsetMs = 8 * 3_600_000

const englishMonths = 'January February March April May June July August September October November December'.split(' ')

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function split(day: PlainDay): { year: number; month: number; date: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) }
}

function join(year: number, month: number, date: number): PlainDay {
  if (year < 1 || year > 9999) throw new RangeError(`Day outside the years 0001–9999: year ${year}`)
  const digits = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(date).padStart(2, '0')]
  return digits.join('-') as PlainDay
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar, by integers alone. */
function serialOf(day: PlainDay): number {
  const { year, month, date } = split(day)
  // Years are taken to begin in March, so that the leap day comes last.
  const y = month > 2 ? year : year - 1
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

function dayOfSerial(serial: number): PlainDay {
  const shifted = serial + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return join(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date)
}

function requireWhole(count: number, unit: string): void {
  if (!Number.isSafeInteger(count)) throw new RangeError(`Not a whole number of ${unit}: ${count}`)
}

/** Whether `value` is written `YYYY-MM-DD` and exists in the calendar. */
export function isPlainDay(value: unknown): value is PlainDay {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const { year, month, date } = split(value as PlainDay)
  return year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= lengthOfMonth(year, month)
}

/** The day written as `YYYY-MM-DD`; throws a RangeError where there is no such day. */
export function plainDay(value: string): PlainDay {
  if (!isPlainDay(value)) throw new RangeError(`Not a day: ${JSON.stringify(value)}`)
  return value
}

/** The day `days` calendar days later, or earlier when negative. */
export function addDays(day: PlainDay, days: number): PlainDay {
  requireWhole(days, 'days')
  return dayOfSerial(serialOf(day) + days)
}

/** The same-numbered day `months` later, or the last day of that month where it has none (民法典 202; 专利法实施细则 5). */
export function addMonths(day: PlainDay, months: number): PlainDay {
  requireWhole(months, 'months')
  const { year, month, date } = split(day)
  const count = year * 12 + (month - 1) + months
  const newYear = Math.floor(count / 12)
  const newMonth = count - newYear * 12 + 1
  return join(newYear, newMonth, Math.min(date, lengthOfMonth(newYear, newMonth)))
}

/** The same day `years` later; 29 February becomes 28 February in a common year (民法典 202). */
export function addYears(day: PlainDay, years: number): PlainDay {
  requireWhole(years, 'years')
  return addMonths(day, years * 12)
}

/** Calendar days from `from` to `to`; negative when `to` is the earlier. */
export function daysBetween(from: PlainDay, to: PlainDay): number {
  return serialOf(to) - serialOf(from)
}

/** The day in China at the instant `ms` (milliseconds since 1970-01-01T00:00Z). */
export function dayOfInstant(ms: number): PlainDay {
  return dayOfSerial(Math.floor((ms + chinaOffsetMs) / msPerDay))
}

/** The instant, in milliseconds, at which `day` begins: 00:00 at +08:00. */
export function instantOfDayStart(day: PlainDay): number {
  return serialOf(day) * msPerDay - chinaOffsetMs
}

/** The instant, in milliseconds, at which `day` has ended: its 24:00 at +08:00; what happens before it is in time. */
export function instantOfDayEnd(day: PlainDay): number {
  return instantOfDayStart(day) + msPerDay
}

/** The weekday, 1 = Monday … 7 = Sunday. */
export function weekday(day: PlainDay): Weekday {
  // 1970-01-01 was a Thursday.
  return (((((serialOf(day) + 3) % 7) + 7) % 7) + 1) as Weekday
}

/** The year of the day as a number. */
export function yearOf(day: PlainDay): number {
  return split(day).year
}

/** Negative, zero or positive as `a` is before, on or after `b`; orders lists. */
export function compareDays(a: PlainDay, b: PlainDay): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The latest of the days. */
export function maxDay(first: PlainDay, ...others: readonly PlainDay[]): PlainDay {
  return others.reduce((latest, day) => (day > latest ? day : latest), first)
}

/** The earliest of the days. */
export function minDay(first: PlainDay, ...others: readonly PlainDay[]): PlainDay {
  return others.reduce((earliest, day) => (day < earliest ? day : earliest), first)
}

/** Every day from `first` to `last`, both included; empty when `last` is the earlier. */
export function listDays(first: PlainDay, last: PlainDay): PlainDay[] {
  const start = serialOf(first)
  return Array.from({ length: Math.max(0, serialOf(last) - start + 1) }, (_, offset) => dayOfSerial(start + offset))
}

/** As Chinese papers write it: `2026年3月2日`. */
export function formatDayZh(day: PlainDay): string {
  const { year, month, date } = split(day)
  return `${year}年${month}月${date}日`
}

/** As English papers write it: `2 March 2026`. */
export function formatDayEn(day: PlainDay): string {
  const { year, month, date } = split(day)
  return `${date} ${englishMonths[month - 1]} ${year}`
}
