import type { YearCalendar } from '#domain/calendar.ts'
import { listDays, plainDay } from '#domain/day.ts'
import type { PlainDay } from '#domain/day.ts'

function span(first: string, last: string): PlainDay[] {
  return listDays(plainDay(`2026-${first}`), plainDay(`2026-${last}`))
}

/**
 * The holidays of 2026 as the State Council's General Office arranged them. Read in a copy of the notice (S37): compare it
 * with gov.cn before real deadlines rest on it.
 */
export const calendar2026: YearCalendar = {
  year: 2026,
  source: '国务院办公厅关于2026年部分节假日安排的通知',
  issuedOn: plainDay('2025-11-04'),
  off: [
    ...span('01-01', '01-03'),
    ...span('02-15', '02-23'),
    ...span('04-04', '04-06'),
    ...span('05-01', '05-05'),
    ...span('06-19', '06-21'),
    ...span('09-25', '09-27'),
    ...span('10-01', '10-07'),
  ],
  workingWeekends: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'].map(plainDay),
}
