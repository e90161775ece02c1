import { annuityCitations, computeAnnuityDue, computeLateMonthEnd } from './annuity.ts'
import type { PlainDay } from './day.ts'
import { getLateSteps } from './annuity-parameters.ts'
import { patentYearOn, termYears } from './patent-time-facts.ts'
import type { PatentDeadline, PatentTimes } from './patent-time-facts.ts'

/** The months in which the annuity of `patentYear` can still be paid with a surcharge. */
function listLateMonths(filedOn: PlainDay, patentYear: number, { calendar, parameters }: PatentTimes): PatentDeadline[] {
  const steps = getLateSteps(parameters, computeAnnuityDue(filedOn, patentYear, calendar).on)
  return steps.map((surchargeBp, index) => {
    const month = index + 1
    const due = computeLateMonthEnd(filedOn, patentYear, month, calendar)
    return {
      code: `annuity-year-${patentYear}-late-month-${month}`,
      on: due.on,
      class: 'statutory',
      due,
      citations: annuityCitations,
      notes: month === steps.length ? ['surcharge', 'lapses-back-to-due-day'] : ['surcharge'],
      surchargeBp,
    }
  })
}

/**
 * The annuities not yet paid of a granted patent, to the end of its term, and the months of late payment of the first of them
 * (专利法实施细则 115). The annuity of the year of grant is paid with registration.
 */
export function listAnnuityDeadlines(times: PatentTimes): PatentDeadline[] {
  const { type, filedOn, grantedOn, annuitiesPaidThrough = 0 } = times.facts
  if (filedOn === undefined || grantedOn === undefined) return []
  const first = Math.max(patentYearOn(filedOn, grantedOn), annuitiesPaidThrough) + 1
  const last = termYears(type, filedOn)
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset)
  return years.flatMap((year) => {
    const due = computeAnnuityDue(filedOn, year, times.calendar)
    const annuity: PatentDeadline = {
      code: `annuity-year-${year}`,
      on: due.on,
      class: 'statutory',
      due,
      citations: annuityCitations,
      notes: [],
    }
    return year === first ? [annuity, ...listLateMonths(filedOn, year, times)] : [annuity]
  })
}
