import type { ClientBase } from 'pg'
import type { Action } from '#domain/action.ts'
import type { ActorRef, InstitutionId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { MatterId } from '#domain/state.ts'
import type { Store } from '../db.ts'
import { unwrapKey } from '../keys.ts'
import { unsealJson } from '../seal.ts'
import { factsPlace } from './stored.ts'

type Row = {
  seq: number
  command_id: string
  kind: string
  actor: ActorRef
  at: string
  on_day: PlainDay
  facts: Buffer
  key_generation: number
  wrapped: Buffer | null
}

const selectAfter = `SELECT a.seq, a.command_id, a.kind, a.actor, a.at, a.on_day, a.facts, a.key_generation, k.wrapped
  FROM actions a LEFT JOIN matter_keys k ON k.institution_id = a.institution_id AND k.matter_id = a.matter_id AND k.generation = a.key_generation
  WHERE a.institution_id = $1 AND a.chain = $2 AND a.seq > $3 ORDER BY a.seq`

/** The matter's actions after `after`, opened. Throws when one of them was erased. The connection has the system's view. */
export async function readActionsAfter(
  store: Store,
  client: ClientBase,
  institution: InstitutionId,
  matter: MatterId,
  after: number,
): Promise<Action[]> {
  const { rows } = await client.query<Row>({ name: 'record_actions', text: selectAfter, values: [institution, `matter/${matter}`, after] })
  return rows.map((row) => {
    if (row.wrapped === null) throw new Error(`Action ${row.seq} of matter ${matter} was erased`)
    const { key } = unwrapKey(store, institution, `matter/${matter}`, row.key_generation, row.wrapped)
    const facts = unsealJson(key, factsPlace(institution, `matter/${matter}`, row.seq), row.facts)
    return {
      seq: row.seq,
      kind: row.kind,
      commandId: row.command_id,
      actor: row.actor,
      at: Number(row.at),
      on: row.on_day,
      facts,
    } as Action
  })
}
