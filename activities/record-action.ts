import { ApplicationFailure } from '@temporalio/common'
import type { Action, ActionDraft, ActionFacts, ActionKind } from '#domain/action.ts'
import type { InstitutionId } from '#domain/actor.ts'
import type { FactRequest } from '#domain/complete-facts.ts'
import type { PlainDay } from '#domain/day.ts'
import type { MatterId } from '#domain/state.ts'
import { formChecks, processes } from '#domain/registry.gen.ts'
import { appendAction } from '#store/record/append.ts'
import { RecordRefusal } from '#store/record/record-refusal.ts'
import { guardForm } from './form-guard.ts'
import type { ActivityDependencies } from './dependencies.ts'

export type RecordCall = {
  readonly institution: InstitutionId
  readonly matter: MatterId
  readonly process: string
  /** The last action the story knows of. */
  readonly after: number
  readonly draft: ActionDraft
  readonly request?: FactRequest
}

/** What the story must fold: what it missed, then its own action; facts only where they are not those it sent. */
export type RecordAnswer = {
  readonly missed: readonly Action[]
  readonly recorded?: { readonly seq: number; readonly at: number; readonly on: PlainDay; readonly facts?: ActionFacts[ActionKind] }
}

/** Writes one action of a matter; safe to repeat by its command id. A lawful no is a non-retryable failure of type `Refusal`. */
export function createRecordActionActivity({ store }: ActivityDependencies) {
  return async function recordAction({ process: stem, draft, request, ...call }: RecordCall): Promise<RecordAnswer> {
    const definition = processes[stem]
    if (definition === undefined) throw new Error(`There is no process ${stem}`)
    try {
      const guards = guardForm(formChecks, draft, definition)
      const { recorded, missed, repeated } = await appendAction(store, {
        ...call,
        definition,
        draft,
        guards,
        ...(request === undefined ? {} : { request }),
      })
      if (recorded === undefined) return { missed }
      const { seq, at, on, facts } = recorded
      const isAsSent = !repeated && request === undefined && draft.kind !== 'MatterOpened'
      return { missed, recorded: isAsSent ? { seq, at, on } : { seq, at, on, facts } }
    } catch (error) {
      if (error instanceof RecordRefusal) throw ApplicationFailure.nonRetryable(error.message, 'Refusal', ...error.refusals)
      throw error
    }
  }
}
