import type { DepartmentId, PersonId } from './actor.ts'
import { userTaskStep } from './definition.ts'
import type { MatterPerson, ProcessDefinition, ServiceStep } from './definition.ts'
import type { InventorRelation, ResultType } from './disclosure-form.ts'
import type { PublicDisclosure } from './disclosure-novelty.ts'
import type { JsonObject } from './json.ts'
import type {
  Abandonment,
  AppealPanel,
  Approval,
  Assignment,
  CoOwnerConsents,
  CostEstimate,
  DecisionForm,
  FilingRecord,
  HandOverElection,
  HandOverTerms,
  Interview,
  NoveltySearch,
  PartyConfirmation,
  RewardPayments,
  Score,
  TaxReview,
  TeamReply,
} from './pre-filing-assessment-forms.ts'
import { assessmentRules } from './pre-filing-assessment-rules.ts'
import type { Rule } from './refusal.ts'
import { findResult, listResults } from './state.ts'
import type { MatterId, MatterState } from './state.ts'

/** An inventor with his share of contribution; all shares sum to 10000. */
export type AssessedInventor = { readonly person: PersonId; readonly shareBp: number; readonly relation: InventorRelation }

/** Another owner of the result, by the name of the organisation; `contact` answers for it. */
export type AssessedCoOwner = { readonly name: string; readonly contact?: PersonId }

/**
 * What an assessment is opened with: by the disclosure process, which fills it from the docketed disclosure, or by an
 * officer directly. A state secret is never here (保守国家秘密法 31(iii)), so the level knows only trade secrets.
 */
export type AssessmentOpening = {
  readonly disclosure?: MatterId
  readonly disclosureNumber?: string
  readonly title: string
  readonly abstract: string
  /** International Patent Classification, e.g. `H01M10`. */
  readonly field: string
  readonly inventors: readonly AssessedInventor[]
  /** What was, or is to be, made public; empty when nothing. */
  readonly publicDisclosures: readonly PublicDisclosure[]
  readonly department?: DepartmentId
  readonly resultType: ResultType
  readonly foreignPlan: boolean
  readonly exportPlan: boolean
  readonly secrecyLevel: 'none' | 'trade-secret'
  readonly coOwners?: readonly AssessedCoOwner[]
  readonly candidateLicensees?: readonly string[]
}

const stem = 'pre-filing-assessment'

function service(name: string, word: ServiceStep['word'], party: ServiceStep['party'] = 'office'): ServiceStep {
  return { word, name, party }
}

/** Every stop of the assessment, of the filing it leads to, and of the hand-over where it leads to none. */
export const steps = {
  urgency: service('urgency', 'service'),
  docketDecision: service('docket-decision', 'docket'),
  assign: userTaskStep<Assignment>()({
    name: 'assign',
    party: 'office',
    act: 'decides',
    roles: ['ipo_officer'],
    form: `${stem}/assign`,
    outcomes: ['assigned'],
    due: { workingDays: 3, class: 'service' },
    escalatesTo: ['asset'],
  }),
  noveltySearch: userTaskStep<NoveltySearch>()({
    name: 'novelty-search',
    party: 'office',
    act: 'advises',
    roles: ['tech_manager', 'evaluator'],
    form: `${stem}/novelty-search`,
    outcomes: ['searched'],
    due: { workingDays: 10, class: 'service' },
    escalatesTo: ['ipo_officer'],
  }),
  interview: userTaskStep<Interview>()({
    name: 'interview',
    party: 'office',
    act: 'advises',
    roles: ['tech_manager'],
    form: `${stem}/interview`,
    outcomes: ['held'],
    due: { workingDays: 2, class: 'service' },
    escalatesTo: ['ipo_officer'],
  }),
  score: userTaskStep<Score>()({
    name: 'score',
    party: 'outside',
    act: 'advises',
    roles: [],
    form: `${stem}/score`,
    outcomes: ['scored', 'recused'],
    reasonFor: ['recused'],
    due: { workingDays: 2, class: 'service' },
    escalatesTo: ['ipo_officer'],
    each: true,
    private: true,
  }),
  costEstimate: userTaskStep<CostEstimate>()({
    name: 'cost-estimate',
    party: 'office',
    act: 'advises',
    roles: ['finance'],
    form: `${stem}/cost-estimate`,
    outcomes: ['estimated'],
    due: { workingDays: 1, class: 'service' },
    escalatesTo: ['ipo_officer'],
  }),
  weigh: service('weigh', 'service'),
  report: service('report', 'document'),
  decide: userTaskStep<DecisionForm>()({
    name: 'decide',
    party: 'office',
    act: 'decides',
    roles: ['ipo_officer'],
    form: `${stem}/decide`,
    outcomes: ['file-cn', 'file-cn-pct', 'same-day-dual', 'keep-secret', 'publish', 'not-file', 'more-data', 'reject'],
    due: { workingDays: 2, class: 'service' },
    separateFrom: ['score', 'cost-estimate'],
    escalatesTo: ['asset'],
  }),
  panelVote: userTaskStep<JsonObject>()({
    name: 'panel-vote',
    party: 'office',
    act: 'decides',
    roles: [],
    form: `${stem}/panel-vote`,
    outcomes: ['for', 'against', 'abstain', 'recuse'],
    reasonFor: ['against', 'recuse'],
    due: { workingDays: 5, class: 'service' },
    separateFrom: ['decide'],
    each: true,
    private: true,
  }),
  panelMinutes: service('panel-minutes', 'document'),
  diligenceRecord: service('diligence-record', 'service'),
  approveFiling: userTaskStep<Approval>()({
    name: 'approve-filing',
    party: 'office',
    act: 'decides',
    roles: ['asset', 'committee'],
    form: `${stem}/approve-filing`,
    outcomes: ['approved', 'refused', 'returned'],
    reasonFor: ['refused', 'returned'],
    due: { workingDays: 3, class: 'service' },
    separateFrom: ['decide', 'cost-estimate'],
  }),
  filingForm: service('filing-form', 'document'),
  filingConsents: userTaskStep<CoOwnerConsents>()({
    name: 'filing-consents',
    party: 'outside',
    act: 'declares',
    roles: ['ipo_officer', 'legal'],
    form: `${stem}/filing-consents`,
    outcomes: ['consented', 'objected'],
    reasonFor: ['objected'],
    due: { workingDays: 10, class: 'service' },
  }),
  recordFiling: userTaskStep<FilingRecord>()({
    name: 'record-filing',
    party: 'office',
    act: 'declares',
    roles: ['ipo_officer'],
    form: `${stem}/record-filing`,
    outcomes: ['filed'],
    due: { workingDays: 20, class: 'service' },
    escalatesTo: ['asset'],
  }),
  docketFiling: service('docket-filing', 'docket'),
  filingWatch: { word: 'wait', name: 'filing-watch', party: 'outside', messages: ['record-office-event'] },
  docketEvent: service('docket-event', 'docket'),
  abandonUtilityModel: userTaskStep<Abandonment>()({
    name: 'abandon-utility-model',
    party: 'office',
    act: 'decides',
    roles: ['ipo_officer'],
    form: `${stem}/abandon-utility-model`,
    outcomes: ['abandoned', 'kept'],
    reasonFor: ['kept'],
    due: { workingDays: 10, class: 'service' },
    escalatesTo: ['legal'],
  }),
  grantReward: service('grant-reward', 'service'),
  rewardNotice: service('reward-notice', 'document'),
  payReward: userTaskStep<RewardPayments>()({
    name: 'pay-reward',
    party: 'office',
    act: 'declares',
    roles: ['finance'],
    form: `${stem}/pay-reward`,
    outcomes: ['paid'],
    // 实施细则 93: within three months of the announcement; the docket keeps the exact day, counted from it.
    due: { months: 3, class: 'statutory' },
    escalatesTo: ['ipo_officer'],
  }),
  secrecyDecision: service('secrecy-decision', 'document'),
  docketSecrecy: service('docket-secrecy', 'docket'),
  publicationDecision: service('publication-decision', 'document'),
  refusalNotice: service('refusal-notice', 'document', 'inventor'),
  reply: userTaskStep<TeamReply>()({
    name: 'reply',
    party: 'inventor',
    act: 'declares',
    roles: [],
    form: `${stem}/reply`,
    outcomes: ['accept', 'reply', 'appeal'],
    due: { workingDays: 10, class: 'service' },
  }),
  conveneAppeal: userTaskStep<AppealPanel>()({
    name: 'convene-appeal',
    party: 'office',
    act: 'decides',
    roles: ['ipo_officer', 'legal'],
    form: `${stem}/convene-appeal`,
    outcomes: ['convened'],
    due: { workingDays: 3, class: 'service' },
    separateFrom: ['score'],
    escalatesTo: ['asset'],
  }),
  appealVote: userTaskStep<JsonObject>()({
    name: 'appeal-vote',
    party: 'office',
    act: 'decides',
    roles: [],
    form: `${stem}/appeal-vote`,
    outcomes: ['for', 'against', 'abstain', 'recuse'],
    reasonFor: ['against', 'recuse'],
    due: { workingDays: 10, class: 'service' },
    separateFrom: ['decide', 'score', 'panel-vote'],
    each: true,
    private: true,
  }),
  appealMinutes: service('appeal-minutes', 'document'),
  handOverElection: userTaskStep<HandOverElection>()({
    name: 'hand-over-election',
    party: 'inventor',
    act: 'declares',
    roles: [],
    form: `${stem}/hand-over-election`,
    outcomes: ['accept', 'decline'],
    due: { workingDays: 10, class: 'service' },
    each: true,
  }),
  coOwnerConsents: userTaskStep<CoOwnerConsents>()({
    name: 'co-owner-consents',
    party: 'outside',
    act: 'declares',
    roles: ['ipo_officer', 'legal'],
    form: `${stem}/co-owner-consents`,
    outcomes: ['consented', 'objected'],
    reasonFor: ['objected'],
    due: { workingDays: 15, class: 'service' },
  }),
  handOverTerms: userTaskStep<HandOverTerms>()({
    name: 'hand-over-terms',
    party: 'office',
    act: 'decides',
    roles: ['legal'],
    form: `${stem}/hand-over-terms`,
    outcomes: ['drawn-up'],
    due: { workingDays: 5, class: 'service' },
    escalatesTo: ['ipo_officer'],
  }),
  taxReview: userTaskStep<TaxReview>()({
    name: 'tax-review',
    party: 'office',
    act: 'advises',
    roles: ['finance'],
    form: `${stem}/tax-review`,
    outcomes: ['reviewed'],
    due: { workingDays: 5, class: 'service' },
    escalatesTo: ['legal'],
  }),
  signHandOver: userTaskStep<PartyConfirmation>()({
    name: 'sign-hand-over',
    party: 'inventor',
    act: 'declares',
    roles: [],
    form: `${stem}/sign-hand-over`,
    outcomes: ['confirmed', 'refused'],
    reasonFor: ['refused'],
    due: { workingDays: 10, class: 'service' },
    each: true,
  }),
  sealHandOver: userTaskStep<PartyConfirmation>()({
    name: 'seal-hand-over',
    party: 'office',
    act: 'decides',
    roles: ['ipo_officer'],
    form: `${stem}/seal-hand-over`,
    outcomes: ['confirmed', 'refused'],
    reasonFor: ['refused'],
    due: { workingDays: 5, class: 'service' },
    separateFrom: ['hand-over-terms'],
    escalatesTo: ['asset'],
  }),
  handOverAgreement: service('hand-over-agreement', 'document'),
} as const satisfies ProcessDefinition['steps']

/** Until a decision that settles the assessment is made the applicant may withdraw; wanting more data settles nothing. */
function mayWithdraw(state: MatterState): boolean {
  const decided = findResult(state, steps.decide.name)
  return decided === undefined || decided.outcome === 'more-data'
}

function listInventors(state: MatterState): MatterPerson[] {
  const { inventors } = state.data as Partial<AssessmentOpening>
  return (inventors ?? []).map(({ person, shareBp }) => ({ person, relation: 'inventor', shareBp }))
}

/** Who opened the matter for himself, or the first inventor where the office or another process opened it. */
function listApplicants(state: MatterState): MatterPerson[] {
  const { openedBy } = state.head
  const isOwn = openedBy.is === 'person' && (openedBy.as === 'self' || openedBy.as === 'inventor')
  const person = isOwn ? openedBy.person : listInventors(state)[0]?.person
  return person === undefined ? [] : [{ person, relation: 'applicant' }]
}

function listAssessors(state: MatterState): MatterPerson[] {
  const named = listResults(state, steps.assign.name).flatMap(({ data }) => {
    const { techManager, evaluators } = data as unknown as Assignment
    return [techManager, ...evaluators]
  })
  const panel = listResults(state, steps.decide.name).flatMap(({ data }) => (data as unknown as DecisionForm).panel)
  const appeal = listResults(state, steps.conveneAppeal.name).flatMap(({ data }) => (data as unknown as AppealPanel).members)
  return [...new Set([...named, ...panel, ...appeal])].map((person) => ({ person, relation: 'participant' }))
}

/** Evaluators who declared an interest: from then on they neither decide nor advise here. */
function listRecused(state: MatterState): MatterPerson[] {
  return [steps.score, steps.panelVote, steps.appealVote]
    .flatMap((step) => listResults(state, step.name))
    .filter(({ outcome, by }) => (outcome === 'recused' || outcome === 'recuse') && by.is === 'person')
    .flatMap(({ by }): MatterPerson[] => (by.is === 'person' ? [{ person: by.person, relation: 'interested' }] : []))
}

/** 专利申请前评估: decides with reasons whether a result is filed, kept secret, published or handed over, and watches the filing. */
export const definition = {
  stem,
  code: 'PG',
  opens: { roles: ['ipo_officer'], form: `${stem}/open` },
  steps,
  outcomes: ['granted', 'filing-ended', 'kept-secret', 'published', 'handed-over', 'not-filed'],
  messages: {
    'record-office-event': { name: 'record-office-event', act: 'declares', roles: ['ipo_officer'], form: `${stem}/record-office-event` },
  },
  mayWithdraw,
  title: (state) => (state.data as Partial<AssessmentOpening>).title ?? '',
  people: (state) => [...listApplicants(state), ...listInventors(state), ...listRecused(state), ...listAssessors(state)],
  documents: [
    `${stem}/report`,
    `${stem}/panel-minutes`,
    `${stem}/filing-form`,
    `${stem}/secrecy-decision`,
    `${stem}/publication-decision`,
    `${stem}/refusal-notice`,
    `${stem}/appeal-minutes`,
    `${stem}/hand-over-agreement`,
    `${stem}/reward-notice`,
  ],
} as const satisfies ProcessDefinition

/** Every rule of this process. */
export const rules: readonly Rule[] = Object.values(assessmentRules)
