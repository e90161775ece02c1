import type { PlainDay } from './day.ts'
import { fen, sumFen, subtractFen, takeBasisPoints, type Fen } from './money.ts'
import { entryAmount } from './open-licence-price.ts'
import type { Fee } from './open-licence-forms.ts'

/** The days that decide a take-up against the withdrawal of its declaration. */
export type TakeUpDays = {
  readonly dispatchedOn: PlainDay
  readonly arrivedOn: PlainDay
  /** Absent while something is owed. */
  readonly paidOn?: PlainDay
  /** Absent while the declaration is not withdrawn by announcement. */
  readonly withdrawalAnnouncedOn?: PlainDay
}

/** Which line of the table a take-up stands in; letters and reviews name it. */
export type TableLine =
  'no-withdrawal' | 'both-before' | 'paid-after' | 'unpaid' | 'arrived-after' | 'posted-before-arrived-after' | 'patent-ended' | 'counsel'

export type TakeUpVerdict =
  | { readonly verdict: 'licensed'; readonly line: 'no-withdrawal' | 'both-before' | 'counsel' }
  | { readonly verdict: 'waiting'; readonly line: 'unpaid' }
  | { readonly verdict: 'legal-review'; readonly line: 'paid-after' }
  | { readonly verdict: 'offer-gone'; readonly line: 'arrived-after' | 'posted-before-arrived-after' | 'patent-ended' }

/**
 * Decides a take-up by the days alone, the day of announcement itself being in time: the declaration binds until its
 * withdrawal is announced (专利法 50(2)). Paid after it: counsel looks, and the licence stands unless he says otherwise.
 * Arrived after it: the offer is gone, also for a notice posted before (acceptance takes effect on arrival, 民法典 484, 137).
 */
export function decideTakeUp({ dispatchedOn, arrivedOn, paidOn, withdrawalAnnouncedOn: gone }: TakeUpDays): TakeUpVerdict {
  if (gone !== undefined && arrivedOn > gone)
    return { verdict: 'offer-gone', line: dispatchedOn <= gone ? 'posted-before-arrived-after' : 'arrived-after' }
  if (paidOn === undefined) return { verdict: 'waiting', line: 'unpaid' }
  if (gone === undefined) return { verdict: 'licensed', line: 'no-withdrawal' }
  return paidOn <= gone ? { verdict: 'licensed', line: 'both-before' } : { verdict: 'legal-review', line: 'paid-after' }
}

/** One payment that was credited. */
export type Payment = { readonly amountFen: Fen; readonly paidOn: PlainDay }

/** What has come in against what was announced; part of it makes no licence. */
export type PaymentStanding = {
  readonly owedFen: Fen
  readonly paidFen: Fen
  readonly missingFen: Fen
  readonly surplusFen: Fen
  /** The day on which the payment was complete: the day credited, never the day entered. */
  readonly completeOn?: PlainDay
}

/** Adds up payments in the order of the days credited; nothing owed is complete on the day the notice arrived. */
export function standOfPayment(fee: Fee, payments: readonly Payment[], arrivedOn: PlainDay): PaymentStanding {
  const owedFen = entryAmount(fee)
  const inOrder = payments.toSorted((a, b) => (a.paidOn === b.paidOn ? 0 : a.paidOn < b.paidOn ? -1 : 1))
  const paidFen = sumFen(inOrder.map(({ amountFen }) => amountFen))
  const completeOn =
    owedFen === 0
      ? arrivedOn
      : inOrder.find((_, place) => sumFen(inOrder.slice(0, place + 1).map(({ amountFen }) => amountFen)) >= owedFen)?.paidOn
  const difference = subtractFen(paidFen, owedFen)
  return {
    owedFen,
    paidFen,
    missingFen: difference < 0 ? subtractFen(owedFen, paidFen) : fen(0),
    surplusFen: difference > 0 ? difference : fen(0),
    ...(completeOn === undefined ? {} : { completeOn }),
  }
}

/** The licence begins when both stand: the notice arrived and the fee was paid; for exports not before the licence to export. */
export function licenceBeginsOn(days: {
  readonly arrivedOn: PlainDay
  readonly paidOn: PlainDay
  readonly exportLicensedOn?: PlainDay
}): PlainDay {
  return [days.arrivedOn, days.paidOn, ...(days.exportLicensedOn === undefined ? [] : [days.exportLicensedOn])].reduce((a, b) =>
    b > a ? b : a,
  )
}

/** What a period's base owes by the announced rate, rounded to the nearest fen. */
export function royaltyOf(fee: Pick<Fee, 'royaltyBp'>, baseFen: Fen): Fen {
  return takeBasisPoints(baseFen, fee.royaltyBp ?? 0, 'half-up')
}

/** Letters that nobody takes for digits. */
const checkLetters = 'ABCDEFGHJK'

/** What a payer writes beside his transfer: the take-up's number without strokes, and two letters that catch a slip. */
export function paymentReference(number: string): string {
  const bare = number.replaceAll('-', '').toUpperCase()
  const rest = [...bare].reduce((sum, character) => (sum * 36 + Number.parseInt(character, 36)) % 97, 0)
  return `${bare}${checkLetters.charAt(Math.floor(rest / 10))}${checkLetters.charAt(rest % 10)}`
}

/** The reference inside whatever a payer wrote; undefined where none of its kind is there or its letters do not fit. */
export function findPaymentReference(text: string): string | undefined {
  const found = text
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .matchAll(/KX\d{9,19}[A-K]{2}/g)
  return [...found].map(([match]) => match).find((one) => paymentReference(one.slice(0, -2)) === one)
}

/** The number of the take-up a reference was made from: `KX202600001DE` → `KX-2026-00001`. */
export function numberOfReference(reference: string): string {
  return `${reference.slice(0, 2)}-${reference.slice(2, 6)}-${reference.slice(6, -2)}`
}
