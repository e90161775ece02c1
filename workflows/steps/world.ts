import { allHandlersFinished, ApplicationFailure, condition, continueAsNew, workflowInfo } from '@temporalio/workflow'
import type { Activities } from '#activities/registry.gen.ts'
import type { Refusal } from '#domain/refusal.ts'
import { refusalType, type MatterEnd, type MatterInput } from '#workflows/messages.ts'
import { recordAction, services } from './activities.ts'

/** Where a story runs: how it waits, writes its record, has things done. A word reaches all that through its matter alone. */
export type World = {
  /** Waits until `fulfilled`; false when `timeout` milliseconds have passed first. */
  condition(fulfilled: () => boolean, timeout?: number): Promise<boolean>
  /** Resolves when everything here has gone as far as it goes by itself. */
  still(): Promise<void>
  readonly recordAction: Activities['recordAction']
  readonly services: Activities
  /** Whether the story's history has grown long. */
  isLong(): boolean
  /** Waits until every message in hand is answered. */
  answered(): Promise<void>
  /** Goes on as a fresh run of the same story. */
  renew(input: MatterInput): Promise<never>
}

/** Temporal looks at a condition once when it is made, and again when nothing is left to do: the second look is the answer. */
function still(): Promise<void> {
  let looks = 0
  return condition(() => looks++ > 0)
}

/** The world of a matter that runs on Temporal. */
export const temporalWorld: World = {
  condition: (fulfilled, timeout) => (timeout === undefined ? condition(fulfilled).then(() => true) : condition(fulfilled, timeout)),
  still,
  recordAction,
  services,
  isLong: () => workflowInfo().continueAsNewSuggested,
  answered: () => condition(allHandlersFinished),
  renew: (input) => continueAsNew<(input: MatterInput) => Promise<MatterEnd>>(input),
}

/** A lawful no as Temporal carries it: never tried again. */
export function refusalOf(refusals: readonly Refusal[]): ApplicationFailure {
  return ApplicationFailure.nonRetryable(refusals.map((one) => one.code).join(', '), refusalType, ...refusals)
}
