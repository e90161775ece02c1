import type { Calendar } from './calendar.ts'
import { addYears } from './day.ts'
import type { PlainDay } from './day.ts'
import { computeDue } from './deadline.ts'
import type { Due } from './deadline.ts'
import { addFen, takeBasisPoints, wholeBasisPoints } from './money.ts'
import type { Fen } from './money.ts'
import { patentRulesArticle, verifiedBy } from './patent-citations.ts'
import type { PatentType } from './patent-type.ts'

/** Full annuities a year in fen, by the last patent year of each band; the office's fee table. */
export type AnnuitySchedule = { readonly [type in PatentType]: readonly { readonly toYear: number; readonly amount: Fen }[] }

/** One ground for paying less, in basis points off the full annuity. */
export type AnnuityRelief = { readonly name: 'fee-reduction' | 'open-licence'; readonly bp: number }

export type AnnuityFacts = {
  /** The actual filing day, also where priority is claimed. */
  readonly filedOn: PlainDay
  /** The patent year paid for; year 1 begins on the filing day. */
  readonly patentYear: number
  readonly type: PatentType
  readonly paidOn: PlainDay
  readonly schedule: AnnuitySchedule
  /** The reliefs that apply to this year; only the best of them counts. */
  readonly reduction: readonly AnnuityRelief[]
  /** Surcharge of each month of lateness in basis points of the full annuity, e.g. `[0, 500, 1000, 1500, 2000, 2500]`. */
  readonly lateSteps: readonly number[]
  readonly calendar: Calendar
}

/** What is to be paid on the day of payment; `lapsed` when the months of grace are over. */
export type AnnuityDue = {
  readonly due: Due
  /** The last day on which late payment still saves the patent. */
  readonly lastDay: Due
  readonly full: Fen
  readonly relief?: AnnuityRelief
  readonly annuity: Fen
} & (
  | { readonly standing: 'in-time'; readonly total: Fen }
  | { readonly standing: 'late'; readonly month: number; readonly surcharge: Fen; readonly total: Fen }
  /** The right ended on the day the annuity was due; restoration may be asked for. */
  | { readonly standing: 'lapsed'; readonly lapsedOn: PlainDay }
)

/** The due day by the article, its anniversary by the source found. */
export const annuityCitations = [patentRulesArticle('115'), verifiedBy('S14', '专利法实施细则', '115')] as const

/** The full annuity of `patentYear`; throws a RangeError beyond the schedule. */
export function getFullAnnuity(schedule: AnnuitySchedule, type: PatentType, patentYear: number): Fen {
  const band = schedule[type].find(({ toYear }) => patentYear <= toYear)
  if (band === undefined || patentYear < 1) throw new RangeError(`No annuity for year ${patentYear} of a patent of type ${type}`)
  return band.amount
}

/** The relief that takes off most, the earlier of two alike; reliefs never add up. */
export function findBestRelief(reduction: readonly AnnuityRelief[]): AnnuityRelief | undefined {
  return reduction.reduce<AnnuityRelief | undefined>(
    (best, relief) => (best === undefined || relief.bp > best.bp ? relief : best),
    undefined,
  )
}

/**
 * The day by which the annuity of `patentYear` is paid: the end of the year before, that is the anniversary of filing
 * (专利法实施细则 115). Year 1 has none: the annuity of the year of grant is paid with registration.
 */
export function computeAnnuityDue(filedOn: PlainDay, patentYear: number, calendar: Calendar): Due {
  return computeDue({ years: patentYear - 1 }, filedOn, calendar, annuityCitations)
}

/**
 * The last day of the `month`-th month of lateness. Months are counted from the anniversary itself, not from the day to
 * which a holiday moved it: the articles leave this open, and counting so never promises a day too many.
 */
export function computeLateMonthEnd(filedOn: PlainDay, patentYear: number, month: number, calendar: Calendar): Due {
  return computeDue({ months: month }, addYears(filedOn, patentYear - 1), calendar, annuityCitations)
}

/**
 * What an annuity costs when it is paid on `paidOn`: the full annuity less the best single relief, rounded up to the fen,
 * and for lateness a share of the full annuity, whatever the relief (专利法实施细则 115).
 */
export function annuityDue(facts: AnnuityFacts): AnnuityDue {
  const { filedOn, patentYear, calendar, lateSteps, paidOn } = facts
  const due = computeAnnuityDue(filedOn, patentYear, calendar)
  const monthEnds = lateSteps.map((_, index) => computeLateMonthEnd(filedOn, patentYear, index + 1, calendar))
  const full = getFullAnnuity(facts.schedule, facts.type, patentYear)
  const relief = findBestRelief(facts.reduction)
  const annuity = takeBasisPoints(full, wholeBasisPoints - (relief?.bp ?? 0), 'up')
  const common = { due, lastDay: monthEnds.at(-1) ?? due, full, ...(relief === undefined ? {} : { relief }), annuity }
  if (paidOn <= due.on) return { ...common, standing: 'in-time', total: annuity }
  const index = monthEnds.findIndex((end) => paidOn <= end.on)
  if (index === -1) return { ...common, standing: 'lapsed', lapsedOn: due.on }
  const surcharge = takeBasisPoints(full, lateSteps[index] ?? 0, 'up')
  return { ...common, standing: 'late', month: index + 1, surcharge, total: addFen(annuity, surcharge) }
}
