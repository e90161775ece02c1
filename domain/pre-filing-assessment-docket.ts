import type { DocketRequest } from './complete-facts.ts'
import { annuityCitations } from './annuity.ts'
import { addYears, type PlainDay } from './day.ts'
import { patentLawArticle, patentRulesArticle } from './patent-citations.ts'
import { listRowDeadlines } from './patent-deadline-row.ts'
import { grantRows } from './patent-deadlines-granted.ts'
import { listPatentDeadlines } from './patent-deadlines.ts'
import { patentYearOn } from './patent-time-facts.ts'
import type { PatentDeadline, PatentDeadlineNote, PatentTimeFacts } from './patent-time-facts.ts'
import { listPublicDisclosures } from './pre-filing-assessment-urgency.ts'
import { isDualFiling } from './pre-filing-assessment-filing.ts'
import { getForm } from './pre-filing-assessment-facts.ts'
import type { FiledApplication, FilingRecord, OfficeEvent, SecrecyPlan } from './pre-filing-assessment-forms.ts'
import { confidentialityBasis, dualFilingBasis } from './pre-filing-assessment-rules.ts'
import { steps } from './pre-filing-assessment.ts'
import { byDesign } from './refusal.ts'
import type { MatterState } from './state.ts'

/** Added to the codes of the utility model where an invention was filed the same day. */
export const utilityModelSuffix = '-utility-model'

/** IR 9 counts notice and decision from the request, and lets the office extend each by two months. */
const confidentialityMonths = [
  ['confidentiality-notice', 2],
  ['confidentiality-notice-extended', 4],
  ['confidentiality-decision', 4],
  ['confidentiality-decision-extended', 6],
] as const

function factsOf(application: FiledApplication, record: FilingRecord, state: MatterState): PatentTimeFacts {
  const pct = record.foreignFilings.find(({ route }) => route === 'pct')
  const earliest = record.priorities.toSorted((a, b) => (a.filedOn < b.filedOn ? -1 : 1))[0]
  const priority =
    earliest === undefined
      ? undefined
      : { on: earliest.filedOn, kind: earliest.country === 'CN' ? ('domestic' as const) : ('foreign' as const) }
  return {
    type: application.type,
    filedOn: application.filedOn,
    disclosures: listPublicDisclosures(state).filter(({ standing, on }) => standing === 'made' || on <= application.filedOn),
    isSameDayDual: isDualFiling(record),
    ...(application.acceptanceNoticeOn === undefined ? {} : { acceptanceNoticeReceivedOn: application.acceptanceNoticeOn }),
    ...(priority === undefined ? {} : { priority }),
    ...(pct === undefined ? {} : { pct: { priorityOn: earliest?.filedOn ?? application.filedOn, filedOn: pct.filedOn } }),
  }
}

/**
 * Asks for the same deadline with the calendar of the day it is entered. The periods of restoration follow only once the
 * period before them was missed, so they are left out here.
 */
function requestOf(deadline: PatentDeadline, trigger: string, suffix: string): DocketRequest {
  const { code, citations, notes, due } = deadline
  return { code: `${code}${suffix}`, class: deadline.class, from: due.from, rule: due.rule, trigger, citations, notes }
}

function suffixOf(application: FiledApplication, record: FilingRecord): string {
  return isDualFiling(record) && application.type === 'utility-model' ? utilityModelSuffix : ''
}

/** What a Chinese application does not wait for: it enters no national phase of its own country. */
const notAtFiling = new Set(['national-phase', 'national-phase-surcharge', 'pct-priority-restoration', 'term-end'])

function listConfidentialityRequests(record: FilingRecord): DocketRequest[] {
  const { confidentiality } = record
  const pctHere = record.foreignFilings.find(({ route, office }) => route === 'pct' && office === 'CN')
  // A PCT application at the Chinese office counts as the request (实施细则 8).
  const from = confidentiality.is === 'requested' ? confidentiality.on : confidentiality.is === 'not-needed' ? pctHere?.filedOn : undefined
  if (from === undefined) return []
  return confidentialityMonths.map(([code, months]) => ({
    code,
    class: 'statutory',
    from,
    rule: { months },
    trigger: 'confidentiality-requested',
    citations: confidentialityBasis,
    notes: ['office-acts', 'no-clearance-by-silence'],
  }))
}

/** Every deadline that filing starts, to be computed with the calendar of the day (rules of `patent-deadlines`). */
export function listFilingDocket(state: MatterState): DocketRequest[] {
  const record = getForm(state, steps.recordFiling).data
  const patents = record.applications.flatMap((application) =>
    listPatentDeadlines(factsOf(application, record, state), [], [])
      .filter(({ code }) => !notAtFiling.has(code) && !code.endsWith('-restoration'))
      .map((deadline) => requestOf(deadline, 'application-filed', suffixOf(application, record))),
  )
  return [...patents, ...listConfidentialityRequests(record)]
}

/** What each event starts, by the code of the deadline and the fact it is counted from. */
const startedBy: { readonly [event in OfficeEvent['event']]?: { readonly code: string; readonly fact: keyof PatentTimeFacts } } = {
  'entered-examination': { code: 'own-amendments', fact: 'examinationEntryReceivedOn' },
  'rejection-received': { code: 're-examination', fact: 'rejectionReceivedOn' },
  're-examination-decided': { code: 're-examination-court', fact: 'reexaminationDecisionReceivedOn' },
  'grant-notice-received': { code: 'registration', fact: 'grantNoticeReceivedOn' },
}

/** The first annuity after grant; that of the year of grant is paid with registration (专利法实施细则 115). */
function nextAnnuity(application: FiledApplication, grantedOn: PlainDay, suffix: string): DocketRequest {
  const year = patentYearOn(application.filedOn, grantedOn) + 1
  const common = { class: 'statutory', from: application.filedOn, trigger: 'grant-announced', citations: annuityCitations } as const
  return { ...common, code: `annuity-year-${year}${suffix}`, rule: { years: year - 1 } }
}

/**
 * Whether the office may owe days for its own delay: granted more than four years after filing, and three after the request for
 * examination, of which this record knows no day (专利法 42(2)); never of a dual filing (实施细则 78).
 */
function mayBeCompensated({ type, filedOn }: FiledApplication, record: FilingRecord, grantedOn: PlainDay): boolean {
  return type === 'invention' && !isDualFiling(record) && grantedOn > addYears(filedOn, 4)
}

function compensationRequest(grantedOn: PlainDay): DocketRequest {
  const notes = ['only-three-years-after-request'] as const satisfies readonly PatentDeadlineNote[]
  const basis = { trigger: 'grant-announced', citations: [patentLawArticle('42(2)'), patentRulesArticle('77-79')], notes }
  return { code: 'term-compensation', class: 'statutory', from: grantedOn, rule: { months: 3 }, ...basis }
}

/** The term that is counted from filing is not the last word where days may be added: those stand on the register of patents. */
function withCompensation(request: DocketRequest): DocketRequest {
  const note = 'compensation-adds-to-it' satisfies PatentDeadlineNote
  return request.code === 'term-end' ? { ...request, notes: [...(request.notes ?? []), note] } : request
}

function listGrantDocket(application: FiledApplication, record: FilingRecord, event: OfficeEvent, isStatutory: boolean): DocketRequest[] {
  const facts = { type: application.type, filedOn: application.filedOn, grantedOn: event.on, isSameDayDual: isDualFiling(record) }
  const isLate = mayBeCompensated(application, record, event.on)
  const wanted = isStatutory ? ['term-end', 'non-use', 'grant-reward'] : ['term-end', 'non-use']
  const suffix = suffixOf(application, record)
  const started = grantRows
    .filter(({ code }) => wanted.includes(code))
    .flatMap((row) => listRowDeadlines(row, { facts, calendar: [], parameters: [] }))
    .map((deadline) => requestOf(deadline, 'grant-announced', suffix))
    .map((request) => (application.type === 'invention' ? withCompensation(request) : request))
  return [...started, ...(isLate ? [compensationRequest(event.on)] : []), nextAnnuity(application, event.on, suffix)]
}

/** Two months from the office's notice that a right is lost, to ask for it back with a good reason (专利法实施细则 6(2)). */
function restorationRequest(on: PlainDay, suffix: string): DocketRequest {
  const citations = [patentRulesArticle('6(2)-(3)'), patentRulesArticle('6(5)'), patentRulesArticle('116(1)')]
  const notes: readonly PatentDeadlineNote[] = ['good-reason-needed', 'restoration-fee']
  return {
    code: `restoration${suffix}`,
    class: 'statutory',
    from: on,
    rule: { months: 2 },
    trigger: 'loss-notice-received',
    citations,
    notes,
  }
}

/** What an event of the office starts; `isStatutoryReward` where neither agreement nor rule sets the reward. */
export function listEventDocket(state: MatterState, event: OfficeEvent, isStatutoryReward: boolean): DocketRequest[] {
  const record = getForm(state, steps.recordFiling).data
  const application = record.applications.find(({ applicationNumber }) => applicationNumber === event.applicationNumber)
  if (application === undefined) return []
  if (event.event === 'grant-announced') return listGrantDocket(application, record, event, isStatutoryReward)
  if (event.event === 'utility-model-to-be-abandoned') {
    const rule = { months: event.answerMonths ?? 2 }
    return [
      { code: 'utility-model-abandonment', class: 'statutory', from: event.on, rule, trigger: event.event, citations: dualFilingBasis },
    ]
  }
  if (event.event === 'loss-notice-received') return [restorationRequest(event.on, suffixOf(application, record))]
  const started = startedBy[event.event]
  if (started === undefined) return []
  const facts = { ...factsOf(application, record, state), [started.fact]: event.on }
  return listPatentDeadlines(facts, [], [])
    .filter(({ code }) => code === started.code)
    .map((deadline) => requestOf(deadline, event.event, suffixOf(application, record)))
}

/** The day on which the measures of a trade secret are looked at again. */
export function listSecrecyDocket(plan: SecrecyPlan | undefined, decidedOn: PlainDay): DocketRequest[] {
  if (plan === undefined) return []
  const rule = { months: plan.reviewMonths }
  return [{ code: 'secret-review', class: 'service', from: decidedOn, rule, trigger: 'kept-secret', citations: [byDesign] }]
}
