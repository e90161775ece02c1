import type { Action, DocketEntry } from './action.ts'
import { stepOfTask, type MatterState, type TaskId } from './state.ts'

/**
 * Marks the docketed days that an action met: those whose step is done by it, and, when the matter closes, all but the law's own,
 * which run on: an annuity falls due though the process that brought the patent is over.
 */
export function meetDeadlines(before: MatterState, after: MatterState, { kind, on }: Action): MatterState {
  if (kind !== 'MatterClosed' && after.results === before.results) return after
  const done = new Set(Object.keys(after.results).flatMap((id) => (isNew(before, after, id as TaskId) ? [stepOfTask(id as TaskId)] : [])))
  const isMet = ({ class: kindOfDay, metBy = [] }: DocketEntry) =>
    (kind === 'MatterClosed' && kindOfDay !== 'statutory') || metBy.some((step) => done.has(step))
  const met = Object.values(after.docket).filter((entry) => entry.metOn === undefined && isMet(entry))
  if (met.length === 0) return after
  return { ...after, docket: { ...after.docket, ...Object.fromEntries(met.map((entry) => [entry.code, { ...entry, metOn: on }])) } }
}

function isNew(before: MatterState, after: MatterState, id: TaskId): boolean {
  return before.results[id] !== after.results[id]
}
