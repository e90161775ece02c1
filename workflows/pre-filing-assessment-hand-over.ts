import type { PersonId } from '#domain/actor.ts'
import { listInventorIds, readOpening } from '#domain/pre-filing-assessment-facts.ts'
import type { HandOverTerms } from '#domain/pre-filing-assessment-forms.ts'
import { mayHandOver } from '#domain/pre-filing-assessment-hand-over.ts'
import { deemedSale } from '#domain/pre-filing-assessment-rules.ts'
import { steps } from '#domain/pre-filing-assessment.ts'
import type { TaskId } from '#domain/state.ts'
import type { MatterEnd } from './messages.ts'
import type { Decided } from './pre-filing-assessment-decision.ts'
import { issueDocument, type IssuedDocument } from './steps/document.ts'
import type { MatterRun } from './steps/matter.ts'
import { record } from './steps/service.ts'
import { givenOf, sealInOrder, type Signature } from './steps/signing.ts'
import { everybodyOrSilence } from './steps/silence.ts'
import { userTask } from './steps/user-task.ts'

/** Offers the right to apply to the inventors; whoever wants it agrees the terms with the university and signs. */
export async function offerHandOver(m: MatterRun, decided: Decided): Promise<MatterEnd> {
  const offer = await record(m, steps.handOverOffer, mayHandOver(decided.data) ? 'offered' : 'nothing-to-offer', {})
  if (offer.outcome !== 'offered') return { outcome: 'not-filed', reason: decided.data.rejectionGround ?? 'nothing-to-offer' }
  const takers = await listElected(m)
  if (takers.length === 0) return { outcome: 'not-filed', reason: 'nobody-takes-over' }
  if (!(await doCoOwnersConsent(m))) return { outcome: 'not-filed', reason: 'co-owner-objected' }
  for (let round = 1; ; round += 1) {
    const terms = await drawUpTerms(m, takers, round)
    // What is confirmed is a paper: it is drawn before, and in each round anew.
    const paper = await issueDocument(m, steps.handOverAgreement, 'pre-filing-assessment/hand-over-agreement')
    const signatures = await listConfirmed(m, takers, terms, paper)
    if (signatures !== undefined) {
      await sealInOrder(m, steps.sealAgreement, paper, signatures)
      return { outcome: 'handed-over' }
    }
    const next = await userTask(m, steps.handOverRefused)
    if (next.outcome === 'given-up') return { outcome: 'not-filed', reason: 'terms-not-agreed' }
  }
}

/** Each inventor says for himself whether he takes the result over; silence is no acceptance. */
async function listElected(m: MatterRun): Promise<PersonId[]> {
  const inventors = listInventorIds(m.state)
  const answers = await everybodyOrSilence(m, steps.handOverElection, inventors, { silence: { outcome: 'decline', data: {} } })
  return inventors.filter((person) => answers[person]?.outcome === 'accept')
}

async function doCoOwnersConsent(m: MatterRun): Promise<boolean> {
  const coOwners = readOpening(m.state).coOwners ?? []
  if (coOwners.length === 0) return true
  const { outcome } = await userTask(m, steps.coOwnerConsents, { given: { coOwners: coOwners.map(({ name }) => name) } })
  return outcome === 'consented'
}

/** Legal draws up the terms; a price of nothing goes past finance, because it counts as a sale at market price. */
async function drawUpTerms(m: MatterRun, takers: readonly PersonId[], round: number): Promise<HandOverTerms> {
  const { outcome, data: terms } = await userTask(m, steps.handOverTerms, { given: { takers, round } })
  if (outcome === 'free') await userTask(m, steps.taxReview, { given: { ...terms, citations: deemedSale } })
  return terms
}

/**
 * Every taker and then the university confirm the paper by its hash; whoever refuses or keeps silent sends the terms back. Answers
 * with their signatures in the order of their moments.
 */
async function listConfirmed(m: MatterRun, takers: readonly PersonId[], terms: HandOverTerms, paper: IssuedDocument) {
  const given = { ...terms, ...givenOf(paper) }
  const answers = await everybodyOrSilence(m, steps.signHandOver, takers, {
    given,
    silence: { outcome: 'refused', data: { termsRead: false } },
  })
  const confirmed = takers.flatMap((person) => answers[person] ?? []).filter(({ outcome }) => outcome === 'confirmed')
  if (confirmed.length < takers.length) return undefined
  const sealed = await userTask(m, steps.sealHandOver, { given })
  if (sealed.outcome !== 'confirmed') return undefined
  const momentOf = ({ id }: { readonly id: TaskId }) => m.state.results[id]?.at ?? 0
  const hands = confirmed.toSorted((a, b) => momentOf(a) - momentOf(b)).map(({ id }): Signature => ({ task: id, capacity: '乙方' }))
  return [...hands, { task: sealed.id, capacity: '甲方', house: { amountFen: terms.priceFen } }]
}
