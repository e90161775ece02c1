/** The number under which people know a matter, e.g. `CP-2026-00001`: the process's code, the year, the serial of that year. */
export type MatterNumber = string & { readonly __brand: 'MatterNumber' }

/** What a matter's number is made of; serials begin at 1 each year and have no gaps. */
export type MatterNumberParts = { readonly code: string; readonly year: number; readonly serial: number }

const serialDigits = 5

/**
 * Writes a matter's number; the serial has five digits and grows beyond 99,999 without losing any.
 * Throws a RangeError for a code that is not two to four capitals, a year without four digits or a serial below 1.
 */
export function formatMatterNumber({ code, year, serial }: MatterNumberParts): MatterNumber {
  if (!/^[A-Z]{2,4}$/.test(code)) throw new RangeError(`A process's code is two to four capitals: ${JSON.stringify(code)}`)
  if (!Number.isSafeInteger(year) || year < 1000 || year > 9999) throw new RangeError(`Not a year: ${year}`)
  if (!Number.isSafeInteger(serial) || serial < 1) throw new RangeError(`Serials begin at 1: ${serial}`)
  return `${code}-${year}-${String(serial).padStart(serialDigits, '0')}` as MatterNumber
}

/** The parts of a matter's number; undefined where `value` is not exactly what `formatMatterNumber` writes. */
export function findMatterNumberParts(value: string): MatterNumberParts | undefined {
  const match = /^([A-Z]{2,4})-([1-9]\d{3})-(\d{5,15})$/.exec(value)
  if (match === null) return undefined
  const [, code = '', year = '', serial = ''] = match
  const parts = { code, year: Number(year), serial: Number(serial) }
  return parts.serial >= 1 && formatMatterNumber(parts) === value ? parts : undefined
}

/** Whether `value` is a matter's number. */
export function isMatterNumber(value: unknown): value is MatterNumber {
  return typeof value === 'string' && findMatterNumberParts(value) !== undefined
}
