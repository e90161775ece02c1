import type { ActorRef, PersonId } from './actor.ts'
import type { PlainDay } from './day.ts'
import type { DeadlineClass, Due, DueRule } from './deadline.ts'
import type { JsonObject } from './json.ts'
import type { Citation, Refusal } from './refusal.ts'
import type { RoleKey } from './role.ts'
import type { SecretFound } from './secret-report.ts'
import type { MandateNamed } from './signing-mandate.ts'
import type { FieldRemark, MatterHead, Task, TaskId } from './state.ts'

/** A deadline of the docket: what is due, under which class, with its derivation. */
export type DocketEntry = {
  readonly code: string
  readonly class: DeadlineClass
  readonly due: Due
  readonly citations: readonly Citation[]
  readonly notes?: readonly string[]
  /** Names of the steps of which any, once done, meets it. */
  readonly metBy?: readonly string[]
  /** The day on which it was met, or the matter closed with it. */
  readonly metOn?: PlainDay
}

/** An issued paper as the record names it; the bytes lie in the store under the hash. */
export type IssuedPaper = {
  readonly id: string
  readonly template: string
  readonly number: string
  readonly sha256: string
  readonly readings: readonly { readonly language: string; readonly sha256: string }[]
  /** The paper whose file this one continues with a further signature. */
  readonly revises?: string
  readonly signatures?: readonly PaperSignature[]
}

/** A signature in a paper's file: by whom, in which capacity, when on the office clock; for the house under which mandate. */
export type PaperSignature = { readonly by: PersonId; readonly capacity: string; readonly at: number; readonly mandate?: MandateNamed }

/** What happened, by kind; the facts each kind carries. */
export type ActionFacts = {
  MatterOpened: { readonly head: MatterHead; readonly data: JsonObject }
  TaskOpened: { readonly task: Task }
  TaskClaimed: { readonly task: TaskId }
  TaskReleased: { readonly task: TaskId }
  TaskDelegated: { readonly task: TaskId; readonly to: PersonId }
  TaskResolved: { readonly task: TaskId; readonly note?: string }
  TaskReassigned: { readonly task: TaskId; readonly to: PersonId; readonly reason: string }
  TaskCompleted: {
    readonly task: TaskId
    readonly outcome: string
    readonly data: JsonObject
    readonly reason?: string
    readonly remarks?: readonly FieldRemark[]
    readonly citations?: readonly Citation[]
  }
  TaskReminded: { readonly task: TaskId; readonly reminder: string }
  TaskEscalated: { readonly task: TaskId; readonly to: readonly RoleKey[] }
  TaskDropped: { readonly task: TaskId; readonly why: string }
  FollowUpSet: { readonly task: TaskId; readonly on: PlainDay }
  StepDone: { readonly step: TaskId; readonly outcome: string; readonly data: JsonObject }
  WaitStarted: { readonly step: TaskId; readonly messages: readonly string[]; readonly until?: Due }
  MessageReceived: { readonly step?: TaskId; readonly name: string; readonly data: JsonObject }
  DocumentIssued: { readonly step: TaskId; readonly paper: IssuedPaper }
  DeadlinesSet: { readonly step: TaskId; readonly deadlines: readonly DocketEntry[] }
  DueDaysRecomputed: {
    readonly cause: string
    readonly tasks: readonly { readonly task: TaskId; readonly due: Due }[]
    readonly deadlines: readonly { readonly code: string; readonly due: Due }[]
    /** Waits whose day moved; absent in records made before waits were computed again. */
    readonly waits?: readonly { readonly step: TaskId; readonly due: Due }[]
  }
  MatterSuspended: { readonly reason: string }
  MatterResumed: { readonly days: number; readonly tasks: readonly { readonly task: TaskId; readonly due: Due }[] }
  MatterWithdrawn: { readonly reason: string }
  CorrectionProposed: { readonly id: string; readonly step: TaskId; readonly data: JsonObject; readonly reason: string }
  CorrectionDecided: { readonly id: string; readonly approved: boolean; readonly reason?: string }
  /** `found`: the secrecy office found it in the midst of the matter; absent where a step of the story did. */
  ContentErased: { readonly basis: readonly Citation[]; readonly contact: string; readonly found?: SecretFound }
  MatterClosed: { readonly outcome: string; readonly reason?: string; readonly refusals?: readonly Refusal[] }
}

export type ActionKind = keyof ActionFacts

/** One entry of a matter's trail: who, in which role then, when, on which facts. Past tense. */
export type Action = {
  [Kind in ActionKind]: {
    readonly seq: number
    readonly kind: Kind
    readonly commandId: string
    readonly actor: ActorRef
    /** Office clock, milliseconds since the epoch. */
    readonly at: number
    readonly on: PlainDay
    readonly facts: ActionFacts[Kind]
  }
}[ActionKind]

/** An action before the record gave it its number. */
export type ActionDraft<Kind extends ActionKind = ActionKind> = {
  [K in Kind]: Omit<Extract<Action, { readonly kind: K }>, 'seq'>
}[Kind]

/** Asks the recording activity to compute a due day with the calendar of that day; it becomes a fact of the action. */
export type DueRequest = { readonly rule: DueRule; readonly class: DeadlineClass; readonly from: PlainDay; readonly trigger: string }
