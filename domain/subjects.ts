import type { ActionDraft } from './action.ts'
import type { ProcessDefinition } from './definition.ts'
import type { Json, JsonObject } from './json.ts'
import type { MatterState } from './state.ts'
import { stepOfTask } from './state.ts'

/** What an action is called in a process's `locks`: its step or message, that of the form it corrects, or `open`, `withdraw`, `close`. */
function lockNameOf(before: MatterState | undefined, draft: ActionDraft): string | undefined {
  switch (draft.kind) {
    case 'MatterOpened':
      return 'open'
    case 'MatterWithdrawn':
      return 'withdraw'
    case 'MatterClosed':
    // What is erased is as good as over: its end has nothing left to say which subjects it held.
    case 'ContentErased':
      return 'close'
    case 'TaskCompleted':
      return stepOfTask(draft.facts.task)
    case 'MessageReceived':
      return draft.facts.name
    case 'StepDone':
    case 'DocumentIssued':
      return stepOfTask(draft.facts.step)
    case 'CorrectionDecided': {
      // What a step entered in the registers is corrected under the same locks.
      const corrected = before?.corrections[draft.facts.id]?.step
      return corrected === undefined ? undefined : stepOfTask(corrected)
    }
    default:
      return undefined
  }
}

/**
 * The subjects that recording `draft` locks, each once and in the order in which everybody locks them; undefined for an action
 * that locks nothing. Only an action that locks changes registers.
 */
export function listLocked(definition: ProcessDefinition, before: MatterState | undefined, draft: ActionDraft): string[] | undefined {
  const name = lockNameOf(before, draft)
  if (name === undefined || definition.locks?.includes(name) !== true) return undefined
  const data = 'data' in draft.facts ? draft.facts.data : {}
  return [...new Set(definition.subjects?.(before, data) ?? [])].sort()
}

/** What a form's checks may name: the form itself, what the matter was opened with, and the subjects it is about. */
export function namedBy(definition: ProcessDefinition | undefined, state: MatterState | undefined, data: JsonObject): Json {
  const subjects = definition?.subjects?.(state, data) ?? []
  return [data, state?.data ?? {}, subjects.map((subject) => subject.slice(subject.indexOf('/') + 1))]
}
