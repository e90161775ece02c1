import { sampleDisclosure } from '#cli/samples/disclosure.ts'
import * as openLicence from '#cli/samples/open-licence.ts'
import { sampleOpening } from '#cli/samples/pre-filing-assessment.ts'
import { sampleNotice, sampleObjection } from '#cli/samples/public-notice.ts'
import { sampleGrant } from '#cli/samples/title-grant.ts'
import { demonstration } from '#cli/demonstration-house.ts'
import type { ActionDraft, ActionFacts, ActionKind } from '#domain/action.ts'
import { processActor, type ActorRef, type DepartmentId, type PersonId } from '#domain/actor.ts'
import { instantOfDayStart } from '#domain/day.ts'
import type { ProcessDefinition, StepDefinition } from '#domain/definition.ts'
import type { JsonObject } from '#domain/json.ts'
import { roleKey } from '#domain/role.ts'
import type { MatterHead, MatterId, Task, TaskId } from '#domain/state.ts'
import type { Store } from '#store/db.ts'
import { appendAction } from '#store/record/append.ts'
import { dayOne } from '../engine.ts'

export type UserStep = Extract<StepDefinition, { readonly word: 'user-task' }>

const openings: { readonly [stem: string]: (people: readonly PersonId[]) => object } = {
  disclosure: (people) => sampleDisclosure(people),
  'pre-filing-assessment': (people) => sampleOpening(people),
  'public-notice': (people) => sampleNotice('GRANT', people),
  'open-licence': () => openLicence.sampleOpening,
  'licence-take-up': () => openLicence.sampleNotice('a-declaration', dayOne),
  'title-grant': (people) => sampleGrant(people),
  receipt: () => openLicence.sampleReceipt(dayOne),
  'notice-objection': (people) => sampleObjection({ interested: people }),
}

/** A matter that stands at one step, recorded action by action without a story behind it: every step of every process can be reached so. */
export type Standing = {
  readonly definition: ProcessDefinition
  readonly step: UserStep
  readonly id: MatterId
  readonly inventors: readonly PersonId[]
  /** Who may act where the step names no role. */
  readonly people: readonly PersonId[]
  readonly holder?: PersonId
  readonly barred?: readonly PersonId[]
  readonly title?: string
}

/** Opens such a matter in the first inventor's name; answers the occurrence that is open in it. */
export async function standAt(
  store: Store,
  { definition, step, id, inventors, people, holder, barred = [], title }: Standing,
): Promise<TaskId> {
  const opened = openings[definition.stem]
  const [first] = inventors
  if (opened === undefined || first === undefined) throw new Error(`No sample opens ${definition.stem}`)
  const department = 'computing' as DepartmentId
  const openedBy = { is: 'person', person: first, as: 'self' } as const
  const head: MatterHead = {
    id,
    process: definition.stem,
    institution: demonstration.id,
    number: '',
    department,
    openedBy,
    openedOn: dayOne,
    policyVersion: 'defaults',
  }
  const named = title === undefined ? {} : { title, titleZh: title, abstract: title }
  const data = JSON.parse(JSON.stringify({ ...opened(inventors), ...named })) as JsonObject
  const task = `${step.name}#1${step.each === true ? `/${people[0]}` : ''}` as TaskId
  const record = append(store, definition, id)
  await record('MatterOpened', { head, data }, openedBy)
  await record('TaskOpened', { task: openTask(step, task, step.roles.length > 0 ? [] : people, barred) })
  if (holder !== undefined) await record('TaskReassigned', { task, to: holder, reason: '按分工（示例）' })
  return task
}

/** A task of the step as its story would open it, with something given. */
export function openTask(step: UserStep, id: TaskId, people: readonly PersonId[], barred: readonly PersonId[]): Task {
  const { name, act, party, form, outcomes } = step
  const roles = step.roles.map((role) => roleKey(role, 'computing'))
  const hidden = step.private === undefined ? {} : { private: step.private }
  return {
    id,
    step: name,
    act,
    party,
    form,
    outcomes: [...outcomes],
    roles,
    people,
    barred,
    openedOn: dayOne,
    reminders: [],
    escalatedTo: [],
    given: { marker: '只给承办人看' },
    ...hidden,
  }
}

let count = 0

/** Records actions of a matter one after the other, each under a command of its own. */
export function append(store: Store, definition: ProcessDefinition, matter: MatterId) {
  return async <Kind extends ActionKind>(kind: Kind, facts: ActionFacts[Kind], actor: ActorRef = processActor): Promise<void> => {
    const at = instantOfDayStart(dayOne) + 9 * 3_600_000
    const draft = { kind, facts, actor, at, on: dayOne, commandId: `by-hand/${matter}/${(count += 1)}` } as unknown as ActionDraft
    await appendAction(store, { institution: demonstration.id, matter, definition, draft })
  }
}
