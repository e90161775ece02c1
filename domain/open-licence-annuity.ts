import { annuityDue, type AnnuityDue } from './annuity.ts'
import { getAnnuitySchedule, getLateSteps, listAnnuityReliefs } from './annuity-parameters.ts'
import type { Calendar } from './calendar.ts'
import type { PlainDay } from './day.ts'
import type { ParameterRow } from './parameter.ts'
import { patentYearOn } from './patent-time-facts.ts'
import { listOwners, type PatentFacts } from './register.ts'

/** What decides whether a year counts as one in which an open licence is exploited (专利法 51(2): 实施期间). */
export type ReliefQuestion = { readonly isOffered: boolean; readonly recordedLicences: number; readonly needsRecordedLicence: boolean }

/** Relief while the offer stands and, where the university reads 实施期间 so, a licence of it is recorded. */
export function isReliefDue({ isOffered, recordedLicences, needsRecordedLicence }: ReliefQuestion): boolean {
  return isOffered && (!needsRecordedLicence || recordedLicences > 0)
}

/** The next annuity that is owed: what it costs if it is paid today, with the best single relief. */
export function adviseAnnuity(
  patent: PatentFacts,
  on: PlainDay,
  dated: { readonly parameters: readonly ParameterRow[]; readonly calendar: Calendar },
  question: ReliefQuestion,
): ({ readonly year: number } & AnnuityDue) | undefined {
  const owed = patent.annuities.find(({ paidOn }) => paidOn === undefined)
  if (owed === undefined || patent.grantedOn === undefined) return undefined
  const facts = {
    feeReduction: listOwners(patent, on).length > 1 ? ('joint' as const) : ('single' as const),
    grantYear: patentYearOn(patent.filedOn, patent.grantedOn),
    patentYear: owed.year,
    isOpenLicenceExploited: isReliefDue(question),
  }
  return {
    year: owed.year,
    ...annuityDue({
      filedOn: patent.filedOn,
      patentYear: owed.year,
      type: patent.kind,
      paidOn: on,
      schedule: getAnnuitySchedule(dated.parameters, on),
      reduction: listAnnuityReliefs(facts, dated.parameters, on),
      lateSteps: getLateSteps(dated.parameters, on),
      calendar: dated.calendar,
    }),
  }
}
