import type { ActionDraft, ActionFacts, ActionKind, DocketEntry, DueRequest } from './action.ts'
import type { Calendar } from './calendar.ts'
import { addDays, type PlainDay } from './day.ts'
import { computeDue, recomputeDue, type DeadlineClass, type Due, type DueRule } from './deadline.ts'
import type { Citation } from './refusal.ts'
import type { TaskId } from './state.ts'

/** A deadline to be computed with the calendar of the day and entered in the docket. */
export type DocketRequest = {
  readonly code: string
  readonly class: DeadlineClass
  readonly from: PlainDay
  readonly rule: DueRule
  readonly trigger: string
  readonly citations: readonly Citation[]
  readonly notes?: readonly string[]
  /** Names of the steps of which any, once done, meets it. */
  readonly metBy?: readonly string[]
}

type TaskDue = { readonly task: TaskId; readonly due: Due; readonly class?: DeadlineClass }

/** What an action's facts still lack when the story asks for it: days that only the dated calendar can tell. */
export type FactRequest = {
  readonly due?: DueRequest
  readonly docket?: readonly DocketRequest[]
  /** Resumption after so many days: `service` due days move on by as many, the others stand. */
  readonly shift?: { readonly days: number; readonly tasks: readonly TaskDue[] }
  /** A calendar arrived: every due day is computed again. */
  readonly recompute?: {
    readonly tasks: readonly TaskDue[]
    readonly deadlines: readonly { readonly code: string; readonly due: Due }[]
    readonly waits: readonly { readonly step: TaskId; readonly due: Due }[]
  }
}

/** An action to be recorded, and what its facts still lack. */
export type Drafted = { readonly draft: ActionDraft; readonly request?: FactRequest }

type Draft = { readonly kind: ActionKind; readonly facts: ActionFacts[ActionKind] }

/** Fills an action's facts with the days requested, computed from `calendar`; facts without a request come back as they are. */
export function completeFacts(draft: Draft, request: FactRequest, calendar: Calendar): ActionFacts[ActionKind] {
  const { facts } = draft
  if (request.due !== undefined) return withDue(draft, request.due, computeDue(request.due.rule, request.due.from, calendar))
  if (request.docket !== undefined)
    return { ...(facts as ActionFacts['DeadlinesSet']), deadlines: request.docket.map((one) => enter(one, calendar)) }
  if (request.shift !== undefined)
    return { ...(facts as ActionFacts['MatterResumed']), days: request.shift.days, tasks: shifted(request.shift, calendar) }
  if (request.recompute !== undefined) return { ...(facts as ActionFacts['DueDaysRecomputed']), ...moved(request.recompute, calendar) }
  return facts
}

function withDue(draft: Draft, request: DueRequest, due: Due): ActionFacts[ActionKind] {
  if (draft.kind === 'WaitStarted') return { ...(draft.facts as ActionFacts['WaitStarted']), until: due }
  const facts = draft.facts as ActionFacts['TaskOpened']
  return { ...facts, task: { ...facts.task, due, class: request.class } }
}

function enter(request: DocketRequest, calendar: Calendar): DocketEntry {
  const { code, citations, notes, metBy } = request
  const due = computeDue(request.rule, request.from, calendar)
  return {
    code,
    class: request.class,
    due,
    citations,
    ...(notes === undefined ? {} : { notes }),
    ...(metBy === undefined ? {} : { metBy }),
  }
}

function shifted(shift: NonNullable<FactRequest['shift']>, calendar: Calendar): { task: TaskId; due: Due }[] {
  return shift.tasks
    .filter((one) => one.class === 'service')
    .map(({ task, due }) => ({ task, due: computeDue(due.rule, addDays(due.from, shift.days), calendar) }))
}

function moved(
  request: NonNullable<FactRequest['recompute']>,
  calendar: Calendar,
): Pick<ActionFacts['DueDaysRecomputed'], 'tasks' | 'deadlines' | 'waits'> {
  const again = (due: Due) => recomputeDue(due, calendar).due
  const changed = (due: Due) => again(due).on !== due.on || again(due).provisional !== due.provisional
  return {
    tasks: request.tasks.filter((one) => changed(one.due)).map(({ task, due }) => ({ task, due: again(due) })),
    deadlines: request.deadlines.filter((one) => changed(one.due)).map(({ code, due }) => ({ code, due: again(due) })),
    waits: request.waits.filter((one) => changed(one.due)).map(({ step, due }) => ({ step, due: again(due) })),
  }
}
