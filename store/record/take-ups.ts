import type { InstitutionId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { JsonObject } from '#domain/json.ts'
import type { MatterId } from '#domain/state.ts'
import { asSystem, systemViewer, type Store } from '../db.ts'
import { getMatterKey } from '../keys.ts'
import { readAs, writeAs } from '../reading.ts'
import { sealJson } from '../seal.ts'
import { placeOfTell, tellKind } from '../tells.ts'

const takeUps = `m.institution_id = $1 AND m.parent_id = $2 AND m.process = 'licence-take-up'`

/** How many notices an offer had, how many licences came of them, and how many of these run and are recorded: counted from papers and stages. */
export type TakeUpCount = { readonly notices: number; readonly licences: number; readonly recorded: number }

/** Counts the take-ups of a declaration, which keeps no list of them. */
export async function countTakeUps(store: Store, institution: InstitutionId, declaration: MatterId): Promise<TakeUpCount> {
  const sql = `SELECT count(*)::int AS notices,
      count(*) FILTER (WHERE EXISTS (SELECT 1 FROM documents d WHERE d.institution_id = m.institution_id AND d.matter_id = m.id
        AND d.template = 'licence-take-up/confirmation'))::int AS licences,
      count(*) FILTER (WHERE m.stage && ARRAY['running', 'royalty-report'])::int AS recorded
    FROM matters m WHERE ${takeUps}`
  const [row] = await readAs(store, systemViewer(institution), 'count-take-ups', (ask) => ask<TakeUpCount>(sql, [institution, declaration]))
  return row ?? { notices: 0, licences: 0, recorded: 0 }
}

/** An offer of the house that was once announced, by its declaration. */
export type EarlierOffer = { readonly matter: MatterId; readonly number: string; readonly openedOn: PlainDay }

/** Declarations of the house that reached their announcement, newest first, at most `limit`. */
export async function listEarlierOffers(
  store: Store,
  institution: InstitutionId,
  except: MatterId,
  limit: number,
): Promise<EarlierOffer[]> {
  const sql = `SELECT m.id AS matter, m.number, m.opened_on AS "openedOn" FROM matters m
    WHERE m.institution_id = $1 AND m.process = 'open-licence' AND m.id <> $2 AND m.erased_on IS NULL
      AND EXISTS (SELECT 1 FROM deadlines l WHERE l.institution_id = m.institution_id AND l.matter_id = m.id AND l.code = 'licence-term')
    ORDER BY m.opened_on DESC, m.id LIMIT $3`
  return readAs(store, systemViewer(institution), 'earlier-offers', (ask) => ask<EarlierOffer>(sql, [institution, except, limit]))
}

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
  const sql = `SELECT m.id FROM matters m WHERE ${takeUps} AND m.standing <> 'closed' AND m.id > $3 ORDER BY m.id LIMIT $4`
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

/** The take-up with this number, if there is one. */
export async function findTakeUp(
  store: Store,
  institution: InstitutionId,
  number: string,
): Promise<{ readonly matter: MatterId; readonly isOpen: boolean } | undefined> {
  const sql = `SELECT id AS matter, standing <> 'closed' AS "isOpen" FROM matters WHERE institution_id = $1 AND number = $2 AND process = 'licence-take-up'`
  const [row] = await readAs(store, systemViewer(institution), 'find-take-up', (ask) =>
    ask<{ matter: MatterId; isOpen: boolean }>(sql, [institution, number]),
  )
  return row
}
