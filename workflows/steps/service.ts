import type { Activities } from '#activities/registry.gen.ts'
import type { ServiceStep } from '#domain/definition.ts'
import type { ServiceCall } from '#activities/service-call.ts'
import type { JsonObject } from '#domain/json.ts'
import type { Result, TaskId } from '#domain/state.ts'
import { Interrupted, type MatterRun } from './matter.ts'

/** Records a finding of the domain as the outcome of a step; found once, remembered ever after. */
export async function record(m: MatterRun, step: ServiceStep, outcome: string, data: JsonObject): Promise<Result> {
  return remember(m, step, async () => ({ outcome, data }))
}

/** An outside deed, done by the activity `name` and then recorded with its answer. */
export async function callService(m: MatterRun, step: ServiceStep, name: ServiceName, input: JsonObject): Promise<Result> {
  return remember(m, step, async (id) => {
    const { id: matter, institution } = m.seed
    const data = await m.world.services[name]({ institution, matter, step: id, today: m.today(), input })
    return { outcome: 'done', data }
  })
}

/** Activities of the common shape: they are told the matter and the step, and answer with facts. */
export type ServiceName = {
  [Name in keyof Activities]: Activities[Name] extends (call: ServiceCall) => Promise<JsonObject> ? Name : never
}[keyof Activities]

async function remember(
  m: MatterRun,
  step: ServiceStep,
  work: (id: TaskId) => Promise<{ outcome: string; data: JsonObject }>,
): Promise<Result> {
  if (m.isInterrupted()) throw new Interrupted()
  const id = m.visit(step.name)
  if (m.state.results[id] === undefined) {
    const { outcome, data } = await work(id)
    await m.append('StepDone', { step: id, outcome, data }, `${id}/done`)
  }
  const result = m.state.results[id]
  if (result === undefined) throw new Interrupted()
  return result
}
