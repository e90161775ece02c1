import type { InstitutionId } from '#domain/actor.ts'
import type { JsonObject } from '#domain/json.ts'
import type { MatterId } from '#domain/state.ts'
import { asSystem, systemViewer, type Store, type Tx } from './db.ts'
import { readAs, writeAs } from './reading.ts'

/** The kind of telling that brings an objector the decision on his objection. */
export const decisionByMail = 'objection-decision'

/** Something to be told after the transaction that wrote it: delivered at least once, to whoever `kind` says. */
export type Telling = { readonly kind: string; readonly key: string; readonly matter?: MatterId; readonly body: JsonObject }

/** A telling in the relay's hands. */
export type TakenTelling = Telling & { readonly id: bigint; readonly attempts: number }

/** Writes a telling with the change it tells of; the same key twice makes one row. Needs the system's view. */
export async function enqueue(tx: Tx, institution: InstitutionId, { kind, key, matter, body }: Telling): Promise<void> {
  const data = { institutionId: institution, kind, key, matterId: matter ?? null, body: { ...body } }
  await tx.outbox.createMany({ data: [data], skipDuplicates: true })
}

type Row = { id: string; kind: string; key: string; matter_id: MatterId | null; body: JsonObject; attempts: number }

/**
 * Takes up to `limit` waiting tellings for `leaseSeconds` of the wall clock; relays that take at the same moment get different
 * ones, and what a relay never finished comes back when its lease is over.
 */
export async function takeOutbox(store: Store, institution: InstitutionId, limit = 20, leaseSeconds = 60): Promise<TakenTelling[]> {
  const sql = `UPDATE outbox SET attempts = attempts + 1, available_at = now() + make_interval(secs => $3::double precision)
    WHERE institution_id = $1 AND id IN (
      SELECT id FROM outbox WHERE institution_id = $1 AND done_at IS NULL AND available_at <= now()
      ORDER BY available_at, id LIMIT $2 FOR UPDATE SKIP LOCKED)
    RETURNING id, kind, key, matter_id, body, attempts`
  const rows = await writeAs(store, systemViewer(institution), 'take-outbox', (ask) => ask<Row>(sql, [institution, limit, leaseSeconds]))
  const taken = rows.map(({ id, matter_id: matter, ...row }) => ({ ...row, id: BigInt(id), ...(matter === null ? {} : { matter }) }))
  return taken.toSorted((a, b) => Number(a.id - b.id))
}

/** Marks tellings delivered and empties them: what a letter carried for one reader, a link or a code, lies nowhere afterwards. */
export async function finishTellings(store: Store, institution: InstitutionId, ids: readonly bigint[]): Promise<void> {
  const sql = `UPDATE outbox SET done_at = now(), last_error = NULL, body = '{}' WHERE institution_id = $1 AND id = ANY ($2::bigint[])`
  await writeAs(store, systemViewer(institution), 'finish-tellings', (ask) => ask(sql, [institution, ids.map(String)]))
}

/** Puts a telling back, to be tried again after `seconds`; the reason is kept for whoever looks. */
export async function postponeTelling(
  store: Store,
  institution: InstitutionId,
  id: bigint,
  seconds: number,
  reason: string,
): Promise<void> {
  await asSystem(
    store,
    institution,
    (
      tx,
    ) => tx.$executeRaw`UPDATE outbox SET available_at = now() + make_interval(secs => ${seconds}::double precision), last_error = ${reason.slice(0, 1000)}
      WHERE institution_id = ${institution} AND id = ${id}`,
  )
}

/** When a telling laid aside would be due: never by itself. */
const aside = '9999-12-31T00:00:00Z'

/** Lays a telling aside with the reason: it is not tried again until somebody asks for it. */
export async function layAside(store: Store, institution: InstitutionId, id: bigint, reason: string): Promise<void> {
  const sql = 'UPDATE outbox SET available_at = $3, last_error = $4 WHERE institution_id = $1 AND id = $2'
  await writeAs(store, systemViewer(institution), 'lay-aside', (ask) => ask(sql, [institution, String(id), aside, reason.slice(0, 1000)]))
}

/**
 * Lays aside what a matter does not listen to, until its record says that it does: the action by which it begins to listen brings
 * the telling forth. Where the matter has come further than `seq` that action may have passed, and the telling is due at once.
 */
export async function layAsideUntilHeard(
  store: Store,
  institution: InstitutionId,
  id: bigint,
  { matter, seq }: { readonly matter: MatterId; readonly seq: number },
  reason: string,
): Promise<void> {
  // The row first, the matter second: whoever began to listen has either finished, and is seen, or waits for this.
  const lock = 'SELECT 1 FROM outbox WHERE institution_id = $1 AND id = $2 FOR UPDATE'
  const sql = `UPDATE outbox SET last_error = $5, available_at = CASE
      WHEN (SELECT m.seq FROM matters m WHERE m.institution_id = $1 AND m.id = $3) = $4 THEN $6::timestamptz ELSE now() END
    WHERE institution_id = $1 AND id = $2 AND done_at IS NULL`
  await writeAs(store, systemViewer(institution), 'lay-aside-until-heard', async (ask) => {
    await ask(lock, [institution, String(id)])
    await ask(sql, [institution, String(id), matter, seq, reason.slice(0, 1000), aside])
  })
}

/** Keeps a telling that has failed for good already, laid aside; one known by its key is left as it is. */
export async function keepAside(store: Store, institution: InstitutionId, telling: Telling, reason: string): Promise<void> {
  const sql = `INSERT INTO outbox (institution_id, kind, key, matter_id, body, available_at, last_error) VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (institution_id, key) DO NOTHING`
  const { kind, key, matter, body } = telling
  const values = [institution, kind, key, matter ?? null, JSON.stringify(body), aside, reason.slice(0, 1000)]
  await writeAs(store, systemViewer(institution), 'keep-aside', (ask) => ask(sql, values))
}

/** How far a telling has come: `error` is what its last attempt failed of, absent while an attempt is due or under way. */
export type TellingProgress = { readonly isDone: boolean; readonly error?: string }

/** Makes a telling due at once, laid aside or postponed; answers false where none waits under the key. */
export async function hurryTelling(store: Store, institution: InstitutionId, key: string): Promise<boolean> {
  const sql = `UPDATE outbox SET available_at = now(), last_error = NULL WHERE institution_id = $1 AND key = $2 AND done_at IS NULL RETURNING id`
  return writeAs(store, systemViewer(institution), 'hurry-telling', async (ask) => (await ask(sql, [institution, key])).length === 1)
}

/** The progress of the telling of a key, if there is one. */
export async function findProgress(store: Store, institution: InstitutionId, key: string): Promise<TellingProgress | undefined> {
  const sql = `SELECT done_at IS NOT NULL AS "isDone", last_error AS error FROM outbox WHERE institution_id = $1 AND key = $2`
  type Found = { readonly isDone: boolean; readonly error: string | null }
  const [row] = await readAs(store, systemViewer(institution), 'telling-progress', (ask) => ask<Found>(sql, [institution, key]))
  return row === undefined ? undefined : { isDone: row.isDone, ...(row.error === null ? {} : { error: row.error }) }
}

/** How many tellings wait to be told, those laid aside not counted; zero means that everything that can be told has been. */
export async function countWaiting(store: Store, institution: InstitutionId): Promise<number> {
  const where = { institutionId: institution, doneAt: null, availableAt: { lt: new Date(aside) } }
  return asSystem(store, institution, (tx) => tx.outbox.count({ where }))
}
