import { describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/open-licence.ts'
import { plainDay } from '#domain/day.ts'
import { fen } from '#domain/money.ts'
import { adviseAnnuity, isReliefDue } from '#domain/open-licence-annuity.ts'
import { checks } from '#domain/open-licence-checks.ts'
import type { PriceProposal } from '#domain/open-licence-forms.ts'
import { checkPrice, entryAmount, summariseComparables } from '#domain/open-licence-price.ts'
import { calendar2026 } from '#policy/calendar-2026.ts'
import { parameters } from '#policy/parameters.ts'

const today = plainDay('2026-03-02')
const codesOf = (proposal: PriceProposal) =>
  checkPrice(proposal, { patent: sample.samplePatent(), parameters, today }).map(({ code }) => code.replace('open-licence/', ''))
const lump = (amount: number, more: Partial<PriceProposal> = {}) => {
  const { lowFen: _low, highFen: _high, ...estimate } = sample.samplePrice().estimate
  return sample.samplePrice({ fee: { method: 'lump-sum', fixedFen: fen(amount), paymentDays: 15 }, estimate, ...more })
}

describe('the fee of an open licence', () => {
  it('above twenty million yuan asks for a reason, up to it asks for none (9.13)', () => {
    expect(codesOf(lump(2_000_000_000))).toEqual([])
    expect(codesOf(lump(2_000_000_001))).toEqual(['fixed-fee-unusual'])
    expect(codesOf(lump(2_000_000_001, { justification: '（示例）第三方评估' }))).toEqual([])
  })

  it('of more than a fifth of net sales or two fifths of profit asks for a reason', () => {
    const running = (royaltyBp: number, royaltyBase: 'net-sales' | 'profit') => {
      const { lowFen: _low, highFen: _high, ...estimate } = sample.samplePrice().estimate
      return sample.samplePrice({ fee: { method: 'running-royalty', royaltyBp, royaltyBase, reportMonths: 12, paymentDays: 30 }, estimate })
    }
    expect(codesOf(running(2000, 'net-sales'))).toEqual([])
    expect(codesOf(running(2001, 'net-sales'))).toEqual(['rate-unusual'])
    expect(codesOf(running(4000, 'profit'))).toEqual([])
    expect(codesOf(running(4001, 'profit'))).toEqual(['rate-unusual'])
    expect(entryAmount(running(2000, 'profit').fee)).toBe(0)
  })

  it('has the parts of its method and no others', () => {
    expect(codesOf(sample.samplePrice({ fee: { method: 'entry-and-royalty', paymentDays: 15 } }))).toEqual([
      'fee-incomplete',
      'fee-incomplete',
      'fee-incomplete',
      'fee-incomplete',
    ])
    expect(codesOf(sample.samplePrice({ fee: { ...sample.samplePrice().fee, royaltyBp: 100, royaltyBase: 'profit' } }))).toEqual([
      'fee-ambiguous',
      'fee-ambiguous',
    ])
  })

  it('runs no longer than the patent, praises nothing, and names the sources of its estimate', () => {
    expect(codesOf(sample.samplePrice({ termEnd: plainDay('2041-06-09') }))).toEqual([])
    expect(codesOf(sample.samplePrice({ termEnd: plainDay('2041-06-10') }))).toEqual(['term-beyond-patent'])
    expect(codesOf(sample.samplePrice({ termEnd: today }))).toEqual(['term-over'])
    expect(codesOf(sample.samplePrice({ other: '本专利国际领先，限时优惠' }))).toEqual(['commercial-language'])
    const { estimate } = sample.samplePrice()
    expect(codesOf(sample.samplePrice({ estimate: { ...estimate, sources: [] } }))).toEqual(['estimate-without-sources'])
    expect(codesOf(sample.samplePrice({ estimate: { ...estimate, highFen: fen(4_000_000) } }))).toEqual(['fee-outside-estimate'])
    expect(codesOf(sample.samplePrice({ estimate: { ...estimate, highFen: fen(1) } }))).toContain('estimate-range-reversed')
  })

  it('is no offer of years in which an exclusive or sole licence will be in term', () => {
    const ahead = (kind: 'exclusive-licence' | 'sole-licence' | 'ordinary-licence', since: string, termEnd: string) => {
      const patent = sample.samplePatent({ encumbrances: [sample.sampleEncumbrance(kind, { since: plainDay(since) })] })
      return checkPrice(sample.samplePrice({ termEnd: plainDay(termEnd) }), { patent, parameters, today }).map(({ code }) => code)
    }
    expect(ahead('exclusive-licence', '2028-01-01', '2030-12-31')).toEqual(['open-licence/exclusive-licence'])
    expect(ahead('sole-licence', '2030-12-31', '2030-12-31')).toEqual(['open-licence/exclusive-licence'])
    expect(ahead('exclusive-licence', '2031-01-01', '2030-12-31')).toEqual([])
    expect(ahead('ordinary-licence', '2028-01-01', '2030-12-31')).toEqual([])
  })

  it('is compared with the house’s own offers, never by a number without how many and from when', () => {
    expect(summariseComparables([])).toEqual({ n: 0, taken: 0, offers: [] })
    const offer = (number: string, on: string, fixedFen: number, taken: number) => ({
      number,
      on: plainDay(on),
      method: 'lump-sum' as const,
      fixedFen: fen(fixedFen),
      taken,
    })
    const summary = summariseComparables([
      offer('KF-1', '2025-01-02', 300, 1),
      offer('KF-2', '2025-06-02', 100, 4),
      offer('KF-3', '2024-06-02', 200, 0),
    ])
    expect(summary).toMatchObject({ n: 3, from: '2024-06-02', to: '2025-06-02', lowestFen: 100, medianFen: 200, highestFen: 300, taken: 5 })
    expect(summary.offers.map(({ number }) => number)).toEqual(['KF-2', 'KF-1', 'KF-3'])
  })
})

describe('relief from annuities', () => {
  it('needs an offer and, where the university reads the law so, a recorded licence; the best single one counts', () => {
    expect(isReliefDue({ isOffered: true, recordedLicences: 0, needsRecordedLicence: true })).toBe(false)
    expect(isReliefDue({ isOffered: true, recordedLicences: 0, needsRecordedLicence: false })).toBe(true)
    const question = { isOffered: true, recordedLicences: 1, needsRecordedLicence: true }
    const dated = { parameters, calendar: [calendar2026] }
    const advice = adviseAnnuity(sample.samplePatent(), today, dated, question)
    expect(advice).toMatchObject({ year: 6, relief: { name: 'fee-reduction' }, annuity: 18_000, standing: 'in-time' })
    const late = sample.samplePatent({
      grantedOn: plainDay('2022-01-01'),
      filedOn: plainDay('2012-06-10'),
      annuities: [{ year: 15, dueOn: plainDay('2026-06-10') }],
    })
    expect(adviseAnnuity(late, today, dated, question)?.relief?.name).toBe('fee-reduction')
    const old = sample.samplePatent({
      grantedOn: plainDay('2014-01-01'),
      filedOn: plainDay('2012-06-10'),
      annuities: [{ year: 15, dueOn: plainDay('2026-06-10') }],
    })
    expect(adviseAnnuity(old, today, dated, question)?.relief).toEqual({ name: 'open-licence', bp: 1500 })
    expect(adviseAnnuity(old, today, dated, { ...question, recordedLicences: 0 })?.relief).toBeUndefined()
  })
})

describe('opening a declaration', () => {
  it('needs a patent on the register', () => {
    const context = { today, calendar: [], parameters, people: [], registers: [] }
    const codes = (patent: string) => checks['open-licence/open']({ ...sample.sampleOpening, patent }, context).map(({ code }) => code)
    expect(codes('ZL202110000001.0')).toEqual(['register/patent-number-wrong'])
    expect(codes(sample.sampleNumber(1001))).toEqual(['open-licence/patent-unknown'])
  })
})
