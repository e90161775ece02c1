import type { InstitutionId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { MatterId, MatterState } from '#domain/state.ts'
import { systemViewer, type Store } from '../db.ts'
import { readAs } from '../reading.ts'
import { findState } from '../record/read.ts'

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

/** What the record says of a matter of this process: a declaration for its takers, a receipt told again. */
export async function findMatterOf(
  store: Store,
  institution: InstitutionId,
  process: string,
  matter: MatterId,
): Promise<MatterState | undefined> {
  const state = await findState(store, institution, matter)
  return state?.head.process === process ? state : undefined
}
