import type { Actor, ActorRef, PersonId } from './actor.ts'
import type { PlainDay } from './day.ts'
import { isOwnStatement, isPersonal } from './own-statement.ts'
import { refuse, type Refusal } from './refusal.ts'
import { roleOfKey, type Role, type RoleKey } from './role.ts'
import type { Task } from './state.ts'
import { taskRules } from './task-rules.ts'

/** What one wants to do with a task. */
export type TaskVerb = 'claim' | 'release' | 'delegate' | 'resolve' | 'reassign' | 'complete' | 'follow-up'

/** Roles that put other people's tasks into other hands. */
export const dispatcherRoles: readonly Role[] = ['ipo_officer', 'dept_admin']

export type Verdict = { readonly may: true; readonly by: ActorRef } | { readonly may: false; readonly refusal: Refusal }

/** Everything the answer depends on. */
export type Question = {
  readonly verb: TaskVerb
  readonly task: Task
  readonly actor: Actor
  /** People with a share or an interest in the matter. */
  readonly interested: readonly PersonId[]
  readonly on: PlainDay
}

type Person = Extract<Actor, { readonly is: 'person' }>
type Ground = { readonly as: RoleKey | 'self'; readonly onBehalfOf?: PersonId }

/**
 * Whether the actor may do this with the task now, and why not. Deny beats allow: every bar is looked at first, for the
 * actor and for whomever he stands in for, and no role, group, delegation or deputyship goes round it.
 */
export function mayAct(question: Question): Verdict {
  const { actor, task } = question
  if (actor.is === 'system') return { may: true, by: actor }
  if (actor.link !== undefined && actor.link.task !== task.id) return no(refuse(taskRules.linkBound, { task: task.id }))
  const denied = findDenial(question, actor)
  if (denied !== undefined) return no(denied)
  if (question.verb === 'reassign') return dispatch(question, actor)
  const grounds = listGrounds(question, actor)
  if (grounds.length === 0) return no(whyNoGround(question, actor))
  return settleHolder(question, actor, grounds)
}

function no(refusal: Refusal): Verdict {
  return { may: false, refusal }
}

function yes(actor: Person, ground: Ground): Verdict {
  const link = actor.link === undefined ? {} : { byLink: true as const }
  return {
    may: true,
    by: { is: 'person', person: actor.person, as: ground.as, ...(ground.onBehalfOf ? { onBehalfOf: ground.onBehalfOf } : {}), ...link },
  }
}

/** Bars on the person himself, whatever roles he holds. */
function findDenial({ task, interested }: Question, actor: Person): Refusal | undefined {
  if (!isOwnStatement(task) && interested.includes(actor.person)) return refuse(taskRules.interested, { step: task.step, act: task.act })
  if (task.barred.includes(actor.person)) return refuse(taskRules.fourEyes, { step: task.step })
  return undefined
}

/** The ways in which the actor is a candidate: as himself, by a role, for an absent colleague; the barred ones left out. */
function listGrounds({ task, interested, on }: Question, actor: Person): Ground[] {
  const own = groundOf(task, actor.person, actor.roles)
  const grounds: Ground[] = own === undefined ? [] : [{ as: own }]
  if (isPersonal(task)) return grounds
  for (const absent of actor.deputyFor) {
    if (on < absent.from || on > absent.to) continue
    if (interested.includes(absent.person) || task.barred.includes(absent.person)) continue
    const theirs = groundOf(task, absent.person, absent.roles)
    if (theirs !== undefined) grounds.push({ as: theirs, onBehalfOf: absent.person })
  }
  return grounds
}

function groundOf(task: Task, person: PersonId, roles: readonly RoleKey[]): RoleKey | 'self' | undefined {
  if (task.assignee === person || task.owner === person || task.people.includes(person)) return 'self'
  // What is personal stays so, whoever was told that it is late.
  const escalated = isPersonal(task) ? [] : task.escalatedTo
  return [...task.roles, ...escalated].find((key) => roles.includes(key))
}

function whyNoGround({ task, interested, on }: Question, actor: Person): Refusal {
  const standIns = actor.deputyFor.filter((one) => on >= one.from && on <= one.to && groundOf(task, one.person, one.roles) !== undefined)
  if (standIns.length > 0 && isPersonal(task)) return whyPersonal(task)
  const tied = standIns.find((one) => interested.includes(one.person) || task.barred.includes(one.person))
  if (tied !== undefined) return refuse(taskRules.deputyForInterested, { step: task.step, principal: tied.person })
  return refuse(taskRules.notCandidate, { step: task.step, roles: task.roles.map(roleOfKey), people: task.people })
}

function whyPersonal(task: Task): Refusal {
  return refuse(isOwnStatement(task) ? taskRules.ownStatement : taskRules.personalDuty, { step: task.step })
}

/** Who holds the task decides between the grounds: the holder or his deputy works, the owner may take it back. */
function settleHolder({ verb, task }: Question, actor: Person, grounds: readonly Ground[]): Verdict {
  const holder = task.assignee
  const mine = grounds.find((ground) => holder === (ground.onBehalfOf ?? actor.person))
  if (verb === 'delegate' && isPersonal(task)) return no(whyPersonal(task))
  if (verb === 'resolve') {
    if (task.owner === undefined) return no(refuse(taskRules.notDelegated, { task: task.id }))
    return mine ? yes(actor, mine) : heldByOther(task)
  }
  if (holder === undefined) {
    if (verb === 'release') return no(refuse(taskRules.notHeld, { task: task.id }))
    return yes(actor, grounds[0] ?? { as: 'self' })
  }
  if (mine !== undefined) return yes(actor, mine)
  if (verb === 'follow-up') return yes(actor, grounds[0] ?? { as: 'self' })
  return heldByOther(task)
}

function heldByOther(task: Task): Verdict {
  return no(refuse(taskRules.held, { holder: task.assignee ?? '', since: task.assignedAt ?? 0 }))
}

/** A dispatcher moves tasks without holding them; the receiver is asked separately, as if he claimed. */
function dispatch({ task, interested }: Question, actor: Person): Verdict {
  if (interested.includes(actor.person)) return no(refuse(taskRules.interested, { step: task.step, act: task.act }))
  const key = actor.roles.find((role) => dispatcherRoles.includes(roleOfKey(role)))
  if (key === undefined) return no(refuse(taskRules.notCandidate, { step: task.step, roles: dispatcherRoles, people: [] }))
  return yes(actor, { as: key })
}

/**
 * Whether the task may be put into `receiver`'s hands: nobody barred ever receives it; by reassignment only a candidate
 * does, by delegation anybody not barred, and never another person's own statement, vote or score.
 */
export function mayReceive(how: 'delegate' | 'reassign', question: Omit<Question, 'verb'>): Verdict {
  const { actor, task } = question
  if (actor.is === 'system') throw new Error('A task is received by a person')
  const denied = findReceiverDenial(question, actor)
  if (denied !== undefined) return no(denied)
  const ground = groundOf(task, actor.person, actor.roles)
  if (ground !== undefined) return yes(actor, { as: ground })
  if (isPersonal(task)) return no(whyPersonal(task))
  return how === 'delegate'
    ? yes(actor, { as: 'self' })
    : no(
        refuse(taskRules.receiverNoCandidate, {
          receiver: actor.person,
          step: task.step,
          roles: task.roles.map(roleOfKey),
          people: task.people,
        }),
      )
}

/** The same bars as on whoever acts, told of the receiver: it is not he who asks. */
function findReceiverDenial({ task, interested }: Omit<Question, 'verb'>, { person }: Person): Refusal | undefined {
  const said = { receiver: person, step: task.step }
  if (!isOwnStatement(task) && interested.includes(person)) return refuse(taskRules.receiverInterested, said)
  if (task.barred.includes(person)) return refuse(taskRules.receiverFourEyes, said)
  return undefined
}
