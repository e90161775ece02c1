import type { AnnuityRelief, AnnuitySchedule } from './annuity.ts'
import type { PlainDay } from './day.ts'
import type { Json } from './json.ts'
import { fen } from './money.ts'
import { getNumberParameter, getParameter } from './parameter.ts'
import type { ParameterRow } from './parameter.ts'
import type { PatentType } from './patent-type.ts'

function parseObject(value: Json | undefined, name: string): { readonly [key: string]: Json } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`Parameter ${name} is not as expected`)
  return value as { readonly [key: string]: Json }
}

function parseList(value: Json | undefined, name: string): readonly Json[] {
  if (!Array.isArray(value)) throw new Error(`Parameter ${name} is not as expected`)
  return value
}

function parseNumber(value: Json | undefined, name: string): number {
  if (typeof value !== 'number') throw new Error(`Parameter ${name} is not as expected`)
  return value
}

/** Surcharges by month of lateness in force on `on`, in basis points of the full annuity (parameter `LATE_STEPS_BP`). */
export function getLateSteps(parameters: readonly ParameterRow[], on: PlainDay): readonly number[] {
  const { value } = getParameter(parameters, 'LATE_STEPS_BP', on)
  return parseList(value, 'LATE_STEPS_BP').map((step) => parseNumber(step, 'LATE_STEPS_BP'))
}

/** The full annuities in force on `on` (parameter `ANNUITY_FEN`: by type a list of `[last year of the band, fen]`). */
export function getAnnuitySchedule(parameters: readonly ParameterRow[], on: PlainDay): AnnuitySchedule {
  const table = parseObject(getParameter(parameters, 'ANNUITY_FEN', on).value, 'ANNUITY_FEN')
  const bands = (type: PatentType): AnnuitySchedule[PatentType] =>
    parseList(table[type], 'ANNUITY_FEN').map((band) => {
      const [toYear, amount] = parseList(band, 'ANNUITY_FEN')
      return { toYear: parseNumber(toYear, 'ANNUITY_FEN'), amount: fen(parseNumber(amount, 'ANNUITY_FEN')) }
    })
  return { invention: bands('invention'), 'utility-model': bands('utility-model'), design: bands('design') }
}

/** What decides which reliefs an annuity has. */
export type ReliefFacts = {
  /** Whether the fee reduction was granted, and to one applicant or several. */
  readonly feeReduction?: 'single' | 'joint'
  /** The patent year in which the grant was announced. */
  readonly grantYear: number
  readonly patentYear: number
  /** Whether an open licence is being exploited in the year paid for (专利法 51(2)). */
  readonly isOpenLicenceExploited: boolean
}

/**
 * The reliefs that the facts allow on `on`, of which only the best counts. Parameters: `FEE_REDUCTION_BP`, `FEE_REDUCTION_YEARS`
 * (counted from the year of grant), `OPEN_ANNUITY_RELIEF_BP`.
 */
export function listAnnuityReliefs(facts: ReliefFacts, parameters: readonly ParameterRow[], on: PlainDay): AnnuityRelief[] {
  const reliefs: AnnuityRelief[] = []
  if (facts.feeReduction !== undefined) {
    const years = getNumberParameter(parameters, 'FEE_REDUCTION_YEARS', on)
    const rates = parseObject(getParameter(parameters, 'FEE_REDUCTION_BP', on).value, 'FEE_REDUCTION_BP')
    const isInTime = facts.patentYear < facts.grantYear + years
    if (isInTime) reliefs.push({ name: 'fee-reduction', bp: parseNumber(rates[facts.feeReduction], 'FEE_REDUCTION_BP') })
  }
  if (facts.isOpenLicenceExploited) reliefs.push({ name: 'open-licence', bp: getNumberParameter(parameters, 'OPEN_ANNUITY_RELIEF_BP', on) })
  return reliefs
}
