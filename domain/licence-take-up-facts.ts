import type { PersonId } from './actor.ts'
import { addMonths, minDay, type PlainDay } from './day.ts'
import { decideTakeUp, standOfPayment, type Payment, type PaymentStanding, type TakeUpVerdict } from './licence-take-up-decision.ts'
import type { Taker, TakeUpNotice } from './licence-take-up-forms.ts'
import { steps } from './licence-take-up-steps.ts'
import { fen, subtractFen, sumFen, type Fen } from './money.ts'
import type { OfferEnd } from './open-licence-end.ts'
import type { AnnouncedStandard } from './open-licence-forms.ts'
import { hasRoyalty } from './open-licence-price.ts'
import { findForm, listForms } from './pre-filing-assessment-facts.ts'
import { findResult, listResults, type MatterState } from './state.ts'

/** What a take-up reads of its declaration: the announced standard, its end if it has one, and the law's numbers. */
export type StandardRead = {
  readonly standard: AnnouncedStandard
  readonly inventors: readonly PersonId[]
  readonly ended?: OfferEnd
  readonly recordalMonths: number
}

/** The written notice; its schema held when it was recorded. */
export function readNotice(state: MatterState): TakeUpNotice {
  return state.data as unknown as TakeUpNotice
}

/** The standard as it was announced; undefined before it was read. */
export function findStandardRead(state: MatterState): StandardRead | undefined {
  return findResult(state, steps.standard.name)?.data as unknown as StandardRead | undefined
}

/** The same where it must be there; throws an Error where it is not, which is a bug of the story. */
export function getStandardRead(state: MatterState): StandardRead {
  const read = findStandardRead(state)
  if (read === undefined) throw new Error(`Take-up ${state.head.id} has read no standard`)
  return read
}

/** Whether technology would leave the country. */
export function isForeign({ country }: Taker): boolean {
  return country !== 'CN'
}

/** The latest that was heard or read of the offer's end. */
export function findToldEnd(state: MatterState): OfferEnd | undefined {
  const told = state.messages.findLast(({ name }) => name === 'offer-ended')?.data as unknown as OfferEnd | undefined
  const read = [...listResults(state, steps.standard.name), ...listResults(state, steps.present.name)].findLast(
    ({ data }) => data['ended'] !== undefined,
  )
  return told ?? (read?.data['ended'] as unknown as OfferEnd | undefined)
}

/** When the licence was recorded, on the clock of the record. */
function licensedAt(state: MatterState): number {
  return findResult(state, steps.licence.name)?.at ?? Number.MAX_SAFE_INTEGER
}

/** Every payment that receipts have told since money last went back before there was a licence. */
export function listPayments(state: MatterState): Payment[] {
  const returned = listForms(state, steps.refund).findLast(({ at }) => at < licensedAt(state))?.at ?? 0
  return state.messages
    .filter(({ name, at }) => name === 'receipt-matched' && at > returned)
    .map(({ data }) => ({ amountFen: fen(Number(data['amountFen'])), paidOn: String(data['paidOn']) as PlainDay }))
}

/** What went back to the taker since he has his licence. */
export function refundedFen(state: MatterState): Fen {
  return sumFen(
    listForms(state, steps.refund)
      .filter(({ at }) => at >= licensedAt(state))
      .map(({ data }) => data.amountFen),
  )
}

/** Payments against the entry part. */
export function entryStanding(state: MatterState): PaymentStanding {
  return standOfPayment(getStandardRead(state).standard.fee, listPayments(state), readNotice(state).arrivedOn)
}

/** The days the table looks at. */
type VerdictDays = { readonly paidOn?: PlainDay; readonly withdrawalAnnouncedOn?: PlainDay }

/**
 * The verdict of the table on what is recorded now. Where the patent itself ended, whoever had not paid by then has nothing left
 * to take; what counsel found goes before the table.
 */
export function verdictOf(state: MatterState): TakeUpVerdict & VerdictDays {
  const { dispatchedOn, arrivedOn } = readNotice(state)
  const { completeOn } = entryStanding(state)
  const ended = findToldEnd(state)
  const days: VerdictDays = {
    ...(completeOn === undefined ? {} : { paidOn: completeOn }),
    ...(ended === undefined ? {} : { withdrawalAnnouncedOn: ended.endedOn }),
  }
  if (findResult(state, steps.legalReview.name)?.outcome === 'licensed')
    return completeOn === undefined ? { verdict: 'waiting', line: 'unpaid', ...days } : { verdict: 'licensed', line: 'counsel', ...days }
  if (ended !== undefined && ended.cause !== 'withdrawn' && (completeOn === undefined || completeOn > ended.endedOn))
    return { verdict: 'offer-gone', line: 'patent-ended', ...days }
  return { ...decideTakeUp({ dispatchedOn, arrivedOn, ...days }), ...days }
}

/** When the licence began and ends; undefined before there is one. */
export function findLicence(state: MatterState): { readonly beginsOn: PlainDay; readonly endsOn: PlainDay } | undefined {
  return findResult(state, steps.licence.name)?.data as unknown as { beginsOn: PlainDay; endsOn: PlainDay } | undefined
}

/** What royalties were reported, what was paid for them, and what is still owed. */
export function royaltyStanding(state: MatterState): { readonly reportedFen: Fen; readonly paidFen: Fen; readonly owedFen: Fen } {
  const reportedFen = sumFen(listForms(state, steps.royaltyReport).map(({ data }) => data.royaltyFen))
  const { owedFen: entry, paidFen: all } = entryStanding(state)
  const kept = subtractFen(all, refundedFen(state))
  const paidFen = kept > entry ? subtractFen(kept, entry) : fen(0)
  return { reportedFen, paidFen, owedFen: reportedFen > paidFen ? subtractFen(reportedFen, paidFen) : fen(0) }
}

/** What a payment may settle now: the entry part while there is no licence, reported royalties afterwards. */
export function outstandingFen(state: MatterState): Fen {
  if (findStandardRead(state) === undefined) return fen(0)
  return findLicence(state) === undefined ? entryStanding(state).missingFen : royaltyStanding(state).owedFen
}

/** The last day of the running period: the next report's, or the licence's. */
export function nextReportEnd(state: MatterState): PlainDay | undefined {
  const { fee } = getStandardRead(state).standard
  const licence = findLicence(state)
  if (licence === undefined || !hasRoyalty(fee)) return undefined
  const reported = findForm(state, steps.royaltyReport)?.data.to
  if (reported !== undefined && reported >= licence.endsOn) return undefined
  const count = listForms(state, steps.royaltyReport).length + 1
  return minDay(addMonths(licence.beginsOn, count * (fee.reportMonths ?? 12)), licence.endsOn)
}
