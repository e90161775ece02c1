import type { PersonId } from './actor.ts'
import type { CheckContext } from './checks.ts'
import { refuseConflicts } from './pre-filing-assessment-evidence.ts'
import { refuse, type Refusal } from './refusal.ts'
import type { MatterState } from './state.ts'
import { listResults } from './state.ts'
import { checkNamedAuthority } from './title-grant-authority.ts'
import { checkBars, checkConsentsNeeded } from './title-grant-bars.ts'
import { findApplication, findGround, isReviewUsed, listSigners, readOpening, readTeam } from './title-grant-facts.ts'
import type {
  FormalCheck,
  ObjectionSettlement,
  OwnershipCheck,
  ReviewPanel,
  ReviewRequest,
  SecrecyCheck,
  UnitApproval,
} from './title-grant-forms.ts'
import { barRules, decisionRules } from './title-grant-rules.ts'
import { reviewSteps } from './title-grant-steps-review.ts'

/** The conditions of a grant that the office answers for, and the authority it rests on (128号, recalled). */
export function checkFormalCheck(check: FormalCheck, context: CheckContext): Refusal[] {
  const { state, outcome } = context
  const application = state === undefined ? undefined : findApplication(state)
  if (outcome !== 'accepted' || application === undefined) return []
  const refusals = checkNamedAuthority(check.authority, application.mode, context)
  if (!check.prospectClear) refusals.push(refuse(barRules.prospectUnclear, {}, '/prospectClear'))
  if (!check.takerClear) refusals.push(refuse(barRules.takerUnclear, { taker: application.form.plan.taker }, '/takerClear'))
  if (!check.teamWilling) refusals.push(refuse(barRules.teamUnwilling, {}, '/teamWilling'))
  return refusals
}

/** Clear ownership: nobody else's say is missing, and no register shows a bar. */
export function checkOwnership(check: OwnershipCheck, context: CheckContext): Refusal[] {
  const { state, outcome } = context
  if (outcome !== 'clear' || state === undefined) return []
  const { results } = readOpening(state)
  const refusals: Refusal[] = []
  if (!check.ownershipClear) refusals.push(refuse(barRules.ownershipUnclear, {}, '/ownershipClear'))
  if (check.sponsorClause === 'forbids') refusals.push(refuse(barRules.sponsorForbids, {}, '/sponsorClause'))
  return [...refusals, ...checkBars(results, context), ...checkConsentsNeeded(results, check, context)]
}

/** Clearing is for what touches none of the grounds of the negative list; barring names them. */
export function checkSecrecy({ touches }: SecrecyCheck, { outcome }: CheckContext): Refusal[] {
  if (outcome === 'cleared' && touches.length > 0) return [refuse(barRules.groundsFound, { touches }, '/touches')]
  return outcome === 'negative-list' && touches.length === 0 ? [refuse(barRules.groundsMissing, {}, '/touches')] : []
}

/** An objection that was upheld on security names the grounds of the negative list. */
export function checkSettlement({ touches }: ObjectionSettlement, { outcome }: CheckContext): Refusal[] {
  return outcome === 'security' && touches.length === 0 ? [refuse(barRules.groundsMissing, {}, '/touches')] : []
}

/** Everybody with a part in the matter: members and heirs; none of them advises or decides. */
export function listInterested(state: MatterState): PersonId[] {
  const team = readTeam(state)
  return [...new Set([...team.members.map(({ person }) => person), ...listSigners(team)])]
}

function checkMembers({ members, observer }: ReviewPanel, state: MatterState, context: CheckContext): Refusal[] {
  const least = findGround(state)?.leastPanel ?? 3
  const refusals: Refusal[] = []
  if (members.length < least) refusals.push(refuse(decisionRules.panelTooSmall, { named: members.length, least }, '/members'))
  const twice = members.find((member, index) => members.indexOf(member) !== index)
  if (twice !== undefined) refusals.push(refuse(decisionRules.panelMemberTwice, { person: twice }, '/members'))
  if (observer !== undefined && members.includes(observer))
    refusals.push(refuse(decisionRules.observerVotes, { person: observer }, '/observer'))
  const pointers = members.map((_, index) => `/members/${index}`)
  return [...refusals, ...refuseConflicts(decisionRules.panelConflicted, members, listInterested(state), context, pointers)]
}

/** A panel large enough, each once, none tied to the team; who declares an interest later is recused when he votes. */
export function checkPanel(panel: ReviewPanel, context: CheckContext): Refusal[] {
  return context.state === undefined ? [] : checkMembers(panel, context.state, context)
}

function listFirstInstance(state: MatterState): PersonId[] {
  return [reviewSteps.formalCheck, reviewSteps.ownershipCheck, reviewSteps.reviewVote, reviewSteps.approve]
    .flatMap((step) => listResults(state, step.name))
    .flatMap(({ by }) => (by.is === 'person' ? [by.person] : []))
}

/** A no is looked at again by people who had no part in it. */
export function checkAppealPanel(panel: ReviewPanel, context: CheckContext): Refusal[] {
  const { state } = context
  if (state === undefined) return []
  const before = listFirstInstance(state)
  const again = panel.members.flatMap((person, index) =>
    before.includes(person) ? [refuse(decisionRules.firstInstance, { person }, `/members/${index}`)] : [],
  )
  return [...checkMembers(panel, state, context), ...again]
}

/**
 * The unit's approval. Asked again in the recording transaction, under the locks of the patents and results: of two matters that
 * contradict each other over one right the second finds there what the first has entered.
 */
export function checkApproval(approval: UnitApproval, context: CheckContext): Refusal[] {
  const { state, outcome } = context
  if (outcome !== 'approved' || state === undefined) return []
  const refusals = approval.noUnlawfulGain ? [] : [refuse(decisionRules.gainUndeclared, {}, '/noUnlawfulGain')]
  if (approval.factsConsidered.length === 0) refusals.push(refuse(decisionRules.factsMissing, {}, '/factsConsidered'))
  return [...refusals, ...checkBars(readOpening(state).results, context)]
}

/** One internal review, with its grounds. */
export function checkReviewRequest(request: ReviewRequest, { state, outcome }: CheckContext): Refusal[] {
  if (outcome !== 'review') return []
  if (state !== undefined && isReviewUsed(state)) return [refuse(decisionRules.reviewUsed)]
  return (request.grounds ?? []).length === 0 ? [refuse(decisionRules.reviewGroundsMissing, {}, '/grounds')] : []
}
