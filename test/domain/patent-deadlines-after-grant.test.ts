import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DocketEntry } from '#domain/action.ts'
import { addDays, plainDay } from '#domain/day.ts'
import type { PlainDay } from '#domain/day.ts'
import { listPatentDeadlines } from '#domain/patent-deadlines.ts'
import { restorationGrounds } from '#domain/patent-deadlines-restoration.ts'
import { fixedPatentDeadlineCodes, patentYearOn, termYears } from '#domain/patent-time-facts.ts'
import type { PatentDeadline, PatentTimeFacts } from '#domain/patent-time-facts.ts'
import { calendar2026 } from '#policy/calendar-2026.ts'
import { parameters } from '#policy/parameters.ts'

const day = (text: string): PlainDay => plainDay(text)
const list = (facts: PatentTimeFacts): PatentDeadline[] => listPatentDeadlines(facts, [calendar2026], parameters)
const find = (facts: PatentTimeFacts, code: string): PatentDeadline | undefined => list(facts).find((deadline) => deadline.code === code)
const dayOf = (facts: PatentTimeFacts, code: string): PlainDay | undefined => find(facts, code)?.on
const codes = (facts: PatentTimeFacts): string[] => list(facts).map((deadline) => deadline.code)

const invention = { type: 'invention', filedOn: day('2026-03-16') } as const
const utilityModel = { type: 'utility-model', filedOn: day('2026-03-16') } as const

describe('the term, PL 42', () => {
  it('is 20, 10 and 15 years from actual filing, and 10 for designs filed before 2021-06-01', () => {
    expect(termYears('invention', day('2026-03-16'))).toBe(20)
    expect(termYears('utility-model', day('2026-03-16'))).toBe(10)
    expect([termYears('design', day('2021-06-01')), termYears('design', day('2021-05-31'))]).toEqual([15, 10])
    const claimed = { ...invention, filedOn: day('2006-06-13'), priority: { on: day('2005-06-13'), kind: 'foreign' } } as const
    expect(find(claimed, 'term-end')).toMatchObject({ on: '2026-06-13', notes: ['not-restorable', 'not-extended-by-holidays'] })
  })

  it('is compensated on request within 3 months, where grant came after 4 years from filing and 3 from the request', () => {
    const slow = {
      type: 'invention',
      filedOn: day('2021-06-10'),
      examinationRequestedOn: day('2022-06-10'),
      grantedOn: day('2026-06-11'),
    } as const
    expect(dayOf(slow, 'term-compensation')).toBe('2026-09-11')
    expect(codes({ ...slow, grantedOn: day('2025-06-10') })).not.toContain('term-compensation')
    expect(codes({ ...slow, examinationRequestedOn: day('2023-06-11') })).not.toContain('term-compensation')
    expect(codes({ ...slow, grantedOn: day('2025-06-11'), examinationRequestedOn: day('2022-06-11') })).not.toContain('term-compensation')
    expect(codes({ ...slow, isSameDayDual: true })).not.toContain('term-compensation')
    expect(codes({ ...slow, type: 'utility-model' })).not.toContain('term-compensation')
  })

  it('is compensated for a new drug on request within 3 months of marketing approval', () => {
    expect(find({ ...invention, marketingApprovedOn: day('2026-07-03') }, 'drug-term-compensation')).toMatchObject({ on: '2026-10-08' })
    expect(codes({ ...utilityModel, marketingApprovedOn: day('2026-07-03') })).not.toContain('drug-term-compensation')
  })
})

describe('annuities, IR 115', () => {
  const granted = { type: 'invention', filedOn: day('2021-06-10'), grantedOn: day('2024-08-01') } as const

  it('are due each anniversary after the year of grant, to the last year of the term', () => {
    expect([
      patentYearOn(day('2021-06-10'), day('2021-06-10')),
      patentYearOn(day('2021-06-10'), day('2024-06-09')),
      patentYearOn(day('2021-06-10'), day('2024-06-10')),
    ]).toEqual([1, 3, 4])
    const years = codes(granted).filter((code) => /^annuity-year-\d+$/.test(code))
    expect(years).toEqual(Array.from({ length: 16 }, (_, offset) => `annuity-year-${5 + offset}`))
    expect(dayOf(granted, 'annuity-year-5')).toBe('2025-06-10')
    expect(dayOf(granted, 'annuity-year-6')).toBe('2026-06-10')
  })

  it('show the months of late payment of the first unpaid year, with the surcharge, and when the patent is lost', () => {
    const paid = { ...granted, annuitiesPaidThrough: 5 }
    expect(codes(paid)).not.toContain('annuity-year-5')
    const late = list(paid).filter(({ code }) => code.includes('late-month'))
    expect(late.map(({ code, on, surchargeBp }) => [code, on, surchargeBp])).toEqual([
      ['annuity-year-6-late-month-1', '2026-07-10', 0],
      ['annuity-year-6-late-month-2', '2026-08-10', 500],
      ['annuity-year-6-late-month-3', '2026-09-10', 1000],
      ['annuity-year-6-late-month-4', '2026-10-10', 1500],
      ['annuity-year-6-late-month-5', '2026-11-10', 2000],
      ['annuity-year-6-late-month-6', '2026-12-10', 2500],
    ])
    expect(late.at(-1)?.notes).toContain('lapses-back-to-due-day')
  })

  it('end when all are paid', () => {
    expect(codes({ ...granted, annuitiesPaidThrough: 20 }).filter((code) => code.startsWith('annuity'))).toEqual([])
  })
})

describe('restoration, IR 6', () => {
  it('is asked within 2 months of the notice of loss', () => {
    const missed = { ...invention, missedPeriods: [{ missed: 'annuity-year-6', noticeReceivedOn: day('2026-08-03') }] }
    expect(find(missed, 'restoration-of-annuity-year-6')).toMatchObject({
      on: '2026-10-08',
      notes: ['good-reason-needed', 'restoration-fee'],
    })
  })

  it('of a missed request for re-examination runs from the end of that period and not from a notice (IR 6(2))', () => {
    const missedPeriods = [{ missed: 're-examination', noticeReceivedOn: day('2026-11-20'), periodEndedOn: day('2026-10-08') }]
    const late: PatentTimeFacts = { type: 'invention', missedPeriods }
    expect(dayOf(late, 'restoration-of-re-examination')).toBe('2026-12-08')
    const [notice] = missedPeriods.map(({ missed, noticeReceivedOn }) => ({ missed, noticeReceivedOn }))
    expect(codes({ type: 'invention', missedPeriods: notice === undefined ? [] : [notice] })).toEqual([])
  })

  it('after force majeure is asked within 2 months of its end and 2 years of the expiry, the earlier', () => {
    const missed = (obstacleEndedOn: string): PatentTimeFacts => ({
      ...invention,
      missedPeriods: [{ missed: 'registration', obstacleEndedOn: day(obstacleEndedOn), periodEndedOn: day('2024-08-04') }],
    })
    expect(dayOf(missed('2026-03-16'), 'force-majeure-restoration-of-registration')).toBe('2026-05-18')
    expect(dayOf(missed('2026-06-15'), 'force-majeure-restoration-of-registration')).toBe('2026-08-04')
  })

  it('does not exist for grace, priority and term, and for the national phase only after force majeure', () => {
    for (const code of ['grace-filing', 'foreign-priority', 'domestic-priority', 'term-end']) expect(restorationGrounds(code)).toEqual([])
    expect(restorationGrounds('national-phase-surcharge')).toEqual(['force-majeure'])
    expect(restorationGrounds('substantive-examination')).toEqual(['good-reason', 'force-majeure'])
    const missed = { missed: 'grace-filing', noticeReceivedOn: day('2026-08-03'), obstacleEndedOn: day('2026-08-03') }
    expect(codes({ type: 'invention', missedPeriods: [missed] })).toEqual([])
  })
})

describe('the docket', () => {
  const full: PatentTimeFacts = {
    ...invention,
    filedOn: day('2021-06-10'),
    examinationRequestedOn: day('2022-06-10'),
    grantedOn: day('2026-06-11'),
    marketingApprovedOn: day('2026-06-11'),
    rejectionReceivedOn: day('2025-03-03'),
    confidentialityRequestedOn: day('2021-06-10'),
  }

  it('is in the order of days, each code once, each with its proof and at least one citation', () => {
    const docket: readonly DocketEntry[] = listPatentDeadlines(
      { ...full, confidentialityRequestedOn: day('2026-06-10') },
      [calendar2026],
      parameters,
    )
    expect(docket.map((entry) => entry.due.on)).toEqual(docket.map((entry) => entry.due.on).toSorted())
    expect(new Set(docket.map((entry) => entry.code)).size).toBe(docket.length)
    for (const entry of docket) {
      expect(entry.citations.length, entry.code).toBeGreaterThan(0)
      expect(entry.due.derivation[0], entry.code).toMatchObject({ kind: 'trigger', citations: entry.citations })
    }
  })

  it('says by error which parameter is missing, and reads none it does not need', () => {
    expect(() => list(full)).toThrow('No parameter CONF_EXAM_MONTHS in force on 2021-06-10')
    expect(() => listPatentDeadlines(invention, [calendar2026], [])).not.toThrow()
    expect(() => listPatentDeadlines({ ...invention, grantedOn: day('2026-12-01') }, [calendar2026], [])).toThrow('LATE_STEPS_BP')
  })

  it('grows only with what is known: no facts, no deadlines', () => {
    for (const type of ['invention', 'utility-model', 'design'] as const) expect(list({ type })).toEqual([])
  })

  it('knows no code outside its list, whatever happened when', () => {
    const days = fc.integer({ min: 0, max: 300 }).map((offset) => addDays(day('2026-01-05'), offset))
    const happened = {
      filedOn: days,
      firstFiledAbroadOn: days,
      grantedOn: days,
      rejectionReceivedOn: days,
      grantNoticeReceivedOn: days,
      confidentialityRequestedOn: days,
      examinationEntryReceivedOn: days,
    }
    const type = fc.constantFrom('invention', 'utility-model', 'design')
    const facts = fc.record({ type, ...happened }, { requiredKeys: ['type'] })
    fc.assert(
      fc.property(facts, (some) => {
        for (const deadline of list(some)) {
          const isFixed = fixedPatentDeadlineCodes.some((code) => code === deadline.code)
          expect(isFixed || deadline.code.startsWith('annuity-year-'), deadline.code).toBe(true)
          expect(deadline.on).toBe(deadline.due.on)
          expect(deadline.on > deadline.due.from).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})
