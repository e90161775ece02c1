import type { InstitutionId } from '#domain/actor.ts'
import type { JsonObject } from '#domain/json.ts'
import type { MatterId } from '#domain/state.ts'
import { asSystem, systemViewer, type Store } from '../db.ts'
import { getMatterKey } from '../keys.ts'
import { readAs, writeAs } from '../reading.ts'
import { sealJson } from '../seal.ts'
import { placeOfTell, tellKind } from '../tells.ts'

/**
 * Tells one page of the open take-ups of a declaration that its offer is over, and answers where the page ended; undefined after
 * the last. Told again, a page tells nobody twice.
 */
export async function tellTakeUps(
  store: Store,
  institution: InstitutionId,
  declaration: MatterId,
  page: { readonly message: string; readonly data: JsonObject; readonly after?: string; readonly limit: number },
): Promise<{ readonly told: number; readonly next?: string }> {
  const sql = `SELECT m.id FROM matters m WHERE m.institution_id = $1 AND m.parent_id = $2 AND m.process = 'licence-take-up' AND m.standing <> 'closed' AND m.id > $3 ORDER BY m.id LIMIT $4`
  const rows = await readAs(store, systemViewer(institution), 'page-take-ups', (ask) =>
    ask<{ id: MatterId }>(sql, [institution, declaration, page.after ?? '', page.limit]),
  )
  if (rows.length === 0) return { told: 0 }
  const { key, generation } = await asSystem(store, institution, (tx) => getMatterKey(store, tx, institution, declaration))
  const tells = rows.map(({ id }) => {
    const name = `tell/${declaration}/${page.message}/${id}`
    const sealed = sealJson(key, placeOfTell(institution, name), page.data).toString('base64')
    return { to: id, key: name, body: { from: declaration, message: page.message, generation, sealed } }
  })
  const insert = `INSERT INTO outbox (institution_id, kind, matter_id, key, body)
    SELECT $1::text, $2::text, r."to", r.key, r.body FROM jsonb_to_recordset($3::jsonb) AS r ("to" text, key text, body jsonb)
    ON CONFLICT (institution_id, key) DO NOTHING`
  await writeAs(store, systemViewer(institution), 'tell-take-ups', (ask) => ask(insert, [institution, tellKind, JSON.stringify(tells)]))
  const last = rows.at(-1)?.id
  return { told: rows.length, ...(rows.length < page.limit || last === undefined ? {} : { next: last }) }
}
