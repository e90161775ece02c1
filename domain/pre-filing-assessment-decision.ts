import type { PersonId } from './actor.ts'
import type { CheckContext } from './checks.ts'
import { fen, formatYuan, sumFen } from './money.ts'
import type { Fen } from './money.ts'
import type { NoveltyClock } from './patent-deadlines.ts'
import { findYardstick, refuseConflicts, refuseUnknown } from './pre-filing-assessment-evidence.ts'
import { findForm, listInventorIds, readOpening } from './pre-filing-assessment-facts.ts'
import type { AssessmentDecision, CostEstimate, CostPart, DecisionForm, NoveltySearch } from './pre-filing-assessment-forms.ts'
import { assessmentRules } from './pre-filing-assessment-rules.ts'
import { formatPoints } from './pre-filing-assessment-score.ts'
import type { ScoreSummary, Yardstick } from './pre-filing-assessment-score.ts'
import { findNoveltyClock, listPublicDisclosures } from './pre-filing-assessment-urgency.ts'
import { steps } from './pre-filing-assessment.ts'
import { refuse } from './refusal.ts'
import type { Refusal, Rule } from './refusal.ts'
import type { MatterState } from './state.ts'
import { findResult, listResults } from './state.ts'

/** Why a decision is an exception that the committee takes. */
export type PanelGround =
  'score-below-threshold' | 'score-above-threshold' | 'evaluators-far-apart' | 'cost-above-limit' | 'novelty-lost' | 'anticipated'

/** What the question whether a decision is an exception depends on. */
export type PanelFacts = {
  readonly yardstick: Yardstick
  readonly summary: ScoreSummary
  readonly estimate: CostEstimate
  readonly novelty: NoveltyClock['kind']
  readonly finding: NoveltySearch['finding']
}

/** Decisions that file something. */
export const filingDecisions = ['file-cn', 'file-cn-pct', 'same-day-dual'] as const satisfies readonly AssessmentDecision[]

/** Which parts of the estimate each decision spends. */
const partsOf: { readonly [decision in AssessmentDecision]: readonly CostPart[] } = {
  'file-cn': ['domestic'],
  'file-cn-pct': ['domestic', 'pct', 'foreign'],
  'same-day-dual': ['domestic', 'dual'],
  'keep-secret': [],
  publish: [],
  'not-file': [],
  'more-data': [],
  reject: [],
}

const exceptionRules: { readonly [ground in PanelGround]: Rule } = {
  'score-below-threshold': assessmentRules.scoreBelowThreshold,
  'score-above-threshold': assessmentRules.scoreAboveThreshold,
  'evaluators-far-apart': assessmentRules.evaluatorsFarApart,
  'cost-above-limit': assessmentRules.costAboveLimit,
  'novelty-lost': assessmentRules.noveltyLost,
  anticipated: assessmentRules.anticipated,
}

/** The shortest reasons a decision may have, in characters. */
export const leastReasonsLength = 50

/** What a decision costs by the estimate, in fen. */
export function costOf(decision: AssessmentDecision, estimate: CostEstimate): Fen {
  const items = estimate.items.filter(({ part }) => partsOf[decision].includes(part))
  return items.length === 0 ? fen(0) : sumFen(items.map(({ amountFen }) => amountFen))
}

/** Whether a decision leads to a filing. */
export function isFiling(decision: string): decision is (typeof filingDecisions)[number] {
  return (filingDecisions as readonly string[]).includes(decision)
}

/** Every reason for which `decision` is an exception; wanting more data never is one. */
export function listPanelGrounds(decision: AssessmentDecision, facts: PanelFacts): PanelGround[] {
  if (decision === 'more-data') return []
  const { yardstick, summary, estimate } = facts
  const reaches = summary.mean >= yardstick.filingPoints * 100
  const files = isFiling(decision)
  const drops = decision === 'not-file' || decision === 'reject' || decision === 'publish'
  const grounds: readonly (readonly [PanelGround, boolean])[] = [
    ['score-below-threshold', files && !reaches],
    ['score-above-threshold', drops && reaches],
    ['evaluators-far-apart', summary.spread >= yardstick.spreadPoints * 100],
    ['cost-above-limit', files && costOf(decision, estimate) > yardstick.panelAboveFen],
    ['novelty-lost', files && facts.novelty === 'noveltyLost'],
    ['anticipated', files && facts.finding === 'anticipated'],
  ]
  return grounds.filter(([, applies]) => applies).map(([ground]) => ground)
}

/** The facts of the panel question as the record has them; undefined while a part is missing. */
export function findPanelFacts(state: MatterState, context: Pick<CheckContext, 'today' | 'calendar'>): PanelFacts | undefined {
  const yardstick = findYardstick(state)
  const summary = findResult(state, steps.weigh.name)?.data?.['summary'] as ScoreSummary | undefined
  const estimate = findForm(state, steps.costEstimate)?.data
  const finding = findForm(state, steps.noveltySearch)?.data.finding
  if (yardstick === undefined || summary === undefined || estimate === undefined || finding === undefined) return undefined
  const novelty = findNoveltyClock(listPublicDisclosures(state), context.today, context.calendar).kind
  return { yardstick, summary, estimate, finding, novelty }
}

/** What each decision would spend and need, for the form of whoever decides. */
export function explainChoices(facts: PanelFacts): {
  readonly [decision in AssessmentDecision]: { readonly costFen: Fen; readonly grounds: PanelGround[] }
} {
  const explain = (decision: AssessmentDecision) => ({
    costFen: costOf(decision, facts.estimate),
    grounds: listPanelGrounds(decision, facts),
  })
  return {
    'file-cn': explain('file-cn'),
    'file-cn-pct': explain('file-cn-pct'),
    'same-day-dual': explain('same-day-dual'),
    'keep-secret': explain('keep-secret'),
    publish: explain('publish'),
    'not-file': explain('not-file'),
    'more-data': explain('more-data'),
    reject: explain('reject'),
  }
}

/** Whether the committee overturned a decision not to file. */
export function isOverturned(state: MatterState): boolean {
  return listResults(state, steps.appealVote.name).some(({ outcome }) => outcome === 'carried')
}

/** Members of a committee: enough of them, each once, none tied to the inventors. */
export function checkPanel(members: readonly PersonId[], field: string, state: MatterState, context: CheckContext): Refusal[] {
  const refusals: Refusal[] = []
  const least = findYardstick(state)?.leastPanel ?? 1
  if (members.length < least) refusals.push(refuse(assessmentRules.panelTooSmall, { named: members.length, least }, field))
  const twice = members.find((member, index) => members.indexOf(member) !== index)
  if (twice !== undefined) refusals.push(refuse(assessmentRules.panelMemberTwice, { person: twice }, field))
  const pointers = members.map((_, index) => `${field}/${index}`)
  return [
    ...refusals,
    ...refuseUnknown(members, context, pointers),
    ...refuseConflicts(assessmentRules.panelConflicted, members, listInventorIds(state), context, pointers),
  ]
}

function checkReasons(form: DecisionForm): Refusal[] {
  const length = [...form.reasons.trim()].length
  const refusals =
    length < leastReasonsLength ? [refuse(assessmentRules.reasonsTooShort, { length, least: leastReasonsLength }, '/reasons')] : []
  return form.noUnlawfulGain ? refusals : [...refusals, refuse(assessmentRules.gainUndeclared, {}, '/noUnlawfulGain')]
}

function checkPatentType(decision: AssessmentDecision, form: DecisionForm, state: MatterState): Refusal[] {
  const { resultType } = readOpening(state)
  if (decision === 'same-day-dual') {
    if (resultType === 'design') {
      return [refuse(assessmentRules.notPatentable, { resultType, patentType: 'utility-model', decision })]
    }
    if (form.dual?.shapeOrStructure !== true) return [refuse(assessmentRules.dualNeedsProduct, { resultType }, '/dual/shapeOrStructure')]
    return form.dual.warningRead ? [] : [refuse(assessmentRules.dualWarningUnread, {}, '/dual/warningRead')]
  }
  if (form.patentType === undefined) return [refuse(assessmentRules.patentTypeMissing, {}, '/patentType')]
  const isDesign = form.patentType === 'design'
  // A design protects what a result looks like, and the PCT knows none.
  if (isDesign !== (resultType === 'design') || (isDesign && decision === 'file-cn-pct')) {
    return [refuse(assessmentRules.notPatentable, { resultType, patentType: form.patentType, decision }, '/patentType')]
  }
  return []
}

/** What each decision must say beside its reasons. */
function checkContent(decision: AssessmentDecision, form: DecisionForm, state: MatterState, context: CheckContext): Refusal[] {
  switch (decision) {
    case 'file-cn':
    case 'file-cn-pct':
    case 'same-day-dual':
      return checkPatentType(decision, form, state)
    case 'keep-secret': {
      const isPublic = listPublicDisclosures(state).find(({ standing, on }) => standing === 'made' && on <= context.today)
      if (isPublic !== undefined) return [refuse(assessmentRules.secretAlreadyPublic, { on: isPublic.on, where: isPublic.where })]
      return form.secrecy === undefined || form.secrecy.measures.length === 0
        ? [refuse(assessmentRules.secrecyPlanMissing, {}, '/secrecy')]
        : []
    }
    case 'publish': {
      const review = form.publicationReview
      if (review !== undefined && review.reviewedOn <= context.today) return []
      return [refuse(assessmentRules.publicationUnreviewed, { today: context.today }, '/publicationReview')]
    }
    case 'reject':
      return form.rejectionGround === undefined ? [refuse(assessmentRules.rejectionGroundMissing, {}, '/rejectionGround')] : []
    case 'more-data':
      return (form.dataWanted ?? '').trim() === '' ? [refuse(assessmentRules.dataUnnamed, {}, '/dataWanted')] : []
    case 'not-file':
      return []
  }
}

/** An exception without a committee: each ground with the numbers that make it one. */
function refuseException(decision: AssessmentDecision, facts: PanelFacts): Refusal[] {
  const { summary, yardstick, estimate } = facts
  const numbers = {
    mean: formatPoints(summary.mean),
    least: yardstick.filingPoints,
    spread: formatPoints(summary.spread),
    most: yardstick.spreadPoints,
    cost: formatYuan(costOf(decision, estimate)),
    limit: formatYuan(fen(yardstick.panelAboveFen)),
  }
  return listPanelGrounds(decision, facts).map((ground) => refuse(exceptionRules[ground], numbers, '/panel'))
}

/** Who decides does not vote on his own decision: his ballot would wait for nobody. */
function refuseDecider(panel: readonly PersonId[], { actor }: CheckContext): Refusal[] {
  const place = actor === undefined ? -1 : panel.indexOf(actor)
  return place < 0 ? [] : [refuse(assessmentRules.panelConflicted, { person: actor ?? '', because: 'decides' }, `/panel/${place}`)]
}

/** Whether a decision may stand: reasoned, complete for its kind, and taken to the committee where it is an exception. */
export function checkDecision(form: DecisionForm, context: CheckContext): Refusal[] {
  const { state } = context
  const decision = context.outcome as AssessmentDecision | undefined
  const refusals = checkReasons(form)
  if (state === undefined || decision === undefined) return refusals
  if ((decision === 'not-file' || decision === 'reject') && isOverturned(state))
    refusals.push(refuse(assessmentRules.overturned, { decision }))
  refusals.push(...checkContent(decision, form, state, context))
  if (form.panel.length > 0) {
    return [...refusals, ...checkPanel(form.panel, '/panel', state, context), ...refuseDecider(form.panel, context)]
  }
  // The committee that overturned the first decision has already spoken on the exception.
  const facts = isOverturned(state) ? undefined : findPanelFacts(state, context)
  return facts === undefined ? refusals : [...refusals, ...refuseException(decision, facts)]
}
