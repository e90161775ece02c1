import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applicationNumber,
  applicationNumberOf,
  checkDigitOf,
  filingYearOf,
  isApplicationNumber,
  isPatentNumber,
  patentNumber,
  patentNumberOf,
  patentTypeOf,
} from '#domain/patent-number.ts'

/** Numbers of published patents, of every check digit's kind. */
const published = ['ZL202010566088.9', 'ZL201510958772.0', 'ZL202510942578.7', 'ZL202322865413.3', 'ZL201811564288.X', 'ZL200510096239.4']

describe('a patent number', () => {
  it.each(published)('%s, published, is right', (number) => {
    expect(isPatentNumber(number)).toBe(true)
    expect(patentNumberOf(applicationNumberOf(patentNumber(number)))).toBe(number)
  })

  it('names the type and the year of filing', () => {
    expect(patentTypeOf(patentNumber('ZL202322865413.3'))).toBe('utility-model')
    expect(patentTypeOf(applicationNumber('201811564288.X'))).toBe('invention')
    expect(filingYearOf(patentNumber('ZL201811564288.X'))).toBe(2018)
    const throughPct = `20268012345${6}`
    expect(patentTypeOf(applicationNumber(`${throughPct}.${checkDigitOf(throughPct)}`))).toBe('invention')
  })

  it('is refused without ZL, with a wrong check digit, a type that does not exist, or otherwise written', () => {
    const noSuchType = '202640000001'
    for (const wrong of [
      '202010566088.9',
      'ZL202010566088.8',
      'ZL2020105660889',
      'ZL 202010566088.9',
      'ZL201811564288.x',
      `ZL${noSuchType}.${checkDigitOf(noSuchType)}`,
      '',
      7,
    ]) {
      expect(isPatentNumber(wrong), String(wrong)).toBe(false)
    }
    expect(() => patentNumber('ZL202010566088.8')).toThrow(RangeError)
    expect(() => checkDigitOf('2020105660')).toThrow(RangeError)
  })

  it('shows every slip of one digit and every swap of neighbours whose weights differ by one', () => {
    const twelve = fc
      .tuple(fc.integer({ min: 1985, max: 2040 }), fc.constantFrom('1', '2', '3'), fc.integer({ min: 0, max: 9_999_999 }))
      .map(([year, type, serial]) => `${year}${type}${String(serial).padStart(7, '0')}`)
    fc.assert(
      fc.property(twelve, fc.nat(11), fc.integer({ min: 1, max: 9 }), (digits, place, shift) => {
        const right = `${digits}.${checkDigitOf(digits)}`
        expect(isApplicationNumber(right)).toBe(true)
        const slipped = [...digits].map((digit, at) => (at === place ? String((Number(digit) + shift) % 10) : digit)).join('')
        expect(isApplicationNumber(`${slipped}.${right.slice(13)}`)).toBe(false)
        const swapped = digits.slice(0, place) + digits.charAt(place + 1) + digits.charAt(place) + digits.slice(place + 2)
        if (place < 11 && place !== 7 && digits.charAt(place) !== digits.charAt(place + 1))
          expect(isApplicationNumber(`${swapped}.${right.slice(13)}`)).toBe(false)
      }),
    )
  })
})
