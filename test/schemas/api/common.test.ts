import { describe, expect, it } from 'vitest'
import { day, visibleText } from '#schemas/api/common.ts'
import { amount } from '#schemas/pre-filing-assessment-parts.ts'
import { sumFen } from '#domain/money.ts'

const messages = (read: { readonly error?: { readonly issues: readonly { readonly message: string }[] } | undefined }) =>
  (read.error?.issues ?? []).map(({ message }) => message)

describe('a day in a form', () => {
  it('is one that exists, in years from which every period can be counted', () => {
    for (const one of ['1900-01-01', '2026-02-28', '2999-12-31']) expect(day.safeParse(one).success, one).toBe(true)
    for (const one of ['2026-02-30', '2026-2-3', '20260203', '']) expect(day.safeParse(one).success, one).toBe(false)
    for (const one of ['0001-01-01', '1899-12-31', '3000-01-01', '9999-12-31'])
      expect(messages(day.safeParse(one)), one).toEqual(['desk/day-out-of-range'])
  })
})

describe('a text in a form', () => {
  it('shows something: blanks and invisible characters alone say nothing', () => {
    const text = visibleText(10)
    for (const one of ['甲', 'a', '—', '😀', '𠮷', '\u200b甲']) expect(text.safeParse(one).success, one).toBe(true)
    for (const one of ['\u200b\u200b', '\u2060', '\ufeff\u200d', '\u00ad'])
      expect(text.safeParse(one).success, JSON.stringify(one)).toBe(false)
    expect(messages(text.safeParse('\u200b'))).toEqual(['desk/text-invisible'])
  })
})

describe('an amount in a form', () => {
  it('is a whole number of fen from zero, so small that all amounts of a matter still sum to a whole fen', () => {
    for (const one of [0, 1e9, 1e13]) expect(amount.safeParse(one).success, String(one)).toBe(true)
    for (const one of [-1, 0.5, 1e13 + 1, Number.MAX_SAFE_INTEGER, Number.NaN, Number.POSITIVE_INFINITY, '1'])
      expect(amount.safeParse(one).success, String(one)).toBe(false)
    expect(sumFen(Array.from({ length: 500 }, () => amount.parse(1e13)))).toBe(5e15)
  })
})
