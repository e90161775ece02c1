import type { ProcessDefinition } from './definition.ts'
import type { MatterState, TaskId } from './state.ts'
import { stepOfTask } from './state.ts'

/**
 * Whether what one person wrote in an occurrence is still sealed: its step is private (proposals, scores, votes) and somebody
 * has yet to write in the same visit (`step#n`, with or without a person). Until then not even how he decided is told.
 */
export function isSealed(definition: ProcessDefinition, state: MatterState, id: TaskId): boolean {
  const name = stepOfTask(id)
  const step = Object.values(definition.steps).find((one) => one.name === name)
  if (step?.word !== 'user-task' || step.private !== true) return false
  const visit = id.split('/')[0]
  return Object.keys(state.tasks).some((open) => open.split('/')[0] === visit)
}
