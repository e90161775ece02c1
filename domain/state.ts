import type { ActorRef, DepartmentId, InstitutionId, PersonId } from './actor.ts'
import type { DocketEntry, IssuedPaper } from './action.ts'
import type { PlainDay } from './day.ts'
import type { DeadlineClass, Due } from './deadline.ts'
import type { Act, Party } from './definition.ts'
import type { JsonObject } from './json.ts'
import type { Citation } from './refusal.ts'
import type { RoleKey } from './role.ts'

export type MatterId = string & { readonly __brand: 'MatterId' }

/** One occurrence of a step: `formal-check#2`, or `confirm-share#1/<person>` where each of several people acts. */
export type TaskId = string & { readonly __brand: 'TaskId' }

/** What a matter was opened with and never changes. */
export type MatterHead = {
  readonly id: MatterId
  readonly process: string
  readonly institution: InstitutionId
  readonly number: string
  readonly department?: DepartmentId
  readonly openedBy: ActorRef
  readonly openedOn: PlainDay
  readonly policyVersion: string
  readonly parent?: MatterId
}

/** A remark tied to one field of a returned form, by JSON pointer. */
export type FieldRemark = { readonly field: string; readonly remark: string }

/** An open task. */
export type Task = {
  readonly id: TaskId
  readonly step: string
  readonly act: Act
  readonly party: Party
  readonly roles: readonly RoleKey[]
  readonly people: readonly PersonId[]
  /** Barred by the four-eyes rule: the performers of the steps named in `separateFrom`. */
  readonly barred: readonly PersonId[]
  readonly form: string
  readonly outcomes: readonly string[]
  readonly openedOn: PlainDay
  readonly due?: Due
  readonly class?: DeadlineClass
  readonly followUpOn?: PlainDay
  readonly assignee?: PersonId
  readonly assignedAt?: number
  /** Set while delegated: to whom the task returns. */
  readonly owner?: PersonId
  readonly reminders: readonly string[]
  readonly escalatedTo: readonly RoleKey[]
  /** Remarks this task answers, and the occurrence it repeats. */
  readonly remarks?: readonly FieldRemark[]
  readonly repeats?: TaskId
  /** Facts the form opens with. */
  readonly given?: JsonObject
  readonly private?: true
}

/** The remembered outcome of one occurrence of a step. */
export type Result = {
  readonly outcome: string
  readonly data: JsonObject
  readonly by: ActorRef
  /** The owner on whose behalf a delegate acted. */
  readonly owner?: PersonId
  readonly at: number
  readonly on: PlainDay
  readonly reason?: string
  readonly remarks?: readonly FieldRemark[]
  readonly citations?: readonly Citation[]
  readonly corrected?: { readonly on: PlainDay; readonly by: readonly PersonId[] }
}

/** Days by whom the matter was waited for, and since when the present one runs. */
export type Clocks = {
  readonly spent: { readonly [party in Party]: number }
  readonly running: Party | 'nobody'
  readonly since: number
}

export type Wait = { readonly messages: readonly string[]; readonly until?: Due; readonly since: PlainDay }

export type Correction = {
  readonly step: TaskId
  readonly data: JsonObject
  readonly reason: string
  readonly by: PersonId
  readonly on: PlainDay
}

export type Standing =
  | { readonly is: 'open' }
  | { readonly is: 'suspended'; readonly reason: string; readonly since: PlainDay }
  | { readonly is: 'closed'; readonly outcome: string; readonly on: PlainDay; readonly reason?: string }

/**
 * A matter as the fold of its actions. The story reads its steps' outcomes here, so it can be started afresh from it
 * at any point; at most 64 kB.
 */
export type MatterState = {
  readonly seq: number
  readonly head: MatterHead
  /** What the matter was opened with (the start form). */
  readonly data: JsonObject
  readonly standing: Standing
  readonly tasks: { readonly [id: string]: Task }
  readonly waits: { readonly [id: string]: Wait }
  readonly results: { readonly [id: string]: Result }
  readonly messages: readonly {
    readonly name: string
    readonly data: JsonObject
    readonly by: ActorRef
    readonly on: PlainDay
    readonly at: number
  }[]
  readonly papers: readonly (IssuedPaper & { readonly step: TaskId; readonly on: PlainDay })[]
  readonly docket: { readonly [code: string]: DocketEntry }
  readonly corrections: { readonly [id: string]: Correction }
  readonly withdrawn?: { readonly reason: string; readonly on: PlainDay }
  readonly erased?: { readonly on: PlainDay; readonly contact: string }
  readonly clocks: Clocks
}

/** The step's name inside an occurrence id. */
export function stepOfTask(id: TaskId): string {
  const end = id.indexOf('#')
  return end < 0 ? id : id.slice(0, end)
}

/** Whose part an occurrence is, where each of several people acts. */
export function personOfTask(id: TaskId): PersonId | undefined {
  const at = id.indexOf('/')
  return at < 0 ? undefined : (id.slice(at + 1) as PersonId)
}

/** Every result of a step, in the order of its occurrences. */
export function listResults(state: MatterState, step: string): readonly Result[] {
  // Asked many times a decision: nothing is built for the results of other steps, not even their names.
  const results: Result[] = []
  for (const id in state.results) {
    if (!id.startsWith(step) || (id.length > step.length && id[step.length] !== '#')) continue
    const result = state.results[id]
    if (result !== undefined) results.push(result)
  }
  return results
}

/** The latest result of a step, if it has one. */
export function findResult(state: MatterState, step: string): Result | undefined {
  return listResults(state, step).at(-1)
}
