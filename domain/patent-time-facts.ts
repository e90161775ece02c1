import type { Calendar } from './calendar.ts'
import { addYears, plainDay } from './day.ts'
import type { PlainDay } from './day.ts'
import type { DeadlineClass, Due } from './deadline.ts'
import type { ParameterRow } from './parameter.ts'
import type { PatentType } from './patent-type.ts'
import type { Citation } from './refusal.ts'

/** How a result became public or will; the last four are the cases of 专利法 24, the others destroy novelty. */
export type DisclosureKind =
  | 'paper'
  | 'thesis'
  | 'conference'
  | 'exhibition'
  | 'use-or-sale'
  | 'other'
  | 'state-emergency'
  | 'recognised-exhibition'
  | 'prescribed-meeting'
  | 'without-consent'

/** One disclosure of the invention, made or planned; `learnedOn` is when the applicant learned of one without his consent. */
export type Disclosure = { readonly kind: DisclosureKind; readonly on: PlainDay; readonly learnedOn?: PlainDay }

/** A period that was missed, with what starts the time to ask for restoration. */
export type MissedPeriod = {
  /** The code of the missed deadline. */
  readonly missed: string
  /** When the office's notice that the right is lost was received. */
  readonly noticeReceivedOn?: PlainDay
  /** Force majeure: when the obstacle ended. */
  readonly obstacleEndedOn?: PlainDay
  /** When the missed period had expired: for force majeure, and for a missed request for re-examination. */
  readonly periodEndedOn?: PlainDay
}

/** What is known of an application or patent in time. A deadline appears as soon as what starts it is known. */
export type PatentTimeFacts = {
  readonly type: PatentType
  /** First filing abroad, while nothing has been filed in China. */
  readonly firstFiledAbroadOn?: PlainDay
  /** The actual filing day in China; what 专利法 28 and 42 and the whole of 实施细则 mean by 申请日. */
  readonly filedOn?: PlainDay
  /** The earliest priority this application claims. */
  readonly priority?: { readonly on: PlainDay; readonly kind: 'foreign' | 'domestic' }
  readonly isDivisional?: boolean
  /** Filed the same day as a utility model on the same invention (专利法 9; 实施细则 47). */
  readonly isSameDayDual?: boolean
  readonly disclosures?: readonly Disclosure[]
  readonly acceptanceNoticeReceivedOn?: PlainDay
  readonly confidentialityRequestedOn?: PlainDay
  /** An international application that is to enter, or has entered, China. */
  readonly pct?: { readonly priorityOn: PlainDay; readonly filedOn?: PlainDay; readonly enteredOn?: PlainDay }
  readonly publishedOn?: PlainDay
  readonly examinationRequestedOn?: PlainDay
  readonly examinationEntryReceivedOn?: PlainDay
  readonly rejectionReceivedOn?: PlainDay
  readonly reexaminationDecisionReceivedOn?: PlainDay
  readonly grantNoticeReceivedOn?: PlainDay
  /** The day the grant was announced. */
  readonly grantedOn?: PlainDay
  /** When the evaluation report was asked for; with registration it runs from the announcement. */
  readonly evaluationRequested?: { readonly at: 'registration' } | { readonly at: 'later'; readonly on: PlainDay }
  /** The last patent year whose annuity is paid. */
  readonly annuitiesPaidThrough?: number
  /** Marketing approval in China of a new drug that the patent covers. */
  readonly marketingApprovedOn?: PlainDay
  readonly missedPeriods?: readonly MissedPeriod[]
}

/** What a reader must know beside the day; the words stand in `domain/words`. */
export type PatentDeadlineNote =
  | 'office-acts'
  | 'not-restorable'
  | 'not-extended-by-holidays'
  | 'confidentiality-examination-first'
  | 'earlier-application-deemed-withdrawn'
  | 'good-reason-needed'
  | 'restorable-for-force-majeure-only'
  | 'surcharge'
  | 'per-country'
  | 'no-clearance-by-silence'
  | 'earlier-on-request'
  | 'fee-in-the-same-period'
  | 'priority-fee-with-it'
  | 'also-with-examination-request'
  | 'annuity-of-grant-year-with-it'
  | 'declared-at-filing'
  | 'proof-when-asked'
  | 'lapses-back-to-due-day'
  | 'at-most-five-years'
  | 'at-most-fourteen-years-after-approval'
  | 'only-without-rule-or-agreement'
  | 'compulsory-licence-possible-from-then'
  | 'restoration-fee'
  | 'later-of-two'
  | 'only-three-years-after-request'
  | 'compensation-adds-to-it'
  | 'earlier-of-two'

/** The codes of patent deadlines that are always the same; annuities and restorations carry a year or a code in theirs. */
export const fixedPatentDeadlineCodes = [
  'grace-filing',
  'grace-proof',
  'grace-unconsented-proof',
  'foreign-priority',
  'foreign-priority-restoration',
  'domestic-priority',
  'domestic-priority-restoration',
  'filing-abroad',
  'pct-filing',
  'pct-filing-restoration',
  'priority-claim-correction',
  'priority-copy',
  'national-phase',
  'national-phase-surcharge',
  'national-phase-abroad',
  'pct-priority-restoration',
  'confidentiality-notice',
  'confidentiality-notice-extended',
  'confidentiality-decision',
  'confidentiality-decision-extended',
  'filing-fee',
  'publication',
  'substantive-examination',
  'own-amendments',
  're-examination',
  're-examination-restoration',
  're-examination-court',
  'registration',
  'evaluation-report',
  'term-end',
  'term-compensation',
  'drug-term-compensation',
  'grant-reward',
  'non-use',
] as const

export type PatentDeadlineCode =
  | (typeof fixedPatentDeadlineCodes)[number]
  | `annuity-year-${number}`
  | `annuity-year-${number}-late-month-${number}`
  | `restoration-of-${string}`
  | `force-majeure-restoration-of-${string}`

/** One entry of the docket: the day that binds, its proof, what it rests on. */
export type PatentDeadline = {
  readonly code: PatentDeadlineCode
  readonly on: PlainDay
  readonly class: DeadlineClass
  readonly due: Due
  readonly citations: readonly Citation[]
  readonly notes: readonly PatentDeadlineNote[]
  /** For months of late payment: the surcharge in basis points of the full annuity. */
  readonly surchargeBp?: number
}

/** What every deadline is computed from. */
export type PatentTimes = { readonly facts: PatentTimeFacts; readonly calendar: Calendar; readonly parameters: readonly ParameterRow[] }

/** What 专利法 calls 申请日 outside its articles 28 and 42: the priority day where priority is claimed (实施细则 12). */
export function findLegalFilingDay(facts: PatentTimeFacts): PlainDay | undefined {
  return facts.priority?.on ?? facts.filedOn
}

/** Years the right lasts from actual filing (专利法 42(1)); designs filed before 2021-06-01 have ten. */
export function termYears(type: PatentType, filedOn: PlainDay): number {
  if (type === 'invention') return 20
  if (type === 'utility-model') return 10
  return filedOn < plainDay('2021-06-01') ? 10 : 15
}

/** The patent year in which `day` falls; year 1 begins on the filing day. */
export function patentYearOn(filedOn: PlainDay, day: PlainDay): number {
  let year = 1
  while (addYears(filedOn, year) <= day) year += 1
  return year
}
