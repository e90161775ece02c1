import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMatterNumberParts, formatMatterNumber, isMatterNumber } from '#domain/number-format.ts'

describe("a matter's number", () => {
  it('is the code of the process, the year and the serial of five digits', () => {
    expect(formatMatterNumber({ code: 'CP', year: 2026, serial: 1 })).toBe('CP-2026-00001')
    expect(formatMatterNumber({ code: 'CP', year: 2026, serial: 123_456 })).toBe('CP-2026-123456')
  })

  it('is read back to the same parts', () => {
    const code = fc.string({ unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), minLength: 2, maxLength: 4 })
    const parts = fc.record({ code, year: fc.integer({ min: 1000, max: 9999 }), serial: fc.integer({ min: 1, max: 10_000_000 }) })
    fc.assert(
      fc.property(parts, (some) => {
        expect(findMatterNumberParts(formatMatterNumber(some))).toEqual(some)
      }),
    )
  })

  it('is one writing only: nothing else is taken for it', () => {
    for (const wrong of [
      'CP-2026-1',
      'cp-2026-00001',
      'CP-2026-00000',
      'CP-2026-000001',
      'CP-26-00001',
      'C-2026-00001',
      'CP-2026-00001 ',
      '',
    ]) {
      expect(isMatterNumber(wrong), wrong).toBe(false)
    }
    expect(() => formatMatterNumber({ code: 'CP', year: 2026, serial: 0 })).toThrow(RangeError)
    expect(() => formatMatterNumber({ code: 'cp', year: 2026, serial: 1 })).toThrow(RangeError)
    expect(() => formatMatterNumber({ code: 'CP', year: 26, serial: 1 })).toThrow(RangeError)
  })
})
