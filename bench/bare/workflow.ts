import { allHandlersFinished, condition, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow'
import type { BareActivities } from './activities.ts'

const { writeRow } = proxyLocalActivities<BareActivities>({ startToCloseTimeout: '5s', localRetryThreshold: '10s' })

const complete = defineUpdate<number, [score: number]>('complete')

/** The same shape with nothing around it: three steps done by a person, one by software, one row each, no rules, no rights. */
export async function bareTrial(matter: string): Promise<void> {
  const scores: number[] = []
  setHandler(complete, async (score) => {
    await writeRow({ matter, step: scores.length + 1, score })
    return scores.push(score)
  })
  await condition(() => scores.length === 3)
  await writeRow({ matter, step: 4, score: scores.reduce((sum, score) => sum + score, 0) })
  await condition(allHandlersFinished)
}
