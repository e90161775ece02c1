import type { JsonObject } from '#domain/json.ts'
import type { MatterId, MatterState } from '#domain/state.ts'
import { sealJson } from '../seal.ts'
import { placeOfTell, tellKind } from '../tells.ts'
import type { Told } from './replay.ts'
import type { Statement } from './statement.ts'

/** A telling as it waits in the outbox: what it says is sealed under the key of the matter that says it. */
export type SealedTell = { readonly to: MatterId; readonly key: string; readonly body: JsonObject }

/** Seals what actions tell other matters. */
export function sealTells(told: readonly Told[], key: Buffer, generation: number, { head }: MatterState): SealedTell[] {
  return told.flatMap(({ seq, tells }) =>
    tells.map(({ matter, message, data }, index) => {
      const name = `tell/${head.id}/${seq}/${index}`
      const sealed = sealJson(key, placeOfTell(head.institution, name), data).toString('base64')
      return { to: matter, key: name, body: { from: head.id, message, generation, sealed } }
    }),
  )
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
