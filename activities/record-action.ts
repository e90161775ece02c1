import { ApplicationFailure } from '@temporalio/common'
import type { Action, ActionFacts, ActionKind } from '#domain/action.ts'
import type { InstitutionId } from '#domain/actor.ts'
import type { Drafted } from '#domain/complete-facts.ts'
import type { PlainDay } from '#domain/day.ts'
import type { MatterId } from '#domain/state.ts'
import { formChecks, processes } from '#domain/registry.gen.ts'
import { appendAction, type Recorded } from '#store/record/append.ts'
import { RecordRefusal } from '#store/record/record-refusal.ts'
import { guardForm } from './form-guard.ts'
import type { ActivityDependencies } from './dependencies.ts'

export type RecordCall = Drafted & {
  readonly institution: InstitutionId
  readonly matter: MatterId
  readonly process: string
  /** The last action the story knows of. */
  readonly after: number
  /** What the story will do at once because of it. */
  readonly follows?: readonly Drafted[]
}

/** An action as recorded; facts only where they are not those that were sent. */
export type RecordedFacts = { readonly seq: number; readonly at: number; readonly on: PlainDay; readonly facts?: ActionFacts[ActionKind] }

/** What the story must fold: what it missed, then its own action and those recorded with it. */
export type RecordAnswer = {
  readonly missed: readonly Action[]
  readonly recorded?: RecordedFacts
  readonly followed?: readonly RecordedFacts[]
}

/** Writes an action of a matter and what follows from it; safe to repeat by its command id. A lawful no is a non-retryable failure of type `Refusal`. */
export function createRecordActionActivity({ store }: ActivityDependencies) {
  return async function recordAction({ process: stem, ...call }: RecordCall): Promise<RecordAnswer> {
    const definition = processes[stem]
    if (definition === undefined) throw new Error(`There is no process ${stem}`)
    try {
      const guards = guardForm(formChecks, call.draft, definition)
      const { recorded, followed, missed, repeated } = await appendAction(store, { ...call, definition, guards })
      if (recorded === undefined) return { missed }
      if (repeated) return { missed, recorded }
      const answer = { missed, recorded: shorten(call, recorded) }
      return followed.length === 0 ? answer : { ...answer, followed: followed.map((one, index) => shorten(call.follows?.[index], one)) }
    } catch (error) {
      if (error instanceof RecordRefusal) throw ApplicationFailure.nonRetryable(error.message, 'Refusal', ...error.refusals)
      throw error
    }
  }
}

/** Leaves out the facts that the story has sent as they are. */
function shorten(sent: Drafted | undefined, { seq, at, on, facts }: Recorded): RecordedFacts {
  const isAsSent = sent !== undefined && sent.request === undefined && sent.draft.kind !== 'MatterOpened'
  return isAsSent ? { seq, at, on } : { seq, at, on, facts }
}
