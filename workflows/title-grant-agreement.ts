import { listAgreementDocket } from '#domain/title-grant-docket.ts'
import { getApplication } from '#domain/title-grant-facts.ts'
import { listTaxFlags } from '#domain/title-grant-money.ts'
import { scheduleOf } from '#domain/title-grant-monitoring.ts'
import { steps } from '#domain/title-grant.ts'
import { docket } from './steps/docket.ts'
import { issueDocument } from './steps/document.ts'
import type { MatterRun } from './steps/matter.ts'
import { record } from './steps/service.ts'
import { userTask } from './steps/user-task.ts'
import { signInOrder } from './title-grant-signing.ts'
import type { Team } from './title-grant-team.ts'

/** Legal draws the agreement up, finance looks at a grant for nothing, and everybody signs; whoever refuses sends it back. */
export async function concludeAgreement(m: MatterRun, team: Team): Promise<boolean> {
  for (;;) {
    const signedOn = await draftAndSign(m, team)
    if (signedOn !== undefined) {
      const schedule = scheduleOf(m.state, signedOn)
      await record(m, steps.conclude, schedule.mode, schedule)
      await docket(m, steps.docketAgreement, listAgreementDocket(m.state))
      return true
    }
    const next = await userTask(m, steps.agreementRefused)
    if (next.outcome === 'given-up') return false
  }
}

async function draftAndSign(m: MatterRun, team: Team) {
  const { mode, form } = getApplication(m.state)
  const drafted = await userTask(m, steps.draftTerms, { given: { mode } })
  if (drafted.outcome === 'for-nothing') {
    await userTask(m, steps.taxReview, { given: { flags: listTaxFlags(mode, form.considerationFen) } })
  }
  const paper = await issueDocument(m, steps.agreement, 'title-grant/agreement')
  return signInOrder(m, team, paper)
}
