import type { Action } from './action.ts'
import type { FlowCondition } from './drawing.ts'

/** One visit of an element (`step#n`): its occurrences as the trail tells of them, and the result of the whole. */
export type Visit = {
  readonly opened: readonly string[]
  readonly closed: { readonly [occurrence: string]: string }
  /** The result of all together, e.g. a committee's count. */
  readonly outcome?: string
}

export type Visits = { readonly [visit: string]: Visit }

/** What an action says of a visit; undefined for an action that moves nothing in a drawing. */
export type VisitNews =
  | { readonly visit: string; readonly occurrence: string; readonly is: 'opened' }
  | { readonly visit: string; readonly occurrence: string; readonly is: 'closed'; readonly outcome: string }

/** The visit an occurrence belongs to: `confirm-share#1` of `confirm-share#1/<person>`. */
export function visitOf(occurrence: string): string {
  return occurrence.split('/')[0] ?? occurrence
}

/** The element and the number of a visit. */
export function partsOfVisit(visit: string): { readonly step: string; readonly count: number } {
  const [step = visit, count = '1'] = visit.split('#')
  return { step, count: Number(count) }
}

/** Reads an action as news of a visit. Erased content is a step where the drawing shows it as one. */
export function newsOf(action: Action): VisitNews | undefined {
  const opened = (occurrence: string): VisitNews => ({ visit: visitOf(occurrence), occurrence, is: 'opened' })
  const closed = (occurrence: string, outcome: string): VisitNews => ({ visit: visitOf(occurrence), occurrence, is: 'closed', outcome })
  switch (action.kind) {
    case 'TaskOpened':
      return opened(action.facts.task.id)
    case 'WaitStarted':
      return opened(action.facts.step)
    case 'TaskCompleted':
      return closed(action.facts.task, action.facts.outcome)
    case 'TaskDropped':
      return closed(action.facts.task, 'dropped')
    case 'StepDone':
      return closed(action.facts.step, action.facts.outcome)
    case 'DocumentIssued':
      return closed(action.facts.step, 'issued')
    case 'DeadlinesSet':
      return closed(action.facts.step, 'docketed')
    case 'MessageReceived':
      return action.facts.step === undefined ? undefined : closed(action.facts.step, action.facts.name)
    case 'ContentErased':
      return closed('content-erased#1', 'erased')
    default:
      return undefined
  }
}

/** The visits after one more piece of news. */
export function addNews(visits: Visits, news: VisitNews): Visits {
  const visit = visits[news.visit] ?? { opened: [], closed: {} }
  if (news.is === 'opened') return { ...visits, [news.visit]: { ...visit, opened: [...visit.opened, news.occurrence] } }
  const isWhole = news.occurrence === news.visit
  const closed = { ...visit.closed, [news.occurrence]: news.outcome }
  return { ...visits, [news.visit]: { ...visit, closed, ...(isWhole ? { outcome: news.outcome } : {}) } }
}

/** Whether everything opened in a visit has its outcome. */
export function isOver(visit: Visit | undefined): boolean {
  if (visit === undefined) return false
  if (visit.outcome !== undefined) return true
  return visit.opened.length > 0 && visit.opened.every((occurrence) => visit.closed[occurrence] !== undefined)
}

/** Whether a flow's condition holds on the outcome of the visit it asks about. */
export function holds(when: FlowCondition, visit: Visit | undefined): boolean {
  if (visit === undefined) return false
  if (when.of === undefined) return visit.outcome !== undefined && when.outcomes.includes(visit.outcome)
  const outcomes = Object.entries(visit.closed).flatMap(([occurrence, outcome]) => (visit.opened.includes(occurrence) ? [outcome] : []))
  if (when.of === 'some') return outcomes.some((outcome) => when.outcomes.includes(outcome))
  return outcomes.length > 0 && outcomes.every((outcome) => when.outcomes.includes(outcome))
}
