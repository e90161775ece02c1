import type { Action } from '#domain/action.ts'
import type { PersonId } from '#domain/actor.ts'
import { personOfTask, stepOfTask, type TaskId } from '#domain/state.ts'
import { fillWords } from '#domain/words.ts'
import type { ActionView } from '#schemas/api/action.ts'
import { labelled, type Words } from '../words.ts'
import { peopleOfActor, viewActor, type Register } from './actor-view.ts'
import type { Lookup } from './lookup.ts'

/** What telling an action depends on beside the action. */
export type Telling = {
  readonly stem: string
  readonly words: Words
  readonly lookup: Lookup
  readonly register: Register
  /** Whether the reader may see what was written, action by action. */
  readonly mayRead: (action: Action) => boolean
  /** Whether the reader may hear how it came out; always, where nothing is said. */
  readonly mayHear?: (action: Action) => boolean
  /** Whether the reader may know whose part of a step it is; always, where nothing is said. */
  readonly mayName?: (task: TaskId) => boolean
}

/** Everybody an action names. */
export function peopleOfAction(action: Action): string[] {
  const to = 'to' in action.facts && typeof action.facts.to === 'string' ? [action.facts.to] : []
  const task = taskOf(action)
  const whose = task === undefined ? undefined : personOfTask(task)
  return [...peopleOfActor(action.actor), ...to, ...(whose === undefined ? [] : [whose])]
}

/** An action as one line of the trail: the sentence people read and, where they may, the facts. */
export function viewAction(action: Action, telling: Telling, hash?: string): ActionView {
  const { words, stem, lookup, register } = telling
  const actor = viewActor(action.actor, words, lookup, register)
  const task = taskOf(action)
  const step = task === undefined ? undefined : stepOfTask(task)
  const facts = action.facts as { readonly outcome?: string; readonly reason?: string; readonly citations?: ActionView['citations'] }
  const outcome = outcomeOf(action, telling)
  const reads = telling.mayRead(action)
  const hears = telling.mayHear?.(action) ?? true
  return {
    seq: action.seq,
    kind: action.kind,
    sentence: sentenceOf(action, telling, actor.name),
    actor,
    at: new Date(action.at).toISOString(),
    on: action.on,
    ...(step === undefined ? {} : { step: labelled(step, words.step(stem, step)) }),
    ...(task === undefined ? {} : { task }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(facts.reason === undefined || !hears ? {} : { reason: words.reason(stem, facts.reason) }),
    ...(facts.citations === undefined ? {} : { citations: [...facts.citations] }),
    ...(reads ? { facts: action.facts } : {}),
    ...(hash === undefined ? {} : { hash }),
  }
}

function taskOf(action: Action): TaskId | undefined {
  if (action.kind === 'TaskOpened') return action.facts.task.id
  if ('task' in action.facts && typeof action.facts.task === 'string') return action.facts.task
  return 'step' in action.facts ? action.facts.step : undefined
}

function outcomeOf(action: Action, { words, stem, mayHear }: Telling): ActionView['outcome'] {
  if (mayHear?.(action) === false) return undefined
  switch (action.kind) {
    case 'TaskCompleted':
      return labelled(action.facts.outcome, words.outcome(stem, stepOfTask(action.facts.task), action.facts.outcome))
    case 'StepDone':
      return labelled(action.facts.outcome, words.outcome(stem, stepOfTask(action.facts.step), action.facts.outcome))
    case 'MatterClosed':
      return labelled(action.facts.outcome, words.ending(stem, action.facts.outcome))
    case 'CorrectionDecided':
      return labelled(String(action.facts.approved), words.desk(`approved/${action.facts.approved}`))
    default:
      return undefined
  }
}

function sentenceOf(action: Action, telling: Telling, who: string): string {
  const task = taskOf(action)
  const said = {
    who,
    ...(task === undefined ? {} : { step: nameStep(action, task, telling) }),
    outcome: outcomeOf(action, telling)?.label ?? '',
    ...particulars(action, telling),
  }
  return fillWords(telling.words.desk(`action/${action.kind}`), said).replace(/[：:]\s*$/, '')
}

/** The step and, where each of several people does it and it is not he who acts, whose part of it. */
function nameStep({ actor }: Action, task: TaskId, { words, stem, lookup, mayName }: Telling): string {
  const step = words.step(stem, stepOfTask(task))
  const whose = personOfTask(task)
  if (whose === undefined || mayName?.(task) === false || (actor.is === 'person' && actor.person === whose)) return step
  return fillWords(words.desk('step-of'), { step, person: lookup.person(whose).name })
}

/** What single kinds say beyond who, where and how it came out. */
function particulars(action: Action, { words, stem, lookup }: Telling): { readonly [name: string]: string | number } {
  const named = (person: PersonId) => lookup.person(person).name
  switch (action.kind) {
    case 'TaskDelegated':
      return { target: named(action.facts.to) }
    case 'TaskReassigned':
      return { target: named(action.facts.to), reason: action.facts.reason }
    case 'TaskEscalated':
      return { target: action.facts.to.map((key) => words.role(key)).join(words.language === 'en' ? ', ' : '、') }
    case 'TaskDropped':
      return { reason: words.desk(`why/${action.facts.why}`) }
    case 'FollowUpSet':
      return { day: action.facts.on }
    case 'MessageReceived':
      return { message: words.message(stem, action.facts.name) }
    case 'DocumentIssued':
      return { document: words.document(action.facts.paper.template), number: action.facts.paper.number }
    case 'DeadlinesSet':
      return { count: action.facts.deadlines.length }
    case 'MatterSuspended':
    case 'MatterWithdrawn':
    case 'CorrectionProposed':
      return { reason: action.facts.reason }
    case 'MatterResumed':
      return { days: action.facts.days }
    case 'ContentErased':
      return { contact: action.facts.contact }
    default:
      return {}
  }
}
