import type { DocketRequest } from '#domain/complete-facts.ts'
import type { ServiceStep } from '#domain/definition.ts'
import { Interrupted, type MatterRun } from './matter.ts'

/** Enters deadlines in the matter's docket, each computed with the calendar of the day and keeping its derivation. */
export async function docket(m: MatterRun, step: ServiceStep, entries: readonly DocketRequest[]): Promise<void> {
  if (m.isInterrupted()) throw new Interrupted()
  const id = m.visit(step.name)
  if (m.state.results[id] !== undefined) return
  await m.append('DeadlinesSet', { step: id, deadlines: [] }, `${id}/docketed`, { request: { docket: entries } })
}
