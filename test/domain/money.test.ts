import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addFen,
  allocate,
  fen,
  maxFen,
  minFen,
  formatYuan,
  isAtLeastShare,
  ratio,
  subtractFen,
  sumFen,
  takeBasisPoints,
  takeRatio,
  yuan,
} from '#domain/money.ts'

const amount = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }).map(fen)
const weights = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })), {
    minLength: 1,
    maxLength: 12,
  })
  .filter((list) => list.some((weight) => weight > 0))

describe('an amount', () => {
  it('is a whole number of fen that is kept exactly', () => {
    for (const wrong of [0.1, Number.NaN, Infinity, Number.MAX_SAFE_INTEGER + 1]) expect(() => fen(wrong)).toThrow(RangeError)
    expect(Object.is(fen(-0), 0)).toBe(true)
  })

  it('is read as people write yuan', () => {
    expect(yuan('1,234.56')).toBe(123_456)
    expect(yuan('¥623,756.00')).toBe(62_375_600)
    expect(yuan('0.5')).toBe(50)
    expect(yuan('-38620')).toBe(-3_862_000)
    for (const wrong of ['', '1,23.00', '1.234', '1e5', ' 1', '1,2345', '.5', '12,345,67', '90071992547409.92', '１.00']) {
      expect(() => yuan(wrong), wrong).toThrow(RangeError)
    }
  })

  it('is written with thousands and two decimals', () => {
    expect(formatYuan(fen(123_456_789))).toBe('1,234,567.89')
    expect(formatYuan(fen(5))).toBe('0.05')
    expect(formatYuan(fen(-100_000))).toBe('-1,000.00')
    expect(formatYuan(fen(0))).toBe('0.00')
  })

  it('comes back the same from being written and read', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (value) => yuan(formatYuan(fen(value))) === value))
  })

  it('is compared with another as amounts', () => {
    expect([maxFen(fen(1), fen(2)), maxFen(fen(2), fen(1)), minFen(fen(1), fen(2)), minFen(fen(2), fen(1))]).toEqual([2, 2, 1, 1])
    expect([addFen(fen(1), fen(2)), subtractFen(fen(1), fen(2))]).toEqual([3, -1])
  })

  it('that leaves the safe integers is an error, never a wrong sum', () => {
    expect(() => sumFen([fen(Number.MAX_SAFE_INTEGER), fen(1)])).toThrow(RangeError)
    expect(sumFen([fen(Number.MAX_SAFE_INTEGER), fen(1), fen(-1)])).toBe(Number.MAX_SAFE_INTEGER)
    expect(() => subtractFen(fen(-Number.MAX_SAFE_INTEGER), fen(1))).toThrow(RangeError)
  })
})

describe('splitting by largest remainder', () => {
  it('1.4 worked 1: 623,756.00 among three equal gives 207,918.67, 207,918.67 and 207,918.66', () => {
    expect(allocate(yuan('623,756.00'), [1, 1, 1])).toEqual([yuan('207,918.67'), yuan('207,918.67'), yuan('207,918.66')])
  })

  it('1.4 worked 2: 0.01 among three gives it to the first', () => {
    expect(allocate(fen(1), [1, 1, 1])).toEqual([1, 0, 0])
  })

  it('1.4 worked 3: 1.00 among three gives 0.34, 0.33 and 0.33', () => {
    expect(allocate(yuan('1.00'), [1, 1, 1])).toEqual([34, 33, 33])
  })

  it('9.4: one fen among three inventors goes to one of them, the same one every time', () => {
    const once = allocate(fen(1), [3334, 3333, 3333])
    expect(once).toEqual([1, 0, 0])
    expect(sumFen(once)).toBe(1)
    expect(allocate(fen(1), [3334, 3333, 3333])).toEqual(once)
  })

  it('9.26: inventors with equal shares keep the order of the record when the last fen are given out', () => {
    expect(allocate(fen(2), [2500, 2500, 2500, 2500])).toEqual([1, 1, 0, 0])
    expect(allocate(fen(5), [1, 1, 2, 2])).toEqual([1, 1, 2, 1])
    fc.assert(
      fc.property(amount, weights, (total, list) => {
        const parts = allocate(total, list)
        list.forEach((weight, place) => {
          const next = list.indexOf(weight, place + 1)
          if (next > place) expect(parts[place]!).toBeGreaterThanOrEqual(parts[next]!)
        })
        expect(allocate(total, list)).toEqual(parts)
      }),
    )
  })

  it('keeps the sum to the fen, gives nobody less than nothing and nobody a whole fen more than his share', () => {
    fc.assert(
      fc.property(amount, weights, (total, list) => {
        const parts = allocate(total, list)
        const whole = list.reduce((sum, weight) => sum + BigInt(weight), 0n)
        expect(sumFen(parts)).toBe(total)
        parts.forEach((part, place) => {
          const floor = (BigInt(total) * BigInt(list[place]!)) / whole
          expect(part === Number(floor) || part === Number(floor + 1n)).toBe(true)
        })
      }),
    )
  })

  it('gives the larger weight at least as much as the smaller', () => {
    fc.assert(
      fc.property(amount, weights, (total, list) => {
        const parts = allocate(total, list)
        for (const [i, a] of list.entries()) for (const [j, b] of list.entries()) if (a > b) expect(parts[i]! >= parts[j]!).toBe(true)
      }),
    )
  })

  it('gives nothing to a weight of nothing, wherever it stands', () => {
    fc.assert(
      fc.property(amount, weights, fc.nat(12), (total, list, at) => {
        const place = Math.min(at, list.length)
        expect(allocate(total, list.toSpliced(place, 0, 0))).toEqual(allocate(total, list).toSpliced(place, 0, fen(0)))
      }),
    )
  })

  it('may take a fen from one share when the total grows, so each receipt is split once and never again', () => {
    expect(allocate(fen(10), [6, 6, 2])).toEqual([4, 4, 2])
    expect(allocate(fen(11), [6, 6, 2])).toEqual([5, 5, 1])
  })

  it('refuses a negative total, a negative or broken weight, and a split among nobody', () => {
    expect(() => allocate(fen(-1), [1])).toThrow(RangeError)
    expect(() => allocate(fen(1), [3, -1])).toThrow('Weights are whole numbers')
    expect(() => allocate(fen(1), [0.5, 0.5])).toThrow(RangeError)
    expect(() => allocate(fen(1), [])).toThrow(RangeError)
    expect(() => allocate(fen(1), [0, 0])).toThrow(RangeError)
  })
})

describe('a share of an amount', () => {
  it('is rounded as named', () => {
    expect(takeBasisPoints(fen(1_234_567_890), 300, 'half-up')).toBe(37_037_037)
    expect(takeBasisPoints(fen(5), 5000, 'down')).toBe(2)
    expect(takeBasisPoints(fen(5), 5000, 'half-up')).toBe(3)
    expect(takeBasisPoints(fen(1), 1, 'up')).toBe(1)
    expect(takeBasisPoints(fen(100), 5000, 'up')).toBe(50)
    expect(takeBasisPoints(fen(-5), 5000, 'down')).toBe(-2)
    expect(takeBasisPoints(fen(-5), 5000, 'half-up')).toBe(-3)
  })

  it('of two whole numbers is exact where a float would not be', () => {
    expect(takeRatio(fen(10_000_000), ratio(71_043, 10_000), 'half-up')).toBe(71_043_000)
    expect(takeRatio(fen(Number.MAX_SAFE_INTEGER), ratio(2, 3), 'down')).toBe(fen(Number((BigInt(Number.MAX_SAFE_INTEGER) * 2n) / 3n)))
    for (const [n, d] of [
      [1, 0],
      [1, -2],
      [0.5, 1],
    ] as const)
      expect(() => ratio(n, d)).toThrow(RangeError)
  })

  it('rounds down, half up and up in that order and never further than a fen', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 10_000 }), (total, bp) => {
        const down = takeBasisPoints(total, bp, 'down')
        const half = takeBasisPoints(total, bp, 'half-up')
        const up = takeBasisPoints(total, bp, 'up')
        expect(down <= half && half <= up && up - down <= 1).toBe(true)
      }),
    )
  })
})

describe('a floor', () => {
  it('is compared on fen without rounding', () => {
    expect(isAtLeastShare(yuan('445,540.00'), yuan('891,080.00'), 5000)).toBe(true)
    expect(isAtLeastShare(yuan('445,539.99'), yuan('891,080.00'), 5000)).toBe(false)
    expect(isAtLeastShare(yuan('623,756.00'), yuan('891,080.00'), 7000)).toBe(true)
    expect(isAtLeastShare(fen(0), fen(1), 5000)).toBe(false)
    expect(isAtLeastShare(fen(4_503_599_627_370_496), fen(Number.MAX_SAFE_INTEGER), 5000)).toBe(true)
    expect(isAtLeastShare(fen(4_503_599_627_370_495), fen(Number.MAX_SAFE_INTEGER), 5000)).toBe(false)
  })

  it('is met by the award that takes the floor rounded up, and missed by one fen less', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 10_000 }), (net, bp) => {
        const award = takeBasisPoints(net, bp, 'up')
        expect(isAtLeastShare(award, net, bp)).toBe(true)
        expect(isAtLeastShare(subtractFen(award, fen(1)), net, bp)).toBe(false)
      }),
    )
  })
})
