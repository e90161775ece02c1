import type { Action } from '#domain/action.ts'
import type { Actor, PersonId } from '#domain/actor.ts'
import { applyAction } from '#domain/apply.ts'
import type { FormChecks } from '#domain/checks.ts'
import { checks } from '#domain/disclosure-checks.ts'
import type { JsonObject } from '#domain/json.ts'
import type { MatterState, Task } from '#domain/state.ts'
import { calendar2026 } from '#policy/calendar-2026.ts'
import { defaults } from '#policy/disclosure.ts'
import { forms } from '#schemas/disclosure.ts'
import { disclosure } from '#workflows/disclosure.ts'
import type { Simulation, Turn } from '../simulator/simulate.ts'
import { sampleDisclosure } from '#cli/samples/disclosure.ts'

export const [ann, bo, chen] = ['ann', 'bo', 'chen'] as PersonId[] as [PersonId, PersonId, PersonId]
/** Three inventors; the first applies. */
export const team = [ann, bo, chen]

/** What somebody answers a task with. */
export type Answer = { readonly outcome: string; readonly data?: JsonObject; readonly reason?: string }

/** By occurrence (`formal-check#2`, `confirm-share#1/bo`) or by step. */
export type Answers = { readonly [task: string]: Answer | ((task: Task) => Answer) }

const usual: Answers = {
  'formal-check': { outcome: 'accepted', data: {} },
  revise: { outcome: 'resubmitted', data: { ...sampleDisclosure(team) } },
  'secrecy-screen': { outcome: 'none', data: { mayPublish: true } },
  'secrecy-ruling': { outcome: 'none', data: { mayPublish: true, authority: 'provincial', ruledOn: '2026-03-02' } },
  'ownership-finding': { outcome: 'service', data: { owners: [{ who: 'university' }] } },
  'ownership-dispute': { outcome: 'resolved', data: { before: 'university' }, reason: '双方达成一致' },
  'propose-shares': { outcome: 'proposed', data: { shares: { ann: 5000, bo: 3000, chen: 2000 } } },
  'confirm-share': (task) => ({ outcome: 'confirmed', data: { shareBp: task.given?.['shareBp'] ?? 0, feature: '示例特征' } }),
  'settle-shares': { outcome: 'determined', data: { heard: team }, reason: '协商不成，按等额确定' },
}

function actorOf(task: Task): Actor {
  const person = (task.people[0] ?? `officer-${task.step}`) as PersonId
  const roles = task.people.length > 0 ? [] : task.roles.slice(0, 1)
  return { is: 'person', person, roles: roles, deputyFor: [] }
}

/** A disclosure played on the virtual clock: the usual answers, but for those given. */
export function play(answers: Answers = {}, more: Partial<Simulation> = {}): Simulation {
  const all = { ...usual, ...answers }
  const next = (state: MatterState): Turn => {
    const [task] = Object.values(state.tasks)
    if (task === undefined) return 'wait'
    const found = all[task.id] ?? all[task.step]
    if (found === undefined) throw new Error(`No answer to ${task.id}`)
    const { outcome, data = {}, reason } = typeof found === 'function' ? found(task) : found
    return {
      actor: actorOf(task),
      order: { name: 'complete-task', task: task.id, outcome, data, ...(reason === undefined ? {} : { reason }) },
    }
  }
  return {
    story: disclosure,
    process: 'disclosure',
    data: { ...sampleDisclosure(team) },
    openedBy: ann,
    policy: defaults,
    services: { findSimilar: async () => ({ similar: [] }) },
    next,
    ...more,
  }
}

/** Every form of a trail that its schema or its checks would have refused: as the door and the recording transaction ask. */
export function listUnlawful(actions: readonly Action[], people: readonly PersonId[] = team): string[] {
  const schemas: { readonly [form: string]: { safeParse(data: unknown): { readonly success: boolean } } } = forms
  const ruled: FormChecks = checks
  return actions.flatMap((action, place) => {
    if (action.kind !== 'MatterOpened' && action.kind !== 'TaskCompleted') return []
    const before = actions.slice(0, place).reduce<MatterState | undefined>(applyAction, undefined)
    const form = action.kind === 'MatterOpened' ? 'disclosure/open' : (before?.tasks[action.facts.task]?.form ?? '')
    const { data } = action.facts
    if (schemas[form]?.safeParse(data).success !== true) return [`${form}: not of its schema`]
    const refusals = ruled[form]?.(data as never, {
      today: action.on,
      calendar: [calendar2026],
      parameters: [],
      registers: [],
      people: people.map((id) => ({ id, isNaturalPerson: true, employer: 'here', relation: 'staff' })),
      ...(before === undefined ? {} : { state: before }),
      ...(action.actor.is === 'person' ? { actor: action.actor.person } : {}),
      ...(action.kind === 'TaskCompleted' ? { outcome: action.facts.outcome } : {}),
    })
    return (refusals ?? []).map((refusal) => `${form}: ${refusal.code}`)
  })
}
