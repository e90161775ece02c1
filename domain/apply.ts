import type { Action, ActionFacts, ActionKind } from './action.ts'
import { advanceClocks, startClocks } from './clocks.ts'
import { meetDeadlines } from './docket.ts'
import type { MatterState, Result, Task, TaskId } from './state.ts'
import { unreachable } from './unreachable.ts'

type Of<Kind extends ActionKind> = Extract<Action, { readonly kind: Kind }>

/**
 * Folds one action into a matter's state; the first must be `MatterOpened`.
 * @throws on an action out of order, which is a bug or a damaged record, never a lawful no.
 */
export function applyAction(state: MatterState | undefined, action: Action): MatterState {
  if (action.kind === 'MatterOpened') return open(state, action)
  if (state === undefined) throw new Error(`Action ${action.kind} before MatterOpened`)
  if (action.seq !== state.seq + 1) throw new Error(`Action ${action.seq} follows ${state.seq} of matter ${state.head.id}`)
  const next = { ...meetDeadlines(state, fold(state, action), action), seq: action.seq }
  return { ...next, clocks: advanceClocks(state.clocks, next, action.at) }
}

function open(state: MatterState | undefined, action: Of<'MatterOpened'>): MatterState {
  if (state !== undefined) throw new Error(`Matter ${state.head.id} is already open`)
  return {
    seq: action.seq,
    head: action.facts.head,
    data: action.facts.data,
    standing: { is: 'open' },
    tasks: {},
    waits: {},
    results: {},
    messages: [],
    papers: [],
    docket: {},
    corrections: {},
    clocks: startClocks(action.at),
  }
}

function fold(state: MatterState, action: Exclude<Action, { readonly kind: 'MatterOpened' }>): MatterState {
  switch (action.kind) {
    case 'TaskOpened':
      return { ...state, tasks: { ...state.tasks, [action.facts.task.id]: action.facts.task } }
    case 'TaskClaimed':
    case 'TaskReleased':
    case 'TaskDelegated':
    case 'TaskResolved':
    case 'TaskReassigned':
    case 'TaskReminded':
    case 'TaskEscalated':
    case 'FollowUpSet':
      return withTask(state, action.facts.task, (task) => changeTask(task, action))
    case 'TaskCompleted':
      return complete(state, action)
    case 'TaskDropped':
      return { ...state, tasks: without(state.tasks, action.facts.task) }
    case 'StepDone':
      return withResult(state, action.facts.step, action, action.facts)
    case 'WaitStarted':
      return { ...state, waits: { ...state.waits, [action.facts.step]: waitOf(action) } }
    case 'MessageReceived':
      return receive(state, action)
    case 'DocumentIssued':
      return {
        ...withResult(state, action.facts.step, action, { outcome: 'issued', data: { paper: action.facts.paper.id } }),
        papers: [...state.papers, { ...action.facts.paper, step: action.facts.step, on: action.on }],
      }
    case 'DeadlinesSet':
      return {
        ...withResult(state, action.facts.step, action, { outcome: 'docketed', data: {} }),
        docket: { ...state.docket, ...Object.fromEntries(action.facts.deadlines.map((entry) => [entry.code, entry])) },
      }
    case 'DueDaysRecomputed':
      return recompute(state, action.facts)
    case 'MatterSuspended':
      return { ...state, standing: { is: 'suspended', reason: action.facts.reason, since: action.on } }
    case 'MatterResumed':
      return { ...recompute(state, { tasks: action.facts.tasks, deadlines: [] }), standing: { is: 'open' } }
    case 'MatterWithdrawn':
      return { ...state, standing: { is: 'open' }, withdrawn: { reason: action.facts.reason, on: action.on } }
    case 'CorrectionProposed':
      return propose(state, action)
    case 'CorrectionDecided':
      return decideCorrection(state, action)
    case 'ContentErased':
      return erase(state, action)
    case 'MatterClosed':
      return { ...state, tasks: {}, waits: {}, standing: closed(action) }
    default:
      return unreachable(action)
  }
}

function withTask(state: MatterState, id: TaskId, change: (task: Task) => Task): MatterState {
  const task = state.tasks[id]
  if (task === undefined) throw new Error(`No open task ${id} in matter ${state.head.id}`)
  return { ...state, tasks: { ...state.tasks, [id]: change(task) } }
}

type TaskAction = Of<
  'TaskClaimed' | 'TaskReleased' | 'TaskDelegated' | 'TaskResolved' | 'TaskReassigned' | 'TaskReminded' | 'TaskEscalated' | 'FollowUpSet'
>

function changeTask(task: Task, action: TaskAction): Task {
  switch (action.kind) {
    case 'TaskClaimed':
      return action.actor.is === 'person'
        ? { ...task, assignee: action.actor.onBehalfOf ?? action.actor.person, assignedAt: action.at }
        : task
    case 'TaskReleased':
      return without(without(task, 'assignee'), 'assignedAt')
    case 'TaskDelegated':
      return {
        ...task,
        ...(ownerOf(task, action) ? { owner: ownerOf(task, action) } : {}),
        assignee: action.facts.to,
        assignedAt: action.at,
      } as Task
    case 'TaskResolved':
      return { ...without(task, 'owner'), ...(task.owner === undefined ? {} : { assignee: task.owner }), assignedAt: action.at }
    case 'TaskReassigned':
      return { ...without(task, 'owner'), assignee: action.facts.to, assignedAt: action.at }
    case 'TaskReminded':
      return { ...task, reminders: [...task.reminders, action.facts.reminder] }
    case 'TaskEscalated':
      return { ...task, escalatedTo: action.facts.to }
    case 'FollowUpSet':
      return { ...task, followUpOn: action.facts.on }
    default:
      return unreachable(action)
  }
}

/** The first delegator stays the owner however often the task is passed on. */
function ownerOf(task: Task, action: Of<'TaskDelegated'>): Task['owner'] {
  return task.owner ?? task.assignee ?? (action.actor.is === 'person' ? action.actor.person : undefined)
}

function complete(state: MatterState, action: Of<'TaskCompleted'>): MatterState {
  const task = state.tasks[action.facts.task]
  if (task === undefined) throw new Error(`No open task ${action.facts.task} in matter ${state.head.id}`)
  const owned = task.owner === undefined ? {} : { owner: task.owner }
  return withResult({ ...state, tasks: without(state.tasks, task.id) }, task.id, action, { ...action.facts, ...owned })
}

type Outcome = Pick<Result, 'outcome' | 'data'> & Partial<Pick<Result, 'reason' | 'remarks' | 'citations' | 'owner'>>

function withResult(state: MatterState, id: TaskId, action: Action, facts: Outcome): MatterState {
  const result: Result = {
    outcome: facts.outcome,
    data: facts.data,
    by: action.actor,
    at: action.at,
    on: action.on,
    ...(facts.owner === undefined ? {} : { owner: facts.owner }),
    ...(facts.reason === undefined ? {} : { reason: facts.reason }),
    ...(facts.remarks === undefined ? {} : { remarks: facts.remarks }),
    ...(facts.citations === undefined ? {} : { citations: facts.citations }),
  }
  return { ...state, waits: without(state.waits, id), results: { ...state.results, [id]: result } }
}

function waitOf(action: Of<'WaitStarted'>): MatterState['waits'][string] {
  const { messages, until } = action.facts
  return { messages, since: action.on, ...(until === undefined ? {} : { until }) }
}

function receive(state: MatterState, action: Of<'MessageReceived'>): MatterState {
  const { name, data, step } = action.facts
  const heard = { ...state, messages: [...state.messages, { name, data, by: action.actor, on: action.on, at: action.at }] }
  if (step === undefined) return heard
  return withResult(heard, step, action, { outcome: name, data })
}

function recompute(state: MatterState, facts: Pick<ActionFacts['DueDaysRecomputed'], 'tasks' | 'deadlines' | 'waits'>): MatterState {
  const tasks = { ...state.tasks }
  for (const { task, due } of facts.tasks) {
    const known = tasks[task]
    if (known !== undefined) tasks[task] = { ...known, due }
  }
  const docket = { ...state.docket }
  for (const { code, due } of facts.deadlines) {
    const known = docket[code]
    if (known !== undefined) docket[code] = { ...known, due }
  }
  const waits = { ...state.waits }
  for (const { step, due } of facts.waits ?? []) {
    const known = waits[step]
    if (known !== undefined) waits[step] = { ...known, until: due }
  }
  return { ...state, tasks, docket, waits }
}

function propose(state: MatterState, action: Of<'CorrectionProposed'>): MatterState {
  if (action.actor.is !== 'person') throw new Error('A correction is proposed by a person')
  const { id, step, data, reason } = action.facts
  return { ...state, corrections: { ...state.corrections, [id]: { step, data, reason, by: action.actor.person, on: action.on } } }
}

function decideCorrection(state: MatterState, action: Of<'CorrectionDecided'>): MatterState {
  const correction = state.corrections[action.facts.id]
  if (correction === undefined) throw new Error(`No correction ${action.facts.id} in matter ${state.head.id}`)
  const corrections = without(state.corrections, action.facts.id)
  const result = state.results[correction.step]
  if (!action.facts.approved || result === undefined || action.actor.is !== 'person') return { ...state, corrections }
  const corrected = { on: action.on, by: [correction.by, action.actor.person] }
  return { ...state, corrections, results: { ...state.results, [correction.step]: { ...result, data: correction.data, corrected } } }
}

/** Leaves of a matter only that it was, where it stood, and whom to ask: every word somebody wrote goes. */
function erase(state: MatterState, action: Of<'ContentErased'>): MatterState {
  const { seq, head, standing, clocks } = state
  const tasks = Object.fromEntries(Object.entries(state.tasks).map(([id, task]) => [id, without(without(task, 'given'), 'remarks')]))
  const blank = { data: {}, waits: {}, results: {}, messages: [], papers: [], docket: {}, corrections: {} }
  const kept: MatterState['standing'] = standing.is === 'suspended' ? { ...standing, reason: '' } : without(standing, 'reason')
  return { ...blank, seq, head, standing: kept, tasks, clocks, erased: { on: action.on, contact: action.facts.contact } }
}

function closed(action: Of<'MatterClosed'>): MatterState['standing'] {
  const { outcome, reason } = action.facts
  return { is: 'closed', outcome, on: action.on, ...(reason === undefined ? {} : { reason }) }
}

function without<T extends object>(from: T, key: string): T {
  return Object.fromEntries(Object.entries(from).filter(([name]) => name !== key)) as T
}
