import { expect } from 'vitest'
import * as sample from '#cli/samples/public-notice.ts'
import type { Actor, PersonId } from '#domain/actor.ts'
import { applyAction } from '#domain/apply.ts'
import type { CheckContext } from '#domain/checks.ts'
import { dayOfInstant, type PlainDay } from '#domain/day.ts'
import type { JsonObject } from '#domain/json.ts'
import { checks as objectionChecks } from '#domain/notice-objection-checks.ts'
import { checks as noticeChecks } from '#domain/public-notice-checks.ts'
import type { NoticeContent } from '#domain/public-notice-content.ts'
import { prepareVersion, showContent, type FreezeOrder } from '#domain/public-notice-freeze.ts'
import { postedContent } from '#domain/public-notice-published.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { RoleKey } from '#domain/role.ts'
import { stepOfTask, type MatterState, type TaskId } from '#domain/state.ts'
import { calendar2026 } from '#policy/calendar-2026.ts'
import { parameters } from '#policy/parameters.ts'
import { defaults as objectionDefaults } from '#policy/notice-objection.ts'
import { defaults } from '#policy/public-notice.ts'
import { forms as objectionForms } from '#schemas/notice-objection.ts'
import { forms as noticeForms } from '#schemas/public-notice.ts'
import { noticeObjection } from '#workflows/notice-objection.ts'
import { publicNotice } from '#workflows/public-notice.ts'
import { simulate, type Simulation, type Turn } from '../simulator/simulate.ts'

/** Whom the notices concern. */
export const named = ['ann', 'bo', 'chen'] as PersonId[]
export const officer = 'officer' as PersonId

/** One thing that happens: a task answered, a message, or the clock moved to a day. */
export type Deed =
  | { readonly task: string; readonly outcome: string; readonly data?: object; readonly reason?: string }
  | { readonly message: string; readonly data: object }
  | { readonly goTo: string }

const forms = { ...noticeForms, ...objectionForms }
const checks = { ...noticeChecks, ...objectionChecks } as {
  readonly [form: string]: (data: never, context: CheckContext) => readonly Refusal[]
}

/** Schema and law as the doors ask them; throws where a form of the play passes one of them not. */
export function demandLawful(form: string, data: object, state: MatterState | undefined, outcome?: string): void {
  forms[form as keyof typeof forms].parse(data)
  const others = ((data as Partial<NoticeContent>).people ?? []).map(({ person }) => person)
  const people = [...named, ...others].map((id) => ({ id, isNaturalPerson: true, employer: 'here', relation: 'staff' }) as const)
  const context: CheckContext = {
    today: dayOfInstant(Date.now()),
    calendar: [calendar2026],
    parameters,
    people,
    registers: [],
    province: 'Zhejiang',
    ...(state === undefined ? {} : { state }),
    ...(outcome === undefined ? {} : { outcome }),
  }
  const refusals = checks[form]?.(data as never, context) ?? []
  if (refusals.length > 0) throw new Error(`${form}: ${refusals.map(({ code }) => code).join(', ')}`)
}

/** Freezes as the activity does, in the simulated record. */
function freezer(states: { now: MatterState | undefined }) {
  return async ({ input, today }: { readonly input: FreezeOrder; readonly today: PlainDay }): Promise<object> => {
    const state = states.now
    if (state === undefined) throw new Error('Nothing to freeze')
    const version = prepareVersion(input, { state, today, parameters, province: 'Zhejiang', nonce: '0'.repeat(32) })
    const shown = showContent(postedContent(state, version), () => undefined)
    return { ...version, contentHash: JSON.stringify(shown).length.toString(16).padStart(64, '0') }
  }
}

function actorOf(person: string, role: string): Actor {
  return { is: 'person', person: person as PersonId, roles: [role as RoleKey], deputyFor: [] }
}

const relay: Actor = { is: 'system', name: 'relay' }

function turnOf(deed: Deed, state: MatterState): Turn {
  if ('goTo' in deed) return deed
  if ('message' in deed) {
    const isTold = deed.message.startsWith('objection-')
    demandLawful(`public-notice/${deed.message}`, deed.data, state)
    const order = { name: 'send-message', message: deed.message, data: deed.data as JsonObject } as const
    return { actor: isTold ? relay : actorOf('sender', 'ipo_officer'), order }
  }
  const task = Object.values(state.tasks).find(({ step }) => step === deed.task)
  if (task === undefined) throw new Error(`${deed.task} is not open, but ${Object.keys(state.tasks).join(', ')}`)
  const { outcome, data = {}, reason } = deed
  demandLawful(task.form, data, state, outcome)
  const person = `${stepOfTask(task.id)}-${task.roles[0] ?? ''}`
  const order = {
    name: 'complete-task',
    task: task.id,
    outcome,
    data: data as JsonObject,
    ...(reason === undefined ? {} : { reason }),
  } as const
  return { actor: actorOf(person, task.roles[0] ?? ''), order }
}

/** A notice to which these things happen in order; when nothing more does, the clock runs. */
export function playNotice(data: object, deeds: readonly Deed[], more: Partial<Simulation> = {}): Simulation {
  const states: { now: MatterState | undefined } = { now: more.state }
  return {
    story: publicNotice,
    process: 'public-notice',
    data: data as JsonObject,
    openedBy: officer,
    policy: defaults,
    next: follow(deeds, states),
    services: { freezeNotice: freezer(states) },
    ...more,
  }
}

/** An objection to which these things happen. */
export function playObjection(data: object, deeds: readonly Deed[], more: Partial<Simulation> = {}): Simulation {
  return {
    story: noticeObjection,
    process: 'notice-objection',
    data: data as JsonObject,
    openedBy: officer,
    policy: objectionDefaults,
    next: follow(deeds, { now: undefined }),
    services: { mailDecision: async ({ input }: { readonly input: JsonObject }) => ({ by: 'mail', ...input }) },
    ...more,
  }
}

/** What is not yet done, told from the record and the clock: a story that is begun again goes on where it was. */
function follow(deeds: readonly Deed[], states: { now: MatterState | undefined }): Simulation['next'] {
  return (state) => {
    states.now = state
    const answered = Object.entries(state.results).filter(([, { by }]) => by.is === 'person')
    const done = [...answered.map(([id]) => stepOfTask(id as TaskId)), ...state.messages.map(({ name }) => name)]
    const today = dayOfInstant(Date.now())
    for (const deed of deeds) {
      const place = 'goTo' in deed ? 0 : done.indexOf('task' in deed ? deed.task : deed.message)
      if ('goTo' in deed ? deed.goTo > today : place < 0) return turnOf(deed, state)
      if (!('goTo' in deed)) done.splice(place, 1)
    }
    return 'wait'
  }
}

/** Plays a matter and, from the state after each action, plays it again: every run comes to the same end. */
export async function playAll(make: (more?: Partial<Simulation>) => Simulation) {
  const trail = await simulate(make())
  expect(trail.refused).toEqual([])
  for (let count = 1; count < trail.actions.length; count += 1) {
    const actions = trail.actions.slice(0, count)
    const state = actions.reduce<MatterState | undefined>(applyAction, undefined)
    if (state === undefined) continue
    expect((await simulate(make({ state, actions }))).end, `after ${actions.at(-1)?.commandId}`).toEqual(trail.end)
  }
  return trail
}

/** Reviewed, and posted by somebody other than who wrote it. */
export const posted = (today: PlainDay | string): Deed => ({
  task: 'approve',
  outcome: 'post',
  data: sample.samplePosting(today as PlainDay),
})
export const lodged = (id: string, receivedOn: string, late = false): Deed => ({
  message: 'objection-lodged',
  data: { objection: id, number: `YY-2026-${id}`, receivedOn, late },
})
export const decided = (id: string, outcome: 'dismissed' | 'upheld', late = false): Deed => ({
  message: 'objection-decided',
  data: { objection: id, number: `YY-2026-${id}`, outcome, late },
})
