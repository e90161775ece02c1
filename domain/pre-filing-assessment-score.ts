import type { PersonId } from './actor.ts'
import type { DueRule } from './deadline.ts'
import type { ApprovalRow, ProcessPolicy } from './policy-slice.ts'
import type { AssessmentDecision, Score } from './pre-filing-assessment-forms.ts'
import { assessmentRules } from './pre-filing-assessment-rules.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'
import type { TaskId } from './state.ts'

/** One thing looked at, and what it counts: all weights sum to 100. */
export type Criterion = { readonly code: string; readonly weight: number; readonly zh: string; readonly en: string }

/** What a result is measured by in one matter: the pinned policy's, put on record so that every check reads the same. */
export type Yardstick = {
  readonly criteriaVersion: string
  readonly criteria: readonly Criterion[]
  readonly leastEvaluators: number
  readonly leastPanel: number
  /** Points of 0–100 from which filing needs no exception. */
  readonly filingPoints: number
  /** Points between the highest and the lowest evaluator from which the committee decides. */
  readonly spreadPoints: number
  /** Cost in fen above which the committee decides. */
  readonly panelAboveFen: number
  /** The most the university keeps of the income of a result it handed over, in basis points. */
  readonly universityShareAtMostBp: number
  /** Who approves which cost, printed on the approval form. */
  readonly matrix: readonly ApprovalRow[]
  /** How long the team may answer a decision not to file. */
  readonly replyDue: DueRule
}

/** How a result scored; points are hundredths of a point, 0–10000, so that nothing is a float. */
export type ScoreSummary = {
  readonly criteriaVersion: string
  readonly evaluators: readonly { readonly person: PersonId; readonly task: TaskId; readonly hundredths: number }[]
  readonly recused: number
  readonly mean: number
  readonly spread: number
  readonly byCriterion: readonly { readonly criterion: string; readonly weight: number; readonly mean: number }[]
  readonly recommendations: readonly { readonly decision: AssessmentDecision; readonly count: number }[]
}

/** One evaluator's form as it is weighed. */
export type Weighed = { readonly person: PersonId; readonly task: TaskId; readonly score: Score }

const hundred = 100

/** Criteria that are no measure: weights that do not sum to 100, or one criterion twice. */
export function checkCriteria(criteria: readonly Criterion[]): Refusal[] {
  const sum = criteria.reduce((all, criterion) => all + criterion.weight, 0)
  const codes = new Set(criteria.map((criterion) => criterion.code))
  const isWhole = criteria.every(({ weight }) => Number.isSafeInteger(weight) && weight > 0)
  if (sum === hundred && isWhole && codes.size === criteria.length) return []
  return [refuse(assessmentRules.criteriaDoNotSum, { sum, criteria: criteria.map(({ code }) => code) })]
}

function getPolicyNumber(policy: ProcessPolicy, name: string): number {
  const value = policy.numbers?.[name]
  if (value === undefined) throw new RangeError(`The policy of the assessment sets no ${name}`)
  return value
}

/** The measure of a matter from its pinned policy; throws a RangeError where the policy is none, which is no lawful no. */
export function getYardstick(policy: ProcessPolicy): Yardstick {
  const criteria = (policy.lists?.['criteria'] ?? []) as unknown as readonly Criterion[]
  if (checkCriteria(criteria).length > 0) throw new RangeError('The weights of the assessment do not sum to 100')
  return {
    criteriaVersion: policy.texts?.['criteriaVersion'] ?? '',
    criteria,
    leastEvaluators: getPolicyNumber(policy, 'leastEvaluators'),
    leastPanel: policy.quorum?.least ?? 1,
    filingPoints: getPolicyNumber(policy, 'filingPoints'),
    spreadPoints: getPolicyNumber(policy, 'spreadPoints'),
    panelAboveFen: getPolicyNumber(policy, 'panelAboveFen'),
    universityShareAtMostBp: getPolicyNumber(policy, 'universityShareAtMostBp'),
    matrix: policy.matrix ?? [],
    replyDue: policy.due?.['reply'] ?? { workingDays: 10 },
  }
}

function pointsFor(score: Score, criterion: string): number {
  return score.scores.find((one) => one.criterion === criterion)?.points ?? 0
}

/** The weighted score in hundredths of a point: the sum of weight × points. */
export function weighScore(criteria: readonly Criterion[], score: Score): number {
  return criteria.reduce((sum, { code, weight }) => sum + weight * pointsFor(score, code), 0)
}

function meanOf(values: readonly number[]): number {
  // Sums stay far below 2^53, and a half is exact in binary: halves go up.
  return values.length === 0 ? 0 : Math.round(values.reduce((sum, value) => sum + value, 0) / values.length)
}

function countRecommendations(weighed: readonly Weighed[]): ScoreSummary['recommendations'] {
  const counts = new Map<AssessmentDecision, number>()
  for (const { score } of weighed) {
    if (score.recommendation !== undefined) counts.set(score.recommendation, (counts.get(score.recommendation) ?? 0) + 1)
  }
  return [...counts].map(([decision, count]) => ({ decision, count })).toSorted((a, b) => b.count - a.count)
}

/** What all evaluators together found: the mean of their weighted scores, and how far they lie apart. */
export function summariseScores(yardstick: Yardstick, weighed: readonly Weighed[], recused: number): ScoreSummary {
  const evaluators = weighed.map(({ person, task, score }) => ({ person, task, hundredths: weighScore(yardstick.criteria, score) }))
  const totals = evaluators.map((one) => one.hundredths)
  return {
    criteriaVersion: yardstick.criteriaVersion,
    evaluators,
    recused,
    mean: meanOf(totals),
    spread: totals.length === 0 ? 0 : Math.max(...totals) - Math.min(...totals),
    byCriterion: yardstick.criteria.map(({ code, weight }) => ({
      criterion: code,
      weight,
      mean: meanOf(weighed.map(({ score }) => pointsFor(score, code) * hundred)),
    })),
    recommendations: countRecommendations(weighed),
  }
}

/** Writes hundredths of a point as people read them: `7350` is `73.50`. */
export function formatPoints(hundredths: number): string {
  const digits = String(hundredths).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
