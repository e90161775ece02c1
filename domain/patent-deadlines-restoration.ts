import type { PlainDay } from './day.ts'
import { getNumberParameter } from './parameter.ts'
import { patentRulesArticle } from './patent-citations.ts'
import { listRowDeadlines } from './patent-deadline-row.ts'
import type { DeadlineRow } from './patent-deadline-row.ts'
import type { MissedPeriod, PatentDeadline, PatentDeadlineCode, PatentTimes } from './patent-time-facts.ts'

/**
 * Periods that 专利法 24, 29 and 42 set: nothing restores them under 实施细则 6(5). A priority period has a restoration of its
 * own (实施细则 36, 128), which is listed with it; filings abroad follow the law there.
 */
const notRestorable: readonly PatentDeadlineCode[] = [
  'grace-filing',
  'foreign-priority',
  'domestic-priority',
  'filing-abroad',
  'pct-filing',
  'national-phase-abroad',
  'term-end',
]

/** Periods that force majeure alone restores (实施细则 122). */
const forceMajeureOnly: readonly PatentDeadlineCode[] = ['national-phase', 'national-phase-surcharge']

/** Whether a right lost by missing the deadline `code` may be restored, and on which ground. */
export function restorationGrounds(code: string): readonly ('good-reason' | 'force-majeure')[] {
  if (notRestorable.some((barred) => barred === code)) return []
  return forceMajeureOnly.some((only) => only === code) ? ['force-majeure'] : ['good-reason', 'force-majeure']
}

function restorationMonths({ parameters }: PatentTimes, on: PlainDay | undefined): number {
  return on === undefined ? 0 : getNumberParameter(parameters, 'RESTORE_MONTHS', on)
}

function restorationRows(period: MissedPeriod, times: PatentTimes): DeadlineRow[] {
  const grounds = restorationGrounds(period.missed)
  const { noticeReceivedOn, obstacleEndedOn, periodEndedOn } = period
  // For a missed request for re-examination alone the two months run from the end of its period (实施细则 6(2)).
  const goodReasonFrom = period.missed === 're-examination' ? periodEndedOn : noticeReceivedOn
  const goodReason: DeadlineRow = {
    code: `restoration-of-${period.missed}`,
    counts: () => [{ rule: { months: restorationMonths(times, goodReasonFrom) }, from: goodReasonFrom }],
    citations: [patentRulesArticle('6(2)-(3)'), patentRulesArticle('116(1)')],
    notes: ['good-reason-needed', 'restoration-fee'],
  }
  const forceMajeure: DeadlineRow = {
    code: `force-majeure-restoration-of-${period.missed}`,
    counts: () =>
      obstacleEndedOn === undefined
        ? []
        : [
            { rule: { months: restorationMonths(times, obstacleEndedOn) }, from: obstacleEndedOn },
            { rule: { years: 2 }, from: periodEndedOn },
          ],
    binds: 'earlier',
    citations: [patentRulesArticle('6(1)')],
    notes: ['earlier-of-two'],
  }
  return [...(grounds.includes('good-reason') ? [goodReason] : []), ...(grounds.includes('force-majeure') ? [forceMajeure] : [])]
}

/** Until when the rights lost by the missed periods may be asked back (专利法实施细则 6). */
export function listRestorationDeadlines(times: PatentTimes): PatentDeadline[] {
  return (times.facts.missedPeriods ?? []).flatMap((period) =>
    restorationRows(period, times).flatMap((row) => listRowDeadlines(row, times)),
  )
}
