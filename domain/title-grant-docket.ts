import type { DocketRequest } from './complete-facts.ts'
import { addDays, daysBetween, type PlainDay } from './day.ts'
import { byDesign, type Citation } from './refusal.ts'
import type { MatterState } from './state.ts'
import { getGround } from './title-grant-facts.ts'
import { onRegistration, pilotNotice, pilotReport } from './title-grant-law.ts'
import { getSchedule } from './title-grant-monitoring.ts'

/** The days that an agreement in force starts, counted from its last signature. */
export function listAgreementDocket(state: MatterState): DocketRequest[] {
  const { mode, signedOn, firstReportOn, recoveryOn, endsOn } = getSchedule(state)
  const { recordChangeDays, extensionNoticeDays } = getGround(state)
  const at = (code: string, on: PlainDay, citations: readonly Citation[], metBy: readonly string[] = []): DocketRequest => ({
    code,
    class: 'contractual',
    from: signedOn,
    // Days that the agreement names stay where they are, holiday or not.
    rule: { days: Math.max(0, daysBetween(signedOn, on)), lastDay: 'keep' },
    trigger: 'agreement-signed',
    citations,
    metBy,
  })
  const own =
    mode === 'ownership'
      ? [at('record-change', addDays(signedOn, recordChangeDays), [byDesign, onRegistration], ['file-change'])]
      : [at('extension-notice', addDays(endsOn, -extensionNoticeDays), [byDesign, pilotNotice], ['extension-request'])]
  return [
    ...own,
    at('first-report', firstReportOn, [byDesign, pilotNotice], ['annual-report']),
    at('recovery-review', recoveryOn, [byDesign], ['recovery-review']),
    at('grant-end', endsOn, [mode === 'use-right' ? pilotReport : onRegistration]),
  ]
}
