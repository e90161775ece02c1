import type { Actor, PersonId } from '#domain/actor.ts'
import type { JsonObject } from '#domain/json.ts'
import type { RoleKey } from '#domain/role.ts'
import type { MatterState, Task } from '#domain/state.ts'
import { defaults } from '#policy/disclosure.ts'
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
  'secrecy-ruling': { outcome: 'none', data: { mayPublish: true, authority: 'provincial', ruledOn: '2026-03-20' } },
  'ownership-finding': { outcome: 'service', data: { owners: [{ who: 'university' }] } },
  'ownership-dispute': { outcome: 'resolved', data: { before: 'university' }, reason: '双方达成一致' },
  'propose-shares': { outcome: 'proposed', data: { shares: { ann: 5000, bo: 3000, chen: 2000 } } },
  'confirm-share': (task) => ({ outcome: 'confirmed', data: { shareBp: task.given?.['shareBp'] ?? 0, feature: '示例特征' } }),
  'settle-shares': { outcome: 'determined', data: { heard: team }, reason: '协商不成，按等额确定' },
}

function actorOf(task: Task): Actor {
  const person = (task.people[0] ?? `officer-${task.step}`) as PersonId
  const roles = task.people.length > 0 ? [] : [...task.roles.slice(0, 1)]
  return { is: 'person', person, roles: roles as RoleKey[], deputyFor: [] }
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
