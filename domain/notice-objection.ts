import type { Action } from './action.ts'
import type { PersonId } from './actor.ts'
import { userTaskStep } from './definition.ts'
import type { ProcessDefinition, Telling } from './definition.ts'
import type { Acknowledgement, ObjectionDecision, ObjectionOpening } from './notice-objection-forms.ts'
import type { JsonObject } from './json.ts'
import { objectionRules } from './notice-objection-rules.ts'
import type { Rule } from './refusal.ts'
import { stepOfTask } from './state.ts'
import type { MatterState } from './state.ts'

const stem = 'notice-objection'

/** Every stop of an objection. */
export const steps = {
  acknowledge: userTaskStep<Acknowledgement>()({
    name: 'acknowledge',
    party: 'office',
    act: 'advises',
    roles: ['ipo_officer'],
    form: 'notice-objection/acknowledge',
    outcomes: ['acknowledged'],
    due: { workingDays: 3, class: 'service' },
    escalatesTo: ['legal'],
  }),
  receipt: { word: 'document', name: 'receipt', party: 'office' },
  decide: userTaskStep<ObjectionDecision>()({
    name: 'decide',
    party: 'office',
    act: 'decides',
    roles: ['legal', 'asset'],
    form: 'notice-objection/decide',
    outcomes: ['dismissed', 'upheld', 'extended'],
    reasonFor: ['extended'],
    due: { workingDays: 15, class: 'service' },
    separateFrom: ['acknowledge'],
    escalatesTo: ['committee'],
  }),
  reviewLate: userTaskStep<ObjectionDecision>()({
    name: 'review-late',
    party: 'office',
    act: 'decides',
    roles: ['legal'],
    form: 'notice-objection/review-late',
    outcomes: ['dismissed', 'upheld'],
    due: { workingDays: 15, class: 'service' },
    separateFrom: ['acknowledge'],
    escalatesTo: ['committee'],
  }),
  decision: { word: 'document', name: 'decision', party: 'office' },
  served: { word: 'service', name: 'served', party: 'office' },
} as const satisfies ProcessDefinition['steps']

/** What the objection was opened with; its schema held when it was opened. */
export function readObjection(state: MatterState): ObjectionOpening {
  return state.data as unknown as ObjectionOpening
}

/** The mail address that the objector left among what he wrote of how to reach him; undefined where he is to be reached otherwise. */
export function findMailOfObjector({ contactOfObjector = '' }: Pick<ObjectionOpening, 'contactOfObjector'>): string | undefined {
  return /[\w.%+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}/.exec(contactOfObjector)?.[0]
}

/** Whether it came after the notice had closed: it then goes to legal and holds nothing up (rules 1.3). */
export function isLate({ closesOn, receivedOn }: Pick<ObjectionOpening, 'closesOn' | 'receivedOn'>): boolean {
  return closesOn !== undefined && receivedOn > closesOn
}

/** Whom the notice names does nothing about objections to it, and does not learn whose they are. */
function listBarred(state: MatterState): readonly PersonId[] {
  return (state.data as Partial<ObjectionOpening>).interested ?? []
}

/** The notice hears at once that there is an objection, and how it was decided. */
function tells(_: MatterState | undefined, state: MatterState, action: Action): Telling[] {
  if (state.erased !== undefined) return []
  const { notice, receivedOn, ...opening } = readObjection(state)
  const late = isLate({ receivedOn, ...opening })
  const said = { objection: state.head.id, number: state.head.number, late }
  if (action.kind === 'MatterOpened') return [{ matter: notice, message: 'objection-lodged', data: { ...said, receivedOn } }]
  if (action.kind !== 'TaskCompleted') return []
  const { task, outcome } = action.facts
  const isDecided = [steps.decide.name, steps.reviewLate.name].includes(stepOfTask(task)) && outcome !== 'extended'
  return isDecided ? [{ matter: notice, message: 'objection-decided', data: { ...said, outcome } }] : []
}

/**
 * What the page of the notice shows of an objection: that it was made, and how it was decided; never whose it is. The hash of where
 * it came from is counted by the public door and shown to nobody.
 */
function publish(state: MatterState): JsonObject | undefined {
  if (state.erased !== undefined) return undefined
  const { notice, source, receivedOn, closesOn } = readObjection(state)
  const late = isLate({ receivedOn, ...(closesOn === undefined ? {} : { closesOn }) })
  const decided = state.standing.is === 'closed' ? { outcome: state.standing.outcome } : {}
  return { notice, number: state.head.number, receivedOn, late, ...(source === undefined ? {} : { source }), ...decided }
}

/** 公示异议: anybody's objection to a public notice, acknowledged, decided with reasons, and told to the notice. */
export const definition = {
  stem,
  code: 'YY',
  opens: { roles: ['ipo_officer', 'legal'], form: `${stem}/open`, public: true, door: '/api/notices/{id}/letters' },
  steps,
  outcomes: ['dismissed', 'upheld'],
  messages: {},
  mayWithdraw: () => false,
  title: (state) => (state.data as Partial<ObjectionOpening>).noticeTitle ?? '',
  people: () => [],
  barred: listBarred,
  documents: [`${stem}/receipt`, `${stem}/decision`],
  tells,
  published: publish,
} as const satisfies ProcessDefinition

/** Every rule of this process. */
export const rules: readonly Rule[] = Object.values(objectionRules)
