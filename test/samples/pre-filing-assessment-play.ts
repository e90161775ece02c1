import { expect } from 'vitest'
import * as sample from '#cli/samples/pre-filing-assessment.ts'
import type { Actor, PersonId } from '#domain/actor.ts'
import type { CheckContext } from '#domain/checks.ts'
import { dayOfInstant } from '#domain/day.ts'
import type { JsonObject } from '#domain/json.ts'
import { checks } from '#domain/pre-filing-assessment-checks.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { RoleKey } from '#domain/role.ts'
import type { MatterState, Task } from '#domain/state.ts'
import { calendar2026 } from '#policy/calendar-2026.ts'
import { inventedCalendars } from '#policy/calendar-invented.ts'
import { defaults } from '#policy/pre-filing-assessment.ts'
import { forms } from '#schemas/pre-filing-assessment.ts'
import { preFilingAssessment } from '#workflows/pre-filing-assessment.ts'
import { playedMandates } from './mandates.ts'
import { registered } from './pre-filing-assessment-state.ts'
import { simulate, simulateFromEveryAction, type Simulation, type Turn } from '../simulator/simulate.ts'

/** The inventors. */
export const [ann, bo, chen] = ['ann', 'bo', 'chen'] as PersonId[] as [PersonId, PersonId, PersonId]
export const team: readonly PersonId[] = [ann, bo, chen]
export const manager = 'manager' as PersonId
const evaluators = ['eva', 'edo'] as PersonId[]
export const members = ['cai', 'cui', 'cen'] as PersonId[]
export const calendar = [calendar2026, ...inventedCalendars]

/** What somebody answers a task with. */
export type Answer = { readonly outcome: string; readonly data?: object; readonly reason?: string }
/** By occurrence (`decide#2`, `score#1/eva`) or by step. */
export type Answers = { readonly [task: string]: Answer | ((task: Task, today: string) => Answer) }
/** Events of the office, each heard as soon as the watch waits. */
export type Events = readonly object[]

/** A decision of any kind with what the kind needs. */
export const decided = (outcome: string, changes: object = {}): Answer => ({ outcome, data: sample.sampleDecision(changes) })
const paid = (task: Task, today: string): Answer => ({
  outcome: 'paid',
  data: sample.samplePayments(task.given?.['parts'] as never, today),
})

/** Whoever confirms the agreement confirms the paper that his task shows. */
export const confirms = ({ given }: Task): Answer => ({ outcome: 'confirmed', data: { termsRead: true, sha256: given?.['sha256'] } })

/** How it usually goes: filed at home, granted, rewarded. */
const usual: Answers = {
  assign: { outcome: 'assigned', data: sample.sampleAssignment(manager, evaluators) },
  'novelty-search': { outcome: 'searched', data: sample.sampleSearch },
  interview: { outcome: 'held', data: sample.sampleInterview([ann]) },
  'score#1/eva': { outcome: 'scored', data: sample.sampleScore(80, { takers: 60 }) },
  score: { outcome: 'scored', data: sample.sampleScore(70) },
  'cost-estimate': { outcome: 'estimated', data: sample.sampleEstimate },
  decide: decided('file-cn'),
  'panel-vote': { outcome: 'for', data: {} },
  'approve-filing': { outcome: 'approved', data: {} },
  'filing-consents': { outcome: 'consented', data: sample.sampleConsents },
  'record-filing': (_, today) => ({ outcome: 'filed', data: sample.sampleFiling(today) }),
  'abandon-utility-model': { outcome: 'abandoned', data: sample.sampleAbandonment },
  'pay-reward': paid,
  reply: { outcome: 'accept', data: {} },
  'convene-appeal': { outcome: 'convened', data: sample.sampleAppealPanel(members) },
  'appeal-vote': { outcome: 'for', data: {} },
  'hand-over-election': { outcome: 'accept', data: {} },
  'co-owner-consents': { outcome: 'consented', data: sample.sampleConsents },
  'hand-over-terms': (_, today) => ({ outcome: 'free', data: sample.sampleTerms(team, today) }),
  'tax-review': { outcome: 'reviewed', data: sample.sampleTaxReview },
  'sign-hand-over': confirms,
  'seal-hand-over': confirms,
  'hand-over-refused': { outcome: 'given-up', data: {}, reason: '双方对留存份额不能达成一致' },
}

function actorOf(task: Task): Extract<Actor, { readonly is: 'person' }> {
  const person = (task.people[0] ?? `officer-${task.roles[0] ?? ''}`) as PersonId
  const roles = task.people.length > 0 ? [] : task.roles.slice(0, 1)
  return { is: 'person', person, roles: roles, deputyFor: [] }
}

/** Schema and law as the API asks them; throws where a form of the play passes one of them not. */
function demandLawful(form: string, data: object, context: CheckContext): void {
  forms[form as keyof typeof forms].parse(data)
  const check = (checks as { readonly [key: string]: (data: never, context: CheckContext) => readonly Refusal[] })[form]
  const refusals = check === undefined ? [] : check(data as never, context)
  if (refusals.length > 0) throw new Error(`${form}: ${refusals.map(({ code }) => code).join(', ')}`)
}

/** Nobody answers; the due day does. */
export const silent: Answer = { outcome: 'silent' }

/** A matter as these people play it; every form they hand in has passed its schema and its checks. */
export function play(answers: Answers = {}, events: Events = [], more: Partial<Simulation> = {}): Simulation {
  const all = { ...usual, ...answers }
  const facts = (state: MatterState, outcome?: string, signer?: PersonId): CheckContext => ({
    state,
    today: dayOfInstant(Date.now()),
    calendar,
    parameters: [],
    people: registered(),
    registers: playedMandates,
    ...(outcome === undefined ? {} : { outcome }),
    ...(signer === undefined ? {} : { signer }),
  })
  const next = (state: MatterState): Turn => {
    const heard = state.messages.length
    const event = events[heard]
    if (Object.keys(state.waits).length > 0 && event !== undefined) {
      demandLawful('pre-filing-assessment/record-office-event', event, facts(state))
      const actor: Actor = { is: 'person', person: 'officer' as PersonId, roles: ['ipo_officer' as RoleKey], deputyFor: [] }
      return { actor, order: { name: 'send-message', message: 'record-office-event', data: event as JsonObject } }
    }
    const task = Object.values(state.tasks).find((one) => answerTo(one) !== undefined)
    if (task === undefined) return 'wait'
    const found = answerTo(task)
    const answer = typeof found === 'function' ? found(task, dayOfInstant(Date.now())) : (found as Answer)
    const { outcome, data = {}, reason } = answer
    const actor = actorOf(task)
    demandLawful(task.form, data, facts(state, outcome, actor.person))
    const order = {
      name: 'complete-task',
      task: task.id,
      outcome,
      data: data as JsonObject,
      ...(reason === undefined ? {} : { reason }),
    } as const
    return { actor, order }
  }
  const answerTo = (task: Task): Answers[string] | undefined => {
    const found = all[task.id] ?? all[task.step]
    return found === silent ? undefined : found
  }
  return {
    story: preFilingAssessment,
    process: 'pre-filing-assessment',
    data: sample.sampleOpening(team),
    openedBy: ann,
    policy: defaults,
    calendar,
    next,
    ...more,
  }
}

/** Opens the matter with other facts. */
export const opened = (changes: object) => ({ data: sample.sampleOpening(team, changes) as unknown as JsonObject })
/** The papers of a matter in their order. */
export const papersOf = (state: MatterState) => state.papers.map((paper) => paper.template.split('/')[1])
/** An event of the office on the day a play begins. */
export const event = (name: Parameters<typeof sample.sampleEvent>[0], changes: object = {}) =>
  sample.sampleEvent(name, '2026-03-02', changes)

/** Plays a matter and, from the state after each action, plays it again: every run comes to the same end. */
export async function playAll(simulation: Simulation) {
  const trail = await simulate(simulation)
  const ends = await simulateFromEveryAction(simulation, trail)
  expect(new Set(ends.map((end) => end.outcome))).toEqual(new Set([trail.end.outcome]))
  expect(trail.refused).toEqual([])
  return trail
}
