import type { Telling } from '#domain/definition.ts'
import type { InstitutionId } from '#domain/actor.ts'
import type { JsonObject } from '#domain/json.ts'
import type { MatterId, MatterState } from '#domain/state.ts'
import { systemViewer, type Store } from '../db.ts'
import { unwrapKey } from '../keys.ts'
import type { TakenTelling } from '../outbox.ts'
import { readAs } from '../reading.ts'
import { sealJson, unsealJson } from '../seal.ts'
import type { Statement } from './statement.ts'

/** The kind under which the outbox keeps what one matter has to tell another. */
export const tellKind = 'tell'

/** A telling as it waits in the outbox: what it says is sealed under the key of the matter that says it. */
export type SealedTell = { readonly to: MatterId; readonly key: string; readonly body: JsonObject }

/** Seals what an action tells other matters. */
export function sealTells(tells: readonly Telling[], key: Buffer, generation: number, { head, seq }: MatterState): SealedTell[] {
  return tells.map(({ matter, message, data }, index) => {
    const name = `tell/${head.id}/${seq}/${index}`
    const sealed = sealJson(key, placeOfTell(head.institution, name), data).toString('base64')
    return { to: matter, key: name, body: { from: head.id, message, generation, sealed } }
  })
}

/** Writes them for the relay, each under the matter that is to hear it. */
export function addTells(statement: Statement, { head }: MatterState, tells: readonly SealedTell[]): void {
  statement.add(
    'tells',
    (bind) => `INSERT INTO outbox (institution_id, kind, matter_id, key, body)
    SELECT ${bind(head.institution)}::text, ${bind(tellKind)}::text, r."to", r.key, r.body
    FROM jsonb_to_recordset(${bind(JSON.stringify(tells))}::jsonb) AS r ("to" text, key text, body jsonb) ON CONFLICT (institution_id, key) DO NOTHING`,
  )
}

/** What a telling says; undefined when the matter that says it was erased since. */
export async function openTell(
  store: Store,
  institution: InstitutionId,
  { key, body }: TakenTelling,
): Promise<{ readonly message: string; readonly data: JsonObject } | undefined> {
  const { from, message, generation, sealed } = body as { from: MatterId; message: string; generation: number; sealed: string }
  const sql = 'SELECT wrapped FROM matter_keys WHERE institution_id = $1 AND matter_id = $2 AND generation = $3'
  const [row] = await readAs(store, systemViewer(institution), 'tell-key', (ask) =>
    ask<{ wrapped: Buffer }>(sql, [institution, from, generation]),
  )
  if (row === undefined) return undefined
  const { key: open } = unwrapKey(store, institution, `matter/${from}`, generation, row.wrapped)
  return { message, data: unsealJson<JsonObject>(open, placeOfTell(institution, key), Buffer.from(sealed, 'base64')) }
}

/** Where the sealed words of a telling lie, so that they open nowhere else. */
export function placeOfTell(institution: InstitutionId, key: string): string {
  return `${key}@${institution}`
}
