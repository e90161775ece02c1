import type { Calendar } from './calendar.ts'
import { addDays, compareDays, maxDay } from './day.ts'
import type { PlainDay } from './day.ts'
import { computeDue } from './deadline.ts'
import type { Due } from './deadline.ts'
import type { ParameterRow } from './parameter.ts'
import { patentLawArticle, verifiedBy } from './patent-citations.ts'
import { listRowDeadlines } from './patent-deadline-row.ts'
import { listAnnuityDeadlines } from './patent-deadlines-annuity.ts'
import { listConfidentialityDeadlines } from './patent-deadlines-confidentiality.ts'
import { graceCitations, graceRule, isGraceCase, pctRows, priorityRows, prosecutionRows } from './patent-deadlines-filing.ts'
import { grantRows } from './patent-deadlines-granted.ts'
import { listRestorationDeadlines } from './patent-deadlines-restoration.ts'
import type { Disclosure, PatentDeadline, PatentTimeFacts } from './patent-time-facts.ts'
import type { Citation } from './refusal.ts'

/**
 * Every deadline that the facts allow to be computed, earliest first. Parameters read: `LATE_STEPS_BP`, `RESTORE_MONTHS`,
 * `CONF_EXAM_MONTHS`, each only where a deadline needs it; one that is missing then is an Error.
 */
export function listPatentDeadlines(facts: PatentTimeFacts, calendar: Calendar, parameters: readonly ParameterRow[]): PatentDeadline[] {
  const times = { facts, calendar, parameters }
  const rows = [...priorityRows, ...pctRows, ...prosecutionRows, ...grantRows]
  return [
    ...rows.flatMap((row) => listRowDeadlines(row, times)),
    ...listConfidentialityDeadlines(times),
    ...listAnnuityDeadlines(times),
    ...listRestorationDeadlines(times),
  ].toSorted((a, b) => compareDays(a.on, b.on))
}

/**
 * Until when an application keeps novelty. `open` nothing is or becomes public; `running` file on or before `on`; `noveltyLost`
 * no filing helps any more: not a timer but an alarm.
 */
export type NoveltyClock =
  | { readonly kind: 'open' }
  | {
      readonly kind: 'running'
      readonly on: PlainDay
      /** What sets the day. */
      readonly by: Disclosure
      /** `grace` six months after a disclosure that 专利法 24 forgives; `planned` before one that it does not. */
      readonly because: 'grace' | 'planned'
      readonly due?: Due
      readonly citations: readonly Citation[]
    }
  | {
      readonly kind: 'noveltyLost'
      readonly by: Disclosure
      readonly because: 'not-a-grace-case' | 'grace-over'
      readonly citations: readonly Citation[]
    }

const lossCitations: readonly Citation[] = [patentLawArticle('22'), ...graceCitations, verifiedBy('S16', '专利审查指南')]

function clockOf(disclosure: Disclosure, asOf: PlainDay, calendar: Calendar): Exclude<NoveltyClock, { kind: 'open' }> {
  if (isGraceCase(disclosure)) {
    const due = computeDue(graceRule, disclosure.on, calendar, graceCitations)
    return due.on < asOf
      ? { kind: 'noveltyLost', by: disclosure, because: 'grace-over', citations: graceCitations }
      : { kind: 'running', on: due.on, by: disclosure, because: 'grace', due, citations: graceCitations }
  }
  if (disclosure.on < asOf) return { kind: 'noveltyLost', by: disclosure, because: 'not-a-grace-case', citations: lossCitations }
  // What becomes public on the filing day itself does not yet count (专利法 22); the day before is the safe one while it lasts.
  return { kind: 'running', on: maxDay(asOf, addDays(disclosure.on, -1)), by: disclosure, because: 'planned', citations: lossCitations }
}

/**
 * The last day on which a first application is safe, seen from `asOf` (today, or the day of a filing to be judged). Disclosures
 * of the four cases leave six months; a paper, an ordinary conference or a sale leaves nothing, and planned leaves the day
 * before. With priority claimed, the first filing is the one that counts (专利法 24; 实施细则 12).
 */
export function lastSafeFilingDay(disclosures: readonly Disclosure[], asOf: PlainDay, calendar: Calendar): NoveltyClock {
  const clocks = disclosures.toSorted((a, b) => compareDays(a.on, b.on)).map((disclosure) => clockOf(disclosure, asOf, calendar))
  const lost = clocks.find((clock) => clock.kind === 'noveltyLost')
  if (lost !== undefined) return lost
  const running = clocks.filter((clock) => clock.kind === 'running').toSorted((a, b) => compareDays(a.on, b.on))
  return running[0] ?? { kind: 'open' }
}
