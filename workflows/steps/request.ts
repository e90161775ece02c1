import type { FactRequest } from '#domain/complete-facts.ts'
import { daysBetween, type PlainDay } from '#domain/day.ts'
import type { Decision } from '#domain/decide.ts'
import type { MatterState, TaskId } from '#domain/state.ts'

/** The days that a decided command's action still lacks: of what moves on when a matter is resumed, or is counted again. */
export function requestFor(decision: Extract<Decision, { ok: true }>, state: MatterState, today: PlainDay): FactRequest | undefined {
  const tasks = Object.values(state.tasks).flatMap((task) =>
    task.due === undefined ? [] : [{ task: task.id, due: task.due, ...(task.class === undefined ? {} : { class: task.class }) }],
  )
  if (decision.kind === 'MatterResumed' && state.standing.is === 'suspended') {
    return { shift: { days: daysBetween(state.standing.since, today), tasks } }
  }
  if (decision.kind === 'DueDaysRecomputed') {
    const deadlines = Object.values(state.docket).map(({ code, due }) => ({ code, due }))
    const waits = Object.entries(state.waits).flatMap(([step, { until }]) =>
      until === undefined ? [] : [{ step: step as TaskId, due: until }],
    )
    return { recompute: { tasks, deadlines, waits } }
  }
  return undefined
}
