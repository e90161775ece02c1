import type { PersonId } from './actor.ts'
import type { JsonObject } from './json.ts'
import { addDays, addMonths, minDay, type PlainDay } from './day.ts'
import { decideTakeUp, standOfPayment, type Payment, type PaymentStanding, type TakeUpVerdict } from './licence-take-up-decision.ts'
import type { RoyaltyReport, Taker, TakeUpNotice } from './licence-take-up-forms.ts'
import { steps } from './licence-take-up-steps.ts'
import { fen, subtractFen, sumFen, type Fen } from './money.ts'
import type { OfferEnd } from './open-licence-end.ts'
import type { AnnouncedStandard, Fee } from './open-licence-forms.ts'
import { hasRoyalty } from './open-licence-price.ts'
import { listForms } from './pre-filing-assessment-facts.ts'
import { findResult, listResults, stepOfTask, type MatterState, type TaskId } from './state.ts'

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

/** What has happened to a take-up so far, in its order: a story keeps its own, papers and checks read it from the state. */
export type Course = {
  /** Payments that were told and not given back while there was no licence. */
  readonly payments: readonly Payment[]
  readonly ended?: OfferEnd
  readonly counsel?: 'licensed' | 'not-licensed'
  readonly reports: readonly RoyaltyReport[]
  /** What went back since there is a licence. */
  readonly refundedFen: Fen
}

/** A take-up whose notice has just arrived. */
export const newCourse: Course = { payments: [], reports: [], refundedFen: fen(0) }

/** A payment as a receipt tells it. */
export function readPayment(data: JsonObject): Payment {
  return { amountFen: fen(Number(data['amountFen'])), paidOn: String(data['paidOn']) as PlainDay }
}

/** Results come in the order in which they were recorded. */
function placeOf(state: MatterState, step: string): number {
  const place = Object.keys(state.results).findIndex((id) => stepOfTask(id as TaskId) === step)
  return place === -1 ? Number.MAX_SAFE_INTEGER : place
}

/** The course of a take-up from its state. */
export function courseOf(state: MatterState): Course {
  const licensedAt = placeOf(state, steps.licence.name)
  const refunds = Object.entries(state.results).flatMap(([id, { data }], place) =>
    stepOfTask(id as TaskId) === steps.refund.name ? [{ place, amountFen: fen(Number(data['amountFen'])) }] : [],
  )
  const sumOf = (some: typeof refunds) => sumFen(some.map(({ amountFen }) => amountFen))
  const told = state.messages.filter(({ name }) => name === 'receipt-matched').map(({ data }) => readPayment(data))
  const ended = findToldEnd(state)
  const counsel = findResult(state, steps.legalReview.name)?.outcome as Course['counsel']
  return {
    payments: withoutFirst(told, sumOf(refunds.filter(({ place }) => place < licensedAt))),
    ...(ended === undefined ? {} : { ended }),
    ...(counsel === undefined ? {} : { counsel }),
    reports: listForms(state, steps.royaltyReport).map(({ data }) => data),
    refundedFen: sumOf(refunds.filter(({ place }) => place > licensedAt)),
  }
}

/** Without a licence everything paid so far goes back: the payments that a refund covered are the first ones. */
function withoutFirst(payments: readonly Payment[], refundedFen: Fen): readonly Payment[] {
  let left: number = refundedFen
  return payments.filter(({ amountFen }) => {
    if (left < amountFen) return true
    left -= amountFen
    return false
  })
}

/** The latest that was heard or read of the offer's end. */
function findToldEnd(state: MatterState): OfferEnd | undefined {
  const told = state.messages.findLast(({ name }) => name === 'offer-ended')?.data as unknown as OfferEnd | undefined
  const read = [steps.standard, steps.present]
    .flatMap(({ name }) => listResults(state, name))
    .findLast(({ data }) => data['ended'] !== undefined)
  return told ?? (read?.data['ended'] as unknown as OfferEnd | undefined)
}

/** The last day on which the fee is in time, as docketed; throws an Error before it is. */
export function getPaymentDay(state: MatterState): PlainDay {
  const entry = state.docket['payment']
  if (entry === undefined) throw new Error(`Take-up ${state.head.id} has no day of payment`)
  return entry.due.on
}

/** What a take-up is judged by, beside its course. */
export type TakeUpGround = { readonly notice: TakeUpNotice; readonly fee: Fee }

/** Notice and fee of a take-up; its standard must have been read. */
export function groundOf(state: MatterState): TakeUpGround {
  return { notice: readNotice(state), fee: getStandardRead(state).standard.fee }
}

/** Payments against the entry part. */
export function entryStanding({ notice, fee }: TakeUpGround, { payments }: Pick<Course, 'payments'>): PaymentStanding {
  return standOfPayment(fee, payments, notice.arrivedOn)
}

/** The days the table looks at. */
type VerdictDays = { readonly paidOn?: PlainDay; readonly withdrawalAnnouncedOn?: PlainDay }

/**
 * The verdict of the table on what has happened. Where the patent itself ended, whoever had not paid by then has nothing left to
 * take; what counsel found goes before the table.
 */
export function verdictOf(ground: TakeUpGround, course: Course): TakeUpVerdict & VerdictDays {
  const { dispatchedOn, arrivedOn } = ground.notice
  const { completeOn } = entryStanding(ground, course)
  const { ended, counsel } = course
  const days: VerdictDays = {
    ...(completeOn === undefined ? {} : { paidOn: completeOn }),
    ...(ended === undefined ? {} : { withdrawalAnnouncedOn: ended.endedOn }),
  }
  if (counsel === 'licensed')
    return completeOn === undefined ? { verdict: 'waiting', line: 'unpaid', ...days } : { verdict: 'licensed', line: 'counsel', ...days }
  if (ended !== undefined && ended.cause !== 'withdrawn' && (completeOn === undefined || completeOn > ended.endedOn))
    return { verdict: 'offer-gone', line: 'patent-ended', ...days }
  return { ...decideTakeUp({ dispatchedOn, arrivedOn, ...days }), ...days }
}

export type Licence = { readonly beginsOn: PlainDay; readonly endsOn: PlainDay; readonly paidOn: PlainDay }

/** When the licence began and ends; undefined before there is one. */
export function findLicence(state: MatterState): Licence | undefined {
  return findResult(state, steps.licence.name)?.data as unknown as Licence | undefined
}

/** What royalties were reported, what was paid for them, and what is still owed. */
export function royaltyStanding(
  ground: TakeUpGround,
  course: Course,
): { readonly reportedFen: Fen; readonly paidFen: Fen; readonly owedFen: Fen } {
  const reportedFen = sumFen(course.reports.map(({ royaltyFen }) => royaltyFen))
  const { owedFen: entry, paidFen: all } = entryStanding(ground, course)
  const kept = subtractFen(all, course.refundedFen)
  const paidFen = kept > entry ? subtractFen(kept, entry) : fen(0)
  return { reportedFen, paidFen, owedFen: reportedFen > paidFen ? subtractFen(reportedFen, paidFen) : fen(0) }
}

/** What goes back now: all that was paid where there is no licence, what is neither fee nor royalty where there is one. */
export function refundOwed(ground: TakeUpGround, course: Course, isLicensed: boolean): Fen {
  const paidFen = sumFen(course.payments.map(({ amountFen }) => amountFen))
  // Counsel may find later that the licence never came about: then all of it goes back too.
  if (!isLicensed || course.counsel === 'not-licensed') return subtractFen(paidFen, course.refundedFen)
  const { surplusFen } = entryStanding(ground, course)
  const owed = surplusFen - course.refundedFen - royaltyStanding(ground, course).reportedFen
  return owed > 0 ? fen(owed) : fen(0)
}

/** What a payment may settle now: the entry part while there is no licence, reported royalties afterwards. */
export function outstandingFen(state: MatterState): Fen {
  if (findStandardRead(state) === undefined) return fen(0)
  const [ground, course] = [groundOf(state), courseOf(state)]
  return findLicence(state) === undefined ? entryStanding(ground, course).missingFen : royaltyStanding(ground, course).owedFen
}

/** The first day of the royalty period that runs: that of the licence, or the one after the last that was reported. */
export function nextReportStart({ beginsOn }: Pick<Licence, 'beginsOn'>, reports: readonly RoyaltyReport[]): PlainDay {
  const last = reports.at(-1)
  return last === undefined ? beginsOn : addDays(last.to, 1)
}

/** The last day of the royalty period that runs; undefined where there is none, or after the last report. */
export function nextReportEnd(
  fee: Fee,
  { beginsOn, endsOn }: Pick<Licence, 'beginsOn' | 'endsOn'>,
  reports: readonly RoyaltyReport[],
): PlainDay | undefined {
  const last = reports.at(-1)?.to
  if (!hasRoyalty(fee) || (last !== undefined && last >= endsOn)) return undefined
  return minDay(addMonths(beginsOn, (reports.length + 1) * (fee.reportMonths ?? 12)), endsOn)
}
