import { steps } from '#domain/disclosure.ts'
import { readDisclosurePolicy } from '#domain/disclosure-policy.ts'
import { isSecretStub } from '#domain/disclosure-state.ts'
import { handedOver, secrecyBasis } from '#domain/secret-report.ts'
import type { MatterEnd } from './messages.ts'
import { issueDocument } from './steps/document.ts'
import { eraseContent } from './steps/erase.ts'
import type { MatterRun } from './steps/matter.ts'
import { userTask } from './steps/user-task.ts'

/** The secrecy office's opinion, and in doubt the ruling of the competent administration; cleared results get the opinion on paper. */
export async function screenSecrecy(m: MatterRun): Promise<'cleared' | 'state-secret'> {
  const screen = await userTask(m, steps.secrecyScreen)
  const outcome = screen.outcome === 'doubtful' ? (await userTask(m, steps.secrecyRuling)).outcome : screen.outcome
  if (outcome === 'state-secret') return 'state-secret'

  await issueDocument(m, steps.secrecyOpinion, 'disclosure/secrecy-opinion')
  return 'cleared'
}

/**
 * Ends a matter whose content may not be here (保守国家秘密法 31(iii), 47). A stub never held any and is answered with a
 * paper; whatever was held is erased, and only the contact stays.
 */
export async function handToSecrecyOffice(m: MatterRun): Promise<MatterEnd> {
  const contact = readDisclosurePolicy(m.policy).secrecyContact
  if (!isSecretStub(m.state.data)) return eraseContent(m, secrecyBasis, contact)
  await issueDocument(m, steps.handoverNotice, 'disclosure/secret-handover')
  return { outcome: handedOver, reason: contact }
}
