const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigits = '10X98765432'

/** Whether `text` is a resident identity number: 18 places, the last the check of the others (GB 11643). */
export function isResidentNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/i.test(text)) return false
  const sum = weights.reduce((all, weight, place) => all + weight * Number(text[place]), 0)
  return checkDigits[sum % 11] === text[17]?.toUpperCase()
}

/** Whether `text` is a number of a bank card: 16 to 19 digits whose last checks the others (Luhn). */
export function isCardNumber(text: string): boolean {
  if (!/^\d{16,19}$/.test(text)) return false
  const sum = [...text].reverse().reduce((all, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1)
    return all + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** Whether the text contains somebody's identity or card number, also with blanks or hyphens in it. */
export function hasPersonalNumber(text: string): boolean {
  const runs = text.match(/\d[\d \u3000-]{13,30}[\dXx]/g) ?? []
  return runs.map((run) => run.replace(/[ \u3000-]/g, '')).some((run) => isResidentNumber(run) || isCardNumber(run))
}

/** JSON pointers of the strings of `data` that contain such a number. */
export function findPersonalNumbers(data: unknown, at = ''): string[] {
  if (typeof data === 'string') return hasPersonalNumber(data) ? [at] : []
  if (data === null || typeof data !== 'object') return []
  return Object.entries(data).flatMap(([key, value]) =>
    findPersonalNumbers(value, `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  )
}
