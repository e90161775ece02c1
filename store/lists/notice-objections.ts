import { createHmac } from 'node:crypto'
import type { InstitutionId } from '#domain/actor.ts'
import type { MatterId } from '#domain/state.ts'
import { systemViewer, type Store } from '../db.ts'
import { readAs } from '../reading.ts'

/** Objections to a notice: the undecided ones from one source, and all that came through its page. */
export type ObjectionCounts = { readonly pendingBySource: number; readonly throughPage: number }

/** Counts the objections to a notice, for the public door. */
export async function countObjections(
  store: Store,
  institution: InstitutionId,
  notice: MatterId,
  source: string,
): Promise<ObjectionCounts> {
  const sql = `SELECT (count(*) FILTER (WHERE p.body ? 'source'))::int AS "throughPage",
      (count(*) FILTER (WHERE p.body ->> 'source' = $3 AND NOT p.body ? 'outcome'))::int AS "pendingBySource"
    FROM publications p WHERE p.institution_id = $1 AND p.kind = 'notice-objection' AND p.body ->> 'notice' = $2`
  const [row] = await readAs(store, systemViewer(institution), 'count-objections', (ask) =>
    ask<ObjectionCounts>(sql, [institution, notice, source]),
  )
  return row ?? { pendingBySource: 0, throughPage: 0 }
}

/** From where something came, so that it can be counted and nobody can read the address from it. */
export function hashOfSource(store: Store, institution: InstitutionId, address: string): string {
  return createHmac('sha256', store.masterKey).update(`objection-source/${institution}/${address}`).digest('hex').slice(0, 32)
}
