import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PersonId } from '#domain/actor.ts'
import { compareInventors, compareTitles, listBigrams, listSimilar } from '#domain/disclosure-similar.ts'
import type { MatterId } from '#domain/state.ts'

const people = (...ids: string[]) => ids as PersonId[]

describe('the likeness of two titles', () => {
  it('counts pairs of neighbouring characters without marks and spaces', () => {
    expect(listBigrams('一种 基质（育苗）')).toEqual(['一种', '种基', '基质', '质育', '育苗'])
  })

  it('is whole for the same title, whatever its marks, width and case', () => {
    expect(compareTitles('一种PCR育苗基质', '一种ＰＣＲ育苗基质。')).toBe(10_000)
  })

  it('is nothing where no pair is common, or a title is empty', () => {
    expect(compareTitles('可降解育苗基质', '无人机巡检')).toBe(0)
    expect(compareTitles('', '育苗基质')).toBe(0)
  })

  it('is twice the common pairs over all pairs', () => {
    // 育苗 苗基 基质 | 育苗 苗方 方法 : one of three in each.
    expect(compareTitles('育苗基质', '育苗方法')).toBe(3333)
  })

  it('counts a repeated pair as often as both have it', () => {
    expect(compareTitles('哈哈哈哈', '哈哈')).toBe(5000)
  })

  it('is the same from either side and never more than the whole', () => {
    const title = fc.string({ maxLength: 12 })
    fc.assert(
      fc.property(title, title, (one, other) => {
        const likeness = compareTitles(one, other)
        return likeness === compareTitles(other, one) && likeness >= 0 && likeness <= 10_000
      }),
    )
  })
})

describe('similar results', () => {
  const candidate = (number: string, title: string, inventors: PersonId[]) => ({
    matter: `m-${number}` as MatterId,
    number,
    title,
    inventors,
  })
  const own = { title: '一种基于秸秆的育苗基质', inventors: people('ann', 'bo') }

  it('share inventors over all inventors of both', () => {
    expect(compareInventors(people('ann', 'bo'), people('bo', 'chen'))).toBe(3333)
    expect(compareInventors(people(), people())).toBe(0)
  })

  it('are listed the likest first, ties by number, the unlike left out', () => {
    const same = candidate('CP-2025-00002', own.title, own.inventors)
    const twin = candidate('CP-2025-00001', own.title, own.inventors)
    const near = candidate('CP-2025-00003', '一种基于秸秆的栽培基质', people('dora'))
    const far = candidate('CP-2025-00004', '一种无人机巡检方法', own.inventors)
    expect(listSimilar(own, [far, near, same, twin], 5000).map((one) => one.number)).toEqual(['CP-2025-00001', 'CP-2025-00002'])
    expect(listSimilar(own, [far, near, same, twin], 0)[0]).toEqual({
      matter: 'm-CP-2025-00001',
      number: 'CP-2025-00001',
      scoreBp: 10_000,
      titleBp: 10_000,
      inventorsBp: 10_000,
    })
  })

  it('by the same team alone are no duplicates: inventors weigh three tenths', () => {
    expect(listSimilar(own, [candidate('CP-1', '完全不同', own.inventors)], 0)[0]?.scoreBp).toBe(3000)
  })

  it('never tell another result’s title', () => {
    expect(JSON.stringify(listSimilar(own, [candidate('CP-1', own.title, own.inventors)], 0))).not.toContain('秸秆')
  })
})
