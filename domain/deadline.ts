import {
  addWorkingDays,
  classifyDay,
  findYearCalendar,
  firstWorkingDayFrom,
  isWorkingDay,
  listDecidingYears,
  statutoryHolidays,
} from './calendar.ts'
import type { Calendar } from './calendar.ts'
import { addDays, addMonths, addYears, instantOfDayEnd, instantOfDayStart, plainDay } from './day.ts'
import type { PlainDay } from './day.ts'
import { byDesign, text } from './refusal.ts'
import type { Citation } from './refusal.ts'

/** How long a period is. 日 are calendar days, 工作日 working days; neither is ever inferred from the other. */
export type Period = { readonly days: number } | { readonly workingDays: number } | { readonly months: number } | { readonly years: number }

/** A period and what happens when its last day is no working day: `roll` (the default) to the next one, or `keep`. */
export type DueRule = Period & { readonly lastDay?: 'roll' | 'keep' }

/** Suspension of a matter stops `service` days only; a `notice` closes by its own rules; the others run on. */
export type DeadlineClass = 'statutory' | 'contractual' | 'notice' | 'service'

/** One line of the proof of a due day. */
export type DerivationStep =
  | { readonly kind: 'trigger'; readonly on: PlainDay; readonly citations: readonly Citation[] }
  | { readonly kind: 'counted'; readonly rule: DueRule; readonly raw: PlainDay; readonly citations: readonly Citation[] }
  | { readonly kind: 'skipped'; readonly from: PlainDay; readonly to: PlainDay; readonly because: 'weekend' | 'holiday' }
  | { readonly kind: 'worked-weekend'; readonly on: PlainDay }
  | { readonly kind: 'extended'; readonly from: PlainDay; readonly to: PlainDay; readonly citations: readonly Citation[] }
  | { readonly kind: 'kept'; readonly on: PlainDay; readonly citations: readonly Citation[] }
  | { readonly kind: 'calendar'; readonly year: number; readonly source: string; readonly issuedOn: PlainDay; readonly invented: boolean }
  | { readonly kind: 'calendar-missing'; readonly year: number; readonly citations: readonly Citation[] }

/** A due day with its proof: `raw` is the day counted, `on` the day that binds, `provisional` while a notice is missing. */
export type Due = {
  readonly on: PlainDay
  readonly raw: PlainDay
  readonly from: PlainDay
  readonly rule: DueRule
  readonly provisional: boolean
  readonly derivation: readonly DerivationStep[]
}

/** A due day computed again; `moved` when the day that binds is another one now. */
export type RecomputedDue = { readonly due: Due; readonly moved: boolean; readonly previous: PlainDay }

const civilCode = plainDay('2020-05-28')
const patentRules = plainDay('2023-12-11')
const countingRules = [text('民法典', '200-202', civilCode), text('专利法实施细则', '5', patentRules)] as const
const lastDayRules = [text('专利法实施细则', '5', patentRules), text('民法典', '203', civilCode)] as const
const ownCountingRule = [text('民法典', '204', civilCode)] as const
/** That weekends worked in exchange count as working days is recalled; no text that says so was read. */
const workingDayRules: readonly Citation[] = [
  text('民法典', '201', civilCode),
  text('专利法实施细则', '5', patentRules),
  { law: '国务院办公厅放假通知', sure: 'recalled' },
]

/** What the calendar says about the days from `first` to `last`, runs of the same kind taken together. */
function describeDays(calendar: Calendar, first: PlainDay, last: PlainDay): DerivationStep[] {
  const steps: DerivationStep[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const kind = classifyDay(calendar, day)
    if (kind === 'workday') continue
    const before = steps.at(-1)
    if (kind === 'working-weekend') steps.push({ kind: 'worked-weekend', on: day })
    else if (before?.kind === 'skipped' && before.because === kind && addDays(before.to, 1) === day) {
      steps[steps.length - 1] = { ...before, to: day }
    } else steps.push({ kind: 'skipped', from: day, to: day, because: kind })
  }
  return steps
}

/** The notices that decided about the days from `first` to `last`, and those that are missing. */
function describeCalendars(calendar: Calendar, first: PlainDay, last: PlainDay): DerivationStep[] {
  const years = new Set([...listDecidingYears(first), ...listDecidingYears(last)])
  for (let year = Math.min(...years); year < Math.max(...years); year += 1) years.add(year)
  return [...years]
    .toSorted((a, b) => a - b)
    .map((year) => {
      const table = findYearCalendar(calendar, year)
      if (table === undefined) return { kind: 'calendar-missing', year, citations: [statutoryHolidays] }
      return { kind: 'calendar', year, source: table.source, issuedOn: table.issuedOn, invented: table.invented === true }
    })
}

function hasProvisionalDay(calendar: Calendar, first: PlainDay, last: PlainDay): boolean {
  return describeCalendars(calendar, first, last).some((step) => step.kind === 'calendar-missing')
}

function requireCount(count: number): number {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`A period is a whole number from zero: ${count}`)
  return count
}

function countPeriod(rule: Exclude<Period, { workingDays: number }>, from: PlainDay): PlainDay {
  if ('days' in rule) return addDays(from, requireCount(rule.days))
  if ('months' in rule) return addMonths(from, requireCount(rule.months))
  return addYears(from, requireCount(rule.years))
}

function computeWorkingDayDue(
  rule: DueRule & { workingDays: number },
  from: PlainDay,
  calendar: Calendar,
  basis: readonly Citation[],
): Due {
  const on = addWorkingDays(calendar, from, rule.workingDays)
  const first = on > from ? addDays(from, 1) : from
  const derivation: DerivationStep[] = [
    { kind: 'trigger', on: from, citations: basis },
    { kind: 'counted', rule, raw: on, citations: workingDayRules },
    ...describeDays(calendar, first, on),
    ...describeCalendars(calendar, first, on),
  ]
  return { on, raw: on, from, rule, provisional: hasProvisionalDay(calendar, first, on), derivation }
}

/** The lines that tell what became of the last day: extended to a working day, kept although none, or simply the day. */
function describeLastDay(rule: DueRule, raw: PlainDay, on: PlainDay, calendar: Calendar): DerivationStep[] {
  const days = describeDays(calendar, raw, on)
  if (on > raw) return [...days, { kind: 'extended', from: raw, to: on, citations: lastDayRules }]
  if (rule.lastDay === 'keep' && !isWorkingDay(calendar, raw)) return [{ kind: 'kept', on, citations: ownCountingRule }]
  return days
}

/**
 * The due day of `rule` counted from the event's day `from`, which is itself not counted (民法典 201; 专利法实施细则 5). Months
 * and years end on the same-numbered day (民法典 202). A last day that is no working day moves to the first working day after
 * it, for patent periods by 专利法实施细则 5 and, taken the same, for private ones (民法典 203), unless `lastDay` is `keep`
 * (民法典 204). Provisional while a year that decides is not loaded. `basis` says what the period itself rests on.
 */
export function computeDue(rule: DueRule, from: PlainDay, calendar: Calendar, basis: readonly Citation[] = [byDesign]): Due {
  if ('workingDays' in rule) return computeWorkingDayDue(rule, from, calendar, basis)
  const raw = countPeriod(rule, from)
  const keeps = rule.lastDay === 'keep'
  const on = keeps ? raw : firstWorkingDayFrom(calendar, raw)
  const derivation: DerivationStep[] = [
    { kind: 'trigger', on: from, citations: basis },
    { kind: 'counted', rule, raw, citations: countingRules },
    ...describeLastDay(rule, raw, on, calendar),
    ...(keeps ? [] : describeCalendars(calendar, raw, on)),
  ]
  const provisional = !keeps && hasProvisionalDay(calendar, raw, on)
  return { on, raw, from, rule, provisional, derivation }
}

/** Computes `due` again under the calendar as it is loaded now, and says whether the day that binds has moved. */
export function recomputeDue(due: Due, calendar: Calendar): RecomputedDue {
  const trigger = due.derivation.find((step) => step.kind === 'trigger')
  const again = computeDue(due.rule, due.from, calendar, trigger?.citations)
  return { due: again, moved: again.on !== due.on, previous: due.on }
}

/**
 * The instant at which `day` is over: 24:00 for what is sent electronically, 17:00 at a counter, where business hours end
 * it (民法典 203(2); the hour itself is the software's proposal).
 */
export function instantDueEnds(day: PlainDay, by: 'electronic' | 'counter'): number {
  return by === 'electronic' ? instantOfDayEnd(day) : instantOfDayStart(day) + 17 * 3_600_000
}
