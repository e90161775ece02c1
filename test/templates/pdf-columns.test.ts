import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitWidths } from '#templates/pdf-columns.ts'

const total = 445
const need = fc.record({
  least: fc.integer({ min: 20, max: 60 }),
  cells: fc.array(fc.integer({ min: 14, max: 900 }), { minLength: 5, maxLength: 5 }),
})

describe('fitting columns to what they hold', () => {
  it('the widths fill the line exactly, and no word is torn where that can be had', () => {
    fc.assert(
      fc.property(fc.array(need, { minLength: 1, maxLength: 7 }), (needs) => {
        const widths = fitWidths(needs, total)
        expect(widths.reduce((a, b) => a + b, 0)).toBeCloseTo(total, 6)
        for (const [index, width] of widths.entries()) expect(width).toBeGreaterThanOrEqual((needs[index]?.least ?? 0) - 1e-6)
      }),
    )
  })

  it('a column of numbers is not widened at the cost of a column of sentences', () => {
    const [numbers = 0, sentences = 0] = fitWidths(
      [
        { least: 40, cells: [38, 40] },
        { least: 40, cells: [800, 900] },
      ],
      total,
    )
    expect(sentences).toBeGreaterThan(numbers * 4)
  })
})
