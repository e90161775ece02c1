import type { InstitutionId } from '#domain/actor.ts'
import type { JsonObject } from '#domain/json.ts'
import type { MatterId } from '#domain/state.ts'
import { asSystem, type Store, type Tx } from './db.ts'

/** Something to be told after the transaction that wrote it: delivered at least once, to whoever `kind` says. */
export type Telling = { readonly kind: string; readonly key: string; readonly matter?: MatterId; readonly body: JsonObject }

/** A telling in the relay's hands. */
export type TakenTelling = Telling & { readonly id: bigint; readonly attempts: number }

/** Writes a telling with the change it tells of; the same key twice makes one row. Needs the system's view. */
export async function enqueue(tx: Tx, institution: InstitutionId, { kind, key, matter, body }: Telling): Promise<void> {
  const data = { institutionId: institution, kind, key, matterId: matter ?? null, body: { ...body } }
  await tx.outbox.createMany({ data: [data], skipDuplicates: true })
}

type Row = { id: bigint; kind: string; key: string; matter_id: MatterId | null; body: JsonObject; attempts: number }

/**
 * Takes up to `limit` waiting tellings for `leaseSeconds` of the wall clock; relays that take at the same moment get different
 * ones, and what a relay never finished comes back when its lease is over.
 */
export async function takeOutbox(store: Store, institution: InstitutionId, limit = 20, leaseSeconds = 60): Promise<TakenTelling[]> {
  return asSystem(store, institution, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      UPDATE outbox SET attempts = attempts + 1, available_at = now() + make_interval(secs => ${leaseSeconds}::double precision)
      WHERE institution_id = ${institution} AND id IN (
        SELECT id FROM outbox WHERE institution_id = ${institution} AND done_at IS NULL AND available_at <= now()
        ORDER BY available_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
      RETURNING id, kind, key, matter_id, body, attempts`
    const taken = rows.map(({ matter_id: matter, ...row }) => ({ ...row, ...(matter === null ? {} : { matter }) }))
    return taken.toSorted((a, b) => Number(a.id - b.id))
  })
}

/** Marks a telling delivered. */
export async function finishTelling(store: Store, institution: InstitutionId, id: bigint): Promise<void> {
  await asSystem(
    store,
    institution,
    (tx) => tx.$executeRaw`UPDATE outbox SET done_at = now(), last_error = NULL WHERE institution_id = ${institution} AND id = ${id}`,
  )
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
