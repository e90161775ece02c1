import type { PersonId } from './actor.ts'
import type { CheckContext } from './checks.ts'
import { checkPanel } from './pre-filing-assessment-decision.ts'
import { findYardstick } from './pre-filing-assessment-evidence.ts'
import { listForms, readOpening } from './pre-filing-assessment-facts.ts'
import type {
  AppealPanel,
  CoOwnerConsents,
  DecisionForm,
  HandOverTerms,
  PartyConfirmation,
  RejectionGround,
  TaxReview,
  TeamReply,
} from './pre-filing-assessment-forms.ts'
import { assessmentRules } from './pre-filing-assessment-rules.ts'
import { steps } from './pre-filing-assessment.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'
import { checkPaperSeen } from './signing.ts'
import { checkMandate } from './signing-mandate.ts'
import type { MatterState } from './state.ts'
import { listResults } from './state.ts'

/** Grounds of rejection that leave the university no right it could hand over: it is another's, or used up. */
const nothingToHandOver: readonly RejectionGround[] = ['not-service-invention', 'already-filed']

/** Whether the right to apply is offered to the inventors after the final decision not to file (专利法 6(1)). */
export function mayHandOver({ rejectionGround: ground }: Pick<DecisionForm, 'rejectionGround'>): boolean {
  return ground === undefined || !nothingToHandOver.includes(ground)
}

/** How often a team answered a decision in one way. */
function countReplies(state: MatterState, outcome: 'reply' | 'appeal'): number {
  return listForms(state, steps.reply).filter((reply) => reply.outcome === outcome).length
}

/** Reply and appeal each once: a reply says something, an appeal has its grounds. */
export function checkReply(reply: TeamReply, context: CheckContext): Refusal[] {
  const { state, outcome } = context
  if (outcome === 'reply') {
    if (state !== undefined && countReplies(state, 'reply') > 0) return [refuse(assessmentRules.replyUsed)]
    return (reply.statement ?? '').trim() === '' ? [refuse(assessmentRules.replyEmpty, {}, '/statement')] : []
  }
  if (outcome !== 'appeal') return []
  if (state !== undefined && countReplies(state, 'appeal') > 0) return [refuse(assessmentRules.appealUsed)]
  return (reply.grounds ?? []).length === 0 ? [refuse(assessmentRules.appealGroundsMissing, {}, '/grounds')] : []
}

/** Everybody who decided, voted or scored in the first instance. */
function listFirstInstance(state: MatterState): PersonId[] {
  return [steps.decide, steps.panelVote, steps.score]
    .flatMap((step) => listResults(state, step.name))
    .flatMap(({ by }) => (by.is === 'person' ? [by.person] : []))
}

/** An appeal is heard by people who had no part in what is appealed against. */
export function checkAppealPanel({ members }: AppealPanel, context: CheckContext): Refusal[] {
  const { state } = context
  if (state === undefined) return []
  const before = listFirstInstance(state)
  const again = members.flatMap((person, index) =>
    before.includes(person) ? [refuse(assessmentRules.panelConflicted, { person, because: 'first-instance' }, `/members/${index}`)] : [],
  )
  return [...checkPanel(members, '/members', state, context), ...again]
}

/** Consent of every co-owner in writing; silence is none (专利法 14(2); 民法典 860(3)). */
export function checkConsents({ consents }: CoOwnerConsents, context: CheckContext): Refusal[] {
  const { state, today, outcome } = context
  if (state === undefined) return []
  const owners = (readOpening(state).coOwners ?? []).map(({ name }) => name)
  const refusals = consents.flatMap(({ coOwner, consentedOn }, index) => {
    if (!owners.includes(coOwner)) return [refuse(assessmentRules.consentStranger, { coOwner }, `/consents/${index}/coOwner`)]
    if (consentedOn <= today) return []
    return [refuse(assessmentRules.consentInFuture, { coOwner, consentedOn, today }, `/consents/${index}/consentedOn`)]
  })
  if (outcome === 'objected') return refusals
  const silent = owners.filter((owner) => !consents.some(({ coOwner }) => coOwner === owner))
  return silent.length === 0 ? refusals : [...refusals, refuse(assessmentRules.consentMissing, { coOwners: silent }, '/consents')]
}

/** The inventors who want to take the result over, in the order of the record. */
export function listTakers(state: MatterState): PersonId[] {
  const accepted = listResults(state, steps.handOverElection.name).filter(({ outcome }) => outcome === 'accept')
  const people = accepted.flatMap(({ by }) => (by.is === 'person' ? [by.person] : []))
  return readOpening(state)
    .inventors.map(({ person }) => person)
    .filter((person) => people.includes(person))
}

function checkTakers({ takers, representative }: HandOverTerms, state: MatterState): Refusal[] {
  const elected = listTakers(state)
  const named = takers.map(({ person }) => person)
  const missing = elected.filter((person) => !named.includes(person))
  const strangers = named.filter((person, index) => !elected.includes(person) || named.indexOf(person) !== index)
  const refusals: Refusal[] = []
  if (missing.length > 0 || strangers.length > 0) refusals.push(refuse(assessmentRules.takersNotElected, { missing, strangers }, '/takers'))
  const sum = takers.reduce((all, { shareBp }) => all + shareBp, 0)
  if (sum !== 10_000) refusals.push(refuse(assessmentRules.takerSharesDoNotSum, { sum }, '/takers'))
  if (!named.includes(representative))
    refusals.push(refuse(assessmentRules.representativeNotTaker, { person: representative }, '/representative'))
  return refusals
}

/** Terms of a hand-over: to those who want it, from a day to come, within the policy's share, lawful abroad. */
export function checkHandOverTerms(terms: HandOverTerms, context: CheckContext): Refusal[] {
  const { state, today } = context
  if (state === undefined) return []
  const refusals = checkTakers(terms, state)
  const isFree = isTaxReviewNeeded(terms)
  if (context.outcome !== undefined && isFree !== (context.outcome === 'free')) {
    refusals.push(refuse(assessmentRules.priceNotAsNamed, { outcome: context.outcome, priceFen: terms.priceFen }, '/priceFen'))
  }
  if (terms.effectiveOn < today)
    refusals.push(refuse(assessmentRules.effectiveTooEarly, { effectiveOn: terms.effectiveOn, today }, '/effectiveOn'))
  const atMost = findYardstick(state)?.universityShareAtMostBp ?? 10_000
  if (terms.universityShareBp > atMost) {
    refusals.push(refuse(assessmentRules.universityShareTooHigh, { shareBp: terms.universityShareBp, atMost }, '/universityShareBp'))
  }
  if (terms.foreignTaker && (terms.exportLicence ?? '').trim() === '') {
    refusals.push(refuse(assessmentRules.foreignTakerUnlicensed, {}, '/exportLicence'))
  }
  return refusals
}

/** Whether finance looks at it first: a transfer for nothing counts as a sale at market price (增值税法 5(iii), 19). */
export function isTaxReviewNeeded(terms: Pick<HandOverTerms, 'priceFen'>): boolean {
  return terms.priceFen === 0
}

/** The deemed sale has a market price, or an exemption is named. */
export function checkTaxReview(review: TaxReview): Refusal[] {
  if (review.marketPriceFen > 0 || (review.exemption ?? '').trim() !== '') return []
  return [refuse(assessmentRules.marketPriceMissing, {}, '/marketPriceFen')]
}

const agreementPaper = 'pre-filing-assessment/hand-over-agreement'

/** Nobody confirms terms he has not read, or another paper than the one he was shown. */
export function checkConfirmation(confirmation: PartyConfirmation, { outcome, state }: CheckContext): Refusal[] {
  if (outcome !== 'confirmed') return []
  return [
    ...(confirmation.termsRead ? [] : [refuse(assessmentRules.termsUnread, {}, '/termsRead')]),
    ...checkPaperSeen(confirmation, state, agreementPaper),
  ]
}

/** The university confirms by whoever has a mandate for such an agreement. */
export function checkSeal(confirmation: PartyConfirmation, context: CheckContext): Refusal[] {
  const refusals = checkConfirmation(confirmation, context)
  if (context.outcome !== 'confirmed') return refusals
  const terms = context.state === undefined ? undefined : listForms(context.state, steps.handOverTerms).at(-1)?.data
  const amount = terms === undefined ? {} : { amountFen: terms.priceFen }
  return [...refusals, ...checkMandate(context, { paper: agreementPaper, ...amount })]
}
