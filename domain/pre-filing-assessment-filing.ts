import type { Calendar } from './calendar.ts'
import type { CheckContext } from './checks.ts'
import { yearOf } from './day.ts'
import type { PlainDay } from './day.ts'
import { computeDue } from './deadline.ts'
import { lastSafeFilingDay } from './patent-deadlines.ts'
import { isGraceCase } from './patent-deadlines-filing.ts'
import { filingYearOf, isApplicationNumber, patentTypeOf } from './patent-number.ts'
import type { PatentType } from './patent-type.ts'
import { findForm } from './pre-filing-assessment-facts.ts'
import type { FiledApplication, FilingRecord, ForeignFiling } from './pre-filing-assessment-forms.ts'
import { assessmentRules } from './pre-filing-assessment-rules.ts'
import { steps } from './pre-filing-assessment.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'
import type { MatterState } from './state.ts'

/** Whether the record is of one invention filed twice on one day. */
export function isDualFiling(record: FilingRecord): boolean {
  return record.applications.length === 2 && record.applications.every(({ dualDeclared }) => dualDeclared)
}

function checkNumber({ applicationNumber: number, type, filedOn }: FiledApplication, field: string): Refusal[] {
  if (!isApplicationNumber(number)) return [refuse(assessmentRules.applicationCheckDigit, { number }, field)]
  if (patentTypeOf(number) !== type) return [refuse(assessmentRules.applicationType, { number }, field)]
  const year = filingYearOf(number)
  return year === yearOf(filedOn) ? [] : [refuse(assessmentRules.applicationYear, { number, year, filedOn }, field)]
}

/** The notice of acceptance starts a period of its own (实施细则 112): it came after the filing, and has come. */
function checkAcceptance({ acceptanceNoticeOn: on, filedOn }: FiledApplication, field: string, today: PlainDay): Refusal[] {
  if (on === undefined || filedOn > today) return []
  if (on > today) return [refuse(assessmentRules.eventInFuture, { on, today }, field)]
  return on < filedOn ? [refuse(assessmentRules.eventBeforeFiling, { on, filedOn }, field)] : []
}

function checkApplications({ applications }: FilingRecord, context: CheckContext): Refusal[] {
  if (applications.length === 0) return [refuse(assessmentRules.applicationMissing, {}, '/applications')]
  return applications.flatMap((application, index) => {
    const { applicationNumber: number, filedOn } = application
    const field = `/applications/${index}/applicationNumber`
    const refusals = checkNumber(application, field)
    const first = applications.findIndex((other) => other.applicationNumber === number)
    if (first < index) refusals.push(refuse(assessmentRules.applicationTwice, { number }, field))
    if (filedOn > context.today) {
      refusals.push(refuse(assessmentRules.filedInFuture, { filedOn, today: context.today }, `/applications/${index}/filedOn`))
    }
    return [...refusals, ...checkAcceptance(application, `/applications/${index}/acceptanceNoticeOn`, context.today)]
  })
}

/** Filed is what was decided: the type named, or an invention and a utility model declared to each other on one day. */
function checkAsDecided({ applications }: FilingRecord, state: MatterState): Refusal[] {
  const decided = findForm(state, steps.decide)
  if (decided === undefined || applications.length === 0) return []
  const types = applications.map(({ type }) => type)
  if (decided.outcome !== 'same-day-dual') {
    const wanted = decided.data.patentType
    const isOther = types.some((type) => type !== wanted) || types.length > 1
    return isOther ? [refuse(assessmentRules.typeNotDecided, { types, decided: [wanted ?? ''] }, '/applications')] : []
  }
  if (types.length !== 2 || !types.includes('invention') || !types.includes('utility-model')) {
    return [refuse(assessmentRules.typeNotDecided, { types, decided: ['invention', 'utility-model'] }, '/applications')]
  }
  const days = applications.map(({ filedOn }) => filedOn)
  if (days[0] !== days[1]) return [refuse(assessmentRules.dualNotSameDay, { days }, '/applications')]
  // Undeclared at filing, the two are judged by 专利法 9(1) alone: one of them only can be granted (实施细则 47).
  const undeclared = applications.filter(({ dualDeclared }) => !dualDeclared).map(({ applicationNumber }) => applicationNumber)
  return undeclared.length === 0 ? [] : [refuse(assessmentRules.dualUndeclared, { applications: undeclared }, '/applications')]
}

/** Whether something may be filed at that office on that day: a PCT application at the Chinese office is itself the request. */
function isCleared({ route, office, filedOn }: ForeignFiling, { applications, confidentiality: examination }: FilingRecord): boolean {
  if (examination.is === 'secrecy-ordered') return false
  if (route === 'pct' && office === 'CN') return true
  if (examination.is === 'not-needed') {
    // 专利法 19 names inventions and utility models; only what is filed as a design alone is free of it.
    const isDesign = applications.length > 0 && applications.every(({ type }) => type === 'design')
    return examination.because === 'made-abroad' || (examination.because === 'design' && isDesign)
  }
  return examination.is === 'cleared' && examination.requestedOn <= examination.on && examination.on <= filedOn
}

function checkForeign(record: FilingRecord, state: MatterState, today: PlainDay): Refusal[] {
  const { foreignFilings, confidentiality } = record
  const decided = findForm(state, steps.decide)?.outcome ?? ''
  const refusals: Refusal[] =
    foreignFilings.length > 0 && decided !== 'file-cn-pct' ? [refuse(assessmentRules.foreignUndecided, { decided }, '/foreignFilings')] : []
  foreignFilings.forEach((filing, index) => {
    const { filedOn } = filing
    if (filedOn > today) refusals.push(refuse(assessmentRules.filedInFuture, { filedOn, today }, `/foreignFilings/${index}/filedOn`))
    if (isCleared(filing, record)) return
    const fact = { office: filing.office, number: filing.number, filedOn: filing.filedOn, examination: confidentiality.is }
    refusals.push(refuse(assessmentRules.foreignUncleared, fact, `/foreignFilings/${index}`))
  })
  return refusals
}

/** The last day on which priority can still be claimed: 12 months and 2 of restoration from their end, for a design 6 (专利法 29; 实施细则 36). */
function lastPriorityDay(type: PatentType, from: PlainDay, calendar: Calendar): PlainDay {
  if (type === 'design') return computeDue({ months: 6 }, from, calendar).on
  return computeDue({ months: 2 }, computeDue({ months: 12 }, from, calendar).on, calendar).on
}

function checkPriorities({ applications, priorities }: FilingRecord, context: CheckContext): Refusal[] {
  const application = applications[0]
  if (application === undefined) return []
  return priorities.flatMap((priority, index) => {
    if (priority.filedOn > application.filedOn) {
      const fact = { priority: priority.filedOn, filedOn: application.filedOn }
      return [refuse(assessmentRules.priorityNotEarlier, fact, `/priorities/${index}/filedOn`)]
    }
    const lastDay = lastPriorityDay(application.type, priority.filedOn, context.calendar)
    if (application.filedOn <= lastDay) return []
    return [
      refuse(assessmentRules.priorityTooOld, { priority: priority.filedOn, lastDay, filedOn: application.filedOn }, `/priorities/${index}`),
    ]
  })
}

/** A grace period that is claimed must be one, and not be over when the first application was filed (专利法 24; 实施细则 12). */
function checkGrace({ applications, priorities, graceClaimed }: FilingRecord, context: CheckContext): Refusal[] {
  if (graceClaimed === undefined) return []
  if (!isGraceCase(graceClaimed)) return [refuse(assessmentRules.graceNotCovered, { kind: graceClaimed.kind }, '/graceClaimed/kind')]
  const days = [...priorities, ...applications].map(({ filedOn }) => filedOn).toSorted()
  const first = days[0]
  if (first === undefined || lastSafeFilingDay([graceClaimed], first, context.calendar).kind !== 'noveltyLost') return []
  return [refuse(assessmentRules.gracePassed, { disclosedOn: graceClaimed.on, filedOn: first }, '/graceClaimed/on')]
}

/** What is recorded of a filing must be what the office accepted and the university decided, and nothing unlawful abroad. */
export function checkFilingRecord(record: FilingRecord, context: CheckContext): Refusal[] {
  const { state } = context
  return [
    ...checkApplications(record, context),
    ...(state === undefined ? [] : [...checkAsDecided(record, state), ...checkForeign(record, state, context.today)]),
    ...checkPriorities(record, context),
    ...checkGrace(record, context),
  ]
}
