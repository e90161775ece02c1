import { listInventorIds } from '#domain/pre-filing-assessment-facts.ts'
import { steps } from '#domain/pre-filing-assessment.ts'
import { unreachable } from '#domain/unreachable.ts'
import type { MatterEnd } from './messages.ts'
import type { Decided } from './pre-filing-assessment-decision.ts'
import { offerHandOver } from './pre-filing-assessment-hand-over.ts'
import { committee } from './steps/committee.ts'
import { issueDocument } from './steps/document.ts'
import type { MatterRun } from './steps/matter.ts'
import { userTaskOrSilence } from './steps/silence.ts'
import { userTask } from './steps/user-task.ts'

/** The inventors are told why, and may accept, reply or appeal; when it stands, the right to apply is offered to them. */
export async function refuseToFile(m: MatterRun, decided: Decided): Promise<MatterEnd | 'decide-again'> {
  await issueDocument(m, steps.refusalNotice, 'pre-filing-assessment/refusal-notice')
  const answer = await userTaskOrSilence(m, steps.reply, {
    people: listInventorIds(m.state),
    given: { decision: decided.outcome, reasons: decided.data.reasons },
    silence: { outcome: 'accept', data: {} },
  })
  switch (answer.outcome) {
    case 'accept':
      break
    case 'reply':
      return 'decide-again'
    case 'appeal':
      if (await isAppealUpheld(m, answer.data.grounds ?? [])) return 'decide-again'
      break
    default:
      return unreachable(answer.outcome)
  }
  return offerHandOver(m, decided)
}

/** The committee hears the appeal; without a quorum the office convenes it again. */
async function isAppealUpheld(m: MatterRun, grounds: readonly string[]): Promise<boolean> {
  const minutes = { step: steps.appealMinutes, template: 'pre-filing-assessment/appeal-minutes' }
  for (;;) {
    const { data } = await userTask(m, steps.conveneAppeal, { given: { grounds } })
    const { outcome } = await committee(m, { vote: steps.appealVote, minutes }, { members: data.members, question: { grounds } })
    if (outcome !== 'no-quorum') return outcome === 'carried'
  }
}
