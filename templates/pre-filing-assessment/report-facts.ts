import type { PlainDay } from '#domain/day.ts'
import type { Fen } from '#domain/money.ts'
import { costOf } from '#domain/pre-filing-assessment-decision.ts'
import { getYardstickOf } from '#domain/pre-filing-assessment-evidence.ts'
import { getForm, getFormOf, listForms } from '#domain/pre-filing-assessment-facts.ts'
import type { AssessmentDecision, CostItem, NoveltySearch, Score } from '#domain/pre-filing-assessment-forms.ts'
import { formatPoints, type ScoreSummary } from '#domain/pre-filing-assessment-score.ts'
import { findUrgency, listPublicDisclosures } from '#domain/pre-filing-assessment-urgency.ts'
import { steps } from '#domain/pre-filing-assessment.ts'
import { findResult, type TaskId } from '#domain/state.ts'
import { personOf, type Both, type NamedPerson } from '../lines.ts'
import type { PaperContext } from '../paper-context.ts'
import { gatherHeader, type Header } from './header.ts'

type Criterion = { readonly name: Both; readonly weight: number; readonly mean: string }

/** One evaluator, named by his place only: scores are judged by what they rest on. */
type Evaluator = {
  readonly total: string
  readonly scores: readonly { readonly criterion: Both; readonly points: number; readonly evidence: string }[]
}

/** What the assessment found, as the report tells it. */
export type ReportFacts = Header & {
  readonly round: number
  readonly search: NoveltySearch
  readonly interview: {
    readonly heldOn: PlainDay
    readonly inventors: readonly NamedPerson[]
    readonly readiness: number
    readonly problemSolved: string
    readonly advantage: string
    readonly market: string
    readonly proposedProtection: string
    readonly candidateLicensees: readonly string[]
  }
  readonly criteriaVersion: string
  readonly criteria: readonly Criterion[]
  readonly evaluators: readonly Evaluator[]
  readonly recused: number
  readonly mean: string
  readonly spread: string
  readonly filingPoints: number
  readonly recommendations: ScoreSummary['recommendations']
  readonly costs: readonly CostItem[]
  readonly funding: string
  readonly totals: readonly { readonly decision: AssessmentDecision; readonly cost: Fen }[]
  readonly novelty: { readonly is: 'open' | 'running' | 'noveltyLost'; readonly safeUntil?: PlainDay }
}

function gatherInterview({ state, people }: PaperContext): ReportFacts['interview'] {
  const { publicDisclosures: _, inventors, ...interview } = getForm(state, steps.interview).data
  return { ...interview, inventors: inventors.map((person) => personOf(people, person)) }
}

/** The scores as the report shows them; criteria are named as the measure on record names them. */
function gatherScores({ state }: PaperContext) {
  const yardstick = getYardstickOf(state)
  const summary = findResult(state, steps.weigh.name)?.data['summary'] as unknown as ScoreSummary
  const nameOf = (code: string): Both => {
    const criterion = yardstick.criteria.find((one) => one.code === code)
    return { zh: criterion?.zh ?? code, en: criterion?.en ?? code }
  }
  const scoresOf = (task: TaskId) =>
    getFormOf<Score>(state, task).data.scores.map(({ criterion, points, evidence }) => ({ criterion: nameOf(criterion), points, evidence }))
  return {
    criteriaVersion: summary.criteriaVersion,
    criteria: summary.byCriterion.map(({ criterion, weight, mean }) => ({ name: nameOf(criterion), weight, mean: formatPoints(mean) })),
    evaluators: summary.evaluators.map(({ task, hundredths }) => ({ total: formatPoints(hundredths), scores: scoresOf(task) })),
    recused: summary.recused,
    mean: formatPoints(summary.mean),
    spread: formatPoints(summary.spread),
    filingPoints: yardstick.filingPoints,
    recommendations: summary.recommendations,
  }
}

/** Gathers search, interview, scores and cost; throws where one of them is missing. */
export function gatherReport(context: PaperContext): ReportFacts {
  const { state } = context
  const estimate = getForm(state, steps.costEstimate).data
  const urgency = findUrgency(listPublicDisclosures(state), context.on)
  return {
    ...gatherHeader(context),
    round: listForms(state, steps.noveltySearch).length,
    search: getForm(state, steps.noveltySearch).data,
    interview: gatherInterview(context),
    ...gatherScores(context),
    costs: estimate.items,
    funding: estimate.funding,
    totals: (['file-cn', 'file-cn-pct', 'same-day-dual'] as const).map((decision) => ({ decision, cost: costOf(decision, estimate) })),
    novelty: { is: urgency.novelty, ...(urgency.safeUntil === undefined ? {} : { safeUntil: urgency.safeUntil }) },
  }
}
