import type { PlainDay } from './day.ts'
import { fen } from './money.ts'
import type { Fen } from './money.ts'
import type { Citation } from './refusal.ts'
import type { Json } from './json.ts'

/** One dated value of the law or of a fee table: in force from and to these days, both included, open when absent. */
export type ParameterRow = {
  /** e.g. `NOTICE_PRICE_DAYS`; the unit ends the name. */
  readonly name: string
  readonly value: Json
  readonly from?: PlainDay
  readonly to?: PlainDay
  /** Province or municipality whose rule it is, as policies name it (`Zhejiang`, `Beijing`); absent for the whole country. */
  readonly province?: string
  readonly citations: readonly [Citation, ...Citation[]]
  /** What the reader should know before relying on it. */
  readonly note?: string
}

function isInForce(row: ParameterRow, on: PlainDay): boolean {
  return (row.from === undefined || row.from <= on) && (row.to === undefined || on <= row.to)
}

/**
 * The row of `name` in force on `on`, the legal trigger day and never the day of asking: the province's own where it has
 * one, else the country's; undefined where there is none. Throws an Error naming the rows when two are in force at once.
 */
export function findParameter(rows: readonly ParameterRow[], name: string, on: PlainDay, province?: string): ParameterRow | undefined {
  const inForce = rows.filter((row) => row.name === name && isInForce(row, on))
  const provincial = province === undefined ? [] : inForce.filter((row) => row.province === province)
  const candidates = provincial.length > 0 ? provincial : inForce.filter((row) => row.province === undefined)
  if (candidates.length > 1) {
    const spans = candidates.map((row) => `${row.from ?? 'ever'}–${row.to ?? 'open'}`).join(', ')
    throw new Error(`Parameter ${name} is ambiguous on ${on}${province === undefined ? '' : ` in ${province}`}: rows of ${spans}`)
  }
  return candidates[0]
}

/** As `findParameter`, but throws an Error naming parameter, day and province where no row is in force. */
export function getParameter(rows: readonly ParameterRow[], name: string, on: PlainDay, province?: string): ParameterRow {
  const row = findParameter(rows, name, on, province)
  if (row === undefined) throw new Error(`No parameter ${name} in force on ${on}${province === undefined ? '' : ` for ${province}`}`)
  return row
}

/** The whole number of `name` in force on `on`; throws where there is none or it is something else. */
export function getNumberParameter(rows: readonly ParameterRow[], name: string, on: PlainDay, province?: string): number {
  const { value } = getParameter(rows, name, on, province)
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new Error(`Parameter ${name} is no whole number on ${on}`)
  return value
}

/** The amount in fen of `name` in force on `on`; throws where there is none or it is something else. */
export function getFenParameter(rows: readonly ParameterRow[], name: string, on: PlainDay, province?: string): Fen {
  return fen(getNumberParameter(rows, name, on, province))
}
