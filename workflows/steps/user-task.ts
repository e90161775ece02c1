import { timerActor, type ActorRef, type DepartmentId, type PersonId } from '#domain/actor.ts'
import { listAlarms, type Alarm } from '#domain/alarms.ts'
import type { PlainDay } from '#domain/day.ts'
import type { DeadlineClass, DueRule } from '#domain/deadline.ts'
import type { UserTaskStep } from '#domain/definition.ts'
import type { FactRequest } from '#domain/complete-facts.ts'
import type { JsonObject } from '#domain/json.ts'
import { roleKey, type Role, type RoleKey } from '#domain/role.ts'
import { listResults, type FieldRemark, type MatterState, type Task, type TaskId } from '#domain/state.ts'
import { Interrupted, renewIfLong, type MatterRun } from './matter.ts'

/** How a task came back: the outcome and form of whoever completed it. */
export type Completed<Data, Outcome extends string> = {
  readonly id: TaskId
  readonly outcome: Outcome
  readonly data: Data
  readonly by: ActorRef
  readonly on: PlainDay
  readonly reason?: string
  readonly remarks?: readonly FieldRemark[]
}

/** When a task is due; counted from its opening, unless the law counts from another day. */
export type TaskDue = DueRule & { readonly from?: PlainDay }

/** What a visit to a step may set beyond its definition. */
export type TaskOptions = {
  /** Named candidates; with roles in the definition they are added to these. */
  readonly people?: readonly PersonId[]
  readonly roles?: readonly Role[]
  readonly department?: DepartmentId
  /** Facts the form opens with. */
  readonly given?: JsonObject
  readonly remarks?: readonly FieldRemark[]
  readonly repeats?: TaskId
  readonly due?: TaskDue
  readonly barred?: readonly PersonId[]
}

/** Thrown where a task was taken away before anybody completed it. */
export class Dropped extends Error {
  override name = 'Dropped'
}

/** A step done by a person: opens the task, keeps its alarms, and returns when somebody has completed it. */
export async function userTask<Data, Outcome extends string>(
  m: MatterRun,
  step: UserTaskStep<Data, Outcome>,
  options: TaskOptions = {},
): Promise<Completed<Data, Outcome>> {
  return performTask(m, step, m.visit(step.name), options)
}

/** The same for an occurrence whose id the caller has counted. */
export async function performTask<Data, Outcome extends string>(
  m: MatterRun,
  step: UserTaskStep<Data, Outcome>,
  id: TaskId,
  options: TaskOptions,
): Promise<Completed<Data, Outcome>> {
  if (m.isInterrupted()) throw new Interrupted()
  if (m.state.results[id] === undefined) {
    renewIfLong(m)
    if (m.state.tasks[id] === undefined) await openTask(m, step, id, options)
    await untilDone(m, step, id)
  }
  return completedOf(m.state, id)
}

/** Reads a remembered result in the types of its step. */
function completedOf<Data, Outcome extends string>(state: MatterState, id: TaskId): Completed<Data, Outcome> {
  const result = state.results[id]
  if (result === undefined) throw new Error(`No result of ${id}`)
  const { outcome, data, by, on, reason, remarks } = result
  const rest = { ...(reason === undefined ? {} : { reason }), ...(remarks === undefined ? {} : { remarks }) }
  // The form's schema and checks held when the result was recorded; the types follow from the step.
  return { id, outcome: outcome as Outcome, data: data as Data, by, on, ...rest }
}

async function openTask<Data, Outcome extends string>(
  m: MatterRun,
  step: UserTaskStep<Data, Outcome>,
  id: TaskId,
  options: TaskOptions,
): Promise<void> {
  const task: Task = {
    id,
    step: step.name,
    act: step.act,
    party: step.party,
    roles: keysOf(m, options.roles ?? step.roles, options.department),
    people: options.people ?? [],
    barred: [...(options.barred ?? []), ...performersOf(m.state, step.separateFrom ?? [])],
    form: step.form,
    outcomes: step.outcomes,
    openedOn: m.today(),
    reminders: [],
    escalatedTo: [],
    ...(options.given === undefined ? {} : { given: options.given }),
    ...(options.remarks === undefined ? {} : { remarks: options.remarks }),
    ...(options.repeats === undefined ? {} : { repeats: options.repeats }),
    ...(step.private === undefined ? {} : { private: step.private }),
  }
  const request = dueRequest(m, step, options)
  await m.append('TaskOpened', { task }, `${id}/open`, request === undefined ? {} : { request })
}

function keysOf(m: MatterRun, roles: readonly Role[], department?: DepartmentId): RoleKey[] {
  return roles.map((role) => roleKey(role, department ?? m.state.head.department))
}

/** Everybody who performed one of these steps before: the four-eyes rule bars them. */
function performersOf(state: MatterState, steps: readonly string[]): PersonId[] {
  const by = steps.flatMap((step) => listResults(state, step)).map((result) => result.by)
  return [...new Set(by.flatMap((actor) => (actor.is === 'person' ? [actor.person, ...(actor.onBehalfOf ? [actor.onBehalfOf] : [])] : [])))]
}

function dueRequest<Data, Outcome extends string>(
  m: MatterRun,
  step: UserTaskStep<Data, Outcome>,
  options: TaskOptions,
): FactRequest | undefined {
  const due: TaskDue | undefined = options.due ?? m.policy.due?.[step.name] ?? periodOf(step.due)
  if (due === undefined) return undefined
  const { from = m.today(), ...rule } = due
  return { due: { rule, class: step.due?.class ?? 'service', from, trigger: `${step.name}/opened` } }
}

/** The rule inside a step's own due rule, which names the class beside. */
function periodOf(due: (DueRule & { readonly class: DeadlineClass }) | undefined): DueRule | undefined {
  if (due === undefined) return undefined
  const { class: _, ...rule } = due
  return rule
}

async function untilDone<Data, Outcome extends string>(m: MatterRun, step: UserTaskStep<Data, Outcome>, id: TaskId): Promise<void> {
  const escalatesTo = keysOf(m, step.escalatesTo ?? [])
  for (;;) {
    const task = m.state.tasks[id]
    if (task === undefined || m.isInterrupted()) break
    const { standing } = m.state
    const changed = () =>
      m.isInterrupted() || m.state.standing !== standing || m.state.tasks[id]?.due !== task.due || m.state.tasks[id] === undefined
    const alarm = standing.is === 'open' || task.class !== 'service' ? listAlarms(task, m.policy, escalatesTo)[0] : undefined
    if (alarm === undefined) await m.world.condition(changed)
    else if (!(await m.world.condition(changed, Math.max(1, alarm.at - m.now())))) await sound(m, task, alarm, escalatesTo)
  }
  if (m.isInterrupted()) throw new Interrupted()
  if (m.state.results[id] === undefined) throw new Dropped()
}

async function sound(m: MatterRun, task: Task, alarm: Alarm, escalatesTo: readonly RoleKey[]): Promise<void> {
  const commandId = `${task.id}/${alarm.name}`
  const byTimer = { actor: timerActor, still: () => m.state.tasks[task.id] !== undefined }
  if (alarm.what === 'remind') await m.append('TaskReminded', { task: task.id, reminder: alarm.name }, commandId, byTimer)
  else await m.append('TaskEscalated', { task: task.id, to: escalatesTo }, commandId, byTimer)
}
