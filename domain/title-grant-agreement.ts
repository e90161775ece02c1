import type { CheckContext } from './checks.ts'
import type { PlainDay } from './day.ts'
import type { Json } from './json.ts'
import { fen, type Fen } from './money.ts'
import { refuse, type Refusal } from './refusal.ts'
import { checkMandate } from './signing-mandate.ts'
import { checkPaperSeen } from './signing.ts'
import { findResult, type MatterState } from './state.ts'
import { checkBars, checkConsentsNeeded, findResultFacts, lifeEndOf } from './title-grant-bars.ts'
import { checkTerms } from './title-grant-application.ts'
import { findApplication, findForm, readOpening, type Application } from './title-grant-facts.ts'
import type {
  AgreementSignature,
  AgreementTerms,
  ChangeFiling,
  GrantTerms,
  NoticeOverturned,
  OfficeReply,
  TaxReview,
} from './title-grant-forms.ts'
import { listTaxFlags } from './title-grant-money.ts'
import { agreementRules } from './title-grant-rules.ts'
import { agreementSteps } from './title-grant-steps-agreement.ts'
import { reviewSteps } from './title-grant-steps-review.ts'

/** The paper that everybody signs. */
const agreementPaper = 'title-grant/agreement'

/** What was published and approved, and what an agreement may therefore not say otherwise. */
const published = ['title', 'termYears', 'income', 'considerationFen'] as const satisfies readonly (keyof GrantTerms)[]

function isSame(a: Json | undefined, b: Json | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Items of the terms that differ from what was approved and posted: for another share, term or price the notice starts anew. */
export function listDifferences(terms: GrantTerms, { form }: Application): string[] {
  return published.filter((item) => !isSame(sorted(terms[item]), sorted(form[item])))
}

/** The same parts in whichever order they were written. */
function sorted(value: GrantTerms[(typeof published)[number]]): Json | undefined {
  return typeof value === 'object' ? [value.universityBp, value.teamBp] : value
}

/** The last day of the last right, as the registers have it; undefined where none of them ends. */
function lastLifeEnd(state: MatterState, context: CheckContext): PlainDay | undefined {
  return readOpening(state)
    .results.flatMap((result) => lifeEndOf(result, findResultFacts(result, context)) ?? [])
    .toSorted()
    .at(-1)
}

/** The terms as legal draws them up: every item, as approved, and a grant for nothing named as one. */
export function checkAgreement(terms: AgreementTerms, context: CheckContext): Refusal[] {
  const { state, outcome } = context
  const application = state === undefined ? undefined : findApplication(state)
  if (state === undefined || application === undefined) return []
  const differing = listDifferences(terms, application)
  const refusals = differing.length === 0 ? [] : [refuse(agreementRules.termsDiffer, { items: differing }, `/${differing[0] ?? ''}`)]
  if ((terms.considerationFen === 0) !== (outcome === 'for-nothing'))
    refusals.push(
      refuse(agreementRules.notForNothing, { considerationFen: terms.considerationFen, outcome: outcome ?? '' }, '/considerationFen'),
    )
  const ends = lastLifeEnd(state, context)
  if (ends !== undefined && terms.rightsEndOn !== ends)
    refusals.push(refuse(agreementRules.rightsEndWrong, { rightsEndOn: terms.rightsEndOn, ends }, '/rightsEndOn'))
  return [...refusals, ...checkTerms(terms, application.mode, context, readOpening(state))]
}

/** A deemed sale has a market price or an exemption, and every flag was read. */
export function checkTaxReview(review: TaxReview, { state }: CheckContext): Refusal[] {
  const terms = state === undefined ? undefined : findForm(state, agreementSteps.draftTerms)?.data
  const application = state === undefined ? undefined : findApplication(state)
  if (terms === undefined || application === undefined) return []
  const unread = listTaxFlags(application.mode, terms.considerationFen).filter((flag) => !review.flagsRead.includes(flag))
  const refusals = unread.length === 0 ? [] : [refuse(agreementRules.taxFlagsUnread, { flags: unread }, '/flagsRead')]
  if (review.marketPriceFen > 0 || (review.exemption ?? '').trim() !== '') return refusals
  return [...refusals, refuse(agreementRules.marketPriceMissing, {}, '/marketPriceFen')]
}

/** What an agreement is about in money: its price, or what the right was valued at where that is more. */
export function valueOf(state: MatterState): Fen {
  const price = findForm(state, agreementSteps.draftTerms)?.data.considerationFen ?? 0
  return fen(Math.max(price, findApplication(state)?.form.valuation?.amountFen ?? 0))
}

/** What has come to bind a right since the unit approved: a dispute, a preservation, a pledge whose holder was not asked. */
function checkStillFree(state: MatterState | undefined, context: CheckContext): Refusal[] {
  const checked = state === undefined ? undefined : findForm(state, reviewSteps.ownershipCheck)?.data
  if (state === undefined || checked === undefined) return []
  const { results } = readOpening(state)
  return [...checkBars(results, context), ...checkConsentsNeeded(results, checked, context)].map(({ field: _, ...refusal }) => refusal)
}

/** Nobody signs what he has not read, another paper than he was shown, what a late objection has overturned, or what is bound now. */
export function checkSignature(signature: AgreementSignature, context: CheckContext): Refusal[] {
  const { state, outcome } = context
  if (outcome !== 'signed') return []
  const { termsRead } = signature
  const overturned = state?.messages.findLast(({ name }) => name === 'notice-overturned')?.data as NoticeOverturned | undefined
  const latest = state === undefined ? undefined : findResult(state, reviewSteps.noticeFinding.name)?.data['notice']
  const refusals = [
    ...(termsRead ? [] : [refuse(agreementRules.termsUnread, {}, '/termsRead')]),
    ...checkPaperSeen(signature, state, agreementPaper),
    ...checkStillFree(state, context),
  ]
  if (overturned === undefined || overturned.notice !== latest) return refusals
  return [...refusals, refuse(agreementRules.noticeOverturned, { number: overturned.number, on: overturned.on })]
}

/** The university signs by whoever has a mandate for such a paper. */
export function checkUniversitySignature(signature: AgreementSignature, context: CheckContext): Refusal[] {
  const refusals = checkSignature(signature, context)
  const { state, outcome } = context
  if (outcome !== 'signed' || state === undefined) return refusals
  return [...refusals, ...checkMandate(context, { paper: agreementPaper, amountFen: valueOf(state) })]
}

/** The rights whose change is registered with the patent office or another authority; know-how has no register. */
export function listRegistrable(results: readonly { readonly number: string; readonly type: string }[]): string[] {
  const unregistered = ['know-how', 'unpatented-technology', 'biomedical-variety']
  return results.filter(({ type }) => !unregistered.includes(type)).map(({ number }) => number)
}

/** The change is filed for every right that has a register, not before today is over. */
export function checkChangeFiling({ filedOn, numbers }: ChangeFiling, { state, today }: CheckContext): Refusal[] {
  if (state === undefined) return []
  const missing = listRegistrable(readOpening(state).results).filter((number) => !numbers.includes(number))
  const refusals = missing.length === 0 ? [] : [refuse(agreementRules.numbersMissing, { numbers: missing }, '/numbers')]
  return filedOn > today ? [...refusals, refuse(agreementRules.filedFuture, { filedOn, today }, '/filedOn')] : refusals
}

/** What the office answered: a registration has its day, which is neither to come nor before the agreement (专利法 10(3)). */
export function checkOfficeReply(reply: OfficeReply, { state, outcome, today }: CheckContext): Refusal[] {
  const { repliedOn, registeredOn } = reply
  const refusals = repliedOn > today ? [refuse(agreementRules.replyFuture, { repliedOn, today }, '/repliedOn')] : []
  if (outcome !== 'registered' || state === undefined) return refusals
  if (registeredOn === undefined) return [...refusals, refuse(agreementRules.registeredMissing, {}, '/registeredOn')]
  const signedOn = findForm(state, agreementSteps.signUniversity)?.on
  if (registeredOn > today) refusals.push(refuse(agreementRules.replyFuture, { repliedOn: registeredOn, today }, '/registeredOn'))
  if (signedOn !== undefined && registeredOn < signedOn)
    refusals.push(refuse(agreementRules.registeredEarly, { registeredOn, signedOn }, '/registeredOn'))
  return refusals
}
