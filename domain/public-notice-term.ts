import type { PlainDay } from './day.ts'
import type { DueRule } from './deadline.ts'
import { findParameter, type ParameterRow } from './parameter.ts'
import type { NoticeKind } from './public-notice-content.ts'
import { listNoticeBasis, noticeRules } from './public-notice-rules.ts'
import { byDesign, refuse, type Citation, type Refusal } from './refusal.ts'

/** How long a notice stands: the rule counted from the day of posting, and what it rests on. */
export type NoticeTerm = {
  readonly rule: DueRule
  /** Fewest days by law; absent where no text fixes a length. */
  readonly leastByLaw?: number
  readonly citations: readonly Citation[]
}

/** The dated parameter of each kind that has a length of its own, and its unit. */
const lengths: { readonly [kind in NoticeKind]: { readonly parameter?: string; readonly unit: 'days' | 'workingDays' } } = {
  PRICE: { parameter: 'NOTICE_PRICE_DAYS', unit: 'days' },
  GRANT: { parameter: 'NOTICE_GRANT_DAYS', unit: 'days' },
  // 日 are calendar days; only the notice of cash awards counts 工作日.
  CASH_TAX: { parameter: 'NOTICE_CASH_WD', unit: 'workingDays' },
  LEADER: { unit: 'days' },
  AWARD: { parameter: 'NOTICE_AWARD_DAYS', unit: 'days' },
  RELATED: { unit: 'days' },
}

/** The unit in which a kind is counted. */
export function unitOf(kind: NoticeKind): 'days' | 'workingDays' {
  return lengths[kind].unit
}

export type TermQuestion = {
  readonly kind: NoticeKind
  /** The day of posting: the parameter in force on it counts. */
  readonly on: PlainDay
  readonly province?: string
  readonly parameters: readonly ParameterRow[]
  /** Days by the unit's own rule. */
  readonly unitDays: number
  /** Days the parent wants. */
  readonly minDays?: number
}

function findLeast({ kind, on, province, parameters }: Omit<TermQuestion, 'unitDays'>): ParameterRow | undefined {
  const { parameter } = lengths[kind]
  return parameter === undefined ? undefined : findParameter(parameters, parameter, on, province)
}

/**
 * The term of a notice posted on `on`: the longest of the law's least, the unit's own and what the parent wants. Where no text
 * fixes a length (LEADER, RELATED, AWARD outside Zhejiang) the unit's rule alone counts.
 */
export function computeNoticeTerm(question: TermQuestion): NoticeTerm {
  const { kind, province, unitDays, minDays } = question
  const row = findLeast(question)
  const least = row === undefined ? undefined : Number(row.value)
  const count = Math.max(least ?? 0, unitDays, minDays ?? 0)
  const own = count === least ? [] : [byDesign]
  return {
    rule: unitOf(kind) === 'days' ? { days: count } : { workingDays: count },
    ...(least === undefined ? {} : { leastByLaw: least }),
    citations: [...(row?.citations ?? listNoticeBasis(kind, province)), ...own],
  }
}

/** Whether the days wanted are fewer than the law's least. */
export function checkWantedDays(question: Omit<TermQuestion, 'unitDays'>): Refusal[] {
  const row = findLeast(question)
  const { minDays } = question
  if (row === undefined || minDays === undefined || minDays >= Number(row.value)) return []
  return [refuse({ ...noticeRules.tooShort, citations: row.citations }, { wanted: minDays, least: Number(row.value) }, '/minDays')]
}
