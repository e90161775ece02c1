import { steps } from '#domain/disclosure.ts'
import { needsAssessment, openingOfAssessment } from '#domain/disclosure-assessment.ts'
import { listDocketEntries } from '#domain/disclosure-docket.ts'
import { readDisclosurePolicy } from '#domain/disclosure-policy.ts'
import { getDisclosure } from '#domain/disclosure-state.ts'
import { findResult } from '#domain/state.ts'
import { docket } from './steps/docket.ts'
import { issueDocument } from './steps/document.ts'
import type { MatterRun } from './steps/matter.ts'
import { openMatter } from './steps/open-matter.ts'

/** Papers, deadlines, and the assessment where a patent is in view and none was opened during a dispute. */
export async function docketAndGoOn(m: MatterRun): Promise<void> {
  await issueDocument(m, steps.disclosurePaper, 'disclosure/disclosure-form')
  await issueDocument(m, steps.contributionPaper, 'disclosure/contribution-confirmation')

  const report = getDisclosure(m.state)
  const { province, idleMonths, idleWarnMonths } = readDisclosurePolicy(m.policy)
  await docket(
    m,
    steps.docketResult,
    listDocketEntries(report, { province, registeredOn: m.today(), officeMonths: idleMonths, warnMonths: idleWarnMonths }),
  )

  if (!needsAssessment(report) || findResult(m.state, steps.protectFilingDate.name) !== undefined) return
  await openMatter(m, steps.openAssessment, { process: 'pre-filing-assessment', data: { ...openingOfAssessment(m.state) } })
}
