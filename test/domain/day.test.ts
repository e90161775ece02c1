import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  compareDays,
  dayOfInstant,
  daysBetween,
  formatDayEn,
  formatDayZh,
  instantOfDayEnd,
  instantOfDayStart,
  isPlainDay,
  listDays,
  maxDay,
  minDay,
  plainDay,
  weekday,
  yearOf,
} from '#domain/day.ts'

const anyDay = fc.integer({ min: -700_000, max: 2_000_000 }).map((serial) => addDays(plainDay('1970-01-01'), serial))

describe('a day', () => {
  it('is refused when it is not in the calendar', () => {
    for (const wrong of [
      '2026-02-29',
      '2100-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '2026-4-3',
      '0000-01-01',
      '2026-03-02T00:00',
      '',
    ]) {
      expect(() => plainDay(wrong), wrong).toThrow(RangeError)
      expect(isPlainDay(wrong), wrong).toBe(false)
    }
    expect(isPlainDay(20260302)).toBe(false)
    expect(plainDay('2028-02-29')).toBe('2028-02-29')
    expect(plainDay('2000-02-29')).toBe('2000-02-29')
  })

  it('cannot leave the four-digit years', () => {
    expect(() => addDays(plainDay('9999-12-31'), 1)).toThrow(RangeError)
    expect(() => addMonths(plainDay('0001-01-31'), -1)).toThrow(RangeError)
    expect(() => addDays(plainDay('2026-01-01'), 0.5)).toThrow(RangeError)
  })

  it('agrees with the platform calendar on the number of days, the weekday and the year', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_000_000 }), (serial) => {
        const day = addDays(plainDay('1970-01-01'), serial)
        const date = new Date(serial * 86_400_000)
        expect(day).toBe(date.toISOString().slice(0, 10))
        expect(weekday(day)).toBe(date.getUTCDay() === 0 ? 7 : date.getUTCDay())
        expect(yearOf(day)).toBe(date.getUTCFullYear())
      }),
    )
  })

  it('is as many days away as were added', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -9000, max: 9000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count)
        expect(addDays(addDays(day, count), -count)).toBe(day)
        expect(compareDays(day, addDays(day, count)) < 0).toBe(count > 0)
        expect(compareDays(day, addDays(day, count)) > 0).toBe(count < 0)
      }),
    )
  })

  it('begins at 00:00 and ends at 24:00 in Shanghai, wherever the machine stands', () => {
    expect(instantOfDayStart(plainDay('2026-03-02'))).toBe(Date.parse('2026-03-02T00:00:00+08:00'))
    expect(dayOfInstant(Date.parse('2026-03-01T15:59:59.999Z'))).toBe('2026-03-01')
    expect(dayOfInstant(Date.parse('2026-03-01T16:00:00.000Z'))).toBe('2026-03-02')
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dayOfInstant(instantOfDayStart(day))).toBe(day)
        expect(dayOfInstant(instantOfDayEnd(day) - 1)).toBe(day)
        expect(dayOfInstant(instantOfDayEnd(day))).toBe(addDays(day, 1))
      }),
    )
  })

  it('is written as Chinese and English papers write it', () => {
    expect(formatDayZh(plainDay('2026-03-02'))).toBe('2026年3月2日')
    expect(formatDayEn(plainDay('2026-03-02'))).toBe('2 March 2026')
    expect(formatDayEn(plainDay('2026-12-31'))).toBe('31 December 2026')
  })
})

describe('CC 202: a period of months or years', () => {
  it('ends on the same-numbered day', () => {
    expect(addMonths(plainDay('2026-07-03'), 3)).toBe('2026-10-03')
    expect(addMonths(plainDay('2026-11-15'), 14)).toBe('2028-01-15')
    expect(addYears(plainDay('2006-06-10'), 20)).toBe('2026-06-10')
  })

  it('ends on the last day of a month that has no such day', () => {
    expect(addMonths(plainDay('2026-11-30'), 3)).toBe('2027-02-28')
    expect(addMonths(plainDay('2027-11-30'), 3)).toBe('2028-02-29')
    expect(addMonths(plainDay('2026-08-31'), 1)).toBe('2026-09-30')
    expect(addYears(plainDay('2028-02-29'), 1)).toBe('2029-02-28')
    expect(addYears(plainDay('2028-02-29'), 4)).toBe('2032-02-29')
  })

  it('never skips a month and keeps the number of the day where it can', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, months) => {
        const later = addMonths(day, months)
        const monthOf = (d: string): number => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7))
        expect(monthOf(later) - monthOf(day)).toBe(months)
        const dayAfter = addDays(later, 1)
        expect(later.slice(8) === day.slice(8) || dayAfter.slice(8) === '01').toBe(true)
        expect(later.slice(8) <= day.slice(8)).toBe(true)
      }),
    )
  })
})

describe('a list of days', () => {
  it('holds both its ends, and none when the last is before the first', () => {
    expect(listDays(plainDay('2026-02-27'), plainDay('2026-03-02'))).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02'])
    expect(listDays(plainDay('2026-03-02'), plainDay('2026-03-01'))).toEqual([])
  })

  it('has an earliest and a latest', () => {
    const days = ['2026-03-02', '2025-12-31', '2026-10-10'].map(plainDay)
    expect(maxDay(days[0]!, ...days)).toBe('2026-10-10')
    expect(minDay(days[0]!, ...days)).toBe('2025-12-31')
    expect(days.toSorted(compareDays)).toEqual(['2025-12-31', '2026-03-02', '2026-10-10'])
  })
})
