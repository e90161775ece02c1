import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWorkingDay } from '#domain/calendar.ts'
import type { Calendar } from '#domain/calendar.ts'
import { addDays, plainDay } from '#domain/day.ts'
import type { PlainDay } from '#domain/day.ts'
import { computeDue, instantDueEnds, recomputeDue } from '#domain/deadline.ts'
import type { Due, DueRule } from '#domain/deadline.ts'
import { text } from '#domain/refusal.ts'
import { calendar2026 } from '#policy/calendar-2026.ts'
import { inventedCalendars } from '#policy/calendar-invented.ts'

const calendar: Calendar = [calendar2026]
const allCalendars: Calendar = [calendar2026, ...inventedCalendars]
const day = (text: string): PlainDay => plainDay(text)
const kinds = (due: Due): string[] => due.derivation.map((step) => step.kind)

describe('the worked dates', () => {
  it('1.2 worked 1: 15 days from Wednesday 2026-09-16 end on 10-01, a holiday, and close on Thursday 2026-10-08', () => {
    const due = computeDue({ days: 15 }, day('2026-09-16'), calendar)
    expect(due).toMatchObject({ raw: '2026-10-01', on: '2026-10-08', provisional: false })
  })

  it('1.2 worked 2: 15 working days from Monday 2026-09-21 end on Monday 2026-10-19', () => {
    expect(computeDue({ workingDays: 15 }, day('2026-09-21'), calendar)).toMatchObject({ on: '2026-10-19', provisional: false })
  })

  it('1.2 worked 3: 15 working days from Monday 2026-02-09 end on Friday 2026-03-06, where 15 days would end on 02-24', () => {
    expect(computeDue({ workingDays: 15 }, day('2026-02-09'), calendar)).toMatchObject({ on: '2026-03-06', provisional: false })
    expect(computeDue({ days: 15 }, day('2026-02-09'), calendar).on).toBe('2026-02-24')
  })

  it('1.2 worked 4: 3 months from 2026-07-03 end on 10-03, a holiday, and so on 2026-10-08', () => {
    expect(computeDue({ months: 3 }, day('2026-07-03'), calendar)).toMatchObject({
      raw: '2026-10-03',
      on: '2026-10-08',
      provisional: false,
    })
  })

  it('1.2 worked 5: 3 months from 2026-11-30 end on Sunday 2027-02-28, which the table of 2027 decides: provisional', () => {
    const due = computeDue({ months: 3 }, day('2026-11-30'), calendar)
    expect(due).toMatchObject({ raw: '2027-02-28', on: '2027-03-01', provisional: true })
    expect(due.derivation).toContainEqual(expect.objectContaining({ kind: 'calendar-missing', year: 2027 }))
  })

  it('1.2 worked 6: 36 months from income received on 2024-03-15 end on 2027-03-15, and 33 months on 2026-12-15', () => {
    expect(computeDue({ months: 36 }, day('2024-03-15'), calendar)).toMatchObject({
      raw: '2027-03-15',
      on: '2027-03-15',
      provisional: true,
    })
    expect(computeDue({ months: 33 }, day('2024-03-15'), calendar)).toMatchObject({ on: '2026-12-15', provisional: false })
  })
})

describe('the edge cases of days', () => {
  it('9.3: an objection on the fifteenth day, a holiday on 10-01, is still in time until 10-08 has ended', () => {
    const { on } = computeDue({ days: 15 }, day('2026-09-16'), calendar)
    const closes = instantDueEnds(on, 'electronic')
    expect(Date.parse('2026-10-08T23:59:59.999+08:00')).toBeLessThan(closes)
    expect(Date.parse('2026-10-09T00:00:00.000+08:00')).toBe(closes)
  })

  it('9.14: a deadline on the working Saturday 2026-10-10 is not extended; one on 2026-10-03 moves to 2026-10-08', () => {
    expect(computeDue({ days: 10 }, day('2026-09-30'), calendar)).toMatchObject({ raw: '2026-10-10', on: '2026-10-10' })
    expect(computeDue({ days: 10 }, day('2026-09-30'), calendar).derivation).toContainEqual({ kind: 'worked-weekend', on: '2026-10-10' })
    expect(computeDue({ days: 3 }, day('2026-09-30'), calendar)).toMatchObject({ raw: '2026-10-03', on: '2026-10-08' })
  })

  it('9.15: the table of 2027 arriving late moves the provisional days once, and a second look moves nothing', () => {
    const provisional = computeDue({ months: 3 }, day('2026-11-20'), calendar)
    expect(provisional).toMatchObject({ raw: '2027-02-20', on: '2027-02-22', provisional: true })
    const arrived = recomputeDue(provisional, allCalendars)
    expect(arrived).toMatchObject({ moved: true, previous: '2027-02-22', due: { on: '2027-02-20', provisional: false } })
    expect(recomputeDue(arrived.due, allCalendars)).toEqual({ moved: false, previous: '2027-02-20', due: arrived.due })
  })

  it('a provisional day that the table confirms is settled without moving', () => {
    const provisional = computeDue({ months: 36 }, day('2024-03-15'), calendar)
    expect(recomputeDue(provisional, allCalendars)).toMatchObject({ moved: false, due: { on: '2027-03-15', provisional: false } })
  })
})

describe('the proof of a due day', () => {
  it('names the event, the rule, its basis, the holiday passed over and the notice used', () => {
    const basis = [text('促进科技成果转化法', '18', day('2015-08-29'))]
    const due = computeDue({ days: 15 }, day('2026-09-16'), calendar, basis)
    expect(due.derivation).toEqual([
      { kind: 'trigger', on: '2026-09-16', citations: basis },
      {
        kind: 'counted',
        rule: { days: 15 },
        raw: '2026-10-01',
        citations: [expect.objectContaining({ law: '民法典' }), expect.objectContaining({ law: '专利法实施细则', article: '5' })],
      },
      { kind: 'skipped', from: '2026-10-01', to: '2026-10-07', because: 'holiday' },
      {
        kind: 'extended',
        from: '2026-10-01',
        to: '2026-10-08',
        citations: expect.arrayContaining([expect.objectContaining({ law: '民法典', article: '203' })]),
      },
      { kind: 'calendar', year: 2026, source: calendar2026.source, issuedOn: '2025-11-04', invented: false },
    ])
  })

  it('of working days lists every run of days not worked and every weekend worked', () => {
    const due = computeDue({ workingDays: 15 }, day('2026-09-21'), calendar)
    expect(due.derivation.filter((step) => step.kind === 'skipped' || step.kind === 'worked-weekend')).toEqual([
      { kind: 'skipped', from: '2026-09-25', to: '2026-09-27', because: 'holiday' },
      { kind: 'skipped', from: '2026-10-01', to: '2026-10-07', because: 'holiday' },
      { kind: 'worked-weekend', on: '2026-10-10' },
      { kind: 'skipped', from: '2026-10-11', to: '2026-10-11', because: 'weekend' },
      { kind: 'skipped', from: '2026-10-17', to: '2026-10-18', because: 'weekend' },
    ])
  })

  it('shows that a day kept on a holiday was kept by the period itself, and needs no notice', () => {
    const due = computeDue({ months: 3, lastDay: 'keep' }, day('2026-07-03'), [])
    expect(due).toMatchObject({ on: '2026-10-03', provisional: false })
    expect(kinds(due)).toEqual(['trigger', 'counted', 'kept'])
    expect(kinds(computeDue({ days: 1, lastDay: 'keep' }, day('2026-07-06'), calendar))).toEqual(['trigger', 'counted'])
  })

  it('shows when it rests on an invented table', () => {
    const due = computeDue({ months: 3 }, day('2026-11-30'), allCalendars)
    expect(due.derivation.at(-1)).toMatchObject({ kind: 'calendar', year: 2027, invented: true })
    expect(due.provisional).toBe(false)
  })

  it('survives JSON unchanged', () => {
    for (const rule of [{ days: 15 }, { workingDays: 15 }, { months: 3 }, { years: 20, lastDay: 'keep' }] satisfies DueRule[]) {
      const due = computeDue(rule, day('2026-09-21'), calendar)
      expect(JSON.parse(JSON.stringify(due))).toEqual(due)
    }
  })
})

describe('any due day', () => {
  const from = fc.integer({ min: 0, max: 1200 }).map((offset) => addDays(day('2026-01-01'), offset))
  const rule = fc.oneof(
    fc.integer({ min: 0, max: 400 }).map((days) => ({ days })),
    fc.integer({ min: 1, max: 120 }).map((workingDays) => ({ workingDays })),
    fc.integer({ min: 0, max: 12 }).map((months) => ({ months })),
  )

  it('is a working day, not before the day counted, with no working day passed over', () => {
    fc.assert(
      fc.property(from, rule, (start, period) => {
        const due = computeDue(period, start, allCalendars)
        expect(isWorkingDay(allCalendars, due.on)).toBe(true)
        expect(due.on >= due.raw && due.raw >= start).toBe(true)
        for (let passed = due.raw; passed < due.on; passed = addDays(passed, 1)) expect(isWorkingDay(allCalendars, passed)).toBe(false)
      }),
    )
  })

  it('comes no earlier for a later event', () => {
    fc.assert(
      fc.property(from, fc.nat(40), rule, (start, later, period) => {
        expect(computeDue(period, addDays(start, later), allCalendars).on >= computeDue(period, start, allCalendars).on).toBe(true)
      }),
    )
  })

  it('computed again under the same calendar is the same, proof and all', () => {
    fc.assert(
      fc.property(from, rule, (start, period) => {
        const due = computeDue(period, start, calendar)
        expect(recomputeDue(due, calendar)).toEqual({ due, moved: false, previous: due.on })
      }),
    )
  })

  it('is refused for a period that is no whole number', () => {
    expect(() => computeDue({ days: -1 }, day('2026-01-01'), calendar)).toThrow(RangeError)
    expect(() => computeDue({ workingDays: 1.5 }, day('2026-01-01'), calendar)).toThrow(RangeError)
  })
})

describe('a period of no working days', () => {
  it('ends on the day itself and passes nothing over', () => {
    const due = computeDue({ workingDays: 0 }, day('2026-03-02'), calendar)
    expect(due).toMatchObject({ on: '2026-03-02', provisional: false })
    expect(computeDue({ workingDays: 0 }, day('2026-12-27'), calendar).provisional).toBe(false)
  })
})

describe('CC 203(2): the end of the day', () => {
  it('is 24:00 for electronic filing and 17:00 at a counter', () => {
    expect(instantDueEnds(day('2026-10-08'), 'electronic')).toBe(Date.parse('2026-10-08T24:00:00+08:00'))
    expect(instantDueEnds(day('2026-10-08'), 'counter')).toBe(Date.parse('2026-10-08T17:00:00+08:00'))
  })
})
