import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleScore } from '#cli/samples/pre-filing-assessment.ts'
import type { PersonId } from '#domain/actor.ts'
import {
  checkCriteria,
  formatPoints,
  getYardstick,
  summariseScores,
  weighScore,
  type Criterion,
} from '#domain/pre-filing-assessment-score.ts'
import { addWorkingDays } from '#domain/calendar.ts'
import { plainDay } from '#domain/day.ts'
import { decisionDays, findLaneDue, type LaneStep } from '#domain/pre-filing-assessment-urgency.ts'
import type { TaskId } from '#domain/state.ts'
import { calendar2026 } from '#policy/calendar-2026.ts'
import { defaults } from '#policy/pre-filing-assessment.ts'

const { criteria } = getYardstick(defaults)

function weighedBy(person: string, points: number, own: { readonly [criterion: string]: number } = {}) {
  return { person: person as PersonId, task: `score#1/${person}` as TaskId, score: sampleScore(points, own) }
}

describe('the weights of the criteria', () => {
  it('sum to 100, or the policy is no measure', () => {
    expect(checkCriteria(criteria)).toEqual([])
    const off = criteria.map((one, index) => (index === 0 ? { ...one, weight: one.weight + 1 } : one))
    expect(checkCriteria(off).map(({ code, fact }) => [code, fact['sum']])).toEqual([['assessment/criteria-do-not-sum', 101]])
    expect(() => getYardstick({ ...defaults, lists: { ...defaults.lists, criteria: off } })).toThrow(RangeError)
  })

  it('name each criterion once and none with nothing', () => {
    const [first, ...others] = criteria
    if (first === undefined) throw new Error('There are criteria')
    const twice: Criterion[] = [{ ...first, weight: 10 }, { ...first, weight: first.weight - 10 }, ...others]
    expect(checkCriteria(twice)).toHaveLength(1)
    expect(checkCriteria([...criteria, { ...first, code: 'nothing', weight: 0 }])).toHaveLength(1)
  })

  it('belong to a version that stands on the report', () => {
    expect(getYardstick(defaults).criteriaVersion).toMatch(/^\d{4}-\d+$/)
  })
})

describe('the weighted score', () => {
  it('is exact to a hundredth of a point', () => {
    // 25×80 + 15×80 + 30×80 + 15×80 + 15×60 = 7700 hundredths.
    expect(weighScore(criteria, sampleScore(80, { takers: 60 }))).toBe(7700)
    expect(formatPoints(7700)).toBe('77.00')
    expect(formatPoints(5)).toBe('0.05')
  })

  it('lies between the lowest and the highest points given', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: criteria.length, maxLength: criteria.length }), (points) => {
        const scores = criteria.map(({ code }, index) => ({ criterion: code, points: points[index] ?? 0, evidence: '示例依据' }))
        const weighed = weighScore(criteria, { interest: 'no-interest', scores })
        return weighed >= Math.min(...points) * 100 && weighed <= Math.max(...points) * 100
      }),
    )
  })

  it('of several evaluators is their mean, halves going up, with how far they lie apart', () => {
    const yardstick = getYardstick(defaults)
    const summary = summariseScores(yardstick, [weighedBy('eva', 80, { takers: 60 }), weighedBy('edo', 70)], 1)
    expect(summary.mean).toBe(7350)
    expect(summary.spread).toBe(700)
    expect(summary.recused).toBe(1)
    expect(summary.recommendations).toEqual([{ decision: 'file-cn', count: 2 }])
    expect(summary.byCriterion.find(({ criterion }) => criterion === 'takers')?.mean).toBe(6500)
    const odd = summariseScores(yardstick, [weighedBy('eva', 70, { readiness: 71 }), weighedBy('edo', 70)], 0)
    expect(odd.mean).toBe(7008)
  })
})

describe('the days of the lanes', () => {
  const lane: readonly LaneStep[] = ['assign', 'novelty-search', 'interview', 'score', 'cost-estimate', 'decide']
  const workingDays = (rule: object | undefined) => (rule === undefined || !('workingDays' in rule) ? Number.NaN : Number(rule.workingDays))

  it('3: from opening to decision take 20 working days: 3 to assign, 10 to search', () => {
    const days = lane.map((step) => workingDays(defaults.due?.[step]))
    expect(days.slice(0, 2)).toEqual([3, 10])
    expect(days.reduce((sum, one) => sum + one, 0)).toBe(20)
    expect(decisionDays(defaults, 'ordinary')).toBe(20)
  })

  it('3: take 3 working days when it is urgent, and 10 for the right of reply', () => {
    const days = lane.map((step) => workingDays(findLaneDue(defaults, 'urgent', step).due))
    expect(days.reduce((sum, one) => sum + one, 0)).toBe(3)
    expect(decisionDays(defaults, 'urgent')).toBe(3)
    expect(findLaneDue(defaults, 'ordinary', 'decide')).toEqual({})
    expect(defaults.due?.['reply']).toEqual({ workingDays: 10 })
  })

  it('are working days of the calendar: 20 of them from 2026-03-02 end on 2026-03-30', () => {
    expect(addWorkingDays([calendar2026], plainDay('2026-03-02'), 20)).toBe('2026-03-30')
  })
})
