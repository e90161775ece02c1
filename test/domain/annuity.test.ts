import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getAnnuitySchedule, getLateSteps } from '#domain/annuity-parameters.ts'
import { annuityDue, findBestRelief, getFullAnnuity } from '#domain/annuity.ts'
import type { AnnuityDue, AnnuityFacts } from '#domain/annuity.ts'
import { addDays, plainDay } from '#domain/day.ts'
import type { PlainDay } from '#domain/day.ts'
import { yuan } from '#domain/money.ts'
import { calendar2026 } from '#policy/calendar-2026.ts'
import { inventedCalendars } from '#policy/calendar-invented.ts'
import { parameters } from '#policy/parameters.ts'

const day = (text: string): PlainDay => plainDay(text)
const schedule = getAnnuitySchedule(parameters, day('2026-06-10'))
const university = { name: 'fee-reduction', bp: 8500 } as const
const openLicence = { name: 'open-licence', bp: 1500 } as const

const facts: AnnuityFacts = {
  filedOn: day('2021-06-10'),
  patentYear: 6,
  type: 'invention',
  paidOn: day('2026-06-10'),
  schedule,
  reduction: [university],
  lateSteps: getLateSteps(parameters, day('2026-06-10')),
  calendar: [calendar2026],
}

const payOn = (paidOn: string, more: Partial<AnnuityFacts> = {}): AnnuityDue => annuityDue({ ...facts, ...more, paidOn: day(paidOn) })

describe('the annuity of year 6 of an invention filed on 2021-06-10, full 1,200.00', () => {
  it('3.5 worked 1: is due on 2026-06-10 and costs a university that owns it alone 180.00', () => {
    const paid = payOn('2026-06-10')
    expect(paid).toMatchObject({ standing: 'in-time', total: yuan('180.00'), full: yuan('1200.00'), relief: university })
    expect(paid.due).toMatchObject({ on: '2026-06-10', provisional: false })
    expect(paid.lastDay.on).toBe('2026-12-10')
  })

  it('3.5 worked 2: paid on the working Saturday 2026-10-10, the last day of the 15% month, costs 360.00', () => {
    expect(payOn('2026-10-10')).toMatchObject({ standing: 'late', month: 4, surcharge: yuan('180.00'), total: yuan('360.00') })
  })

  it('3.5 worked 3: paid on 2026-10-11 costs 420.00', () => {
    expect(payOn('2026-10-11')).toMatchObject({ standing: 'late', month: 5, surcharge: yuan('240.00'), total: yuan('420.00') })
  })

  it('3.5 worked 4: with the open licence relief alone costs 1,020.00', () => {
    expect(payOn('2026-06-10', { reduction: [openLicence] })).toMatchObject({
      standing: 'in-time',
      total: yuan('1020.00'),
      relief: openLicence,
    })
  })

  it('has the better of two reliefs and never their sum', () => {
    expect(payOn('2026-06-10', { reduction: [openLicence, university] })).toMatchObject({ total: yuan('180.00'), relief: university })
    expect(payOn('2026-06-10', { reduction: [] })).toMatchObject({ total: yuan('1200.00') })
    expect(findBestRelief([])).toBeUndefined()
    expect(findBestRelief([{ ...openLicence, bp: 8500 }, university])?.name).toBe('open-licence')
  })

  it('costs no surcharge in the first month, 5% of the full annuity more in each that follows, and then the patent has lapsed', () => {
    const surcharges = ['07-10', '07-11', '08-10', '08-11', '09-10', '11-10', '11-11', '12-10'].map((date) => {
      const paid = payOn(`2026-${date}`)
      return paid.standing === 'late' ? paid.surcharge : undefined
    })
    expect(surcharges).toEqual([0, 6000, 6000, 12_000, 12_000, 24_000, 30_000, 30_000])
    expect(payOn('2026-12-11')).toMatchObject({ standing: 'lapsed', lapsedOn: '2026-06-10' })
  })
})

describe('the due day of an annuity', () => {
  it('that falls into a holiday moves to the first working day, and so does the last day of a month of lateness', () => {
    const holiday = { filedOn: day('2021-10-03') }
    expect(payOn('2026-10-08', holiday)).toMatchObject({ standing: 'in-time', due: { raw: '2026-10-03', on: '2026-10-08' } })
    expect(payOn('2026-10-09', holiday)).toMatchObject({ standing: 'late', month: 1, surcharge: 0 })
    const saturday = { filedOn: day('2021-07-08') }
    expect(payOn('2026-08-10', saturday)).toMatchObject({ standing: 'late', month: 1, surcharge: 0 })
    expect(payOn('2026-08-11', saturday)).toMatchObject({ standing: 'late', month: 2 })
  })

  it('counts months of lateness from the anniversary, not from the day a holiday moved it to', () => {
    expect(payOn('2026-11-03', { filedOn: day('2021-10-03') })).toMatchObject({ month: 1 })
    expect(payOn('2026-11-04', { filedOn: day('2021-10-03') })).toMatchObject({ month: 2 })
  })

  it('of a patent filed on 29 February is 28 February in a common year', () => {
    expect(payOn('2026-01-05', { filedOn: day('2024-02-29'), patentYear: 3 }).due).toMatchObject({ raw: '2026-02-28', on: '2026-02-28' })
  })
})

describe('the full annuity', () => {
  it('follows the bands of the schedule and ends with the term', () => {
    const of = (type: 'invention' | 'utility-model' | 'design', year: number): number => getFullAnnuity(schedule, type, year)
    expect([of('invention', 1), of('invention', 3), of('invention', 4), of('invention', 20)]).toEqual([90_000, 90_000, 120_000, 800_000])
    expect(of('utility-model', 10)).toBe(200_000)
    expect(() => of('utility-model', 11)).toThrow(RangeError)
    expect(() => of('invention', 0)).toThrow(RangeError)
  })
})

describe('any annuity', () => {
  const calendar = [calendar2026, ...inventedCalendars]

  it('is rounded up to the fen and never cheaper for being paid later', () => {
    fc.assert(
      fc.property(
        fc.nat(1200),
        fc.nat(200),
        fc.nat(30),
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 1, max: 99_999 }),
        (start, late, wait, bp, cents) => {
          const filedOn = addDays(day('2023-01-01'), start)
          const odd = { ...schedule, invention: [{ toYear: 20, amount: yuan(`${cents}.37`) }] }
          const pay = (paidOn: PlainDay): AnnuityDue =>
            annuityDue({ ...facts, filedOn, patentYear: 4, schedule: odd, reduction: [{ name: 'open-licence', bp }], calendar, paidOn })
          const first = pay(addDays(filedOn, 3 * 365 + late))
          const second = pay(addDays(filedOn, 3 * 365 + late + wait))
          expect(first.annuity * 10_000 >= first.full * (10_000 - bp) && (first.annuity - 1) * 10_000 < first.full * (10_000 - bp)).toBe(
            true,
          )
          if (second.standing !== 'lapsed') expect(first.standing !== 'lapsed' && first.total <= second.total).toBe(true)
        },
      ),
    )
  })
})
