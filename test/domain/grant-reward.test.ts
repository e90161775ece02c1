import { describe, expect, it } from 'vitest'
import { plainDay } from '#domain/day.ts'
import { statutoryGrantReward, statutoryGrantRewards } from '#domain/grant-reward.ts'
import { yuan } from '#domain/money.ts'
import { getParameter } from '#domain/parameter.ts'
import { parameters } from '#policy/parameters.ts'

describe('IR 93: the statutory reward of a grant', () => {
  it('of an invention is 4,000.00, among three inventors 1,333.34, 1,333.33 and 1,333.33', () => {
    expect(statutoryGrantReward('invention', 3)).toEqual([yuan('1333.34'), yuan('1333.33'), yuan('1333.33')])
  })

  it('of a utility model or a design is 1,500.00 a patent, not a head', () => {
    expect(statutoryGrantReward('utility-model', 2)).toEqual([yuan('750.00'), yuan('750.00')])
    expect(statutoryGrantReward('design', 1)).toEqual([yuan('1500.00')])
  })

  it('is refused where nobody invented', () => {
    expect(() => statutoryGrantReward('invention', 0)).toThrow(RangeError)
  })

  it('is the amount the parameters name', () => {
    expect(getParameter(parameters, 'GRANT_REWARD_FEN', plainDay('2026-03-02')).value).toEqual(statutoryGrantRewards)
  })
})
