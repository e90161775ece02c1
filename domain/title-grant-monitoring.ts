import type { CheckContext } from './checks.ts'
import { addDays, addMonths, addYears, type PlainDay } from './day.ts'
import { refuse, type Refusal } from './refusal.ts'
import type { MatterState } from './state.ts'
import { findResult } from './state.ts'
import { findResultFacts, lifeEndOf, listTransformations } from './title-grant-bars.ts'
import { findApplication, findForm, getForm, getGround, listForms, listSigners, readOpening, readTeam } from './title-grant-facts.ts'
import type {
  AnnualReport,
  ExtensionDecision,
  ExtensionRequest,
  GrantMode,
  RecoveryReview,
  ReportedTransformation,
  Termination,
} from './title-grant-forms.ts'
import { checkIncentives, listIncentives } from './title-grant-incentive.ts'
import { findAskedRecovery } from './title-grant-overturned.ts'
import { applicationRules, decisionRules, monitoringRules } from './title-grant-rules.ts'
import { agreementSteps } from './title-grant-steps-agreement.ts'
import { monitoringSteps } from './title-grant-steps-monitoring.ts'

/** The days an agreement in force runs by. */
export type GrantSchedule = {
  readonly mode: GrantMode
  readonly signedOn: PlainDay
  readonly firstReportOn: PlainDay
  /** The day from which a grant that brought nothing is looked at for recovery. */
  readonly recoveryOn: PlainDay
  /** The last day of the grant, before any extension; of ownership the day the last right ends. */
  readonly endsOn: PlainDay
}

/** What the years of a grant ask for next. */
export type Duty = 'annual-report' | 'recovery-review' | 'extension' | 'term-end'

/** Reports of a year that nobody answered count as made, so that the next can follow; they say so. */
function countReports(state: MatterState): number {
  return listForms(state, monitoringSteps.annualReport).length
}

/** Whether the team told of some use that brought or may bring income. */
function isReported(state: MatterState): boolean {
  return listReported(state).length > 0
}

/** Whether anybody told of one since the agreement was signed: the team in a report, or the registers, whoever entered it there. */
function isTransformed(state: MatterState, context: CheckContext): boolean {
  return isReported(state) || listTransformations(readOpening(state).results, context, getSchedule(state).signedOn).length > 0
}

/** The schedule as it was recorded when the agreement was concluded. */
export function getSchedule(state: MatterState): GrantSchedule {
  const schedule = findResult(state, agreementSteps.conclude.name)?.data as unknown as GrantSchedule | undefined
  if (schedule === undefined) throw new Error(`Matter ${state.head.id} has no agreement in force`)
  return schedule
}

/** Makes the schedule of an agreement signed on `signedOn`; without a term the grant runs as long as its rights do. */
export function scheduleOf(state: MatterState, signedOn: PlainDay): GrantSchedule {
  const terms = getForm(state, agreementSteps.draftTerms).data
  const mode = findApplication(state)?.mode ?? 'ownership'
  const { recoveryMonths, firstReportOn, termYears, rightsEndOn } = terms
  const endsOn = termYears === undefined ? rightsEndOn : addYears(signedOn, termYears)
  return { mode, signedOn, firstReportOn, recoveryOn: addMonths(signedOn, recoveryMonths), endsOn }
}

/** The day the grant ends now, extensions counted. */
export function endOf(state: MatterState): PlainDay {
  const extensions = listForms(state, monitoringSteps.decideExtension).filter(({ outcome }) => outcome === 'extended')
  return extensions.reduce((day, { data }) => addYears(day, data.years ?? 0), getSchedule(state).endsOn)
}

function recoveryDay(state: MatterState): PlainDay | undefined {
  const asked = findAskedRecovery(state)
  if (asked !== undefined) return asked.on
  if (isReported(state)) return undefined
  const last = findForm(state, monitoringSteps.recoveryReview)
  return last === undefined ? getSchedule(state).recoveryOn : addMonths(last.on, last.data.nextMonths ?? getGround(state).recoveryMonths)
}

/** An extension is asked about once for each end, so many days before it; ownership has none. */
function extensionDay(state: MatterState): PlainDay | undefined {
  if (getSchedule(state).mode === 'ownership') return undefined
  const asked = listForms(state, monitoringSteps.extensionRequest).length
  const granted = listForms(state, monitoringSteps.decideExtension).filter(({ outcome }) => outcome === 'extended').length
  return asked > granted ? undefined : addDays(endOf(state), -getGround(state).extensionNoticeDays)
}

/** What is due next, and on which day; on one day a report goes before a review, and both before the end. */
export function findNextDuty(state: MatterState): { readonly duty: Duty; readonly on: PlainDay } {
  const end = endOf(state)
  const days: readonly (readonly [Duty, PlainDay | undefined])[] = [
    ['annual-report', addYears(getSchedule(state).firstReportOn, countReports(state))],
    ['recovery-review', recoveryDay(state)],
    ['extension', extensionDay(state)],
  ]
  return days.reduce<{ duty: Duty; on: PlainDay }>(
    (next, [duty, on]) => (on !== undefined && (on < next.on || (on === next.on && next.duty === 'term-end')) ? { duty, on } : next),
    { duty: 'term-end', on: end },
  )
}

/** Every transformation that was reported so far, the year's own left out. */
export function listReported(state: MatterState): ReportedTransformation[] {
  return listForms(state, monitoringSteps.annualReport).flatMap(({ data }) => data.transformations ?? [])
}

/** A year's report: each transformation once, and one incentive for each, also across the years and beside what the registers know. */
export function checkAnnualReport(report: AnnualReport, context: CheckContext): Refusal[] {
  const { state, outcome, actor, province } = context
  if (outcome === 'overdue') return actor === undefined ? [] : [refuse(monitoringRules.overdueByTime)]
  const names = report.transformations.map(({ reference }) => reference)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  const refusals = twice === undefined ? [] : [refuse(monitoringRules.transformationTwice, { reference: twice }, '/transformations')]
  const all = [...(state === undefined ? [] : listReported(state)), ...report.transformations]
  const prior = state === undefined ? [] : (findApplication(state)?.form.priorIncentives ?? [])
  const known = state === undefined ? [] : listIncentives(listTransformations(readOpening(state).results, context))
  const given = [
    ...prior,
    ...known,
    ...all.flatMap((one) => one.incentives.map((incentive) => ({ transformation: one.reference, incentive }))),
  ]
  return [...refusals, ...checkIncentives(given, province, '/transformations')]
}

/**
 * Recovery after the months agreed without any transformation, whoever knows of one, or because a late objection set the notice
 * aside; the team was heard before.
 */
export function checkRecoveryReview(review: RecoveryReview, context: CheckContext): Refusal[] {
  const { state, outcome, today } = context
  const refusals = review.heardOn > today ? [refuse(monitoringRules.hearingFuture, { heardOn: review.heardOn, today }, '/heardOn')] : []
  if (!review.noUnlawfulGain) refusals.push(refuse(decisionRules.gainUndeclared, {}, '/noUnlawfulGain'))
  if (outcome === 'kept' && review.nextMonths === undefined) refusals.push(refuse(monitoringRules.nextReviewMissing, {}, '/nextMonths'))
  if (outcome === 'recovered' && state !== undefined && findAskedRecovery(state) === undefined && isTransformed(state, context))
    refusals.push(refuse(monitoringRules.transformedRecovered))
  return refusals
}

/** Who asks for an extension says for how long and to what end. */
export function checkExtensionRequest({ years, plan }: ExtensionRequest, { outcome }: CheckContext): Refusal[] {
  if (outcome !== 'extend') return []
  return years === undefined || (plan ?? '').trim() === '' ? [refuse(monitoringRules.extensionMissing, {}, '/years')] : []
}

/** An extension is for a grant that performs well (128号, recalled) and never renews by itself. */
export function checkExtensionDecision(decision: ExtensionDecision, context: CheckContext): Refusal[] {
  const { state, outcome } = context
  const refusals = decision.noUnlawfulGain ? [] : [refuse(decisionRules.gainUndeclared, {}, '/noUnlawfulGain')]
  if (outcome !== 'extended' || state === undefined) return refusals
  if (decision.years === undefined) return [...refusals, refuse(monitoringRules.extensionMissing, {}, '/years')]
  if (!isTransformed(state, context)) refusals.push(refuse(monitoringRules.notPerforming, {}, '/performance'))
  const until = addYears(endOf(state), decision.years)
  const short = readOpening(state).results.flatMap((result) => {
    const ends = lifeEndOf(result, findResultFacts(result, context))
    return ends !== undefined && ends < until
      ? [refuse(applicationRules.termBeyondLife, { number: result.number, until, ends }, '/years')]
      : []
  })
  return [...refusals, ...short]
}

/** After signing the grant ends early by an agreement that everybody of the team has signed. */
export function checkTermination({ agreedOn, signedBy }: Termination, { state, today }: CheckContext): Refusal[] {
  const refusals = agreedOn > today ? [refuse(monitoringRules.terminationFuture, { agreedOn, today }, '/agreedOn')] : []
  const missing = state === undefined ? [] : listSigners(readTeam(state)).filter((person) => !signedBy.includes(person))
  return missing.length === 0 ? refusals : [...refusals, refuse(monitoringRules.terminationUnsigned, { people: missing }, '/signedBy')]
}
