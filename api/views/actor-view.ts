import type { ActorRef } from '#domain/actor.ts'
import { officeRoles, roleOfKey, type RoleKey } from '#domain/role.ts'
import type { ActorView } from '#schemas/api/common.ts'
import { labelled, type Words } from '../words.ts'
import type { Lookup } from './lookup.ts'

/** In which register a trail is told: to people outside the office, the office is its roles and not its members. */
export type Register = 'office' | 'outside'

/** Who acted, for people to read. */
export function viewActor(actor: ActorRef, words: Words, lookup: Lookup, register: Register): ActorView {
  if (actor.is === 'system') return { is: 'system', name: words.desk(`actor/${actor.name}`) }
  const as = actor.as === 'self' ? undefined : labelled(actor.as, words.role(actor.as))
  if (register === 'outside' && as !== undefined && isOfOffice(actor.as)) return { is: 'person', name: as.label, as }
  const person = lookup.person(actor.person)
  return {
    is: 'person',
    person,
    name: person.name,
    ...(as === undefined ? {} : { as }),
    ...(actor.onBehalfOf === undefined ? {} : { onBehalfOf: lookup.person(actor.onBehalfOf) }),
    ...(actor.byLink === undefined ? {} : { byLink: true }),
  }
}

function isOfOffice(as: RoleKey | 'self'): boolean {
  return as !== 'self' && officeRoles.includes(roleOfKey(as))
}

/** Everybody an actor reference names. */
export function peopleOfActor(actor: ActorRef): string[] {
  if (actor.is === 'system') return []
  return [actor.person, ...(actor.onBehalfOf === undefined ? [] : [actor.onBehalfOf])]
}
