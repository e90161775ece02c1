/** 统一社会信用代码: eighteen characters that name an organisation registered in China. */
export type PartyCode = string & { readonly __brand: 'PartyCode' }

/** The characters of GB 32100: digits and capitals without I, O, S, V and Z; a character is worth its place. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/**
 * The last character, which the first seventeen determine: weights are the powers of three modulo 31 (GB 32100-2015;
 * recalled and confirmed on published codes).
 */
export function partyCheckCharacterOf(seventeen: string): string {
  if (!/^[0-9A-HJ-NPQRTUWXY]{17}$/.test(seventeen))
    throw new RangeError(`Not seventeen characters of a party code: ${JSON.stringify(seventeen)}`)
  let weight = 1
  let sum = 0
  for (const character of seventeen) {
    sum += weight * alphabet.indexOf(character)
    weight = (weight * 3) % 31
  }
  return alphabet.charAt((31 - (sum % 31)) % 31)
}

/** Whether `value` is written as a party code, with six digits for the region, and has the right check character. */
export function isPartyCode(value: unknown): value is PartyCode {
  if (typeof value !== 'string' || !/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(value)) return false
  return partyCheckCharacterOf(value.slice(0, 17)) === value.charAt(17)
}

/** The party code `value`; throws a RangeError where it is none. */
export function partyCode(value: string): PartyCode {
  if (!isPartyCode(value)) throw new RangeError(`Not a party code: ${JSON.stringify(value)}`)
  return value
}
