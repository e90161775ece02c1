import { expect, test } from 'vitest'
import { checkParameterRow, checkYearCalendar } from '#domain/dated-rows.ts'
import { plainDay } from '#domain/day.ts'
import type { ParameterRow } from '#domain/parameter.ts'
import { byDesign } from '#domain/refusal.ts'
import { calendar2026 } from '#policy/calendar-2026.ts'
import { inventedCalendars } from '#policy/calendar-invented.ts'
import { parameters } from '#policy/parameters.ts'

const codes = (refusals: readonly { code: string }[]) => refusals.map((one) => one.code)

test('every calendar that comes with the program can be what a notice says', () => {
  for (const calendar of [calendar2026, ...inventedCalendars]) expect(checkYearCalendar(calendar)).toEqual([])
})

test('a notice arranges its own year and the last days of the year before, no others', () => {
  const wrong = { ...calendar2026, off: ['2025-12-31', '2025-12-27', '2027-01-01'].map(plainDay), workingWeekends: [] }
  expect(checkYearCalendar(wrong)).toMatchObject([{ code: 'calendar/other-year', fact: { days: ['2025-12-27', '2027-01-01'] } }])
})

test('only weekends are worked in exchange, and no day is both off and worked', () => {
  expect(codes(checkYearCalendar({ ...calendar2026, workingWeekends: [plainDay('2026-03-02')] }))).toEqual(['calendar/not-a-weekend'])
  expect(codes(checkYearCalendar({ ...calendar2026, off: [plainDay('2026-03-07')], workingWeekends: [plainDay('2026-03-07')] }))).toEqual([
    'calendar/day-twice',
  ])
})

const row = (more: Partial<ParameterRow> = {}): ParameterRow => ({ name: 'FEE', value: 1, citations: [byDesign], ...more })

test('two rows of one name are never in force at once for one place', () => {
  const old = row({ from: plainDay('2020-01-01'), to: plainDay('2025-12-31') })
  expect(checkParameterRow(row({ from: plainDay('2026-01-01') }), [old])).toEqual([])
  expect(codes(checkParameterRow(row({ from: plainDay('2025-12-31') }), [old]))).toEqual(['parameter/overlaps'])
  expect(codes(checkParameterRow(row(), [old]))).toEqual(['parameter/overlaps'])
  expect(checkParameterRow(row({ province: 'Beijing' }), [old])).toEqual([])
  expect(codes(checkParameterRow(row({ from: plainDay('2026-02-01'), to: plainDay('2026-01-01') }), []))).toEqual([
    'parameter/period-reversed',
  ])
})

test('the rows that come with the program stand beside each other', () => {
  parameters.forEach((one, index) => expect(checkParameterRow(one, parameters.slice(0, index))).toEqual([]))
})
