import type { DepartmentId, PersonId } from './actor.ts'
import type { MatterPerson, ProcessDefinition } from './definition.ts'
import type { InventorRelation, ResultType } from './disclosure-form.ts'
import type { PublicDisclosure } from './disclosure-novelty.ts'
import type { AppealPanel, Assignment, DecisionForm } from './pre-filing-assessment-forms.ts'
import { assessmentRules } from './pre-filing-assessment-rules.ts'
import { decidingSteps } from './pre-filing-assessment-steps-deciding.ts'
import { filingSteps } from './pre-filing-assessment-steps-filing.ts'
import { notFilingSteps } from './pre-filing-assessment-steps-not-filing.ts'
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
  /** The English name, where the inventors gave one. */
  readonly titleEn?: string
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

/** Every stop of the assessment, of the filing it leads to, and of the hand-over where it leads to none. */
export const steps = { ...decidingSteps, ...filingSteps, ...notFilingSteps } as const satisfies ProcessDefinition['steps']

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
