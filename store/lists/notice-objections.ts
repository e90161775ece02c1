import { createHmac } from 'node:crypto'
import type { InstitutionId, PersonId } from '#domain/actor.ts'
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

/** A person as a notice names him. */
export type NoticedName = { readonly name: string; readonly unit: string }

/** Names and units of the people whom published notices name; numbers never. */
export async function listNoticedNames(
  store: Store,
  institution: InstitutionId,
  people: readonly PersonId[],
): Promise<ReadonlyMap<string, NoticedName>> {
  const sql = `SELECT p.id, p.name, CASE p.employer WHEN 'here' THEN i.name_zh ELSE coalesce(p.employer_name, '') END || coalesce(d.name_zh, '') AS unit
    FROM people p JOIN institutions i ON i.id = p.institution_id
    LEFT JOIN departments d ON d.institution_id = p.institution_id AND d.id = p.department_id
    WHERE p.institution_id = $1 AND p.id = ANY ($2::text[])`
  const rows = await readAs(store, systemViewer(institution), 'noticed-names', (ask) =>
    ask<NoticedName & { readonly id: string }>(sql, [institution, people]),
  )
  return new Map(rows.map(({ id, name, unit }) => [id, { name, unit }]))
}
