import type { PersonId } from './actor.ts'
import { plainDay, type PlainDay } from './day.ts'
import { beijingArticle, shandongArticle, zhejiangArticle } from './disclosure-law.ts'
import { text, type Citation } from './refusal.ts'
import type { MatterState, Result } from './state.ts'
import { listResults } from './state.ts'
import { diligenceExemption } from './title-grant-law.ts'
import { getForm, listForms } from './title-grant-facts.ts'
import { listInterested } from './title-grant-review.ts'
import { reviewSteps } from './title-grant-steps-review.ts'
import { teamSteps } from './title-grant-steps-team.ts'

/** One deed that shows care: what was done, when, by whom and with which end. */
export type DiligentDeed = {
  readonly step: string
  readonly outcome: string
  readonly on: PlainDay
  readonly by?: PersonId
  readonly as: string
  readonly reason?: string
}

/**
 * What shows that a grant was decided with care and without unlawful gain: who decided so is free of decision liability
 * (科学技术进步法 97; 北京市条例 19; 山东省条例 14(2); 上海市条例 26; 浙江省条例 19). Kept when it is approved: later nobody remembers.
 */
export type DiligenceRecord = {
  readonly authority: string
  readonly factsConsidered: readonly string[]
  readonly conflicts: { readonly interested: readonly PersonId[]; readonly recused: readonly PersonId[]; readonly observer?: PersonId }
  readonly gainDeclaredBy: readonly PersonId[]
  readonly provinces: readonly string[]
}

const care = [
  teamSteps.agreeSplit,
  teamSteps.apply,
  reviewSteps.formalCheck,
  reviewSteps.ownershipCheck,
  reviewSteps.secrecyCheck,
  reviewSteps.conveneReview,
  reviewSteps.reviewVote,
  reviewSteps.approve,
] as const

function deedOf(step: string, { outcome, on, by, reason }: Result): DiligentDeed {
  const who = by.is === 'person' ? { by: by.person, as: by.as } : { as: by.name }
  return { step, outcome, on, ...who, ...(reason === undefined ? {} : { reason }) }
}

/** What was done before the approval, in the order of the steps; the record of the matter itself keeps it. */
export function listCareful(state: MatterState): DiligentDeed[] {
  return care.flatMap((step) => listResults(state, step.name).map((result) => deedOf(step.name, result)))
}

/** Gathers the record at the approval; throws an Error where none was made. */
export function recordDiligence(state: MatterState): DiligenceRecord {
  const approvals = listForms(state, reviewSteps.approve).filter(({ outcome }) => outcome === 'approved')
  const votes = listResults(state, reviewSteps.reviewVote.name)
  const recused = votes.flatMap(({ by, outcome }) => (outcome === 'recuse' && by.is === 'person' ? [by.person] : []))
  const { observer } = getForm(state, reviewSteps.conveneReview).data
  return {
    authority: getForm(state, reviewSteps.formalCheck).data.authority,
    factsConsidered: [...new Set(approvals.flatMap(({ data }) => data.factsConsidered))],
    conflicts: { interested: listInterested(state), recused, ...(observer === undefined ? {} : { observer }) },
    gainDeclaredBy: approvals.flatMap(({ by }) => (by.is === 'person' ? [by.person] : [])),
    provinces: Object.keys(provincialExemptions),
  }
}

/** What each province says of the steps that show diligence, by its name in policies. */
export const provincialExemptions: { readonly [province: string]: Citation } = {
  Beijing: beijingArticle('19'),
  Shandong: shandongArticle('14(2)'),
  Shanghai: text('上海市促进科技成果转化条例', '26', plainDay('2017-04-20')),
  Zhejiang: zhejiangArticle('19'),
}

/** The exemption's law for a university of `province`, the nation's first. */
export function exemptionsFor(province: string): Citation[] {
  const own = provincialExemptions[province]
  return own === undefined ? [diligenceExemption] : [diligenceExemption, own]
}
