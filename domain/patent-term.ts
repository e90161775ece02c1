import { addDays, addYears, daysBetween, type PlainDay } from './day.ts'
import { patentYearOn, termYears } from './patent-time-facts.ts'
import type { PatentFacts, TermCompensation } from './register.ts'

type Compensated = Pick<PatentFacts, 'kind' | 'filedOn' | 'termCompensations'>

/** The last day of the term as it is counted from filing (专利法 42(1)). */
function basicTermEnd({ kind, filedOn }: Pick<PatentFacts, 'kind' | 'filedOn'>): PlainDay {
  return addDays(addYears(filedOn, termYears(kind, filedOn)), -1)
}

/**
 * The last day on which the patent is protected by its term, with the days that the office gave for its own delay or for the
 * approval of a new drug (专利法 42); in the latter only that drug is protected (专利法实施细则 83).
 */
export function patentTermEnd(patent: Compensated): PlainDay {
  const days = (patent.termCompensations ?? []).reduce((sum, one) => sum + one.days, 0)
  return addDays(basicTermEnd(patent), days)
}

/** The last year for which an annuity can be owed: the one in which the term ends. */
export function lastPatentYear(patent: Compensated): number {
  return patentYearOn(patent.filedOn, patentTermEnd(patent))
}

/**
 * Days that may be given at most. For delay: those between the end of four years from filing and the grant, of which the office
 * takes off what the applicant or a lawful cause delayed (专利法实施细则 78). For a new drug: those from filing to its approval less
 * five years, no more than five years, and no more than leave fourteen years after the approval (专利法 42(3); 实施细则 82).
 */
export function mostCompensationDays(
  patent: Compensated & Pick<PatentFacts, 'grantedOn'>,
  { ground, approvedOn }: Pick<TermCompensation, 'ground' | 'approvedOn'>,
): number {
  const { filedOn, grantedOn } = patent
  const span = (from: PlainDay, to: PlainDay) => (to > from ? daysBetween(from, to) : 0)
  if (ground === 'grant-delay') return grantedOn === undefined ? 0 : span(addYears(filedOn, 4), grantedOn)
  if (approvedOn === undefined) return 0
  const term = termYears(patent.kind, filedOn)
  return Math.min(
    span(addYears(filedOn, 5), approvedOn),
    daysBetween(addYears(filedOn, term), addYears(filedOn, term + 5)),
    span(patentTermEnd(patent), addDays(addYears(approvedOn, 14), -1)),
  )
}
