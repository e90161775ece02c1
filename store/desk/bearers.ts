import type { Deputyship, InstitutionId, PersonId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { RoleKey } from '#domain/role.ts'
import type { Store } from '../db.ts'
import type { PersonActor } from './actors.ts'
import { hashSecret } from './secrets.ts'

/** What somebody carries: the secret of a session of his, or of a token for his programs. */
export type Carried = { readonly is: 'session' | 'token'; readonly secret: string }

type Row = { person: PersonId; roles: RoleKey[]; deputyships: Deputyship[] }

/**
 * Who carries a secret, as he stands on a day; undefined when it is over, revoked or unknown. One round trip; that the session was
 * used is written down once a minute.
 */
export async function loadBearer(
  store: Store,
  institution: InstitutionId,
  carried: Carried,
  on: PlainDay,
): Promise<PersonActor | undefined> {
  const { rows } = await store.pool.query<Row>({
    name: 'load_bearer',
    text: 'SELECT person, roles, deputyships FROM load_bearer($1, $2, $3, $4, $5)',
    values: [institution, carried.is === 'session', hashSecret(carried.secret), new Date(), on],
  })
  const [row] = rows
  return row === undefined ? undefined : { is: 'person', person: row.person, roles: row.roles, deputyFor: row.deputyships }
}
