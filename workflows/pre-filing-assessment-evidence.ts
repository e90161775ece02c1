import type { PersonId } from '#domain/actor.ts'
import type { JsonObject } from '#domain/json.ts'
import { findForm, readOpening } from '#domain/pre-filing-assessment-facts.ts'
import type { Assignment, CostEstimate } from '#domain/pre-filing-assessment-forms.ts'
import { getYardstick, summariseScores, type Weighed } from '#domain/pre-filing-assessment-score.ts'
import { decisionDays, findLaneDue, findUrgency, listPublicDisclosures, type LaneStep } from '#domain/pre-filing-assessment-urgency.ts'
import { assessmentOpinion } from '#domain/pre-filing-assessment-rules.ts'
import { steps } from '#domain/pre-filing-assessment.ts'
import { byDesign } from '#domain/refusal.ts'
import { docket } from './steps/docket.ts'
import { issueDocument } from './steps/document.ts'
import type { MatterRun } from './steps/matter.ts'
import { record } from './steps/service.ts'
import { everybodyOrSilence } from './steps/silence.ts'
import { userTask } from './steps/user-task.ts'

/** What a decision rests on: who assessed, and what filing would cost. */
export type Evidence = { readonly team: Assignment; readonly estimate: CostEstimate }

function urgencyOf(m: MatterRun) {
  return findUrgency(listPublicDisclosures(m.state), m.today())
}

/** The due rule of a step in the lane the matter is in now. */
export function laneDue(m: MatterRun, step: LaneStep) {
  return findLaneDue(m.policy, urgencyOf(m).lane, step)
}

/** Finds the lane, puts the measure on record, and enters the day by which the office decides. */
export async function openLane(m: MatterRun): Promise<void> {
  const urgency = urgencyOf(m)
  const { outcome } = await record(m, steps.urgency, urgency.lane, { ...urgency, yardstick: getYardstick(m.policy) })
  const workingDays = decisionDays(m.policy, outcome === 'urgent' ? 'urgent' : 'ordinary')
  await docket(m, steps.docketDecision, [
    {
      code: 'decision',
      class: 'service',
      from: m.state.head.openedOn,
      rule: { workingDays },
      trigger: 'matter-opened',
      citations: [byDesign, assessmentOpinion],
      metBy: ['decide'],
    },
  ])
}

/** Whether others own the result with the university: they must agree to a filing and to a hand-over. */
export async function findCoOwnership(m: MatterRun): Promise<'sole' | 'co-owned'> {
  const coOwners = (readOpening(m.state).coOwners ?? []).map(({ name }) => name)
  const { outcome } = await record(m, steps.coOwnership, coOwners.length === 0 ? 'sole' : 'co-owned', { coOwners })
  return outcome === 'sole' ? 'sole' : 'co-owned'
}

/** The office names who manages and who scores. */
export async function nameAssessors(m: MatterRun, given: JsonObject): Promise<Assignment> {
  const { data } = await userTask(m, steps.assign, { ...laneDue(m, 'assign'), given })
  return data
}

/** Search, interview, scores and cost, and the report of them; a later round opens with what the former found. */
export async function gatherEvidence(m: MatterRun, assigned: Assignment): Promise<Evidence> {
  const wanted = findForm(m.state, steps.decide)?.data.dataWanted
  const given = wanted === undefined ? {} : { given: { dataWanted: wanted } }
  await userTask(m, steps.noveltySearch, { people: [assigned.techManager], ...laneDue(m, 'novelty-search'), ...given })
  await userTask(m, steps.interview, { people: [assigned.techManager], ...laneDue(m, 'interview'), ...given })
  const team = await scoreResult(m, assigned)
  const { data: estimate } = await userTask(m, steps.costEstimate, laneDue(m, 'cost-estimate'))
  await issueDocument(m, steps.report, 'pre-filing-assessment/report')
  return { team, estimate }
}

/** Who has not scored by the due day is out, without having declared an interest. */
const absent = { outcome: 'recused', data: { interest: 'no-interest', scores: [] } } as const

/** Each evaluator scores by himself; where too few are left, the office names others until there are enough. */
async function scoreResult(m: MatterRun, assigned: Assignment): Promise<Assignment> {
  const yardstick = getYardstick(m.policy)
  const given = { criteriaVersion: yardstick.criteriaVersion, criteria: yardstick.criteria }
  const weighed = new Map<PersonId, Weighed>()
  const recused: PersonId[] = []
  let team = assigned
  for (;;) {
    const asked = team.evaluators.filter((person) => !weighed.has(person))
    const answers = await everybodyOrSilence(m, steps.score, asked, { ...laneDue(m, 'score'), given, silence: absent })
    for (const person of asked) {
      const answer = answers[person]
      if (answer?.outcome === 'scored') weighed.set(person, { person, task: answer.id, score: answer.data })
      else if (answer?.by.is === 'person') recused.push(person)
    }
    const isEnough = weighed.size >= yardstick.leastEvaluators
    const scored = [...weighed.keys()]
    const finding = isEnough ? { summary: summariseScores(yardstick, [...weighed.values()], recused.length) } : { scored, recused }
    await record(m, steps.weigh, isEnough ? 'weighed' : 'too-few', finding)
    if (isEnough) return { ...team, evaluators: scored }
    team = await nameAssessors(m, { scored, recused })
  }
}
