import type { CheckContext, FormChecks } from './checks.ts'
import type { PlainDay } from './day.ts'
import { royaltyOf } from './licence-take-up-decision.ts'
import { courseOf, findLicence, getStandardRead, groundOf, isForeign, nextReportStart, refundOwed } from './licence-take-up-facts.ts'
import type { ExportCheck, RecordalFiling, RecordalReply, Refund, RoyaltyReport, Taker, TakeUpNotice } from './licence-take-up-forms.ts'
import { takeUpRules as rules } from './licence-take-up-rules.ts'
import { liveEntryId } from './open-licence.ts'
import { formatYuan } from './money.ts'
import { isPartyCode } from './party-code.ts'
import { refuse, type Refusal } from './refusal.ts'
import { findPatent, type Encumbrance } from './register.ts'
import type { MatterState } from './state.ts'

function checkPast(days: { readonly [field: string]: PlainDay | undefined }, today: PlainDay): Refusal[] {
  return Object.entries(days).flatMap(([field, day]) =>
    day !== undefined && day > today ? [refuse(rules.dayToCome, { day, today }, `/${field}`)] : [],
  )
}

/** The taker's identity, and nothing else about him. */
function checkTaker(taker: Taker): Refusal[] {
  if (!isForeign(taker)) return isPartyCode(taker.code) ? [] : [refuse(rules.codeWrong, { code: taker.code ?? '—' }, '/taker/code')]
  return (taker.registration ?? '').trim() === ''
    ? [refuse(rules.registrationMissing, { country: taker.country }, '/taker/registration')]
    : []
}

/**
 * Whether the offer was there for a notice that arrived on this day. At the public's door a notice after its end is refused
 * at once; one that came by post is taken in, so that it gets its answer in writing.
 */
function checkOffer({ arrivedOn, channel }: TakeUpNotice, offer: Encumbrance | undefined, declaration: string): Refusal[] {
  if (offer === undefined) return [refuse(rules.noOffer, { declaration }, '/declaration')]
  if (arrivedOn < offer.since) return [refuse(rules.beforeAnnouncement, { arrivedOn, announcedOn: offer.since }, '/arrivedOn')]
  if (channel !== 'online') return []
  if (offer.endedOn !== undefined && arrivedOn > offer.endedOn) return [refuse(rules.offerWithdrawn, { arrivedOn, endedOn: offer.endedOn })]
  return offer.until !== undefined && arrivedOn > offer.until ? [refuse(rules.offerOver, { arrivedOn, until: offer.until })] : []
}

/** Admission: identity, days, unchanged terms, and the offer as the patent's register says under its lock. */
export function checkNotice(notice: TakeUpNotice, { registers, today }: Pick<CheckContext, 'registers' | 'today'>): Refusal[] {
  const { patent, declaration, dispatchedOn, arrivedOn, startsOn } = notice
  const offer = findPatent(registers, patent)?.encumbrances.find(({ id }) => id === liveEntryId(declaration))
  const isLate = offer?.until !== undefined && startsOn > offer.until
  return [
    ...checkTaker(notice.taker),
    ...checkPast({ arrivedOn }, today),
    ...(dispatchedOn > arrivedOn ? [refuse(rules.daysReversed, { dispatchedOn, arrivedOn }, '/dispatchedOn')] : []),
    ...(startsOn < arrivedOn ? [refuse(rules.startBeforeArrival, { startsOn, arrivedOn }, '/startsOn')] : []),
    ...(isLate ? [refuse(rules.startAfterEnd, { startsOn, until: offer.until ?? '' }, '/startsOn')] : []),
    // A changed acceptance is a new offer: the patentee may answer it with an ordinary licence, not with this one.
    ...(notice.termsAccepted ? [] : [refuse(rules.termsChanged, {}, '/termsAccepted')]),
    ...checkOffer(notice, offer, declaration),
  ]
}

const filled = (value: string | undefined) => (value ?? '').trim() !== ''

/**
 * Free technology may go, its contract is registered afterwards (36); restricted technology needs letter of intent and licence
 * before anything takes effect (33, 35); prohibited technology stays (29).
 */
export function checkExport(check: ExportCheck, { outcome, today }: Pick<CheckContext, 'outcome' | 'today'>): Refusal[] {
  const { list } = check
  if (outcome === 'barred') return list === 'free' ? [refuse(rules.exportPassable, {}, '/list')] : []
  if (list === 'prohibited') return [refuse(rules.exportProhibited, {}, '/list')]
  if (list === 'free') return []
  const missing = [
    ...(filled(check.letterOfIntent) ? [] : ['letterOfIntent']),
    ...(filled(check.licenceNumber) ? [] : ['licenceNumber']),
    ...(check.licensedOn === undefined ? ['licensedOn'] : []),
  ]
  return [
    ...missing.map((field) => refuse(rules.exportUnlicensed, { field }, `/${field}`)),
    ...checkPast({ licensedOn: check.licensedOn }, today),
  ]
}

function checkRecordalReply(reply: RecordalReply, { outcome, today }: CheckContext): Refusal[] {
  const wanted: readonly (keyof RecordalReply)[] = outcome === 'recorded' ? ['recordalNumber', 'recordedOn'] : ['defects']
  return [
    ...wanted.filter((field) => reply[field] === undefined).map((field) => refuse(rules.answerIncomplete, { field }, `/${field}`)),
    ...checkPast({ receivedOn: reply.receivedOn, recordedOn: reply.recordedOn }, today),
  ]
}

/** Periods follow one another from the first day of the licence: none is left out, none is reported twice. */
function checkPeriod({ from }: RoyaltyReport, state: MatterState): Refusal[] {
  const licence = findLicence(state)
  const wanted = licence === undefined ? from : nextReportStart(licence, courseOf(state).reports)
  return from === wanted ? [] : [refuse(rules.periodNotNext, { from, wanted }, '/from')]
}

/**
 * The royalty is what the announced rate gives on the reported base, to the fen: nobody pays less or more. A report that is corrected
 * has its place among the others already.
 */
function checkReport(report: RoyaltyReport, { state, outcome, today }: CheckContext): Refusal[] {
  if (state === undefined) return []
  const { from, to, baseFen, royaltyFen } = report
  const owedFen = royaltyOf(getStandardRead(state).standard.fee, baseFen)
  return [
    ...(to < from || (findLicence(state)?.beginsOn ?? from) > from ? [refuse(rules.periodReversed, { from, to }, '/from')] : []),
    ...(outcome === 'reported' ? checkPeriod(report, state) : []),
    ...checkPast({ to }, today),
    ...(royaltyFen === owedFen
      ? []
      : [refuse(rules.royaltyOtherwise, { royaltyYuan: formatYuan(royaltyFen), owedYuan: formatYuan(owedFen) }, '/royaltyFen')]),
  ]
}

function checkRefund({ amountFen, refundedOn }: Refund, { state, today }: CheckContext): Refusal[] {
  const owedFen = state === undefined ? amountFen : refundOwed(groundOf(state), courseOf(state), findLicence(state) !== undefined)
  return [
    ...(amountFen === owedFen
      ? []
      : [refuse(rules.refundOtherwise, { amountYuan: formatYuan(amountFen), owedYuan: formatYuan(owedFen) }, '/amountFen')]),
    ...checkPast({ refundedOn }, today),
  ]
}

/** The law behind each form of a take-up. */
export const checks = {
  'licence-take-up/open': checkNotice,
  'licence-take-up/export-check': checkExport,
  'licence-take-up/file-recordal': ({ filedOn }: RecordalFiling, { today }: CheckContext) => checkPast({ filedOn }, today),
  'licence-take-up/recordal-reply': checkRecordalReply,
  'licence-take-up/royalty-report': checkReport,
  'licence-take-up/refund': checkRefund,
} as const satisfies FormChecks
