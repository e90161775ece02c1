import { expect } from 'vitest'
import * as sample from '#cli/samples/title-grant.ts'
import type { Actor, PersonId } from '#domain/actor.ts'
import { relayActor } from '#domain/actor.ts'
import type { CheckContext } from '#domain/checks.ts'
import { dayOfInstant, plainDay, type PlainDay } from '#domain/day.ts'
import type { JsonObject } from '#domain/json.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { RegisterRow } from '#domain/register.ts'
import type { RoleKey } from '#domain/role.ts'
import { listStanding } from '#domain/signing.ts'
import { stepOfTask, type MatterState, type Task, type TaskId } from '#domain/state.ts'
import { checks } from '#domain/title-grant-checks.ts'
import { getApplication } from '#domain/title-grant-facts.ts'
import type { GrantMode } from '#domain/title-grant-forms.ts'
import { calendar2026 } from '#policy/calendar-2026.ts'
import { inventedCalendars } from '#policy/calendar-invented.ts'
import { parameters } from '#policy/parameters.ts'
import { defaults } from '#policy/title-grant.ts'
import { forms } from '#schemas/title-grant.ts'
import { titleGrant } from '#workflows/title-grant.ts'
import { playedMandates } from './mandates.ts'
import { simulate, simulateFromEveryAction, type Simulation, type Turn } from '../simulator/simulate.ts'

/** The contributors. */
export const [ann, bo, chen] = ['ann', 'bo', 'chen'] as PersonId[] as [PersonId, PersonId, PersonId]
export const team: readonly PersonId[] = [ann, bo, chen]
export const experts = ['cai', 'cui', 'cen'] as PersonId[]
export const others = ['dai', 'ding', 'du'] as PersonId[]
export const calendar = [calendar2026, ...inventedCalendars]

/** What somebody answers a task with. */
export type Answer = { readonly outcome: string; readonly data?: object; readonly reason?: string }
type Answering = Answer | ((task: Task, today: PlainDay, state: MatterState) => Answer)
/** By occurrence (`approve#2`, `agree-split#1/bo`) or by step. */
export type Answers = { readonly [task: string]: Answering }

/** Nobody answers; the due day does. */
export const silent: Answer = { outcome: 'silent' }

/** What is told to the matter when it may be, beside its tasks: by whom, and what. */
export type Saying = {
  readonly when: (state: MatterState) => boolean
  readonly message: string
  readonly data: (today: PlainDay, state: MatterState) => object
  readonly by?: Actor
}

const person = (id: PersonId, ...roles: string[]): Extract<Actor, { readonly is: 'person' }> => ({
  is: 'person',
  person: id,
  roles: roles as RoleKey[],
  deputyFor: [],
})

/** Applies for one of the two ways. */
export const applies =
  (mode: GrantMode, changes: Parameters<typeof sample.sampleApplication>[2] = {}): Answering =>
  (_, today) => ({ outcome: mode, data: sample.sampleApplication(mode, today, changes) })

/** Legal draws the agreement up as it was applied for. */
export const drafts =
  (changes: Parameters<typeof sample.sampleTerms>[1] = {}): Answering =>
  (_, __, state) => {
    const { form } = getApplication(state)
    return { outcome: form.considerationFen === 0 ? 'for-nothing' : 'priced', data: sample.sampleTerms(form, changes) }
  }

/** A patent in its last months: no year of its grant is ever reported. */
export const ofOld = { 'draft-terms': drafts({ rightsEndOn: plainDay('2026-09-30') }) }
export const oldPatent = { registers: [sample.sampleGrantRow(team, { filedOn: plainDay('2006-10-01') })] }

/** A patent in its last years: a grant of it is watched for two of them only, so that every action of it can be played from. */
export const aged = { filedOn: plainDay('2008-05-01'), endsOn: plainDay('2028-04-30') }
/** What a play of the aged patent differs in. */
export const ofAged = { 'draft-terms': drafts({ rightsEndOn: aged.endsOn }) }
export const agedPatent = { registers: [sample.sampleGrantRow(team, { filedOn: aged.filedOn })] }

/** A member who does not agree to the split. */
export const declines: Answer = { outcome: 'declined', data: { ...sample.sampleStatement, mandate: false }, reason: '份额与贡献不符' }

/** Whoever signs confirms the paper that his task shows. */
export const signs: Answering = ({ given }) => ({ outcome: 'signed', data: { termsRead: true, sha256: given?.['sha256'] } })

/** How it usually goes: a share of the title is granted for nothing, registered, and licensed in every year. */
const usual: Answers = {
  'agree-split': { outcome: 'signed', data: sample.sampleStatement },
  'revise-team': (_, __, state) => ({ outcome: 'resubmitted', data: splitOf(state) }),
  apply: applies('ownership'),
  'consent-withdrawal': { outcome: 'consented', data: {} },
  'formal-check': { outcome: 'accepted', data: sample.sampleFormalCheck(sample.beijingAuthority) },
  'ownership-check': { outcome: 'clear', data: sample.sampleOwnership },
  'secrecy-check': { outcome: 'cleared', data: { touches: [] } },
  'convene-review': { outcome: 'convened', data: { members: experts, observer: 'observer' } },
  'review-vote': { outcome: 'for', data: {} },
  approve: { outcome: 'approved', data: sample.sampleApproval },
  'ask-review': { outcome: 'accept', data: {} },
  'convene-appeal': { outcome: 'convened', data: { members: others } },
  'appeal-vote': { outcome: 'for', data: {} },
  'settle-objection': { outcome: 'other', data: { touches: [], decision: '（示例）异字〔2026〕3号' }, reason: '公示内容与申请不符' },
  'draft-terms': drafts(),
  'tax-review': { outcome: 'reviewed', data: sample.sampleTaxReview },
  'sign-member': signs,
  'sign-university': signs,
  'agreement-refused': { outcome: 'redraft', data: {} },
  'file-change': (_, today) => ({ outcome: 'filed', data: sample.sampleChangeFiling(today) }),
  'office-reply': (_, today) => ({ outcome: 'registered', data: sample.sampleReply(today) }),
  'change-refused': { outcome: 'refile', data: {} },
  'annual-report': (_, __, state) => ({ outcome: 'reported', data: reportOf(state) }),
  'recovery-review': (_, today) => ({ outcome: 'recovered', data: sample.sampleRecovery(today), reason: '满36个月未转化' }),
  'extension-request': { outcome: 'let-end', data: {} },
  'decide-extension': { outcome: 'extended', data: sample.sampleExtension(2) },
  'consider-change': { outcome: 'noted', data: {} },
}

function splitOf({ data }: MatterState): object {
  const { members, representative } = data
  return { members, representative }
}

/** Each year's transformation bears its own name. */
function reportOf(state: MatterState): object {
  const year = Object.keys(state.results).filter((id) => stepOfTask(id as TaskId) === 'annual-report').length + 1
  const [first] = sample.sampleReport.transformations
  return { ...sample.sampleReport, transformations: [{ ...first, reference: `（示例）育苗基质产业化第${year}年` }] }
}

function actorOf(task: Task): Extract<Actor, { readonly is: 'person' }> {
  const id = (task.people[0] ?? `officer-${task.roles[0] ?? ''}`) as PersonId
  return person(id, ...(task.people.length > 0 ? [] : task.roles.slice(0, 1)))
}

/** Schema and law as the doors ask them; throws where a form of the play passes one of them not. */
function demandLawful(form: string, data: object, context: CheckContext): void {
  forms[form as keyof typeof forms].parse(data)
  const check = (checks as { readonly [key: string]: (data: never, context: CheckContext) => readonly Refusal[] })[form]
  const refusals = check === undefined ? [] : check(data as never, context)
  if (refusals.length > 0) throw new Error(`${form}: ${refusals.map(({ code, fact }) => `${code} ${JSON.stringify(fact)}`).join(', ')}`)
}

/** A notice closes as soon as it is waited for; the n-th so, the others without objection. */
export function notices(...outcomes: readonly string[]): Saying {
  const heard = (state: MatterState) => state.messages.filter(({ name }) => name === 'notice-closed').length
  return {
    when: (state) => Object.keys(state.waits).some((id) => id.startsWith('notice-watch')),
    message: 'notice-closed',
    data: (today, state) => ({ outcome: outcomes[heard(state)] ?? 'closed-ok', notice: 'm-2', number: 'X-2026-00002', closedOn: today }),
  }
}

export type Play = Partial<Simulation> & { readonly registers?: readonly RegisterRow[]; readonly people?: CheckContext['people'] }

/** What the doors know of a matter as it is played. */
export function contextOf(state: MatterState | undefined, more: Partial<CheckContext> = {}): CheckContext {
  return {
    ...(state === undefined ? {} : { state }),
    today: dayOfInstant(Date.now()),
    calendar,
    parameters,
    people: [],
    registers: [sample.sampleGrantRow(team), ...playedMandates],
    province: 'Beijing',
    ...more,
  }
}

/** A matter as these people play it; every form they hand in has passed its schema and its checks. */
export function play(answers: Answers = {}, sayings: readonly Saying[] = [notices()], more: Play = {}): Simulation {
  const all = { ...usual, ...answers }
  const { registers = [sample.sampleGrantRow(team)], people = [], ...simulation } = more
  const answerTo = (task: Task): Answering | undefined => {
    const found = all[task.id] ?? all[task.step]
    return found === silent ? undefined : found
  }
  const next = (state: MatterState): Turn => {
    const today = dayOfInstant(Date.now())
    const facts = { registers: [...registers, ...playedMandates], people }
    const context = (): CheckContext => contextOf(state, facts)
    const saying = sayings.find((one) => one.when(state))
    if (saying !== undefined) {
      const data = saying.data(today, state)
      demandLawful(`title-grant/${saying.message}`, data, context())
      return { actor: saying.by ?? relayActor, order: { name: 'send-message', message: saying.message, data: data as JsonObject } }
    }
    const task = Object.values(state.tasks).find((one) => answerTo(one) !== undefined)
    if (task === undefined) return 'wait'
    const found = answerTo(task)
    const { outcome, data = {}, reason } = typeof found === 'function' ? found(task, today, state) : (found as Answer)
    const actor = actorOf(task)
    demandLawful(task.form, data, contextOf(state, { ...facts, outcome, actor: ann, signer: actor.person }))
    const order = {
      name: 'complete-task',
      task: task.id,
      outcome,
      data: data as JsonObject,
      ...(reason === undefined ? {} : { reason }),
    } as const
    return { actor, order }
  }
  return {
    story: titleGrant,
    process: 'title-grant',
    data: sample.sampleGrant(team),
    openedBy: ann,
    policy: defaults,
    calendar,
    next,
    ...simulation,
  }
}

/** The standing papers of a matter in their order. */
export const papersOf = (state: MatterState) => listStanding(state.papers).map((paper) => paper.template.split('/')[1])

/** Whether a task of the step is open. */
export const isAt = (state: MatterState, step: string) => Object.values(state.tasks).some((task) => task.step === step)

/** Somebody says something as soon as the step is open, so often. */
export function says(message: string, data: object, at: string, by?: Actor, times = 1): Saying {
  const said = (state: MatterState) => state.messages.filter(({ name }) => name === message).length
  return {
    when: (state) => said(state) < times && (isAt(state, at) || Object.keys(state.waits).some((id) => id.startsWith(`${at}#`))),
    message,
    data: () => data,
    ...(by === undefined ? {} : { by }),
  }
}

/** An agreement to end the grant that all have signed. */
export const terminated = {
  agreedOn: plainDay('2026-03-02'),
  document: '（示例）终字〔2027〕2号',
  signedBy: team,
  reason: '承接单位退出（示例）',
}

/** The representative, who speaks for the team. */
export const representative = person(ann)
export const lawyer = person('lawyer' as PersonId, 'legal')

/** Plays a matter and, from the state after each action, plays it again: every run comes to the same end. */
export async function playAll(simulation: Simulation) {
  const trail = await simulate(simulation)
  const ends = await simulateFromEveryAction(simulation, trail)
  expect(new Set(ends.map((end) => end.outcome))).toEqual(new Set([trail.end.outcome]))
  expect(trail.refused).toEqual([])
  return trail
}
