import type { InstitutionId, PersonId } from '#domain/actor.ts'
import type { MatterId } from '#domain/state.ts'
import type { Store } from '#store/db.ts'
import { openMailIncident, sendOnce } from '#store/mail-log.ts'
import { LetterRefused, type Letter, type Mailer } from './mailer.ts'

/** A letter to be sent once; `key` names it within the institution. */
export type Posting = {
  readonly institution: InstitutionId
  readonly key: string
  readonly to: string
  readonly letter: Letter
  readonly person?: PersonId
  readonly matter?: MatterId
}

/**
 * Sends a letter and logs it, or does nothing when the log has it already. Answers whether it was sent now. A letter that the mail
 * server refuses for good becomes an incident of the office; other trouble is thrown, to be tried again.
 */
export async function postLetter(
  { store, mailer }: { readonly store: Store; readonly mailer: Mailer },
  posting: Posting,
): Promise<boolean> {
  const { institution, key, to, letter, person, matter } = posting
  const mail = {
    institution,
    key,
    address: to,
    subject: letter.subject,
    ...(person === undefined ? {} : { person }),
    ...(matter === undefined ? {} : { matter }),
  }
  try {
    return await sendOnce(store, mail, () => mailer.send({ id: `${institution}/${key}`, to, letter }))
  } catch (error) {
    if (!(error instanceof LetterRefused)) throw error
    await openMailIncident(store, mail, error.message)
    return false
  }
}
