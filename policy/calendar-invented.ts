import type { YearCalendar } from '#domain/calendar.ts'
import { listDays, plainDay } from '#domain/day.ts'
import type { PlainDay } from '#domain/day.ts'

function span(first: string, last: string): PlainDay[] {
  return listDays(plainDay(first), plainDay(last))
}

function invent(year: number, off: readonly (readonly PlainDay[])[], workingWeekends: readonly string[]): YearCalendar {
  return {
    year,
    source: 'Invented for rehearsal; no notice of the State Council',
    issuedOn: plainDay(`${year - 1}-11-04`),
    invented: true,
    off: off.flat(),
    workingWeekends: workingWeekends.map(plainDay),
  }
}

/**
 * Made-up holiday tables for walking matters into later years in rehearsal. The holidays that 放假办法 2 fixes are right; which
 * weekends are shifted is invented. Never load them where a real deadline is kept.
 */
export const inventedCalendars: readonly YearCalendar[] = [
  invent(
    2027,
    [
      span('2027-01-01', '2027-01-03'),
      span('2027-02-05', '2027-02-14'),
      span('2027-04-03', '2027-04-05'),
      span('2027-05-01', '2027-05-05'),
      span('2027-06-09', '2027-06-09'),
      span('2027-09-15', '2027-09-15'),
      span('2027-10-01', '2027-10-07'),
    ],
    ['2027-01-30', '2027-02-20', '2027-05-08', '2027-09-26', '2027-10-09'],
  ),
  invent(
    2028,
    [
      span('2028-01-01', '2028-01-03'),
      span('2028-01-24', '2028-01-31'),
      span('2028-04-04', '2028-04-04'),
      span('2028-04-29', '2028-05-03'),
      span('2028-05-27', '2028-05-29'),
      span('2028-10-01', '2028-10-08'),
    ],
    ['2028-01-22', '2028-02-05', '2028-05-06', '2028-09-30'],
  ),
  invent(
    2029,
    [
      span('2028-12-30', '2029-01-01'),
      span('2029-02-11', '2029-02-18'),
      span('2029-04-04', '2029-04-04'),
      span('2029-05-01', '2029-05-06'),
      span('2029-06-16', '2029-06-18'),
      span('2029-09-22', '2029-09-24'),
      span('2029-10-01', '2029-10-07'),
    ],
    ['2029-02-10', '2029-04-29', '2029-05-12', '2029-09-29', '2029-10-13'],
  ),
  invent(
    2030,
    [
      span('2030-01-01', '2030-01-01'),
      span('2030-02-02', '2030-02-10'),
      span('2030-04-05', '2030-04-07'),
      span('2030-05-01', '2030-05-05'),
      span('2030-06-05', '2030-06-05'),
      span('2030-09-12', '2030-09-12'),
      span('2030-10-01', '2030-10-07'),
    ],
    ['2030-01-26', '2030-04-28', '2030-09-29', '2030-10-12'],
  ),
]
