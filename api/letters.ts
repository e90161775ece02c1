import type { InstitutionId, PersonId } from '#domain/actor.ts'
import type { MatterId } from '#domain/state.ts'
import { asSystem, type Store } from '#store/db.ts'
import { enqueue } from '#store/outbox.ts'

/** A letter to one person, by kind, with what it says; the relay posts it at least once. */
export type LetterToPost = {
  readonly kind: 'invitation' | 'link' | 'link-code'
  readonly key: string
  readonly person: PersonId
  readonly facts: { readonly [name: string]: string }
  readonly matter?: MatterId
}

/** Hands a letter to the relay. */
export async function postLater(
  store: Store,
  institution: InstitutionId,
  { kind, key, person, facts, matter }: LetterToPost,
): Promise<void> {
  await asSystem(store, institution, (tx) =>
    enqueue(tx, institution, { kind, key, body: { person, facts }, ...(matter === undefined ? {} : { matter }) }),
  )
}

/** A moment as letters name it: day and minute at +08:00. */
export function inWords(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}
