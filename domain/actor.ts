import type { PlainDay } from './day.ts'
import type { RoleKey } from './role.ts'

export type PersonId = string & { readonly __brand: 'PersonId' }
export type InstitutionId = string & { readonly __brand: 'InstitutionId' }
export type DepartmentId = string & { readonly __brand: 'DepartmentId' }

/** Acting for an absent colleague, from `from` to `to` inclusive, with the roles he then holds. */
export type Deputyship = {
  readonly person: PersonId
  readonly roles: readonly RoleKey[]
  readonly from: PlainDay
  readonly to: PlainDay
}

const systemNames = ['process', 'timer', 'relay', 'public'] as const

/** What acts without a person: `public` is whoever comes to a public door without having signed in. */
export type SystemName = (typeof systemNames)[number]

/** Whether nobody may be called so: rows say of the program by name what it did, and every object knows the other words already. */
export function isReserved(id: string): boolean {
  return (systemNames as readonly string[]).includes(id) || id in Object.prototype
}

/**
 * Who acts, as the store knows him at the moment of acting: the person, the roles held then, those he deputises for.
 * `link` marks an outsider who acts by a one-time link bound to a purpose (a task id).
 */
export type Actor =
  | {
      readonly is: 'person'
      readonly person: PersonId
      readonly roles: readonly RoleKey[]
      readonly deputyFor: readonly Deputyship[]
      readonly link?: { readonly task: string }
    }
  | { readonly is: 'system'; readonly name: SystemName }

/** Who acted, as the record keeps it: the role held then, and for whom if not for himself. */
export type ActorRef =
  | {
      readonly is: 'person'
      readonly person: PersonId
      readonly as: RoleKey | 'self'
      readonly onBehalfOf?: PersonId
      readonly byLink?: true
    }
  | { readonly is: 'system'; readonly name: SystemName }

/** The process itself as actor: what a story records without a person. */
export const processActor: ActorRef = { is: 'system', name: 'process' }

/** A due timer as actor. */
export const timerActor: ActorRef = { is: 'system', name: 'timer' }

/** The relay as actor: it carries to one matter what another has to tell. */
export const relayActor = { is: 'system', name: 'relay' } as const satisfies ActorRef

/** Whoever comes to a public door. */
export const publicActor = { is: 'system', name: 'public' } as const satisfies ActorRef

/** Under whom files lie that were handed in at a public door, until their matter is open. */
export const publicUploader = 'public' as PersonId
