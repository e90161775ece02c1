import { describe, expect, it } from 'vitest'
import { getAnnuitySchedule, getLateSteps, listAnnuityReliefs } from '#domain/annuity-parameters.ts'
import { plainDay } from '#domain/day.ts'
import type { PlainDay } from '#domain/day.ts'
import { isAboveCap, yuan } from '#domain/money.ts'
import { findParameter, getFenParameter, getNumberParameter, getParameter } from '#domain/parameter.ts'
import type { ParameterRow } from '#domain/parameter.ts'
import { byDesign } from '#domain/refusal.ts'
import { parameters } from '#policy/parameters.ts'

const day = (text: string): PlainDay => plainDay(text)
const on = day('2026-03-02')

const rates: readonly ParameterRow[] = [
  { name: 'RATE', value: 300, to: day('2025-12-31'), citations: [byDesign] },
  { name: 'RATE', value: 600, from: day('2026-01-01'), citations: [byDesign] },
  { name: 'RATE', value: 700, from: day('2026-06-01'), province: 'Zhejiang', citations: [byDesign] },
]

describe('a dated parameter', () => {
  it('is the one in force on the legal trigger day, its first and last days included', () => {
    expect(getNumberParameter(rates, 'RATE', day('2025-12-31'))).toBe(300)
    expect(getNumberParameter(rates, 'RATE', day('2026-01-01'))).toBe(600)
  })

  it("is the province's own from the day it has one, else the country's", () => {
    expect(getNumberParameter(rates, 'RATE', day('2026-05-31'), 'Zhejiang')).toBe(600)
    expect(getNumberParameter(rates, 'RATE', day('2026-06-01'), 'Zhejiang')).toBe(700)
    expect(getNumberParameter(rates, 'RATE', day('2026-06-01'), 'Beijing')).toBe(600)
    expect(getNumberParameter(rates, 'RATE', day('2026-06-01'))).toBe(600)
  })

  it('that is absent is found to be undefined, and asked for by get is an error that names it', () => {
    expect(findParameter(rates, 'OTHER', on)).toBeUndefined()
    expect(() => getParameter(rates, 'OTHER', on, 'Zhejiang')).toThrow('No parameter OTHER in force on 2026-03-02 for Zhejiang')
    const onlyLater = rates.slice(1, 2)
    expect(() => getParameter(onlyLater, 'RATE', day('2025-12-31'))).toThrow('No parameter RATE in force on 2025-12-31')
  })

  it('with two rows in force at once is an error that names both', () => {
    const doubled = [...rates, { name: 'RATE', value: 650, from: day('2026-02-01'), citations: [byDesign] as const }]
    expect(() => findParameter(doubled, 'RATE', on)).toThrow('ambiguous on 2026-03-02: rows of 2026-01-01–open, 2026-02-01–open')
    expect(getNumberParameter(doubled, 'RATE', day('2026-01-31'))).toBe(600)
  })

  it('of another kind than asked for is an error', () => {
    expect(() => getNumberParameter(parameters, 'LATE_STEPS_BP', on)).toThrow('no whole number')
  })
})

describe('the seeded parameters', () => {
  const provinces = [undefined, 'Beijing', 'Shanghai', 'Zhejiang', 'Shandong', 'Yunnan']

  it('are never ambiguous, whatever the day and the province', () => {
    const days = [...new Set(parameters.flatMap((row) => [row.from, row.to]).filter((edge) => edge !== undefined)), on, day('2016-01-01')]
    for (const name of new Set(parameters.map((row) => row.name))) {
      for (const province of provinces) for (const edge of days) expect(() => findParameter(parameters, name, edge, province)).not.toThrow()
    }
  })

  it('set the floors of the award by province', () => {
    const floor = (province?: string): number => getNumberParameter(parameters, 'AWARD_FLOOR_BP', on, province)
    expect([floor(), floor('Beijing'), floor('Shanghai'), floor('Zhejiang'), floor('Shandong'), floor('Yunnan')]).toEqual([
      5000, 5000, 5000, 7000, 7000, 5000,
    ])
    expect(findParameter(parameters, 'AWARD_FLOOR_OPTIONAL_BP', on, 'Beijing')?.value).toBe(7000)
    expect(findParameter(parameters, 'AWARD_FLOOR_OPTIONAL_BP', on, 'Zhejiang')).toBeUndefined()
  })

  it('take the length of the price notice from the law in Zhejiang and Shandong and from memory elsewhere', () => {
    const sureness = (province?: string): string[] =>
      getParameter(parameters, 'NOTICE_PRICE_DAYS', on, province).citations.map((citation) => citation.sure)
    expect(sureness('Zhejiang')).toEqual(['text'])
    expect(sureness('Shandong')).toEqual(['text'])
    expect(sureness('Beijing')).toEqual(['recalled'])
  })

  it('begin with the law they come from', () => {
    expect(findParameter(parameters, 'VAT_TECH_TRANSFER', day('2025-12-31'))).toBeUndefined()
    expect(findParameter(parameters, 'VAT_TECH_TRANSFER', day('2026-01-01'))?.value).toMatchObject({ rateBp: 600 })
    expect(findParameter(parameters, 'GRANT_REWARD_FEN', day('2024-01-19'))).toBeUndefined()
  })

  it('9.13: a fixed fee of 20,000,000.00 is within the cap and 20,000,000.01 is above it', () => {
    const cap = getFenParameter(parameters, 'OPEN_FIXED_SOFTCAP_FEN', on)
    expect(isAboveCap(yuan('20,000,000.00'), cap)).toBe(false)
    expect(isAboveCap(yuan('20,000,000.01'), cap)).toBe(true)
  })
})

describe('the parameters of annuities', () => {
  it('are read into a schedule and the steps of lateness', () => {
    expect(getAnnuitySchedule(parameters, on).invention.at(-1)).toEqual({ toYear: 20, amount: 800_000 })
    expect(getLateSteps(parameters, on)).toEqual([0, 500, 1000, 1500, 2000, 2500])
    const broken = [{ name: 'LATE_STEPS_BP', value: [0, '5%'], citations: [byDesign] as const }]
    expect(() => getLateSteps(broken, on)).toThrow('not as expected')
  })

  it('grant the fee reduction for ten years from the year of grant, and the open licence relief while it is exploited', () => {
    const facts = { feeReduction: 'joint', grantYear: 4, patentYear: 13, isOpenLicenceExploited: true } as const
    expect(listAnnuityReliefs(facts, parameters, on)).toEqual([
      { name: 'fee-reduction', bp: 7000 },
      { name: 'open-licence', bp: 1500 },
    ])
    expect(listAnnuityReliefs({ ...facts, patentYear: 14 }, parameters, on)).toEqual([{ name: 'open-licence', bp: 1500 }])
    expect(listAnnuityReliefs({ grantYear: 4, patentYear: 5, isOpenLicenceExploited: false }, parameters, on)).toEqual([])
  })
})
