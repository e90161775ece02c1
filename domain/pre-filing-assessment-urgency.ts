import type { Calendar } from './calendar.ts'
import { daysBetween } from './day.ts'
import type { PlainDay } from './day.ts'
import type { DueRule } from './deadline.ts'
import type { PublicDisclosure } from './disclosure-novelty.ts'
import { isGraceCase } from './patent-deadlines-filing.ts'
import { lastSafeFilingDay } from './patent-deadlines.ts'
import type { NoveltyClock } from './patent-deadlines.ts'
import type { ProcessPolicy } from './policy-slice.ts'
import { listForms, readOpening } from './pre-filing-assessment-facts.ts'
import { steps } from './pre-filing-assessment.ts'
import type { MatterState } from './state.ts'

/** How fast an assessment must be: the urgent lane decides in three working days instead of twenty. */
export type Urgency = {
  readonly lane: 'urgent' | 'ordinary'
  readonly because?: 'planned-disclosure' | 'grace-ends'
  /** The day that presses. */
  readonly on?: PlainDay
  readonly daysLeft?: number
  readonly novelty: NoveltyClock['kind']
  /** The last day on which filing keeps novelty, while there is one. */
  readonly safeUntil?: PlainDay
}

/** A disclosure so near asks for the urgent lane; the software's proposal. */
export const urgentWithinDays = 30

/** What was or will be made public, as the disclosure and the interviews tell. */
export function listPublicDisclosures(state: MatterState): PublicDisclosure[] {
  const told = listForms(state, steps.interview).flatMap(({ data }) => data.publicDisclosures)
  return [...readOpening(state).publicDisclosures, ...told]
}

/** Until when filing keeps novelty, seen from `asOf`. */
export function findNoveltyClock(disclosures: readonly PublicDisclosure[], asOf: PlainDay, calendar: Calendar): NoveltyClock {
  return lastSafeFilingDay(disclosures, asOf, calendar)
}

/** Which lane the matter takes on `today`: urgent when a disclosure is planned, or a grace period ends, within 30 days. */
export function findUrgency(disclosures: readonly PublicDisclosure[], today: PlainDay): Urgency {
  // The day counted back to is no last day for an act (实施细则 12, 专利法 24), so no calendar has a say in it.
  const clock = findNoveltyClock(disclosures, today, [])
  const novelty = clock.kind === 'running' ? { novelty: clock.kind, safeUntil: clock.on } : { novelty: clock.kind }
  const planned = disclosures
    // What came out today anticipates nothing that is still filed today (专利法 22(5)).
    .filter((one) => (one.standing === 'planned' && one.on >= today) || (one.on === today && !isGraceCase(one)))
    .map(({ on }) => ({ because: 'planned-disclosure' as const, on }))
  const grace = clock.kind === 'running' && clock.because === 'grace' ? [{ because: 'grace-ends' as const, on: clock.on }] : []
  const pressing = [...planned, ...grace]
    .map((one) => ({ ...one, daysLeft: daysBetween(today, one.on) }))
    .filter(({ daysLeft }) => daysLeft <= urgentWithinDays)
    .toSorted((a, b) => a.daysLeft - b.daysLeft)[0]
  return pressing === undefined ? { lane: 'ordinary', ...novelty } : { lane: 'urgent', ...pressing, ...novelty }
}

/** The steps between opening and decision whose days the lane sets. */
export type LaneStep = 'assign' | 'novelty-search' | 'interview' | 'score' | 'cost-estimate' | 'decide'

/** The due rule of a step in the urgent lane, from the pinned policy; nothing in the ordinary lane, whose steps have their own. */
export function findLaneDue(policy: ProcessPolicy, lane: Urgency['lane'], step: LaneStep): { readonly due?: DueRule } {
  const workingDays = lane === 'urgent' ? policy.numbers?.[`urgent-${step}`] : undefined
  return workingDays === undefined ? {} : { due: { workingDays } }
}

/** Working days from opening to decision: at most 20, in the urgent lane at most 3. */
export function decisionDays(policy: ProcessPolicy, lane: Urgency['lane']): number {
  return policy.numbers?.[lane === 'urgent' ? 'urgentDecisionDays' : 'decisionDays'] ?? (lane === 'urgent' ? 3 : 20)
}
