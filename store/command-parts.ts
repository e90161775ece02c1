import type { InstitutionId } from '#domain/actor.ts'
import type { MatterId } from '#domain/state.ts'
import type { Store } from './db.ts'
import { seal } from './seal.ts'

/** What is answered to a command that was carried out: where in the record its action stands, or the matter it opened. */
export type CarriedOut = {
  readonly status: 'done'
  readonly answer: { readonly seq: number } | { readonly id: MatterId; readonly number: string }
}

/** Where a part of a kept command belongs. */
export function commandPlace(institution: InstitutionId, id: string, part: 'request' | 'answer'): string {
  return `command/${institution}/${id}/${part}`
}

/** Seals part of a command by the master key, since the matter it opens may not have a key yet. */
export function sealCommandPart(store: Store, institution: InstitutionId, id: string, part: 'request' | 'answer', value: unknown): Buffer {
  return seal(store.masterKey, commandPlace(institution, id, part), Buffer.from(JSON.stringify(value)))
}

/** An answer to a kept command, sealed. */
export type CommandAnswer = { readonly id: string; readonly sealed: Buffer }

/** Seals what is answered to a command that was carried out. */
export function sealAnswer(store: Store, institution: InstitutionId, id: string, answer: CarriedOut): CommandAnswer {
  return { id, sealed: sealCommandPart(store, institution, id, 'answer', answer) }
}

/** The SQL by which the transaction that carries a command out answers it; nothing where no such command waits for an answer. */
export function answerSql(bind: (value: unknown) => string, institution: InstitutionId, { id, sealed }: CommandAnswer): string {
  return `UPDATE commands SET status = 'done', sealed_answer = ${bind(sealed)}, sealed_request = NULL, answered_at = ${bind(new Date())}
    WHERE institution_id = ${bind(institution)} AND id = ${bind(id)} AND status = 'pending'`
}
