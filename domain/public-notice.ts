import type { Action } from './action.ts'
import type { MatterPerson, ProcessDefinition, Telling } from './definition.ts'
import type { NoticeContent } from './public-notice-content.ts'
import { publishNotice } from './public-notice-published.ts'
import { noticeRules } from './public-notice-rules.ts'
import { currentContent, findVersion } from './public-notice-state.ts'
import { steps as all } from './public-notice-steps.ts'
import type { Rule } from './refusal.ts'
import { listResults, stepOfTask } from './state.ts'
import type { MatterState } from './state.ts'

const stem = 'public-notice'

/** Every stop of a public notice. */
export const steps = all

/** Whoever was named in any content of the notice, posted or proposed: they neither post it nor decide about it. */
function listNamedEver(state: MatterState): MatterPerson[] {
  const contents = [
    state.data,
    ...listResults(state, steps.revise.name).map(({ data }) => data),
    ...state.messages.filter(({ name }) => name === 'change-content').map(({ data }) => data),
  ] as unknown as readonly Partial<NoticeContent>[]
  const people = contents.flatMap((content) => content.people ?? [])
  return people
    .filter(({ person }, index) => people.findIndex((one) => one.person === person) === index)
    .map(({ person, role, shareBp }) => {
      if (role !== 'inventor') return { person, relation: 'interested' }
      return { person, relation: 'inventor', ...(shareBp === undefined ? {} : { shareBp }) }
    })
}

/** The matter that wanted the notice is told how it ended, and again where a late objection overturns it. */
function tells(_: MatterState | undefined, state: MatterState, action: Action): Telling[] {
  const { parent, id, number } = state.head
  if (parent === undefined || action.kind !== 'StepDone') return []
  const step = stepOfTask(action.facts.step)
  if (step === steps.overturn.name) return [{ matter: parent, message: 'notice-overturned', data: { notice: id, number, on: action.on } }]
  if (step !== steps.close.name) return []
  const { outcome } = action.facts
  const contentHash = findVersion(state)?.contentHash
  const hash = contentHash === undefined ? {} : { contentHash }
  return [{ matter: parent, message: 'notice-closed', data: { outcome, notice: id, number, closedOn: action.on, ...hash } }]
}

/** 公示: posts what the law or the unit wants public before it is decided, hears objections, and closes. */
export const definition = {
  stem,
  code: 'GS',
  opens: { roles: ['ipo_officer'], form: `${stem}/open` },
  steps,
  outcomes: ['closed-ok', 'closed-upheld', 'cancelled', 'exempt'],
  messages: {
    'objection-lodged': { name: 'objection-lodged', act: 'declares', roles: [], form: `${stem}/objection-lodged` },
    'objection-decided': { name: 'objection-decided', act: 'declares', roles: [], form: `${stem}/objection-decided` },
    'change-content': { name: 'change-content', act: 'declares', roles: ['ipo_officer'], form: `${stem}/change-content` },
    'cancel-notice': { name: 'cancel-notice', act: 'decides', roles: ['ipo_officer'], form: `${stem}/cancel-notice` },
  },
  // What is posted is taken back by the office with its reason on record, not by an applicant.
  mayWithdraw: () => false,
  title: (state) => {
    const { subject } = state.erased === undefined ? currentContent(state) : { subject: undefined }
    return subject?.title ?? ''
  },
  people: (state) => (state.erased === undefined ? listNamedEver(state) : []),
  documents: [`${stem}/announcement`, `${stem}/certificate`, `${stem}/statement`],
  tells,
  published: publishNotice,
} as const satisfies ProcessDefinition

/** Every rule of this process. */
export const rules: readonly Rule[] = Object.values(noticeRules)
