/** An amount in fen, a safe integer; never a float of yuan. */
export type Fen = number & { readonly __brand: 'Fen' }

/** A share or rate as two whole numbers, `numerator / denominator`; never a float. */
export type Ratio = { readonly numerator: number; readonly denominator: number }

/** How a product that is no whole fen is rounded: toward zero, away from zero, or to the nearest with halves away from zero. */
export type Rounding = 'down' | 'up' | 'half-up'

/** 10,000 basis points are the whole. */
export const wholeBasisPoints = 10_000

function backToFen(value: bigint): Fen {
  return fen(Number(value))
}

function divide(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const negative = dividend < 0n
  const size = negative ? -dividend : dividend
  const floor = size / divisor
  const rest = size % divisor
  const up = rounding === 'up' ? rest > 0n : rounding === 'half-up' && rest * 2n >= divisor
  const rounded = up ? floor + 1n : floor
  return negative ? -rounded : rounded
}

/** The number as an amount in fen; throws a RangeError unless it is a safe integer. */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole number of fen: ${value}`)
  // -0 and 0 are one amount; JSON and strict comparison would tell them apart.
  return (value === 0 ? 0 : value) as Fen
}

/** Reads yuan as people write them, `1,234.56`, `-0.5` or `¥1,234.56`; throws a RangeError on anything else. */
export function yuan(text: string): Fen {
  const match = /^(-?)¥?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(text)
  if (match === null) throw new RangeError(`Not an amount in yuan: ${JSON.stringify(text)}`)
  const [, sign = '', whole = '', cents = ''] = match
  const size = BigInt(whole.replaceAll(',', '')) * 100n + BigInt(cents.padEnd(2, '0'))
  return backToFen(sign === '-' ? -size : size)
}

/** Writes yuan with thousands and two decimals and without a sign of currency: `1,234.56`. */
export function formatYuan(amount: Fen): string {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  const whole = digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return `${amount < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`
}

/** The sum; throws a RangeError when it leaves the safe integers. */
export function sumFen(amounts: readonly Fen[]): Fen {
  return backToFen(amounts.reduce((sum, amount) => sum + BigInt(amount), 0n))
}

/** `a + b` in fen. */
export function addFen(a: Fen, b: Fen): Fen {
  return sumFen([a, b])
}

/** `a − b` in fen; may be negative. */
export function subtractFen(a: Fen, b: Fen): Fen {
  return fen(a - b)
}

/** The larger amount. */
export function maxFen(a: Fen, b: Fen): Fen {
  return a >= b ? a : b
}

/** The smaller amount. */
export function minFen(a: Fen, b: Fen): Fen {
  return a <= b ? a : b
}

/** A ratio of whole numbers; throws a RangeError unless the denominator is positive. */
export function ratio(numerator: number, denominator: number): Ratio {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0) {
    throw new RangeError(`Not a ratio of whole numbers: ${numerator}/${denominator}`)
  }
  return { numerator, denominator }
}

/** `amount × share`, rounded as named; exact inside. */
export function takeRatio(amount: Fen, share: Ratio, rounding: Rounding): Fen {
  const { numerator, denominator } = ratio(share.numerator, share.denominator)
  return backToFen(divide(BigInt(amount) * BigInt(numerator), BigInt(denominator), rounding))
}

/** `amount × basisPoints / 10,000`, rounded as named. */
export function takeBasisPoints(amount: Fen, basisPoints: number, rounding: Rounding): Fen {
  return takeRatio(amount, ratio(basisPoints, wholeBasisPoints), rounding)
}

/**
 * Splits `total` by `weights` so that the parts always sum to it: each part is rounded down, and the fen left over go one
 * each to the largest remainders, ties to the earlier weight (the order of contribution on the record).
 * Throws a RangeError for a negative total or weight, a weight that is no whole number, or weights that sum to zero.
 */
export function allocate(total: Fen, weights: readonly number[]): Fen[] {
  if (total < 0) throw new RangeError(`Only what is there can be allocated: ${total}`)
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new RangeError(`Weights are whole numbers from zero: ${weights.join(', ')}`)
  }
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n)
  if (sum === 0n) throw new RangeError('Nobody has a weight')
  const parts = weights.map((weight, place) => {
    const product = BigInt(total) * BigInt(weight)
    return { place, floor: product / sum, remainder: product % sum }
  })
  const left = Number(BigInt(total) - parts.reduce((all, part) => all + part.floor, 0n))
  const byRemainder = parts.toSorted((a, b) => (a.remainder === b.remainder ? a.place - b.place : a.remainder > b.remainder ? -1 : 1))
  const favoured = new Set(byRemainder.slice(0, left).map((part) => part.place))
  return parts.map((part) => backToFen(favoured.has(part.place) ? part.floor + 1n : part.floor))
}

/** Whether `award ≥ net × floorBp / 10,000`, compared exactly on fen: rounding is no excuse for missing a floor. */
export function isAtLeastShare(award: Fen, net: Fen, floorBp: number): boolean {
  return BigInt(award) * BigInt(wholeBasisPoints) >= BigInt(net) * BigInt(floorBp)
}

/** Whether `amount` is more than `cap`; the cap itself is within. */
export function isAboveCap(amount: Fen, cap: Fen): boolean {
  return amount > cap
}
