import type { Action, DocketEntry, IssuedPaper } from './action.ts'
import type { ActorRef, PersonId } from './actor.ts'
import type { PlainDay } from './day.ts'
import type { Due } from './deadline.ts'
import type { MatterPerson, Party, ProcessDefinition, Telling } from './definition.ts'
import type { JsonObject } from './json.ts'
import { isOwnStatement } from './own-statement.ts'
import type { Citation } from './refusal.ts'
import type { RoleKey } from './role.ts'
import type { MatterState, Task, TaskId } from './state.ts'
import { stepOfTask } from './state.ts'
import { listLocked } from './subjects.ts'
import { whoseTurn } from './clocks.ts'

/** A task as lists show it. */
export type TaskRow = {
  readonly id: TaskId
  readonly step: string
  readonly status: 'open' | 'done' | 'dropped'
  readonly party: Party
  readonly act: string
  readonly form: string
  readonly roles: readonly RoleKey[]
  readonly people: readonly PersonId[]
  /** Who may not act: barred by four eyes, or interested where the step is not one's own statement. */
  readonly barred: readonly PersonId[]
  readonly assignee?: PersonId
  readonly owner?: PersonId
  readonly openedOn: PlainDay
  readonly due?: Due
  readonly class?: string
  readonly followUpOn?: PlainDay
  readonly outcome?: string
  readonly reason?: string
  readonly citations?: readonly Citation[]
  readonly closedOn?: PlainDay
  readonly closedBy?: ActorRef
}

export type MatterRow = {
  readonly title: string
  /** Names of the steps now open, sorted; empty when closed. */
  readonly stage: readonly string[]
  readonly standing: 'open' | 'suspended' | 'closed'
  readonly turn: Party | 'nobody'
  readonly outcome?: string
  readonly closedOn?: PlainDay
}

/** Something to be told to people or programs after the transaction: the relay delivers it at least once. */
export type OutboxDraft =
  | {
      readonly kind: 'task-opened' | 'task-reminded' | 'task-escalated' | 'task-assigned'
      readonly task: TaskId
      readonly to: readonly PersonId[]
      readonly toRoles: readonly RoleKey[]
    }
  | { readonly kind: 'matter-closed' | 'matter-suspended' | 'matter-resumed'; readonly to: readonly PersonId[] }

/** The rows one action makes in the lists beside the record; `rebuild` recomputes and compares them. */
export type Rows = {
  readonly matter: MatterRow
  readonly tasks: readonly TaskRow[]
  readonly deadlines: readonly DocketEntry[]
  readonly papers: readonly (IssuedPaper & { readonly step: TaskId; readonly on: PlainDay })[]
  readonly people: readonly MatterPerson[]
  readonly outbox: readonly OutboxDraft[]
  /** Chains of the registers that the action locked: what the matter is about. */
  readonly subjects: readonly string[]
  /** What the matter now shows to everybody; absent when it shows nothing. */
  readonly published?: JsonObject
  readonly tells: readonly Telling[]
}

/** Projects `action`, already folded into `state`, into list rows; `before` is the state it was folded into. */
export function projectAction(definition: ProcessDefinition, before: MatterState | undefined, state: MatterState, action: Action): Rows {
  const published = definition.published?.(state)
  return {
    matter: matterRow(definition, state),
    tasks: changedTasks(definition, before, state, action),
    deadlines: changedDeadlines(before, state),
    papers: action.kind === 'DocumentIssued' ? [{ ...action.facts.paper, step: action.facts.step, on: action.on }] : [],
    people: definition.people(state),
    outbox: tellings(definition, state, action),
    subjects: listLocked(definition, before, action) ?? [],
    tells: definition.tells?.(before, state, action) ?? [],
    ...(published === undefined ? {} : { published }),
  }
}

function matterRow(definition: ProcessDefinition, state: MatterState): MatterRow {
  const stage = [...Object.keys(state.tasks), ...Object.keys(state.waits)].map((id) => stepOfTask(id as TaskId))
  const base = { title: definition.title(state), stage: [...new Set(stage)].sort(), standing: state.standing.is, turn: whoseTurn(state) }
  return state.standing.is === 'closed' ? { ...base, outcome: state.standing.outcome, closedOn: state.standing.on } : base
}

function changedTasks(definition: ProcessDefinition, before: MatterState | undefined, state: MatterState, action: Action): TaskRow[] {
  const gone = Object.values(before?.tasks ?? {}).filter((task) => state.tasks[task.id] === undefined)
  const changed = Object.values(state.tasks).filter((task) => before?.tasks[task.id] !== task)
  return [...gone.map((task) => closedRow(definition, state, task, action)), ...changed.map((task) => openRow(definition, state, task))]
}

function openRow(definition: ProcessDefinition, state: MatterState, task: Task): TaskRow {
  return { ...taskRow(definition, state, task), status: 'open' }
}

function closedRow(definition: ProcessDefinition, state: MatterState, task: Task, action: Action): TaskRow {
  const result = state.results[task.id]
  const row = { ...taskRow(definition, state, task), closedOn: action.on, closedBy: action.actor }
  if (result === undefined) return { ...row, status: 'dropped' }
  return {
    ...row,
    status: 'done',
    outcome: result.outcome,
    ...(result.reason === undefined ? {} : { reason: result.reason }),
    ...(result.citations === undefined ? {} : { citations: result.citations }),
  }
}

function taskRow(definition: ProcessDefinition, state: MatterState, task: Task): Omit<TaskRow, 'status'> {
  const interested = isOwnStatement(task) ? [] : interestedPeople(definition, state)
  return {
    id: task.id,
    step: task.step,
    party: task.party,
    act: task.act,
    form: task.form,
    roles: [...task.roles, ...task.escalatedTo],
    people: task.people,
    barred: [...new Set([...task.barred, ...interested])],
    openedOn: task.openedOn,
    ...(task.assignee === undefined ? {} : { assignee: task.assignee }),
    ...(task.owner === undefined ? {} : { owner: task.owner }),
    ...(task.due === undefined ? {} : { due: task.due }),
    ...(task.class === undefined ? {} : { class: task.class }),
    ...(task.followUpOn === undefined ? {} : { followUpOn: task.followUpOn }),
  }
}

/** Everybody with a share or an interest in the matter: they make their own statements in it and do none of the office's work. */
export function interestedPeople(definition: ProcessDefinition, state: MatterState): PersonId[] {
  const tied = definition.people(state).filter((one) => one.relation === 'inventor' || one.relation === 'interested')
  return [...tied.map((one) => one.person), ...(definition.barred?.(state) ?? [])]
}

function changedDeadlines(before: MatterState | undefined, state: MatterState): DocketEntry[] {
  return Object.values(state.docket).filter((entry) => before?.docket[entry.code] !== entry)
}

function tellings(definition: ProcessDefinition, state: MatterState, action: Action): OutboxDraft[] {
  const task = 'task' in action.facts && typeof action.facts.task === 'string' ? state.tasks[action.facts.task] : undefined
  const all = () => definition.people(state).map((one) => one.person)
  switch (action.kind) {
    case 'TaskOpened':
      return [{ kind: 'task-opened', task: action.facts.task.id, to: action.facts.task.people, toRoles: action.facts.task.roles }]
    case 'TaskDelegated':
    case 'TaskReassigned':
      return [{ kind: 'task-assigned', task: action.facts.task, to: [action.facts.to], toRoles: [] }]
    case 'TaskReminded':
      return task === undefined
        ? []
        : [
            {
              kind: 'task-reminded',
              task: task.id,
              to: task.assignee ? [task.assignee] : task.people,
              toRoles: task.assignee ? [] : task.roles,
            },
          ]
    case 'TaskEscalated':
      return [{ kind: 'task-escalated', task: action.facts.task, to: [], toRoles: action.facts.to }]
    case 'MatterSuspended':
      return [{ kind: 'matter-suspended', to: all() }]
    case 'MatterResumed':
      return [{ kind: 'matter-resumed', to: all() }]
    case 'MatterClosed':
      return [{ kind: 'matter-closed', to: all() }]
    default:
      return []
  }
}
