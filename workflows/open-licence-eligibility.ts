import { readOpening, getSnapshot, listAsked } from '#domain/open-licence-facts.ts'
import type { EligibilityRecord } from '#domain/open-licence-forms.ts'
import type { JsonObject } from '#domain/json.ts'
import { steps } from '#domain/open-licence.ts'
import { issueDocument } from './steps/document.ts'
import type { MatterRun } from './steps/matter.ts'
import { callService } from './steps/service.ts'
import { everybodyOrSilence } from './steps/silence.ts'
import { userTask } from './steps/user-task.ts'

/** Asks the register about every bar at once; what is barred is cured and asked again, or the declaration is given up. */
export async function untilEligible(m: MatterRun): Promise<'eligible' | 'given-up'> {
  for (;;) {
    const { data } = await callService(m, steps.eligibility, 'examinePatent', { patent: readOpening(m.state).patent, consented: [] })
    await issueDocument(m, steps.eligibilityReport, 'open-licence/eligibility-report')
    const { conclusion, findings } = data as unknown as EligibilityRecord
    if (conclusion === 'eligible') return 'eligible'
    const open = findings.filter(({ standing }) => standing !== 'clear')
    const { outcome } = await userTask(m, steps.cure, { given: { conclusion, findings: open } as unknown as JsonObject })
    if (outcome === 'given-up') return 'given-up'
  }
}

/** The inventors are heard; who says nothing within his days has noted it. They decide nothing. */
export async function consultInventors(m: MatterRun): Promise<void> {
  const { reasons, patent } = readOpening(m.state)
  const silence = { outcome: 'noted', data: {} } as const
  await everybodyOrSilence(m, steps.advise, getSnapshot(m.state).inventors, { given: { patent, reasons }, silence })
}

/** Every co-owner and pledgee in writing; silence is no consent (专利法 14(2); 实施细则 86(iv)). */
export async function gatherConsents(m: MatterRun): Promise<'consented' | 'withheld'> {
  const { coOwners, pledgees } = listAsked(m.state)
  if (coOwners.length > 0) await issueDocument(m, steps.consentForms, 'open-licence/patentee-consent')
  if (pledgees.length > 0) await issueDocument(m, steps.pledgeeForms, 'open-licence/pledgee-consent')
  if (coOwners.length + pledgees.length === 0) return 'consented'
  const { outcome } = await userTask(m, steps.consents, { given: { coOwners, pledgees, patent: readOpening(m.state).patent } })
  return outcome
}
