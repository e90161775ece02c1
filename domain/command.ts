import type { Actor, ActorRef } from './actor.ts'
import type { PlainDay } from './day.ts'
import type { JsonObject } from './json.ts'
import type { SecretReport } from './secret-report.ts'
import type { FieldRemark, TaskId } from './state.ts'

/** What people and programs ask of an open matter. `target` is the receiver as the store knows him. */
export type Order =
  | { readonly name: 'claim-task'; readonly task: TaskId }
  | { readonly name: 'release-task'; readonly task: TaskId }
  | { readonly name: 'resolve-task'; readonly task: TaskId }
  | { readonly name: 'delegate-task'; readonly task: TaskId; readonly target: Actor; readonly reason?: string }
  | { readonly name: 'reassign-task'; readonly task: TaskId; readonly target: Actor; readonly reason?: string }
  | { readonly name: 'set-follow-up'; readonly task: TaskId; readonly on: PlainDay }
  | {
      readonly name: 'complete-task'
      readonly task: TaskId
      readonly outcome: string
      readonly data: JsonObject
      readonly reason?: string
      readonly remarks?: readonly FieldRemark[]
    }
  | { readonly name: 'send-message'; readonly message: string; readonly data: JsonObject }
  | { readonly name: 'suspend-matter'; readonly reason: string }
  | { readonly name: 'withdraw-matter'; readonly reason: string }
  | { readonly name: 'resume-matter' }
  | ({ readonly name: 'report-secret' } & SecretReport)
  | {
      readonly name: 'propose-correction'
      readonly correction: string
      readonly step: TaskId
      readonly data: JsonObject
      readonly reason: string
    }
  | { readonly name: 'decide-correction'; readonly correction: string; readonly approved: boolean; readonly reason?: string }
  | { readonly name: 'recompute-due-days'; readonly cause: string }

/** An order with its id (from actor and Idempotency-Key) and who gives it. */
export type Command = {
  readonly id: string
  readonly actor: Actor
  readonly order: Order
  /** Up to which action of the matter's record whoever gives it has read: a story that does not know as much yet catches up first. */
  readonly seen?: number
}

/** What a carried-out command answers. */
export type Receipt = { readonly seq: number; readonly by: ActorRef; readonly repeated?: boolean }
