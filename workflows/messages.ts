import type { Action } from '#domain/action.ts'
import type { ActorRef, DepartmentId, InstitutionId } from '#domain/actor.ts'
import type { Calendar } from '#domain/calendar.ts'
import type { Command } from '#domain/command.ts'
import type { JsonObject } from '#domain/json.ts'
import type { Packed } from '#domain/pack.ts'
import type { ProcessPolicy } from '#domain/policy-slice.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { MatterId, MatterState } from '#domain/state.ts'

/** What a matter is started with and keeps over every renewal. */
export type MatterSeed = {
  readonly id: MatterId
  readonly process: string
  readonly institution: InstitutionId
  readonly department?: DepartmentId
  readonly openedBy: ActorRef
  readonly openingCommand: string
  readonly parent?: MatterId
  readonly policyVersion: string
  readonly policy: ProcessPolicy
  /** Milliseconds that the office clock is ahead of Temporal's; 0 in production. */
  readonly clockOffset: number
}

/** A story's whole input; `data` opens the matter, `state` goes on from where it stood, `packed` is a state that a run handed on. */
export type MatterInput =
  | { readonly matter: MatterSeed; readonly data: JsonObject }
  | { readonly matter: MatterSeed; readonly state: MatterState }
  | { readonly matter: MatterSeed; readonly packed: Packed }

export type MatterEnd = { readonly outcome: string; readonly reason?: string }

/** The one update by which every command reaches a matter. */
export const actUpdate = 'act'

/** Answers once the matter is open, with its number. */
export const openedUpdate = 'opened'

/** The state as the story folds it now. */
export const stateQuery = 'state'

/** What would follow from a command, told by the story itself on a copy of its state; a query, which leaves no trace. */
export const whatIfQuery = 'what-if'

/** The command, the instant of the office clock at which it would be given, and the calendar that days are computed with. */
export type WhatIf = { readonly command: Command; readonly at: number; readonly calendar: Calendar }

/** Why it would be refused; or the actions that would be recorded, and the steps beyond whose outside deed nothing is foreseen. */
export type WhatFollows =
  | { readonly is: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly is: 'carried-out'; readonly actions: readonly Action[]; readonly unforeseen: readonly string[] }

/** The type of `ApplicationFailure` that is a lawful no; its details are the refusals. */
export const refusalType = 'Refusal'

/** Temporal's workflow id of a matter; an id with parts, as a receipt's `<institution>~<voucher>`, is written as a path. */
export function workflowIdOf(stem: string, id: MatterId): string {
  return `${stem}/${id.replaceAll('~', '/')}`
}

/** The exported story's name for a process stem: `title-grant` → `titleGrant`. */
export function workflowTypeOf(stem: string): string {
  return stem.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
