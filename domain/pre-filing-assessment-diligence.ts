import type { PersonId } from './actor.ts'
import type { PlainDay } from './day.ts'
import { findForm, getForm } from './pre-filing-assessment-facts.ts'
import { diligenceExemption, assessmentOpinion } from './pre-filing-assessment-rules.ts'
import type { ScoreSummary } from './pre-filing-assessment-score.ts'
import { steps } from './pre-filing-assessment.ts'
import type { Citation } from './refusal.ts'
import type { MatterState } from './state.ts'
import { findResult, listResults } from './state.ts'

/**
 * What shows that a decision was made with care and without unlawful gain: those who decide so are free of liability for a
 * loss (科学技术进步法 97; for not filing 教科技〔2020〕1号). Kept when the decision is made, because later nobody remembers.
 */
export type DiligenceRecord = {
  readonly decision: string
  readonly decidedBy?: PersonId
  readonly as: string
  readonly on: PlainDay
  readonly factsConsidered: readonly string[]
  readonly noUnlawfulGain: boolean
  readonly search?: { readonly on: PlainDay; readonly databases: number; readonly documents: number }
  readonly interviewedInventors: number
  readonly evaluators: number
  readonly recused: number
  readonly mean: number
  readonly panel?: { readonly outcome: string; readonly on: PlainDay }
  readonly citations: readonly Citation[]
}

/** Gathers the facts of the latest decision from the record; throws an Error where none was made. */
export function recordDiligence(state: MatterState): DiligenceRecord {
  const decided = getForm(state, steps.decide)
  const search = findForm(state, steps.noveltySearch)?.data
  const summary = findResult(state, steps.weigh.name)?.data['summary'] as unknown as ScoreSummary | undefined
  const tally = listResults(state, steps.panelVote.name).findLast(({ by }) => by.is === 'system')
  return {
    decision: decided.outcome,
    ...(decided.by.is === 'person' ? { decidedBy: decided.by.person } : {}),
    as: decided.by.is === 'person' ? decided.by.as : decided.by.name,
    on: decided.on,
    factsConsidered: decided.data.factsConsidered,
    noUnlawfulGain: decided.data.noUnlawfulGain,
    ...(search === undefined
      ? {}
      : { search: { on: search.searchedOn, databases: search.databases.length, documents: search.documents.length } }),
    interviewedInventors: findForm(state, steps.interview)?.data.inventors.length ?? 0,
    evaluators: summary?.evaluators.length ?? 0,
    recused: summary?.recused ?? 0,
    mean: summary?.mean ?? 0,
    ...(tally === undefined ? {} : { panel: { outcome: tally.outcome, on: tally.on } }),
    citations: [diligenceExemption, assessmentOpinion],
  }
}
