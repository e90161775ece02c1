import { describe, expect, it } from 'vitest'
import type { PersonId } from '#domain/actor.ts'
import { coachDisclosure } from '#domain/disclosure-coach.ts'
import { sampleDisclosure } from '#cli/samples/disclosure.ts'

const team = ['ann', 'bo', 'chen'] as PersonId[]

describe('the coach', () => {
  it('finds nothing to lift in a complete report', () => {
    expect(coachDisclosure(sampleDisclosure(team))).toEqual({ score: 100, lifts: [] })
  })

  it('names what lifts an empty draft, the largest gain first', () => {
    const { score, lifts } = coachDisclosure({})
    expect(score).toBe(0)
    expect(lifts[0]).toEqual({ code: 'coach/features', field: '/inventors', points: 20 })
    expect(lifts.map((lift) => lift.points)).toEqual(lifts.map((lift) => lift.points).toSorted((a, b) => b - a))
  })

  it('asks for the problem and the effect where the abstract tells neither', () => {
    const { lifts } = coachDisclosure(sampleDisclosure(team, { abstract: '本成果涉及一种育苗基质。' }))
    expect(lifts.map((lift) => lift.code)).toEqual(['coach/abstract', 'coach/problem', 'coach/effect'])
  })

  it('takes an answered list of no publications for an answer', () => {
    expect(coachDisclosure(sampleDisclosure(team, { publicDisclosures: [] })).score).toBe(100)
  })
})
