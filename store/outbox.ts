import type { InstitutionId } from '#domain/actor.ts'
import type { JsonObject } from '#domain/json.ts'
import type { MatterId } from '#domain/state.ts'
import { asSystem, systemViewer, type Store, type Tx } from './db.ts'
import { writeAs } from './reading.ts'

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

/** Marks tellings delivered. */
export async function finishTellings(store: Store, institution: InstitutionId, ids: readonly bigint[]): Promise<void> {
  const sql = 'UPDATE outbox SET done_at = now(), last_error = NULL WHERE institution_id = $1 AND id = ANY ($2::bigint[])'
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

/** How many tellings wait, delivered ones not counted; zero means that everything written has been told. */
export async function countWaiting(store: Store, institution: InstitutionId): Promise<number> {
  return asSystem(store, institution, (tx) => tx.outbox.count({ where: { institutionId: institution, doneAt: null } }))
}
