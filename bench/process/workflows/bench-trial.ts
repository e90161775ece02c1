import type { MatterEnd, MatterInput } from '#workflows/messages.ts'
import { issueDocument } from '#workflows/steps/document.ts'
import { runMatter, type MatterRun } from '#workflows/steps/matter.ts'
import { record } from '#workflows/steps/service.ts'
import { userTask } from '#workflows/steps/user-task.ts'
import { definition, steps } from '../domain/bench-trial.ts'

/** The process that is measured. */
export async function benchTrial(input: MatterInput): Promise<MatterEnd> {
  return runMatter(definition, input, story)
}

async function story(m: MatterRun): Promise<MatterEnd> {
  const papers = Number(m.state.data['papers'])
  for (let count = 0; count < papers; count += 1) await issueDocument(m, steps.report, 'bench-trial/report')
  if (papers > 0) return { outcome: 'done' }

  const first = await userTask(m, steps.first)
  const second = await userTask(m, steps.second)
  const third = await userTask(m, steps.third)
  await record(m, steps.finding, 'found', { score: first.data.score + second.data.score + third.data.score })
  return { outcome: 'done' }
}
