import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flow, type Slab } from '#templates/pdf-flow.ts'

const pageHeight = 100
const paint = (): void => undefined
const head: Slab = { height: 8, paint }

const slab = fc.record({ height: fc.integer({ min: 1, max: 60 }), before: fc.integer({ min: 0, max: 10 }), keepsNext: fc.boolean() })
const slabs = fc.array(
  slab.map((each): Slab => ({ ...each, paint })),
  { maxLength: 60 },
)

describe('putting slabs on pages', () => {
  it('every slab is placed once, in order, and none beyond the foot of its page', () => {
    fc.assert(
      fc.property(slabs, (given) => {
        const pages = flow(given, pageHeight)
        expect(pages.flatMap((page) => page.map((placed) => placed.slab))).toEqual(given)
        for (const { slab: each, y } of pages.flat()) expect(y + each.height).toBeLessThanOrEqual(pageHeight)
      }),
    )
  })

  it('what keeps together is not parted while one page can hold it', () => {
    const pair: Slab[] = [
      { height: 20, keepsNext: true, paint },
      { height: 20, paint },
    ]
    for (let above = 1; above <= 100; above++) {
      const pages = flow([{ height: above, paint }, ...pair], pageHeight)
      expect(pages.filter((page) => page.some((placed) => pair.includes(placed.slab)))).toHaveLength(1)
    }
  })

  it('a slab with a head has it above on each page it opens', () => {
    const rows = Array.from({ length: 40 }, (): Slab => ({ height: 12, head, paint }))
    const pages = flow([{ height: 30, paint }, ...rows], pageHeight)
    expect(pages.length).toBeGreaterThan(4)
    for (const page of pages.slice(1)) expect(page[0]?.slab).toBe(head)
    expect(pages[0]?.some((placed) => placed.slab === head)).toBe(false)
  })

  it('a slab higher than a page is cut until every part fits', () => {
    const lines = (count: number): Slab => ({
      height: count * 10,
      least: 20,
      paint,
      split: (height) => {
        const first = Math.min(Math.floor(height / 10), count - 2)
        return first < 2 ? undefined : [lines(first), lines(count - first)]
      },
    })
    const pages = flow([{ height: 15, paint }, lines(57)], pageHeight)
    const heights = pages.map((page) => page.reduce((sum, placed) => sum + placed.slab.height, 0))
    expect(Math.max(...heights)).toBeLessThanOrEqual(pageHeight)
    expect(heights.reduce((a, b) => a + b, 0)).toBe(585)
  })
})
