import { definition, findMailOfObjector, isLate, readObjection, steps } from '#domain/notice-objection.ts'
import type { MatterEnd, MatterInput } from './messages.ts'
import { issueDocument } from './steps/document.ts'
import { runMatter, type MatterRun } from './steps/matter.ts'
import { callService } from './steps/service.ts'
import { userTask } from './steps/user-task.ts'

/** 公示异议: acknowledged, then decided; one that came late goes to legal and holds nothing up. */
export async function noticeObjection(input: MatterInput): Promise<MatterEnd> {
  return runMatter(definition, input, story)
}

async function story(m: MatterRun): Promise<MatterEnd> {
  await userTask(m, steps.acknowledge)
  await issueDocument(m, steps.receipt, 'notice-objection/receipt')
  const outcome = isLate(readObjection(m.state)) ? await reviewLate(m) : await decide(m)
  const { id } = await issueDocument(m, steps.decision, 'notice-objection/decision')
  // Who left another address is written to by the office.
  if (findMailOfObjector(readObjection(m.state)) !== undefined) await callService(m, steps.served, 'mailDecision', { paper: id })
  return { outcome }
}

async function reviewLate(m: MatterRun): Promise<'dismissed' | 'upheld'> {
  return (await userTask(m, steps.reviewLate)).outcome
}

/** Decided within the days of the policy, which may be extended once. */
async function decide(m: MatterRun): Promise<'dismissed' | 'upheld'> {
  for (;;) {
    const { outcome } = await userTask(m, steps.decide)
    if (outcome !== 'extended') return outcome
  }
}
