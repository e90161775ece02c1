import { addDays, addMonths } from './day.ts'
import type { PlainDay } from './day.ts'

/** How a paper of the patent office reached the party, or its agent where there is one (专利法实施细则 4). */
export type OfficeNotice =
  | { readonly by: 'electronic'; readonly enteredOn: PlainDay }
  | { readonly by: 'mail'; readonly dispatchedOn: PlainDay; readonly provedReceivedOn?: PlainDay }
  | { readonly by: 'hand'; readonly deliveredOn: PlainDay }
  | { readonly by: 'announcement'; readonly announcedOn: PlainDay }

/**
 * The day on which a notice counts as received, from which its period runs: entry into the party's system, without added days;
 * a proved receipt by mail, else `mailDeemedDays` after dispatch (parameter `MAIL_DEEMED_DAYS`); delivery by hand; a month
 * after announcement where the address is unknown (专利法实施细则 4).
 */
export function noticeReceivedOn(notice: OfficeNotice, mailDeemedDays: number): PlainDay {
  if (notice.by === 'electronic') return notice.enteredOn
  if (notice.by === 'hand') return notice.deliveredOn
  if (notice.by === 'announcement') return addMonths(notice.announcedOn, 1)
  return notice.provedReceivedOn ?? addDays(notice.dispatchedOn, mailDeemedDays)
}
