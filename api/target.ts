import type { Actor, PersonId } from '#domain/actor.ts'
import { deskRules } from '#domain/desk-rules.ts'
import { refuse } from '#domain/refusal.ts'
import { loadActor } from '#store/desk/actors.ts'
import { findPerson } from '#store/desk/people-lists.ts'
import { refusedBy } from './problem.ts'
import type { PeopleCall } from './route.ts'

/** Whoever is to receive a task, as the store knows him now. Throws 422 where nobody of that id is in the register. */
export async function getTarget({ deps, who, today }: Pick<PeopleCall, 'deps' | 'who' | 'today'>, person: PersonId): Promise<Actor> {
  const known = await findPerson(deps.store, who.viewer, person)
  if (known === undefined) throw refusedBy([refuse(deskRules.personUnknown, { person }, '/to')])
  return loadActor(deps.store, who.institution, person, today)
}
