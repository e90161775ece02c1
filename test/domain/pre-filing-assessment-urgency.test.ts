import { describe, expect, it } from 'vitest'
import { plainDay } from '#domain/day.ts'
import type { PublicDisclosure } from '#domain/disclosure-novelty.ts'
import { findUrgency, listPublicDisclosures } from '#domain/pre-filing-assessment-urgency.ts'
import { sampleInterview } from '#cli/samples/pre-filing-assessment.ts'
import { inventors, result, stateWith } from '#test/samples/pre-filing-assessment-state.ts'

const today = plainDay('2026-03-02')

function disclosure(kind: PublicDisclosure['kind'], on: string, standing: PublicDisclosure['standing'] = 'planned'): PublicDisclosure {
  return { kind, standing, on: plainDay(on), where: '（示例）' }
}

describe('the urgent lane', () => {
  it('3: is taken when a publication is 30 days away, and not when it is 31', () => {
    expect(findUrgency([disclosure('paper', '2026-04-01')], today)).toMatchObject({
      lane: 'urgent',
      because: 'planned-disclosure',
      daysLeft: 30,
    })
    expect(findUrgency([disclosure('paper', '2026-04-02')], today).lane).toBe('ordinary')
  })

  it('keeps the day before a planned paper as the last safe one', () => {
    expect(findUrgency([disclosure('paper', '2026-03-20')], today)).toMatchObject({
      novelty: 'running',
      safeUntil: '2026-03-19',
      on: '2026-03-20',
    })
  })

  it('is taken when six months of grace end within 30 days', () => {
    const shown = disclosure('recognised-exhibition', '2025-09-20', 'made')
    expect(findUrgency([shown], today)).toMatchObject({ lane: 'urgent', because: 'grace-ends', on: '2026-03-20' })
  })

  it('is taken on the day on which a paper comes out: what is filed that day is not anticipated by it (22(5))', () => {
    expect(findUrgency([disclosure('paper', '2026-03-02', 'made')], today)).toMatchObject({
      lane: 'urgent',
      because: 'planned-disclosure',
      daysLeft: 0,
      safeUntil: '2026-03-02',
    })
    expect(findUrgency([disclosure('recognised-exhibition', '2026-03-02', 'made')], today).lane).toBe('ordinary')
  })

  it('has nothing to save once a paper is out: novelty is lost, and that is no timer', () => {
    const lost = findUrgency([disclosure('paper', '2026-02-01', 'made')], today)
    expect(lost).toEqual({ lane: 'ordinary', novelty: 'noveltyLost' })
  })

  it('follows the nearest of several days, and forgets a plan that has passed', () => {
    const urgency = findUrgency([disclosure('conference', '2026-03-25'), disclosure('paper', '2026-03-10')], today)
    expect(urgency.on).toBe('2026-03-10')
    expect(findUrgency([], today)).toEqual({ lane: 'ordinary', novelty: 'open' })
  })

  it('hears of publications that came up in the interview only', () => {
    const interview = { ...sampleInterview(inventors), publicDisclosures: [disclosure('thesis', '2026-03-30')] }
    const state = stateWith({ 'interview#1': result('held', interview, 'manager') })
    expect(listPublicDisclosures(state).map(({ on }) => on)).toEqual(['2026-09-01', '2026-03-30'])
  })
})
