import type { Action } from './action.ts'
import type { MatterPerson, ProcessDefinition } from './definition.ts'
import type { JsonObject } from './json.ts'
import { findApproval, findEligibility, findOfferEnd, findStandard, readOpening } from './open-licence-facts.ts'
import { openLicenceRules } from './open-licence-rules.ts'
import { steps } from './open-licence-steps.ts'
import type { Rule } from './refusal.ts'
import { registerChange, type RegisterChange } from './register.ts'
import { findResult, stepOfTask, type MatterState } from './state.ts'

const stem = 'open-licence'

function listPeople(state: MatterState): MatterPerson[] {
  const inventors = findEligibility(state)?.patent?.inventors ?? []
  const { openedBy } = state.head
  return [
    ...(openedBy.is === 'person' ? [{ person: openedBy.person, relation: 'applicant' } as const] : []),
    ...inventors.map((person) => ({ person, relation: 'inventor' }) as const),
  ]
}

function subjectsOf(state: MatterState | undefined, data: JsonObject): string[] {
  const patent = (state?.data ?? data)['patent']
  return typeof patent === 'string' ? [`patent/${patent}`] : []
}

/** The entry that the unit's decision makes: from then on nothing may be granted that contradicts it. */
function declaredId(state: MatterState, approval: string): string {
  return `${state.head.id}/${approval}`
}

/** The entry of an announced offer, by which takers are admitted. */
export function liveEntryId(declaration: string): string {
  return `${declaration}/live`
}

/** Whether this completion is the last signature of the approval's chain. */
function completesApproval(before: MatterState, action: Extract<Action, { readonly kind: 'TaskCompleted' }>): boolean {
  const given = before.tasks[action.facts.task]?.given
  const chain = given?.['chain']
  return action.facts.outcome === 'approved' && Array.isArray(chain) && given?.['link'] === chain.length
}

/** What this action changes on the patent's register. */
function listEffects(before: MatterState | undefined, state: MatterState, action: Action): RegisterChange[] {
  if (before === undefined) return []
  const subject = { register: 'patent', id: readOpening(state).patent } as const
  const known = { source: state.head.number, on: action.on }
  const matter = state.head.id
  if (action.kind === 'TaskCompleted' && stepOfTask(action.facts.task) === steps.approve.name) {
    if (!completesApproval(before, action)) return []
    const id = declaredId(state, action.facts.task)
    return [registerChange(subject, 'EncumbranceEntered', { id, kind: 'open-licence', recorded: false, since: action.on, matter }, known)]
  }
  const approval = findApproval(state)
  if (approval === undefined) return []
  const declared = declaredId(state, approval)
  if (action.kind === 'TaskCompleted' && stepOfTask(action.facts.task) === steps.officeReply.name && action.facts.outcome === 'announced') {
    const standard = findStandard(state)
    if (standard === undefined) return []
    const live = {
      id: liveEntryId(matter),
      kind: 'open-licence',
      recorded: true,
      since: standard.announcedOn,
      until: standard.termEnd,
      matter,
    } as const
    return [
      registerChange(subject, 'EncumbranceEnded', { id: declared, endedOn: standard.announcedOn }, known),
      registerChange(subject, 'EncumbranceEntered', { ...live, note: standard.announcementNumber }, known),
    ]
  }
  if (action.kind !== 'StepDone') return []
  if (stepOfTask(action.facts.step) === steps.declarationDropped.name)
    return [registerChange(subject, 'EncumbranceEnded', { id: declared, endedOn: action.on }, known)]
  const end = findOfferEnd(state)
  if (stepOfTask(action.facts.step) !== steps.offerEnded.name || end === undefined) return []
  return [registerChange(subject, 'EncumbranceEnded', { id: liveEntryId(matter), endedOn: end.endedOn }, known)]
}

/** What anybody may read of a live offer: the announced standard, and that it is withdrawn as soon as the withdrawal is filed. */
function publish(state: MatterState): JsonObject | undefined {
  const standard = findStandard(state)
  if (standard === undefined || findOfferEnd(state) !== undefined || state.standing.is === 'closed') return undefined
  const filed = findResult(state, steps.fileWithdrawal.name)
  const reply = findResult(state, steps.withdrawalReply.name)
  const isWithdrawing = filed?.outcome === 'filed' && (reply === undefined || reply.at < filed.at)
  return { ...(standard as unknown as JsonObject), ...(isWithdrawing ? { withdrawalFiledOn: String(filed.data['filedOn']) } : {}) }
}

/** 专利开放许可: a standing offer to everybody, from the question whether it may be made to its withdrawal or end. */
export const definition = {
  stem,
  code: 'KF',
  opens: { roles: ['ipo_officer'], form: `${stem}/open` },
  steps,
  outcomes: ['withdrawal-announced', 'expired', 'patent-ended', 'not-declared'],
  messages: {
    'notice-closed': { name: 'notice-closed', act: 'declares', roles: [], form: `${stem}/notice-closed` },
    'withdraw-declaration': { name: 'withdraw-declaration', act: 'declares', roles: ['ipo_officer'], form: `${stem}/withdraw-declaration` },
    'fact-changed': { name: 'fact-changed', act: 'declares', roles: [], form: `${stem}/fact-changed` },
  },
  mayWithdraw: (state) => findApproval(state) === undefined,
  title: (state) => findEligibility(state)?.patent?.title ?? readOpening(state).patent ?? '',
  people: listPeople,
  documents: [
    `${stem}/eligibility-report`,
    `${stem}/patentee-consent`,
    `${stem}/pledgee-consent`,
    `${stem}/fee-estimate`,
    `${stem}/declaration-sheet`,
    `${stem}/package-list`,
    `${stem}/withdrawal-sheet`,
    `${stem}/end-explanation`,
  ],
  subjects: subjectsOf,
  locks: [steps.approve.name, steps.officeReply.name, steps.declarationDropped.name, steps.offerEnded.name],
  effects: listEffects,
  published: publish,
} as const satisfies ProcessDefinition

/** Every rule of this process. */
export const rules: readonly Rule[] = Object.values(openLicenceRules)
export { steps }
