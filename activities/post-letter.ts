import type { InstitutionId, PersonId } from '#domain/actor.ts'
import type { MatterId } from '#domain/state.ts'
import type { Store } from '#store/db.ts'
import { openMailIncident, sendOnce } from '#store/mail-log.ts'
import { keepAside } from '#store/outbox.ts'
import { LetterRefused, type Letter, type Mailer } from './mailer.ts'

/** A letter to be sent once; `key` names it within the institution. */
export type Posting = {
  readonly institution: InstitutionId
  readonly key: string
  readonly to: string
  /** How the mail log and an incident name the address where it may not stand there. */
  readonly loggedAs?: string
  readonly letter: Letter
  readonly person?: PersonId
  readonly matter?: MatterId
}

/** What came of posting: sent now, in the log already, or refused by the mail server for good. */
export type Posted = { readonly is: 'sent' | 'known' } | { readonly is: 'refused'; readonly why: string }

/** The kind of telling that is a letter as it was written, for a retry by hand. */
export const writtenLetter = 'letter'

/**
 * Sends a letter and logs it, or does nothing when the log has it already. A letter that the mail server refuses for good becomes
 * an incident of the office and is laid aside for a retry; other trouble is thrown, to be tried again.
 */
export async function postLetter({ store, mailer }: { readonly store: Store; readonly mailer: Mailer }, posting: Posting): Promise<Posted> {
  const { institution, key, to, loggedAs = to, letter, person, matter } = posting
  const about = { ...(person === undefined ? {} : { person }), ...(matter === undefined ? {} : { matter }) }
  const mail = { institution, key, address: loggedAs, subject: letter.subject, ...about }
  try {
    const isNew = await sendOnce(store, mail, () => mailer.send({ id: `${institution}/${key}`, to, letter }))
    return { is: isNew ? 'sent' : 'known' }
  } catch (error) {
    if (!(error instanceof LetterRefused)) throw error
    const why = error.message.replaceAll(to, loggedAs)
    // A letter that came out of the outbox is there already, and stays as it is.
    const { subject, text } = letter
    const body = { person: person ?? '', letter: { subject, text } }
    await keepAside(store, institution, { kind: writtenLetter, key, body, ...(matter === undefined ? {} : { matter }) }, why)
    await openMailIncident(store, mail, why)
    return { is: 'refused', why }
  }
}
