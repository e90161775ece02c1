import { costOf } from '#domain/pre-filing-assessment-decision.ts'
import { listFilingDocket, listSecrecyDocket } from '#domain/pre-filing-assessment-docket.ts'
import { readOpening } from '#domain/pre-filing-assessment-facts.ts'
import { steps } from '#domain/pre-filing-assessment.ts'
import type { MatterEnd } from './messages.ts'
import type { Decided } from './pre-filing-assessment-decision.ts'
import type { Evidence } from './pre-filing-assessment-evidence.ts'
import { watchFiling } from './pre-filing-assessment-watch.ts'
import { approveByMatrix } from './steps/approval.ts'
import { docket } from './steps/docket.ts'
import { issueDocument } from './steps/document.ts'
import type { MatterRun } from './steps/matter.ts'
import { userTask } from './steps/user-task.ts'

/** Approval by cost, co-owners' consent, the filing itself and its deadlines, then the watch until the office is done. */
export async function fileAndWatch(
  m: MatterRun,
  decided: Decided,
  { estimate }: Evidence,
): Promise<MatterEnd | 'decide-again' | 'refused'> {
  const amount = costOf(decided.outcome, estimate)
  const approval = await approveByMatrix(m, steps.approveFiling, {
    amount,
    given: { decision: decided.outcome, reasons: decided.data.reasons },
  })
  if (approval.outcome === 'returned') return 'decide-again'
  if (approval.outcome === 'refused') return 'refused'
  await issueDocument(m, steps.filingForm, 'pre-filing-assessment/filing-form')
  if (!(await doCoOwnersConsent(m))) return 'decide-again'
  const filed = await userTask(m, steps.recordFiling, { given: { decision: decided.outcome } })
  await docket(m, steps.docketFiling, listFilingDocket(m.state))
  return watchFiling(m, filed.data)
}

/** A co-owner who objects blocks the filing, and silence is no consent (民法典 860(3); 专利法 14(2)). */
async function doCoOwnersConsent(m: MatterRun): Promise<boolean> {
  const coOwners = readOpening(m.state).coOwners ?? []
  if (coOwners.length === 0) return true
  const { outcome } = await userTask(m, steps.filingConsents, { given: { coOwners: coOwners.map(({ name }) => name) } })
  return outcome === 'consented'
}

/** The decision to keep the result secret, and the day on which the measures are looked at again. */
export async function keepSecret(m: MatterRun, decided: Decided): Promise<MatterEnd> {
  await issueDocument(m, steps.secrecyDecision, 'pre-filing-assessment/secrecy-decision')
  await docket(m, steps.docketSecrecy, listSecrecyDocket(decided.data.secrecy, decided.on))
  return { outcome: 'kept-secret' }
}

/** The decision to publish, after its secrecy review. */
export async function publishResult(m: MatterRun): Promise<MatterEnd> {
  await issueDocument(m, steps.publicationDecision, 'pre-filing-assessment/publication-decision')
  return { outcome: 'published' }
}
