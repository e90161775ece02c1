import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPartyCode, partyCheckCharacterOf, partyCode } from '#domain/party-code.ts'

/** Published codes of public institutions and large companies. */
const published = [
  '12100000400000624D',
  '12100000400002259P',
  '12100000470095016Q',
  '12100000425006133D',
  '9144030071526726XG',
  '914403001922038216',
  '91330100799655058B',
]

describe('统一社会信用代码', () => {
  it.each(published)('%s, published, is right', (code) => {
    expect(partyCode(code)).toBe(code)
  })

  it('is refused with a wrong last character, a letter that is not used, or letters where the region stands', () => {
    for (const wrong of [
      '12100000400000624E',
      '12100000400000624d',
      '1210000040000062',
      '12100000400000624DD',
      '1210000O400000624D',
      '12A0000040000062XD',
      '',
      12,
    ]) {
      expect(isPartyCode(wrong), String(wrong)).toBe(false)
    }
    expect(() => partyCode('12100000400000624E')).toThrow(RangeError)
    expect(() => partyCheckCharacterOf('I2100000400000624')).toThrow(RangeError)
  })

  it('shows every slip of one character and every swap of neighbours', () => {
    const characters = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY')
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 6, maxLength: 6 })
    const body = fc
      .tuple(characters, characters, digits, fc.array(characters, { minLength: 9, maxLength: 9 }))
      .map(([a, b, region, unit]) => `${a}${b}${region}${unit.join('')}`)
    fc.assert(
      fc.property(body, fc.nat(16), characters, (seventeen, place, other) => {
        const code = seventeen + partyCheckCharacterOf(seventeen)
        expect(isPartyCode(code)).toBe(true)
        const slipped = code.slice(0, place) + other + code.slice(place + 1)
        if (slipped !== code) expect(isPartyCode(slipped)).toBe(false)
        const swapped = code.slice(0, place) + code.charAt(place + 1) + code.charAt(place) + code.slice(place + 2)
        if (swapped !== code) expect(isPartyCode(swapped)).toBe(false)
      }),
    )
  })
})
