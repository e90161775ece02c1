import type { ActionFacts, ActionKind } from './action.ts'
import type { Actor, ActorRef, PersonId } from './actor.ts'
import type { Command, Order } from './command.ts'
import type { PlainDay } from './day.ts'
import type { ProcessDefinition, UserTaskStep } from './definition.ts'
import { interestedPeople } from './project.ts'
import { refuse, type Refusal } from './refusal.ts'
import { roleOfKey, type Role } from './role.ts'
import { isSealed } from './sealed-step.ts'
import { factsOfReport, findReporter } from './secret-report.ts'
import { stepOfTask, type MatterState, type Task, type TaskId } from './state.ts'
import { taskRules } from './task-rules.ts'
import { unreachable } from './unreachable.ts'
import { mayAct, mayReceive, type Question, type TaskVerb, type Verdict } from './who-may.ts'

/** What a command becomes when it is lawful: one action, and by whom. */
export type Decision =
  | { readonly ok: true; readonly by: ActorRef; readonly kind: ActionKind; readonly facts: ActionFacts[ActionKind] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] }

type Orders<Name extends Order['name']> = Extract<Order, { readonly name: Name }>

/** Roles that suspend, resume and correct matters. */
export const officerRoles: readonly Role[] = ['ipo_officer', 'legal']

/**
 * Decides a command on a matter as it stands: the action it becomes, or every refusal. Pure; asked once for the early
 * answer and once under the matter's lock, where it counts.
 */
export function decide(definition: ProcessDefinition, state: MatterState, command: Command, on: PlainDay): Decision {
  const { actor, order } = command
  const barred = barOf(state, command)
  if (barred !== undefined) return refused(barred)
  switch (order.name) {
    case 'claim-task':
    case 'release-task':
    case 'resolve-task':
    case 'set-follow-up':
    case 'complete-task':
    case 'delegate-task':
    case 'reassign-task':
      return decideTask(definition, state, actor, order, on)
    case 'send-message':
      return decideMessage(definition, state, actor, order)
    case 'suspend-matter':
    case 'resume-matter':
    case 'propose-correction':
    case 'decide-correction':
      return decideOffice(definition, state, actor, order)
    case 'withdraw-matter':
      return decideWithdrawal(definition, state, actor, order)
    case 'report-secret':
      return decideReport(definition, state, actor, order)
    case 'recompute-due-days':
      return {
        ok: true,
        by: { is: 'system', name: 'relay' },
        kind: 'DueDaysRecomputed',
        facts: { cause: order.cause, tasks: [], deadlines: [] },
      }
    default:
      return unreachable(order)
  }
}

/** What stands against any order as the matter stands. */
function barOf(state: MatterState, { actor, order }: Command): Refusal | undefined {
  // Whoever comes without a session says what has a public door, and does nothing else.
  if (actor.is === 'system' && actor.name === 'public' && order.name !== 'send-message')
    return refuse(taskRules.mayNotSend, { message: order.name, roles: [] })
  const { standing, erased } = state
  // What may not be here may be nowhere here, whether the matter goes on, stands still or is long over.
  if (order.name === 'report-secret') return erased === undefined ? undefined : refuse(taskRules.contentErased, { ...erased })
  if (standing.is === 'closed') return refuse(taskRules.matterClosed, { outcome: standing.outcome, on: standing.on })
  // Nothing that somebody writes may follow the content into a matter from which it was erased.
  if (erased !== undefined && order.name !== 'recompute-due-days') return refuse(taskRules.contentErased, { ...erased })
  const goesOn = ['resume-matter', 'withdraw-matter', 'recompute-due-days'].includes(order.name)
  return standing.is === 'suspended' && !goesOn
    ? refuse(taskRules.matterSuspended, { reason: standing.reason, since: standing.since })
    : undefined
}

function refused(...refusals: Refusal[]): Decision {
  return { ok: false, refusals }
}

const verbs: { readonly [Name in TaskOrder['name']]: TaskVerb } = {
  'claim-task': 'claim',
  'release-task': 'release',
  'resolve-task': 'resolve',
  'set-follow-up': 'follow-up',
  'complete-task': 'complete',
  'delegate-task': 'delegate',
  'reassign-task': 'reassign',
}

type TaskOrder = Orders<
  'claim-task' | 'release-task' | 'resolve-task' | 'set-follow-up' | 'complete-task' | 'delegate-task' | 'reassign-task'
>

function decideTask(definition: ProcessDefinition, state: MatterState, actor: Actor, order: TaskOrder, on: PlainDay): Decision {
  const task = state.tasks[order.task]
  if (task === undefined) return refused(notOpen(definition, state, order.task))
  const interested = interestedPeople(definition, state)
  const verdict = mayAct({ verb: verbs[order.name], task, actor, interested, on })
  if (!verdict.may) return refused(verdict.refusal)
  const received = 'target' in order ? receive(definition, order, { task, interested, on }) : undefined
  if (received !== undefined && !received.may) return refused(received.refusal)
  const faults = order.name === 'complete-task' ? checkCompletion(definition, task, order) : []
  if (faults.length > 0) return refused(...faults)
  return { ok: true, by: verdict.by, ...taskAction(order) }
}

function notOpen(definition: ProcessDefinition, state: MatterState, id: TaskId): Refusal {
  const result = isSealed(definition, state, id) ? undefined : state.results[id]
  return refuse(taskRules.notOpen, result === undefined ? { task: id } : { task: id, outcome: result.outcome, on: result.on })
}

function receive(
  definition: ProcessDefinition,
  order: Orders<'delegate-task' | 'reassign-task'>,
  asked: Omit<Question, 'verb' | 'actor'>,
): Verdict {
  const isLoose = order.name === 'delegate-task' && findUserTask(definition, asked.task.step)?.mandated !== true
  return mayReceive(isLoose ? 'delegate' : 'reassign', { ...asked, actor: order.target })
}

function findUserTask(definition: ProcessDefinition, name: string): UserTaskStep<never> | undefined {
  return Object.values(definition.steps).find((one): one is UserTaskStep<never> => one.word === 'user-task' && one.name === name)
}

function checkCompletion(definition: ProcessDefinition, task: Task, order: Orders<'complete-task'>): Refusal[] {
  if (!task.outcomes.includes(order.outcome))
    return [refuse(taskRules.unknownOutcome, { outcome: order.outcome, outcomes: task.outcomes }, '/outcome')]
  const step = findUserTask(definition, task.step)
  const needsReason = step?.reasonFor?.includes(order.outcome) === true && (order.reason ?? '').trim() === ''
  return needsReason ? [refuse(taskRules.reasonMissing, { outcome: order.outcome }, '/reason')] : []
}

function taskAction(order: TaskOrder): { kind: ActionKind; facts: ActionFacts[ActionKind] } {
  const { task } = order
  switch (order.name) {
    case 'claim-task':
      return { kind: 'TaskClaimed', facts: { task } }
    case 'release-task':
      return { kind: 'TaskReleased', facts: { task } }
    case 'resolve-task':
      return { kind: 'TaskResolved', facts: { task } }
    case 'set-follow-up':
      return { kind: 'FollowUpSet', facts: { task, on: order.on } }
    case 'delegate-task':
      return { kind: 'TaskDelegated', facts: { task, to: personOf(order.target) } }
    case 'reassign-task':
      return { kind: 'TaskReassigned', facts: { task, to: personOf(order.target), reason: order.reason ?? '' } }
    case 'complete-task': {
      const { outcome, data, reason, remarks } = order
      return {
        kind: 'TaskCompleted',
        facts: { task, outcome, data, ...(reason ? { reason } : {}), ...(remarks?.length ? { remarks } : {}) },
      }
    }
    default:
      return unreachable(order)
  }
}

function personOf(actor: Actor): PersonId {
  if (actor.is === 'system') throw new Error('A task is given to a person')
  return actor.person
}

function decideMessage(definition: ProcessDefinition, state: MatterState, actor: Actor, order: Orders<'send-message'>): Decision {
  const message = definition.messages[order.message]
  const awaited = Object.entries(state.waits).find(([, wait]) => wait.messages.includes(order.message))
  if (message === undefined || awaited === undefined) {
    return refused(
      refuse(taskRules.unknownMessage, { message: order.message, awaited: Object.values(state.waits).flatMap((wait) => wait.messages) }),
    )
  }
  const facts = { step: awaited[0] as TaskId, name: order.message, data: order.data }
  if (actor.is === 'system') {
    const mayNot = actor.name === 'public' && message.public !== true
    if (mayNot) return refused(refuse(taskRules.mayNotSend, { message: order.message, roles: message.roles }))
    return { ok: true, by: actor, kind: 'MessageReceived', facts }
  }
  const related = definition.people(state).some((one) => one.person === actor.person && message.relations?.includes(one.relation) === true)
  const isInterested = interestedPeople(definition, state).includes(actor.person)
  // Of one's own one speaks as whom the matter ties to it; what a role of the office reports is not for the interested to say.
  if (isInterested && !(message.act === 'declares' && related)) return refused(refuse(taskRules.interestedInMatter, { act: message.act }))
  const key = isInterested ? undefined : actor.roles.find((one) => message.roles.includes(roleOfKey(one)))
  if (!related && key === undefined) return refused(refuse(taskRules.mayNotSend, { message: order.message, roles: message.roles }))
  return { ok: true, by: { is: 'person', person: actor.person, as: key ?? 'self' }, kind: 'MessageReceived', facts }
}

type OfficeOrder = Orders<'suspend-matter' | 'resume-matter' | 'propose-correction' | 'decide-correction'>

function decideOffice(definition: ProcessDefinition, state: MatterState, actor: Actor, order: OfficeOrder): Decision {
  if (actor.is === 'system') return refused(refuse(taskRules.notOfficer, { roles: officerRoles }))
  const key = actor.roles.find((role) => officerRoles.includes(roleOfKey(role)))
  if (key === undefined) return refused(refuse(taskRules.notOfficer, { roles: officerRoles }))
  if (interestedPeople(definition, state).includes(actor.person)) return refused(refuse(taskRules.interestedInMatter, { act: 'decides' }))
  const by: ActorRef = { is: 'person', person: actor.person, as: key }
  switch (order.name) {
    case 'suspend-matter':
      return { ok: true, by, kind: 'MatterSuspended', facts: { reason: order.reason } }
    case 'resume-matter':
      if (state.standing.is !== 'suspended') return refused(refuse(taskRules.notSuspended, {}))
      return { ok: true, by, kind: 'MatterResumed', facts: { days: 0, tasks: [] } }
    case 'propose-correction':
      return proposeCorrection(definition, state, by, order)
    case 'decide-correction':
      return decideCorrection(state, actor.person, by, order)
    default:
      return unreachable(order)
  }
}

/**
 * What was written by mistake in a form is corrected. A proposal, score or vote given under seal is nobody else's to write, and what
 * a program found is found again: of neither is another word entered, and of what is still sealed not even that it is there.
 */
function proposeCorrection(
  definition: ProcessDefinition,
  state: MatterState,
  by: ActorRef,
  { correction, step, data, reason }: Orders<'propose-correction'>,
): Decision {
  const form = findUserTask(definition, stepOfTask(step))
  if (state.results[step] === undefined || isSealed(definition, state, step)) return refused(refuse(taskRules.noSuchResult, { step }))
  if (form === undefined || form.private === true) return refused(refuse(taskRules.notCorrectable, { step: stepOfTask(step) }))
  return { ok: true, by, kind: 'CorrectionProposed', facts: { id: correction, step, data, reason } }
}

function decideCorrection(state: MatterState, person: PersonId, by: ActorRef, order: Orders<'decide-correction'>): Decision {
  const correction = state.corrections[order.correction]
  if (correction === undefined) return refused(refuse(taskRules.noSuchCorrection, { correction: order.correction }))
  if (correction.by === person) return refused(refuse(taskRules.sameCorrector, { proposer: correction.by }))
  return {
    ok: true,
    by,
    kind: 'CorrectionDecided',
    facts: { id: order.correction, approved: order.approved, ...(order.reason ? { reason: order.reason } : {}) },
  }
}

function decideWithdrawal(definition: ProcessDefinition, state: MatterState, actor: Actor, order: Orders<'withdraw-matter'>): Decision {
  if (actor.is === 'system') return refused(refuse(taskRules.notApplicant, {}))
  const applicant = definition.people(state).some((one) => one.person === actor.person && one.relation === 'applicant')
  if (!applicant) return refused(refuse(taskRules.notApplicant, {}))
  if (!definition.mayWithdraw(state)) return refused(refuse(taskRules.mayNotWithdraw, {}))
  return { ok: true, by: { is: 'person', person: actor.person, as: 'self' }, kind: 'MatterWithdrawn', facts: { reason: order.reason } }
}

/** Deny beats allow: of one's own matter a colleague of the secrecy office reports it. */
function decideReport(definition: ProcessDefinition, state: MatterState, actor: Actor, order: Orders<'report-secret'>): Decision {
  const key = findReporter(actor)
  if (typeof key !== 'string') return refused(key)
  if (actor.is === 'system') throw new Error('A secret is reported by a person')
  if (interestedPeople(definition, state).includes(actor.person)) return refused(refuse(taskRules.interestedInMatter, { act: 'decides' }))
  return { ok: true, by: { is: 'person', person: actor.person, as: key }, kind: 'ContentErased', facts: factsOfReport(order) }
}
