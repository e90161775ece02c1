import { steps } from '#domain/disclosure.ts'
import { openingOfAssessment } from '#domain/disclosure-assessment.ts'
import { findOwnership } from '#domain/disclosure-ownership.ts'
import { readDisclosurePolicy } from '#domain/disclosure-policy.ts'
import { getDisclosure } from '#domain/disclosure-state.ts'
import { findResult } from '#domain/state.ts'
import { issueDocument } from './steps/document.ts'
import type { MatterRun } from './steps/matter.ts'
import { openMatter } from './steps/open-matter.ts'
import { record } from './steps/service.ts'
import { userTask } from './steps/user-task.ts'

/** The rules propose, legal decides; a dispute is heard first. Answers who holds the result when the university does not. */
export async function settleOwnership(m: MatterRun): Promise<'university' | 'inventors' | 'others'> {
  const proposal = findOwnership(getDisclosure(m.state), readDisclosurePolicy(m.policy).ownership)
  await record(m, steps.ownershipProposal, proposal.kind, { ...proposal })

  let decision = await userTask(m, steps.ownershipFinding, { given: { proposal } })
  while (decision.outcome === 'disputed') {
    await hearDispute(m)
    decision = await userTask(m, steps.ownershipFinding, { given: { proposal } })
  }
  await issueDocument(m, steps.ownershipPaper, 'disclosure/ownership-finding')

  const { owners } = decision.data
  if (owners.some((one) => one.who === 'university')) return 'university'
  if (!owners.some((one) => one.who === 'inventors')) return 'others'
  await issueDocument(m, steps.releaseLetter, 'disclosure/release-letter')
  return 'inventors'
}

/** Waits for the dispute to end; legal may let a filing go ahead meanwhile, so that the day is not lost. */
async function hearDispute(m: MatterRun): Promise<void> {
  for (;;) {
    const report = await userTask(m, steps.ownershipDispute)
    if (report.outcome === 'resolved') return
    if (findResult(m.state, steps.protectFilingDate.name) !== undefined) continue
    await openMatter(m, steps.protectFilingDate, { process: 'pre-filing-assessment', data: { ...openingOfAssessment(m.state) } })
  }
}
