import type { ActorRef } from '#domain/actor.ts'
import { deskRules } from '#domain/desk-rules.ts'
import { refuse } from '#domain/refusal.ts'
import { roleOfKey, type Role } from '#domain/role.ts'
import { refusedBy } from './problem.ts'
import type { PeopleCall } from './route.ts'

/** By whom a register is changed: in one of these roles, held for `department` where it is a department's. Throws 403. */
export function actingAs({ who }: Pick<PeopleCall, 'who'>, roles: readonly Role[], department?: string): ActorRef {
  const key = who.actor.roles.find((one) => {
    const held = one.split('@')[1]
    return roles.includes(roleOfKey(one)) && (held === undefined || held === department)
  })
  if (key === undefined) throw refusedBy([refuse(deskRules.roleNeeded, { roles })])
  return { is: 'person', person: who.person, as: key }
}

/** Throws 403 for whoever holds none of these roles. */
export function requireAnyRole({ who }: Pick<PeopleCall, 'who'>, roles: readonly Role[]): void {
  if (!who.roles.some((one) => roles.includes(roleOfKey(one)))) throw refusedBy([refuse(deskRules.roleNeeded, { roles })])
}

/** By himself, for himself. */
export function actingSelf({ who }: Pick<PeopleCall, 'who'>): ActorRef {
  return { is: 'person', person: who.person, as: 'self' }
}

/** A change of a register: who, when on the office clock, under which command. */
export function deedOf({ deps, who }: Pick<PeopleCall, 'deps' | 'who'>, commandId: string, actor: ActorRef) {
  return { institution: who.institution, commandId, actor, at: deps.officeClock.now(), on: deps.officeClock.today() }
}
