import { describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/open-licence.ts'
import { addDays, plainDay } from '#domain/day.ts'
import { examineEligibility } from '#domain/open-licence-eligibility.ts'
import { checkPrice } from '#domain/open-licence-price.ts'
import { lastPatentYear, patentTermEnd } from '#domain/patent-term.ts'
import { foldRegister } from '#domain/register-fold.ts'
import { checkRegisterChange } from '#domain/register-rules.ts'
import { registerChange, type PatentFacts, type RegisterEventFacts } from '#domain/register.ts'
import { lifeEndOf } from '#domain/title-grant-bars.ts'
import { parameters } from '#policy/parameters.ts'
import type { MatterId } from '#domain/state.ts'

const today = plainDay('2026-03-02')
/** Filed on 2018-06-10 and granted three years and three months after the end of its four years. */
const late = sample.samplePatent({ filedOn: plainDay('2018-06-10'), grantedOn: plainDay('2025-09-10') })
const delay = { ground: 'grant-delay', days: 300, decidedOn: plainDay('2026-02-20') } as const
const drug = { ground: 'new-drug', days: 250, decidedOn: plainDay('2026-02-20'), approvedOn: plainDay('2026-01-15') } as const

function compensation(facts: RegisterEventFacts['TermCompensated'], patent: PatentFacts = late) {
  const change = registerChange({ register: 'patent', id: patent.number }, 'TermCompensated', facts, { source: '期限补偿决定', on: today })
  return {
    refused: checkRegisterChange(patent, change).map(({ code, fact }) => [code, fact['most']] as const),
    after: foldRegister(patent, change) as PatentFacts,
  }
}

describe('the term of a patent (专利法 42)', () => {
  it('ends the day before the anniversary of filing: twenty, ten and fifteen years, ten for designs filed before June 2021', () => {
    const end = (kind: PatentFacts['kind'], filedOn: string) => patentTermEnd({ kind, filedOn: plainDay(filedOn) })
    expect(end('invention', '2021-06-10')).toBe('2041-06-09')
    expect(end('utility-model', '2021-06-10')).toBe('2031-06-09')
    expect(end('design', '2021-06-10')).toBe('2036-06-09')
    expect(end('design', '2021-05-31')).toBe('2031-05-30')
  })

  it('is longer by the days the office gave, and every entry says whence it is known', () => {
    const { refused, after } = compensation(delay)
    expect(refused).toEqual([])
    expect(patentTermEnd(late)).toBe('2038-06-09')
    expect(patentTermEnd(after)).toBe(addDays(plainDay('2038-06-09'), 300))
    expect(after.termCompensations).toEqual([{ ...delay, source: '期限补偿决定' }])
    expect([lastPatentYear(late), lastPatentYear(after)]).toEqual([20, 21])
    const both = compensation(drug, after).after
    expect(patentTermEnd(both)).toBe(addDays(plainDay('2038-06-09'), 550))
  })

  it('is compensated of inventions only, once on each ground, and not beyond what the days on the register allow', () => {
    expect(compensation(delay, sample.samplePatent({ kind: 'utility-model' })).refused).toEqual([
      ['register/compensation-of-no-invention', undefined],
    ])
    expect(compensation(delay, compensation(delay).after).refused).toEqual([['register/compensation-known', undefined]])
    // 2022-06-10 to 2025-09-10.
    expect(compensation({ ...delay, days: 1189 }).refused).toEqual([['register/compensation-too-long', 1188]])
    expect(compensation({ ...delay, days: 1188 }).refused).toEqual([])
    const prompt = sample.samplePatent({ filedOn: plainDay('2021-06-10'), grantedOn: plainDay('2023-09-01') })
    expect(compensation(delay, prompt).refused).toEqual([['register/compensation-too-long', 0]])
    expect(compensation({ ...delay, decidedOn: plainDay('2026-03-03') }).refused).toEqual([['register/day-to-come', undefined]])
  })

  it('is compensated for a new drug by the years over five to its approval, five at most, and fourteen in all after it', () => {
    // Fourteen years after approval end on 2040-01-14; the term as filed ends on 2038-06-09.
    expect(compensation({ ...drug, days: 585 }).refused).toEqual([['register/compensation-too-long', 584]])
    expect(compensation({ ...drug, days: 584 }).refused).toEqual([])
    const old = sample.samplePatent({ filedOn: plainDay('2010-06-10'), grantedOn: plainDay('2014-01-01') })
    // Five years: 2030-06-10 to 2035-06-10.
    expect(compensation({ ...drug, days: 1827 }, old).refused).toEqual([['register/compensation-too-long', 1826]])
    const quick = { ...drug, approvedOn: plainDay('2014-03-02') }
    expect(compensation({ ...quick, days: 1 }, old).refused).toEqual([['register/compensation-too-long', 0]])
    const { approvedOn: _, ...unapproved } = drug
    expect(compensation(unapproved).refused).toEqual([['register/compensation-too-long', 0]])
  })
})

describe('wherever the end of a patent counts, its compensation counts', () => {
  const old = sample.samplePatent({ filedOn: plainDay('2005-06-10'), grantedOn: plainDay('2012-01-10') })
  const longer = compensation({ ...delay, days: 600 }, old).after
  const open = (patent: PatentFacts, on: string) =>
    examineEligibility({ number: patent.number, patent, on: plainDay(on), calendar: [], consented: [], matter: 'm-1' as MatterId }).filter(
      ({ code }) => code === 'open-licence/patent-not-in-force',
    )

  it('an open licence may be declared in the days that were given', () => {
    expect(patentTermEnd(longer)).toBe('2027-01-30')
    expect(open(old, '2025-06-10')[0]?.standing).toBe('barred')
    expect(open(longer, '2027-01-30')[0]?.standing).toBe('clear')
    expect(open(longer, '2027-01-31')[0]?.standing).toBe('barred')
  })

  it('its term may run to the last of them', () => {
    const refused = (termEnd: string, patent: PatentFacts) =>
      checkPrice(sample.samplePrice({ termEnd: plainDay(termEnd) }), { patent, parameters, today }).map(({ code }) => code)
    expect(refused('2027-01-30', longer)).toEqual([])
    expect(refused('2027-01-31', longer)).toEqual(['open-licence/term-beyond-patent'])
    expect(refused('2027-01-30', old)).toEqual(['open-licence/term-beyond-patent'])
  })

  it('a granted right of use may last as long, and an annuity may be owed for their year', () => {
    expect(lifeEndOf({ register: 'patent', number: longer.number } as never, longer)).toBe('2027-01-30')
    const due = { year: 21, dueOn: plainDay('2025-06-10') }
    const change = registerChange({ register: 'patent', id: old.number }, 'AnnuityDue', due, { source: '缴费通知', on: today })
    expect(checkRegisterChange(old, change).map(({ code }) => code)).toEqual(['register/annuity-year-beyond-term'])
    expect(checkRegisterChange(longer, change)).toEqual([])
  })
})
