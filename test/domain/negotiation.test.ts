import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PersonId } from '#domain/actor.ts'
import { equalShares, findGaps } from '#domain/negotiation.ts'

const people = (count: number) => Array.from({ length: count }, (_, place) => `p${place}` as PersonId)

describe('shares of the inventors', () => {
  it('default to equal parts that sum to the whole, the odd basis point to the first on the record', () => {
    expect(equalShares(people(3)).map((one) => one.shareBp)).toEqual([3334, 3333, 3333])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (count) => {
        const shares = equalShares(people(count)).map((one) => one.shareBp)
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(10_000)
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('show only how far the proposals lie apart, not who proposed what', () => {
    const [a, b] = people(2)
    if (a === undefined || b === undefined) throw new Error('two people')
    expect(
      findGaps(
        [a, b],
        [
          { [a]: 6000, [b]: 4000 },
          { [a]: 5000, [b]: 5000 },
        ],
      ),
    ).toEqual([
      { person: a, lowBp: 5000, highBp: 6000 },
      { person: b, lowBp: 4000, highBp: 5000 },
    ])
    expect(
      findGaps(
        [a, b],
        [
          { [a]: 6000, [b]: 4000 },
          { [a]: 6000, [b]: 4000 },
        ],
      ),
    ).toEqual([])
  })
})
