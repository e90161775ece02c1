import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadFonts } from '#templates/pdf-fonts.ts'
import { fitWidths, weighColumns } from '#templates/pdf-columns.ts'
import { room } from '#templates/pdf-style.ts'

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

describe('columns by the weights of their table', () => {
  const place = { fonts: loadFonts(), language: 'en' as const, root: { type: 'Document' } }
  const table = {
    kind: 'table' as const,
    columns: [{ title: 'Category' }, { title: 'Relevance' }],
    rows: [['Y', 'A sentence of several words.']],
  }

  it('a column too light for the words of its title takes what the others can spare', () => {
    const [narrow = 0, wide = 0] = weighColumns(place, table, [1, 20])
    const [fair = 0] = weighColumns(place, table, [1, 3])
    expect(narrow).toBeGreaterThan(room.width / 21 + 20)
    expect(narrow + wide).toBeCloseTo(room.width, 6)
    expect(fair).toBeCloseTo(room.width / 4, 6)
  })
})
