import type { PatentType } from './patent-type.ts'

/** A patent's number as the register writes it: `ZL`, twelve digits, a point, the check digit. */
export type PatentNumber = string & { readonly __brand: 'PatentNumber' }

/** An application's number: twelve digits (year, type, serial), a point, the check digit. In this form since October 2003. */
export type ApplicationNumber = string & { readonly __brand: 'ApplicationNumber' }

/** The fifth digit; 8 and 9 are applications that came through the PCT. */
const typeByDigit: { readonly [digit: string]: PatentType } = {
  '1': 'invention',
  '2': 'utility-model',
  '3': 'design',
  '8': 'invention',
  '9': 'utility-model',
}

const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]

/**
 * The check digit of an application number's twelve digits, `0`–`9` or `X`: the weighted sum modulo eleven. Recalled from
 * the office's numbering standard and confirmed on published numbers; no text of the standard was read.
 */
export function checkDigitOf(twelveDigits: string): string {
  if (!/^\d{12}$/.test(twelveDigits)) throw new RangeError(`Not the twelve digits of an application: ${JSON.stringify(twelveDigits)}`)
  const sum = weights.reduce((total, weight, place) => total + weight * Number(twelveDigits[place]), 0)
  return '0123456789X'.charAt(sum % 11)
}

/** Whether `value` is written as an application number, names a type of patent and has the right check digit. */
export function isApplicationNumber(value: unknown): value is ApplicationNumber {
  if (typeof value !== 'string' || !/^\d{12}\.[\dX]$/.test(value)) return false
  return typeByDigit[value.charAt(4)] !== undefined && checkDigitOf(value.slice(0, 12)) === value.charAt(13)
}

/** Whether `value` is `ZL` and an application number. */
export function isPatentNumber(value: unknown): value is PatentNumber {
  return typeof value === 'string' && value.startsWith('ZL') && isApplicationNumber(value.slice(2))
}

/** The application number `value`; throws a RangeError where it is none. */
export function applicationNumber(value: string): ApplicationNumber {
  if (!isApplicationNumber(value)) throw new RangeError(`Not an application number: ${JSON.stringify(value)}`)
  return value
}

/** The patent number `value`; throws a RangeError where it is none. */
export function patentNumber(value: string): PatentNumber {
  if (!isPatentNumber(value)) throw new RangeError(`Not a patent number: ${JSON.stringify(value)}`)
  return value
}

/** The number a patent granted on this application bears. */
export function patentNumberOf(application: ApplicationNumber): PatentNumber {
  return `ZL${application}` as PatentNumber
}

/** The number of the application on which the patent was granted. */
export function applicationNumberOf(patent: PatentNumber): ApplicationNumber {
  return patent.slice(2) as ApplicationNumber
}

/** The type of patent that the number names. */
export function patentTypeOf(number: PatentNumber | ApplicationNumber): PatentType {
  const type = typeByDigit[number.replace(/^ZL/, '').charAt(4)]
  if (type === undefined) throw new RangeError(`The number names no type of patent: ${number}`)
  return type
}

/** The year of filing that the number names. */
export function filingYearOf(number: PatentNumber | ApplicationNumber): number {
  return Number(number.replace(/^ZL/, '').slice(0, 4))
}
