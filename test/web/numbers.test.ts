import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatShare, formatYuan, parseDays, parseShare, parseWhole, parseYuan } from '#web/parts/form/numbers.ts'

describe('shares', () => {
  it('are read back as they were written, to the basis point', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000 }), (bp) => parseShare(formatShare(bp)) === bp))
  })

  it.each([
    ['12.5', 1250],
    ['12.50%', 1250],
    ['100', 10_000],
    ['0', 0],
    ['33．33', 3333],
  ])('written as %s are %d basis points', (text, bp) => {
    expect(parseShare(text)).toBe(bp)
  })

  it.each(['100.01', '101', '-1', '12.345', 'half', '', '1e1'])('written as “%s” are not understood', (text) => {
    expect(parseShare(text)).toBeUndefined()
  })
})

describe('amounts', () => {
  it('are read back as they were written, to the fen', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (fen) => parseYuan(formatYuan(fen)) === fen))
  })

  it('are parted by thousands and show every fen', () => {
    expect(formatYuan(123_456_789)).toBe('1,234,567.89')
    expect(formatYuan(5)).toBe('0.05')
    expect(formatYuan(-100)).toBe('-1.00')
  })

  it.each(['1.234', '90071992547409.92', 'ten', '', '-1'])('written as “%s” are not understood', (text) => {
    expect(parseYuan(text)).toBeUndefined()
  })
})

describe('whole numbers', () => {
  it('are whole', () => {
    expect(parseWhole(' 42 ')).toBe(42)
    expect(parseWhole('4.2')).toBeUndefined()
  })
})

describe('days of a rehearsal', () => {
  it.each([
    ['1', 1],
    [' 7 ', 7],
    ['366', 366],
  ])('written as “%s” are %d', (text, days) => {
    expect(parseDays(text)).toBe(days)
  })

  it.each(['0', '-3', '367', '1.5', '1e2', ''])('written as “%s” are not let pass', (text) => {
    expect(parseDays(text)).toBeUndefined()
  })
})
