import { recordDiligence } from '#domain/title-grant-diligence.ts'
import { worthOf } from '#domain/title-grant-effects.ts'
import type { GrantApplication } from '#domain/title-grant-forms.ts'
import { secrecyBasis } from '#domain/secret-report.ts'
import type { FieldRemark } from '#domain/state.ts'
import { steps } from '#domain/title-grant.ts'
import { unreachable } from '#domain/unreachable.ts'
import type { MatterEnd } from './messages.ts'
import { approveByMatrix } from './steps/approval.ts'
import { committee } from './steps/committee.ts'
import { issueDocument } from './steps/document.ts'
import { eraseContent } from './steps/erase.ts'
import type { MatterRun } from './steps/matter.ts'
import { record } from './steps/service.ts'
import { userTaskOrSilence } from './steps/silence.ts'
import { userTask } from './steps/user-task.ts'
import type { Team } from './title-grant-team.ts'

type Back = { readonly reason: string; readonly remarks?: readonly FieldRemark[] }

/** Application and decision; what is returned is applied for again, a no may be looked at once more. */
export async function applyAndDecide(m: MatterRun, team: Team, review: Review): Promise<'approved' | MatterEnd> {
  let back: Back | undefined
  for (;;) {
    const form = await apply(m, team, back)
    const formal = await userTask(m, steps.formalCheck, { given: { taker: form.plan.taker } })
    if (formal.outcome === 'returned') {
      back = { reason: formal.reason ?? '', ...(formal.remarks === undefined ? {} : { remarks: formal.remarks }) }
      continue
    }
    const decided = await decideUntilSettled(m, form, team, review)
    if (!('reason' in decided)) return decided.is
    back = { reason: decided.reason }
  }
}

async function apply(m: MatterRun, team: Team, back: Back | undefined): Promise<GrantApplication> {
  const applied = await userTask(m, steps.apply, {
    people: [team.representative],
    given: back === undefined ? {} : { returned: back.reason },
    ...(back?.remarks === undefined ? {} : { remarks: back.remarks }),
  })
  await issueDocument(m, steps.applicationForm, 'title-grant/application-form')
  if (applied.outcome === 'use-right') await issueDocument(m, steps.transformationPlan, 'title-grant/transformation-plan')
  return applied.data
}

type Settled = { readonly is: 'approved' | MatterEnd } | { readonly reason: string }

async function decideUntilSettled(m: MatterRun, form: GrantApplication, team: Team, review: Review): Promise<Settled> {
  for (;;) {
    const decision = await decide(m, form)
    switch (decision.outcome) {
      case 'approved':
        await showDiligence(m)
        return { is: 'approved' }
      case 'returned':
        return { reason: decision.reason }
      case 'state-secret':
        return { is: await handToSecrecyOffice(m) }
      case 'negative-list':
        return { is: await refuseForGood(m) }
      case 'no':
        if (!(await isReviewUpheld(m, team, review))) return { is: { outcome: 'rejected' } }
        continue
      default:
        return unreachable(decision.outcome)
    }
  }
}

type Decision = { readonly outcome: 'approved' | 'returned' | 'state-secret' | 'negative-list' | 'no'; readonly reason: string }

/** Ownership, security, experts, approval, each only after a yes of the one before. */
async function decide(m: MatterRun, form: GrantApplication): Promise<Decision> {
  const ownership = await userTask(m, steps.ownershipCheck)
  if (ownership.outcome === 'unclear') return { outcome: 'no', reason: ownership.reason ?? '' }
  const secrecy = await userTask(m, steps.secrecyCheck)
  if (secrecy.outcome !== 'cleared') return { outcome: secrecy.outcome, reason: '' }
  if (!(await isRecommended(m, form))) return { outcome: 'no', reason: '' }
  const approval = await approveByMatrix(m, steps.approve, { amount: worthOf(form), given: { taker: form.plan.taker } })
  return { outcome: approval.outcome === 'refused' ? 'no' : approval.outcome, reason: approval.reason ?? '' }
}

/** Experts vote, whoever has an interest recused; without a quorum others are convened. */
async function isRecommended(m: MatterRun, { plan }: GrantApplication): Promise<boolean> {
  const minutes = { step: steps.reviewMinutes, template: 'title-grant/review-minutes' }
  for (;;) {
    const { data } = await userTask(m, steps.conveneReview)
    const { outcome } = await committee(m, { vote: steps.reviewVote, minutes }, { members: data.members, question: { taker: plan.taker } })
    if (outcome !== 'no-quorum') return outcome === 'carried'
  }
}

/** The approval form, and the pack that shows why the decision was diligent, while everybody still remembers. */
async function showDiligence(m: MatterRun): Promise<void> {
  await issueDocument(m, steps.approvalForm, 'title-grant/approval-form')
  await record(m, steps.diligenceRecord, 'recorded', recordDiligence(m.state))
  await issueDocument(m, steps.diligencePack, 'title-grant/diligence-pack')
}

/** The team's one internal review: what the story remembers of it. */
export type Review = { used: boolean }

/** One internal review of a no, by people who had no part in it; once it was used a no stands. */
async function isReviewUpheld(m: MatterRun, { representative }: Team, review: Review): Promise<boolean> {
  await issueDocument(m, steps.refusalLetter, 'title-grant/refusal-letter')
  if (review.used) return false
  const asked = await userTaskOrSilence(m, steps.askReview, { people: [representative], silence: { outcome: 'accept', data: {} } })
  if (asked.outcome === 'accept') return false
  review.used = true
  return isAppealCarried(m, asked.data.grounds ?? [])
}

async function isAppealCarried(m: MatterRun, grounds: readonly string[]): Promise<boolean> {
  const minutes = { step: steps.appealMinutes, template: 'title-grant/appeal-minutes' }
  for (;;) {
    const { data } = await userTask(m, steps.conveneAppeal, { given: { grounds } })
    const { outcome } = await committee(m, { vote: steps.appealVote, minutes }, { members: data.members, question: { grounds } })
    if (outcome !== 'no-quorum') return outcome === 'carried'
  }
}

/** What touches the negative list is refused without review: it is not applied for again until it is delisted. */
export async function refuseForGood(m: MatterRun): Promise<MatterEnd> {
  await issueDocument(m, steps.refusalLetter, 'title-grant/refusal-letter')
  return { outcome: 'negative-list' }
}

/** Ends a matter whose content may not be here (保守国家秘密法 31(iii), 47): it is erased, and only the contact stays. */
function handToSecrecyOffice(m: MatterRun): Promise<never> {
  return eraseContent(m, secrecyBasis, m.policy.texts?.['secrecyContact'] ?? '')
}
