import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { parseInput, ProblemError } from '#api/problem.ts'
import { wordsOf } from '#api/words.ts'
import { day } from '#schemas/api/common.ts'

const shape = z.strictObject({
  day,
  title: z.string().trim().min(1).max(5),
  bp: z.int().min(0).max(10_000),
  kind: z.enum(['invention', 'design']),
  list: z.array(z.boolean()).min(1).max(2),
})

const right = { day: '2026-03-02', title: '甲', bp: 1, kind: 'design', list: [true] }

function told(changes: object, language: 'zh-CN' | 'en' = 'zh-CN'): (readonly [string, string])[] {
  try {
    parseInput(shape, { ...right, ...changes }, wordsOf(language), '/data')
  } catch (error) {
    if (error instanceof ProblemError) return (error.fault.errors ?? []).map(({ field, message }) => [field, message] as const)
    throw error
  }
  return []
}

describe('what is wrong with the input', () => {
  it('is told by its place with what to do about it, in the reader’s language', () => {
    expect(told({})).toEqual([])
    expect(told({ day: '2026-02-30' })).toEqual([['/data/day', '不是存在的日期，请按 2026-03-02 的格式填写']])
    expect(told({ day: '9999-12-31' })).toEqual([['/data/day', '日期应在1900-01-01至2999-12-31之间。请核对年份。']])
    expect(told({ title: '  ' })).toEqual([['/data/title', '不能为空，请填写']])
    expect(told({ title: '长长长长长长' })).toEqual([['/data/title', '最多 5 个字符，请删减']])
    expect(told({ title: undefined })).toEqual([['/data/title', '必须填写']])
    expect(told({ title: 5 })).toEqual([['/data/title', '应为文字']])
    expect(told({ bp: -1 })).toEqual([['/data/bp', '不能小于 0，请更正']])
    expect(told({ bp: 1e9 })).toEqual([['/data/bp', '不能大于 10000，请更正']])
    expect(told({ bp: 0.5 })).toEqual([['/data/bp', '应为整数，不带小数']])
    expect(told({ bp: 'NaN' })).toEqual([['/data/bp', '应为数字']])
    expect(told({ kind: 'x' })).toEqual([['/data/kind', '请从以下选项中选择：invention design']])
    expect(told({ list: ['是'] })).toEqual([['/data/list/0', '应为“是”或“否”（true 或 false）']])
    expect(told({ list: [] })).toEqual([['/data/list', '至少 1 项，请补充']])
    expect(told({ colour: 1, 'a/b': 2 })).toEqual([
      ['/data/colour', '没有这一项，请删去'],
      ['/data/a~1b', '没有这一项，请删去'],
    ])
    expect(told({ day: '2026-02-30', bp: -1 }, 'en')).toEqual([
      ['/data/day', 'No day of the calendar: write it as 2026-03-02'],
      ['/data/bp', 'Not less than 0: correct it'],
    ])
  })
})
