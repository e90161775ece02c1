import type { Actor, Deputyship, InstitutionId, PersonId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { RoleKey } from '#domain/role.ts'
import type { Store, Viewer } from '../db.ts'

/** A person of the house as actor. */
export type PersonActor = Extract<Actor, { readonly is: 'person' }>

type Row = { roles: RoleKey[]; deputyships: Deputyship[] }

/**
 * Who a person is on a day: the roles in force, and the absent colleagues he stands in for with the roles they then hold. One
 * round trip. Throws when there is no such person.
 */
export async function loadActor(store: Store, institution: InstitutionId, person: PersonId, on: PlainDay): Promise<PersonActor> {
  const { rows } = await store.pool.query<Row>({
    name: 'load_actor',
    text: 'SELECT roles, deputyships FROM load_actor($1, $2, $3)',
    values: [institution, person, on],
  })
  const [row] = rows
  if (row === undefined) throw new Error(`No person ${person} in ${institution}`)
  return { is: 'person', person, roles: row.roles, deputyFor: row.deputyships }
}

/** What the actor may see: with his own roles and those of whoever he stands in for. */
export function viewerOf(institution: InstitutionId, actor: PersonActor): Viewer {
  return {
    institution,
    person: actor.person,
    roles: [...new Set([...actor.roles, ...actor.deputyFor.flatMap((one) => one.roles)])],
    standsInFor: actor.deputyFor.map((one) => one.person),
    scope: 'person',
  }
}
