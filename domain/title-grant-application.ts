import type { CheckContext } from './checks.ts'
import { addMonths, addYears, type PlainDay } from './day.ts'
import { findParameter } from './parameter.ts'
import { refuse, type Refusal, type Rule } from './refusal.ts'
import { checkMode } from './title-grant-authority.ts'
import { checkBars, findResultFacts, lifeEndOf, listTransformations } from './title-grant-bars.ts'
import { readOpening } from './title-grant-facts.ts'
import type { GrantApplication, GrantMode, GrantTerms, Parts, TitleGrantOpening } from './title-grant-forms.ts'
import { checkIncentives, listIncentives } from './title-grant-incentive.ts'
import { applicationRules } from './title-grant-rules.ts'

/** Years of a use right at least, where no dated row is in force (国科发区〔2020〕128号, as reported). */
const leastYearsKnown = 10

function checkParts(parts: Parts | undefined, field: string): Refusal[] {
  if (parts === undefined) return []
  const sum = parts.universityBp + parts.teamBp
  return sum === 10_000 ? [] : [refuse(applicationRules.partsDoNotSum, { sum, field }, field)]
}

function checkTitle({ title }: GrantTerms, mode: GrantMode): Refusal[] {
  if (mode === 'use-right') return title === undefined ? [] : [refuse(applicationRules.sharesOfUse, {}, '/title')]
  if (title === undefined) return [refuse(applicationRules.sharesMissing, {}, '/title')]
  return title.teamBp > 0 ? [] : [refuse(applicationRules.teamWithoutShare, { teamBp: title.teamBp }, '/title/teamBp')]
}

/** Remaining life: no term may be longer than the right it is about (民法典 865). */
function checkLife(years: number, opening: TitleGrantOpening, context: CheckContext): Refusal[] {
  const until = addYears(context.today, years)
  return opening.results.flatMap((result) => {
    const ends = lifeEndOf(result, findResultFacts(result, context))
    const { number } = result
    return ends === undefined || until <= ends ? [] : [refuse(applicationRules.termBeyondLife, { number, until, ends }, '/termYears')]
  })
}

function checkTerm({ termYears }: GrantTerms, mode: GrantMode, opening: TitleGrantOpening, context: CheckContext): Refusal[] {
  if (mode === 'ownership') return termYears === undefined ? [] : [refuse(applicationRules.termOfOwnership, { termYears }, '/termYears')]
  if (termYears === undefined) return [refuse(applicationRules.termMissing, {}, '/termYears')]
  const row = findParameter(context.parameters, 'USE_RIGHT_MIN_YEARS', context.today, context.province)
  const least = typeof row?.value === 'number' ? row.value : leastYearsKnown
  const short = termYears < least ? [refuse(applicationRules.termTooShort, { termYears, least }, '/termYears')] : []
  return [...short, ...checkLife(termYears, opening, context)]
}

/** What every set of terms must hold, proposed or agreed; `from` is the day the yearly reports are counted from. */
export function checkTerms(terms: GrantTerms, mode: GrantMode, context: CheckContext, opening: TitleGrantOpening): Refusal[] {
  const { today } = context
  const latest = addMonths(today, 18)
  const refusals = [
    ...checkParts(terms.title, '/title'),
    ...checkParts(terms.income, '/income'),
    ...checkParts(terms.costs.transformation, '/costs/transformation'),
    ...checkParts(terms.costs.maintenance, '/costs/maintenance'),
    ...checkTitle(terms, mode),
    ...checkTerm(terms, mode, opening, context),
  ]
  if (terms.firstReportOn <= today || terms.firstReportOn > latest)
    refusals.push(refuse(applicationRules.reportTooLate, { firstReportOn: terms.firstReportOn, latest }, '/firstReportOn'))
  if (terms.exitTriggers.length === 0) refusals.push(refuse(applicationRules.exitMissing, {}, '/exitTriggers'))
  return refusals
}

function refuseDay(rule: Rule, day: PlainDay, limit: PlainDay, field: string): Refusal {
  return refuse(rule, { day, limit }, field)
}

function checkPlan({ plan, termYears }: GrantApplication, today: PlainDay): Refusal[] {
  const end = termYears === undefined ? undefined : addYears(today, termYears)
  return plan.milestones.flatMap(({ by }, index) => {
    const field = `/plan/milestones/${index}/by`
    if (by <= today) return [refuseDay(applicationRules.milestonePast, by, today, field)]
    return end !== undefined && by > end ? [refuseDay(applicationRules.milestoneLate, by, end, field)] : []
  })
}

/**
 * One transformation is rewarded once: by a share of the title, or by an award out of the unit's income. What the registers know
 * of the results counts beside what the team says.
 */
function checkOneIncentive(form: GrantApplication, opening: TitleGrantOpening, context: CheckContext): Refusal[] {
  const planned = { transformation: form.plan.reference, incentive: 'title-share' } as const
  const known = listIncentives(listTransformations(opening.results, context))
  const refusals = checkIncentives([...form.priorIncentives, ...known, planned], context.province, '/priorIncentives')
  return form.oneIncentive ? refusals : [...refusals, refuse(applicationRules.incentiveUndeclared, {}, '/oneIncentive')]
}

/** An application: the mode is its outcome; what it may not say, and what stands against it. */
export function checkApplication(form: GrantApplication, context: CheckContext): Refusal[] {
  const { state, outcome, today } = context
  if (state === undefined) return []
  const mode: GrantMode = outcome === 'use-right' ? 'use-right' : 'ownership'
  const opening = readOpening(state)
  const valued = form.valuation?.on
  return [
    ...checkMode(mode, context),
    ...checkTerms(form, mode, context, opening),
    ...checkPlan(form, today),
    ...checkOneIncentive(form, opening, context),
    ...(valued !== undefined && valued > today ? [refuse(applicationRules.valuationFuture, { on: valued, today }, '/valuation/on')] : []),
    ...checkBars(opening.results, context),
  ]
}
