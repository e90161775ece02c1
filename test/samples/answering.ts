import type { Actor, PersonId } from '#domain/actor.ts'
import type { CheckContext, FormChecks } from '#domain/checks.ts'
import { dayOfInstant } from '#domain/day.ts'
import type { JsonObject } from '#domain/json.ts'
import type { ParameterRow } from '#domain/parameter.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { RegisterRow } from '#domain/register.ts'
import type { RoleKey } from '#domain/role.ts'
import type { MatterState, Task } from '#domain/state.ts'
import { calendar2026 } from '#policy/calendar-2026.ts'
import { inventedCalendars } from '#policy/calendar-invented.ts'
import { parameters } from '#policy/parameters.ts'
import type { Turn } from '../simulator/simulate.ts'
import { playedMandates } from './mandates.ts'

/** What somebody answers a task with. */
export type Answer = { readonly outcome: string; readonly data?: object; readonly reason?: string }
/** By occurrence (`decide#2`) or by step; nobody answers what is `silent`. */
export type Answers = { readonly [task: string]: Answer | 'silent' | ((task: Task, today: string, state: MatterState) => Answer) }
/** A message, sent as soon as `when` holds and a wait stands for it; once each, in this order. */
export type Saying = {
  readonly message: string
  readonly data: object
  readonly by?: RoleKey
  readonly when?: (state: MatterState, today: string) => boolean
}

/** The world beside the matter: what the registers say, and the forms and laws of the process. */
export type Ground = {
  readonly forms: { readonly [key: string]: { parse(data: unknown): unknown } }
  readonly checks: FormChecks
  readonly registers: () => readonly RegisterRow[]
  readonly parameters?: readonly ParameterRow[]
}

export const calendar = [calendar2026, ...inventedCalendars]

function demandLawful(ground: Ground, form: string, data: object, context: CheckContext): void {
  ground.forms[form]?.parse(data)
  const check = ground.checks[form] as ((data: unknown, context: CheckContext) => readonly Refusal[]) | undefined
  const refusals = check?.(data, context) ?? []
  if (refusals.length > 0) throw new Error(`${form}: ${refusals.map(({ code }) => code).join(', ')}`)
}

function actorOf(task: Task): Extract<Actor, { readonly is: 'person' }> {
  const person = (task.people[0] ?? `officer-${task.roles[0] ?? ''}`) as PersonId
  return { is: 'person', person, roles: task.people.length > 0 ? [] : task.roles.slice(0, 1), deputyFor: [] }
}

/** Plays a matter's people: every form handed in has passed its schema and its law as it stood then. */
export function createPlayer(ground: Ground, answers: Answers, sayings: readonly Saying[] = []): (state: MatterState) => Turn {
  const contextOf = (state: MatterState, outcome?: string, signer?: PersonId): CheckContext => ({
    state,
    today: dayOfInstant(Date.now()),
    calendar,
    parameters: ground.parameters ?? parameters,
    people: [],
    registers: [...ground.registers(), ...playedMandates],
    ...(outcome === undefined ? {} : { outcome }),
    ...(signer === undefined ? {} : { signer }),
  })
  const answerTo = (task: Task) => answers[task.id] ?? answers[task.step]
  return (state) => {
    const today = dayOfInstant(Date.now())
    const saying = sayings[state.messages.length]
    const isAwaited = saying !== undefined && Object.values(state.waits).some(({ messages }) => messages.includes(saying.message))
    if (saying !== undefined && isAwaited && (saying.when?.(state, today) ?? true)) {
      const form = `${state.head.process}/${saying.message}`
      demandLawful(ground, form, saying.data, contextOf(state))
      const actor: Actor =
        saying.by === undefined
          ? { is: 'system', name: 'relay' }
          : { is: 'person', person: `officer-${saying.by}` as PersonId, roles: [saying.by], deputyFor: [] }
      return { actor, order: { name: 'send-message', message: saying.message, data: saying.data as JsonObject } }
    }
    const task = Object.values(state.tasks).find((one) => answerTo(one) !== undefined && answerTo(one) !== 'silent')
    if (task === undefined) return 'wait'
    const found = answerTo(task)
    const answer = typeof found === 'function' ? found(task, today, state) : (found as Answer)
    const { outcome, data = {}, reason } = answer
    const actor = actorOf(task)
    demandLawful(ground, task.form, data, contextOf(state, outcome, actor.person))
    const order = {
      name: 'complete-task',
      task: task.id,
      outcome,
      data: data as JsonObject,
      ...(reason === undefined ? {} : { reason }),
    } as const
    return { actor, order }
  }
}
