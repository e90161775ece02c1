import { publicUploader, type InstitutionId } from '#domain/actor.ts'
import { addWorkingDays, isWorkingDay } from '#domain/calendar.ts'
import { addDays, type PlainDay } from '#domain/day.ts'
import { findDigest, listMarkedDays, type MorningSpan } from '#domain/digest.ts'
import { evidenceKeptDays } from '#domain/objection-limits.ts'
import { sweepUnbound } from '#store/desk/attachments.ts'
import { readCalendar, readMailReaders, readMorningNews } from '#store/lists/morning-news.ts'
import { dropEndedSessions } from '#store/desk/sessions.ts'
import type { ActivityDependencies } from './dependencies.ts'
import { composeDigest } from './letters.ts'
import { postLetter } from './post-letter.ts'

/** Whose morning, and the office day of the round before it. */
export type Morning = { readonly institution: InstitutionId; readonly today: PlainDay; readonly last: PlainDay }

/** So many mails that are not taken mean that the mail server is down: the rest wait for the next attempt. */
const patience = 5

/** Working days ahead that count as soon. */
const soonWorkingDays = 2

/**
 * The morning round of a working day: one mail to everybody whom something concerns, of what happened since the last round, what
 * is due and what is overdue. Before it, what has lain too long goes: ended sessions, files that no objection named. Answers false on a day off; its news keep until the next working day. Safe to repeat: a mail is
 * named by person and day.
 */
export function createMorningRoundActivity({ store, mailer, publicUrl }: ActivityDependencies) {
  return async function morningRound({ institution, today, last }: Morning): Promise<boolean> {
    const calendar = await readCalendar(store, institution)
    await dropEndedSessions(store, institution)
    await sweepUnbound(store, institution, publicUploader, addDays(today, -evidenceKeptDays))
    if (!isWorkingDay(calendar, today)) return false
    const span: MorningSpan = { from: last, today, soon: addWorkingDays(calendar, today, soonWorkingDays) }
    const news = await readMorningNews(store, institution, span, listMarkedDays(last, today))
    const failures: unknown[] = []
    for (const reader of await readMailReaders(store, institution, today)) {
      if (failures.length >= patience) break
      const digest = findDigest(news, reader, span)
      if (digest === undefined) continue
      const letter = composeDigest(reader, digest, today, publicUrl)
      const posting = { institution, key: `digest/${today}/${reader.person}`, to: reader.mail, letter, person: reader.person }
      // One address that is refused keeps nobody else from his mail; the round is then repeated for whoever is left.
      await postLetter({ store, mailer }, posting).catch((error: unknown) => failures.push(error))
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} mails of ${today} were not taken`)
    return true
  }
}
