import { describe, expect, it } from 'vitest'
import { bearsClassifiedMark, checkClassifiedMarks, checkMarksAtDoor } from '#domain/classified-mark.ts'

describe('the mark of a state secret (保守国家秘密法 31(iii))', () => {
  it('is grade and star, however a heading spaces them', () => {
    for (const text of ['绝密★', '机密★10年', '秘密 ★ 长期', '机　密★1年', '密级：秘　密　★', '绝密☆'])
      expect(bearsClassifiedMark(text), text).toBe(true)
    for (const text of ['秘密', '商业秘密★', '技术秘密', '★★★', '评级★保密', '机密']) expect(bearsClassifiedMark(text), text).toBe(false)
  })

  it('is told by its place, never by its text, and a name that bears it by the place it stands in', () => {
    const refusals = checkClassifiedMarks({ data: { list: ['甲', '机密★ 铁青'], 'a/b': '绝密★' }, shares: { '秘密★乙': 1 } })
    expect(refusals.map(({ code, field }) => [code, field])).toEqual([
      ['desk/classified-mark', '/data/list/1'],
      ['desk/classified-mark', '/data/a~1b'],
      ['desk/classified-mark', '/shares'],
    ])
    expect(JSON.stringify(refusals)).not.toMatch(/铁青|乙/)
  })

  it('does not keep a reporter from saying that the result is a state secret: only that is kept', () => {
    expect(checkMarksAtDoor({ process: 'disclosure', data: { secrecyLevel: 'state-secret', titleZh: '机密★' } })).toEqual([])
    expect(checkMarksAtDoor({ fields: { '/secrecyLevel': 'state-secret', '/titleZh': '机密★' } })).toEqual([])
    expect(checkMarksAtDoor({ data: { secrecyLevel: 'none', titleZh: '机密★' } })).toHaveLength(1)
    expect(checkMarksAtDoor({ data: { secrecyLevel: 'state-secret' }, reason: '机密★' })).toHaveLength(1)
  })
})
