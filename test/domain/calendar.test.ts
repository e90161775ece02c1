import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addWorkingDays,
  classifyDay,
  countWorkingDays,
  findYearCalendar,
  firstWorkingDayFrom,
  isProvisionalDay,
  isStatutoryHoliday,
  isWorkingDay,
  listCertainHolidays,
  nextWorkingDay,
} from '#domain/calendar.ts'
import type { Calendar } from '#domain/calendar.ts'
import { addDays, plainDay, weekday } from '#domain/day.ts'
import type { PlainDay } from '#domain/day.ts'
import { calendar2026 } from '#policy/calendar-2026.ts'
import { inventedCalendars } from '#policy/calendar-invented.ts'
import { lunarMonths, qingming } from './lunar-calendar.ts'

const calendar: Calendar = [calendar2026]
const allCalendars = [calendar2026, ...inventedCalendars]
const day = (text: string): PlainDay => plainDay(text)

describe('HOL 2: the holidays certain before any notice', () => {
  const years = Array.from({ length: 10 }, (_, offset) => 2026 + offset)

  it.each(years)('of %i stand on the right days of the moon and of the sun', (year) => {
    const { first, fifth, eighth } = lunarMonths(year)
    const spring = [-1, 0, 1, 2].map((offset) => addDays(first, offset))
    const fixed = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].map((date) => `${year}-${date}`)
    const expected = new Set([...fixed, ...spring, qingming(year), addDays(fifth, 4), addDays(eighth, 14)])
    expect(listCertainHolidays(year)).toEqual([...expected].toSorted())
  })

  it('are thirteen days a year, twelve when Mid-Autumn falls into the National Day holiday', () => {
    expect(years.map((year) => listCertainHolidays(year).length)).toEqual([13, 13, 12, 13, 13, 12, 13, 13, 13, 13])
  })

  it('are only the fixed days where the lunar calendar is not tabulated', () => {
    expect(listCertainHolidays(2045)).toEqual(['2045-01-01', '2045-05-01', '2045-05-02', '2045-10-01', '2045-10-02', '2045-10-03'])
  })
})

describe('the table of a year', () => {
  it.each(allCalendars)('$year has every statutory holiday off and works only weekends in exchange', (table) => {
    expect(table.off).toEqual(expect.arrayContaining(listCertainHolidays(table.year)))
    expect(new Set(table.off).size).toBe(table.off.length)
    for (const worked of table.workingWeekends) {
      expect(weekday(worked), worked).toBeGreaterThanOrEqual(6)
      expect(table.off).not.toContain(worked)
    }
  })

  it.each(allCalendars)('$year gives thirteen days, no more and no fewer (HOL 2, 6, 7)', (table) => {
    const weekdaysOff = table.off.filter((off) => weekday(off) <= 5)
    expect(weekdaysOff.length - table.workingWeekends.length).toBe(13)
  })

  it('says of itself when it is invented', () => {
    expect(inventedCalendars.map((table) => [table.year, table.invented])).toEqual([2027, 2028, 2029, 2030].map((year) => [year, true]))
    expect(calendar2026.invented).toBeUndefined()
  })

  it('is the later issued of two for the same year', () => {
    const amended = { ...calendar2026, issuedOn: day('2026-01-20'), off: [...calendar2026.off, day('2026-02-24')] }
    expect(isWorkingDay([calendar2026], day('2026-02-24'))).toBe(true)
    expect(isWorkingDay([amended, calendar2026], day('2026-02-24'))).toBe(false)
    expect(findYearCalendar([calendar2026, amended], 2026)).toBe(amended)
    const corrected = { ...calendar2026 }
    expect(findYearCalendar([calendar2026, corrected], 2026)).toBe(corrected)
  })
})

describe('a working day', () => {
  it('may be a Saturday or Sunday worked in exchange', () => {
    expect(classifyDay(calendar, day('2026-10-10'))).toBe('working-weekend')
    expect(isWorkingDay(calendar, day('2026-10-10'))).toBe(true)
    expect(isWorkingDay(calendar, day('2026-10-11'))).toBe(false)
  })

  it('is not a day off by the notice, be it a weekday or a weekend', () => {
    expect(classifyDay(calendar, day('2026-02-23'))).toBe('holiday')
    expect(classifyDay(calendar, day('2026-10-04'))).toBe('holiday')
    expect(isStatutoryHoliday(calendar, day('2026-10-04'))).toBe(true)
    expect(isStatutoryHoliday(calendar, day('2026-10-17'))).toBe(false)
    expect(isWorkingDay(calendar, day('2026-10-17'))).toBe(false)
  })

  it('in a year without a notice is any weekday but the certain holidays, provisionally', () => {
    expect(isWorkingDay(calendar, day('2027-02-05'))).toBe(false)
    expect(isWorkingDay(calendar, day('2027-02-09'))).toBe(true)
    expect(isProvisionalDay(calendar, day('2027-02-09'))).toBe(true)
    expect(isProvisionalDay(calendar, day('2026-12-27'))).toBe(false)
  })

  it('late in December may be shifted by the notice of the next year', () => {
    expect(isProvisionalDay([calendar2026], day('2026-12-31'))).toBe(true)
    const next = { ...inventedCalendars[0]!, off: [...inventedCalendars[0]!.off, day('2026-12-31')] }
    expect(isWorkingDay([calendar2026, next], day('2026-12-31'))).toBe(false)
    expect(isProvisionalDay([calendar2026, next], day('2026-12-31'))).toBe(false)
  })

  it('next after a day is never that day; the first from a day may be', () => {
    expect(nextWorkingDay(calendar, day('2026-09-30'))).toBe('2026-10-08')
    expect(nextWorkingDay(calendar, day('2026-10-08'))).toBe('2026-10-09')
    expect(firstWorkingDayFrom(calendar, day('2026-10-08'))).toBe('2026-10-08')
    expect(firstWorkingDayFrom(calendar, day('2026-10-01'))).toBe('2026-10-08')
  })

  it('is counted one by one: adding and counting agree, and the last counted is worked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1700 }), fc.integer({ min: 1, max: 60 }), (offset, count) => {
        const from = addDays(day('2026-01-01'), offset)
        const last = addWorkingDays(allCalendars, from, count)
        expect(isWorkingDay(allCalendars, last)).toBe(true)
        expect(countWorkingDays(allCalendars, from, last)).toBe(count)
        expect(countWorkingDays(allCalendars, from, addDays(last, -1))).toBe(count - 1)
      }),
    )
    expect(addWorkingDays(calendar, day('2026-10-03'), 0)).toBe('2026-10-03')
    expect(() => addWorkingDays(calendar, day('2026-10-03'), -1)).toThrow(RangeError)
  })
})
