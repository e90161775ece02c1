import type { ServiceStep } from '#domain/definition.ts'
import type { JsonObject } from '#domain/json.ts'
import type { MatterId } from '#domain/state.ts'
import { Interrupted, type MatterRun } from './matter.ts'

/** Opens the next matter under an id that follows from this one and the step, so that it is opened once. */
export async function openMatter(
  m: MatterRun,
  step: ServiceStep,
  next: { readonly process: string; readonly data: JsonObject },
): Promise<{ readonly id: MatterId; readonly number: string }> {
  if (m.isInterrupted()) throw new Interrupted()
  const id = m.visit(step.name)
  if (m.state.results[id] === undefined) {
    const { id: parent, institution, department, openedBy } = m.seed
    const opened = await m.world.services.openMatter({
      institution,
      parent,
      step: id,
      openedBy,
      ...(department === undefined ? {} : { department }),
      ...next,
    })
    await m.append('StepDone', { step: id, outcome: 'opened', data: { matter: opened.id, number: opened.number } }, `${id}/done`)
  }
  const data = m.state.results[id]?.data
  if (data === undefined) throw new Interrupted()
  return { id: String(data['matter']) as MatterId, number: String(data['number']) }
}
