import type { Actor } from '#domain/actor.ts'
import { daysSpent } from '#domain/clocks.ts'
import type { Order } from '#domain/command.ts'
import type { PlainDay } from '#domain/day.ts'
import { decide } from '#domain/decide.ts'
import { stepOfTask, type TaskId } from '#domain/state.ts'
import type { MatterView } from '#schemas/api/matter.ts'
import type { Verdict } from '#schemas/api/refusal.ts'
import type { TaskRow } from '#schemas/api/task.ts'
import { viewRefusal, type Names } from '../refusal-view.ts'
import { mayReadResult } from '../visibility.ts'
import { labelled } from '../words.ts'
import { viewDue } from './due-view.ts'
import { viewForm } from './form-view.ts'
import { viewMatterRow, type StoredMatterRow } from './matter-row-view.ts'
import { peopleOfResults, viewResults, type MatterSight } from './result-view.ts'
import { viewWhereabouts } from './whereabouts.ts'

export type MatterParts = {
  readonly sight: MatterSight
  readonly row: StoredMatterRow
  readonly actor: Actor
  readonly knows: boolean
  readonly tasks: readonly TaskRow[]
  readonly children: readonly StoredMatterRow[]
  readonly names: Names
  /** The office clock, in ms. */
  readonly now: number
  readonly today: PlainDay
}

/** Everybody a matter's view names. */
export function peopleOfMatter({ definition, state }: Pick<MatterSight, 'definition' | 'state'>): string[] {
  const tasks = Object.values(state.tasks).flatMap((task) => [
    ...task.people,
    ...[task.assignee, task.owner].filter((one) => one !== undefined),
  ])
  const people = definition.people(state).map((one) => one.person)
  return [...tasks, ...people, ...peopleOfResults(state), ...Object.values(state.corrections).map((one) => one.by)]
}

/** A matter, whole, as this reader may see it. */
export function viewMatter(parts: MatterParts): MatterView {
  const { sight, row, knows, tasks, children, now, today } = parts
  const { definition, state, words, lookup } = sight
  const clocks = daysSpent(state.clocks, now)
  return {
    ...viewMatterRow(row, words, lookup, knows),
    masked: !knows,
    ...standingFields(sight),
    ...(knows ? { form: viewForm(definition.stem, definition.opens.form, words), data: state.data } : {}),
    whereabouts: viewWhereabouts(sight, parts.actor, today),
    clocks: { office: clocks.office, inventor: clocks.inventor, outside: clocks.outside, running: state.clocks.running },
    people: knows ? viewPeople(sight) : [],
    tasks: [...tasks],
    waits: viewWaits(sight),
    results: knows ? viewResults(sight, (id) => judgeCorrection(parts, id).may) : [],
    corrections: knows ? viewCorrections(parts) : [],
    messages: viewMessages(parts),
    may: viewVerdicts(parts),
    ...(knows ? viewOwed(sight) : {}),
    children: children.map((child) => ({
      id: child.id,
      number: child.number,
      process: labelled(child.process, words.process(child.process)),
      standing: child.standing,
    })),
    policyVersion: state.head.policyVersion,
    seq: state.seq,
    asOf: new Date(now).toISOString(),
  }
}

function standingFields({ state, words, definition }: MatterSight): Pick<MatterView, 'suspended' | 'closed' | 'erased'> {
  const { standing, erased } = state
  return {
    ...(standing.is === 'suspended' ? { suspended: { reason: standing.reason, since: standing.since } } : {}),
    ...(standing.is === 'closed'
      ? {
          closed: { on: standing.on, ...(standing.reason === undefined ? {} : { reason: words.reason(definition.stem, standing.reason) }) },
        }
      : {}),
    ...(erased === undefined ? {} : { erased }),
  }
}

function viewPeople({ definition, state, words, lookup }: MatterSight): MatterView['people'] {
  return definition.people(state).map(({ person, relation, shareBp }) => ({
    person: lookup.person(person),
    relation: labelled(relation, words.desk(`relation/${relation}`)),
    ...(shareBp === undefined ? {} : { shareBp }),
  }))
}

function viewOwed({ definition, state }: MatterSight): Pick<MatterView, 'owes'> {
  const owes = state.erased === undefined ? definition.owes?.(state) : undefined
  return owes === undefined ? {} : { owes }
}

function viewWaits({ definition, state, words }: MatterSight): MatterView['waits'] {
  return Object.entries(state.waits).map(([id, wait]) => {
    const step = stepOfTask(id as TaskId)
    return {
      step: labelled(step, words.step(definition.stem, step)),
      messages: wait.messages.map((message) => labelled(message, words.message(definition.stem, message))),
      since: wait.since,
      ...(wait.until === undefined ? {} : { until: viewDue(wait.until) }),
    }
  })
}

function viewCorrections(parts: MatterParts): MatterView['corrections'] {
  const { definition, state, words, lookup, reader } = parts.sight
  return Object.entries(state.corrections).map(([id, one]) => ({
    id,
    step: labelled(stepOfTask(one.step), words.step(definition.stem, stepOfTask(one.step))),
    task: one.step,
    ...(mayReadResult(definition, state, one.step, reader) ? { data: one.data } : {}),
    reason: one.reason,
    by: lookup.person(one.by),
    on: one.on,
    decide: judge(parts, { name: 'decide-correction', correction: id, approved: true }),
  }))
}

/** The messages that the matter awaits now, each with whether the reader may send it. */
function viewMessages(parts: MatterParts): MatterView['messages'] {
  const { definition, state, words } = parts.sight
  const awaited = new Set(Object.values(state.waits).flatMap((wait) => wait.messages))
  return Object.values(definition.messages)
    .filter((message) => awaited.has(message.name))
    .map(({ name, form }) => ({
      name,
      label: words.message(definition.stem, name),
      form: viewForm(definition.stem, form, words),
      verdict: judge(parts, { name: 'send-message', message: name, data: {} }),
    }))
}

function viewVerdicts(parts: MatterParts): MatterView['may'] {
  const results = Object.keys(parts.sight.state.results) as TaskId[]
  const correctable = results.find((id) => judgeCorrection(parts, id).may)
  return {
    withdraw: judge(parts, { name: 'withdraw-matter', reason: '?' }),
    suspend: judge(parts, { name: 'suspend-matter', reason: '?' }),
    resume: judge(parts, { name: 'resume-matter' }),
    reportSecret: judge(parts, { name: 'report-secret', level: 'to-be-fixed', reference: '0', contact: '0000' }),
    correct: judgeCorrection(parts, correctable ?? results[0] ?? ('none#1' as TaskId)),
    comment: { may: parts.sight.state.erased === undefined },
  }
}

function judgeCorrection(parts: MatterParts, step: TaskId): Verdict {
  return judge(parts, { name: 'propose-correction', correction: 'asked', step, data: {}, reason: '?' })
}

/** Whether the reader may give an order now, and why not: the very check that decides it under the lock. */
export function judge({ sight, actor, today, names }: Pick<MatterParts, 'sight' | 'actor' | 'today' | 'names'>, order: Order): Verdict {
  const decision = decide(sight.definition, sight.state, { id: 'asked', actor, order }, today)
  if (decision.ok) return { may: true }
  const [first] = decision.refusals
  return { may: false, ...(first === undefined ? {} : { whyNot: viewRefusal(first, sight.words, names, sight.definition.stem) }) }
}
