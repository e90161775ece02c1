import type { PlainDay } from './day.ts'
import type { Json } from './json.ts'
import { getParameter } from './parameter.ts'
import type { ParameterRow } from './parameter.ts'
import { patentLawArticle, patentRulesArticle } from './patent-citations.ts'
import { listRowDeadlines } from './patent-deadline-row.ts'
import type { PatentDeadline, PatentTimes } from './patent-time-facts.ts'

/** Months from the request within which the office acts, and by which it may extend. */
type ExaminationMonths = { readonly months: number; readonly extension: number }

function parseMonths(value: Json | undefined): ExaminationMonths | undefined {
  if (typeof value !== 'object' || value === null || !('months' in value) || !('extension' in value)) return undefined
  const { months, extension } = value
  return typeof months === 'number' && typeof extension === 'number' ? { months, extension } : undefined
}

function getExaminationMonths(
  parameters: readonly ParameterRow[],
  on: PlainDay,
): { readonly notice: ExaminationMonths; readonly decision: ExaminationMonths } {
  const { value } = getParameter(parameters, 'CONF_EXAM_MONTHS', on)
  const parts = typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as { readonly [key: string]: Json }) : {}
  const notice = parseMonths(parts['notice'])
  const decision = parseMonths(parts['decision'])
  if (notice === undefined || decision === undefined) throw new Error(`Parameter CONF_EXAM_MONTHS is not as expected on ${on}`)
  return { notice, decision }
}

/**
 * When the office answers a request for confidentiality examination (专利法 19; 实施细则 8–9): notice and decision both run from
 * the request. Silence clears nothing: before the decision nothing is filed abroad. Designs are not concerned.
 */
export function listConfidentialityDeadlines(times: PatentTimes): PatentDeadline[] {
  const { confidentialityRequestedOn: from, type } = times.facts
  if (from === undefined || type === 'design') return []
  const { notice, decision } = getExaminationMonths(times.parameters, from)
  const steps = [
    ['confidentiality-notice', notice.months],
    ['confidentiality-notice-extended', notice.months + notice.extension],
    ['confidentiality-decision', decision.months],
    ['confidentiality-decision-extended', decision.months + decision.extension],
  ] as const
  const citations = [patentLawArticle('19'), patentRulesArticle('8-9')]
  return steps.flatMap(([code, months]) =>
    listRowDeadlines(
      { code, counts: () => [{ rule: { months }, from }], citations, notes: ['office-acts', 'no-clearance-by-silence'] },
      times,
    ),
  )
}
