import type { InstitutionId } from '#domain/actor.ts'
import type { JsonObject } from '#domain/json.ts'
import type { MatterId } from '#domain/state.ts'
import { systemViewer, type Store } from './db.ts'
import { unwrapKey } from './keys.ts'
import type { TakenTelling } from './outbox.ts'
import { readAs } from './reading.ts'
import { unsealJson } from './seal.ts'

/** The kind under which the outbox keeps what one matter has to tell another. */
export const tellKind = 'tell'

/** The kind under which it keeps the news that a register changed. */
export const factChangedKind = 'fact-changed'

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
