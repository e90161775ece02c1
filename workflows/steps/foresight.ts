import type { Action, ActionKind } from '#domain/action.ts'
import { applyAction } from '#domain/apply.ts'
import type { Drafted } from '#domain/complete-facts.ts'
import type { ProcessDefinition } from '#domain/definition.ts'
import type { MatterState } from '#domain/state.ts'
import { listLocked } from '#domain/subjects.ts'
import { createForesight, type DryWorld } from './dry-world.ts'
import type { World } from './world.ts'

/** Stands for the number of a matter that is being opened; what would name it is not foreseen. */
const numberToCome = '(number to come)'

/** Most actions that are recorded with one: a transaction stays short. */
const most = 100

/** Tells the story from a state in a world, until it waits there or has ended. */
export type TellFrom = (state: MatterState, world: DryWorld) => Promise<void>

/**
 * What a story does at once because of an action, so that it is recorded in the same transaction: told beforehand by the story
 * itself, from the state that the action leaves, up to where it waits for somebody, for a day, or for a deed outside. What locks
 * the subject of other matters is not among it: it may be refused, and the action it follows from may not fall with it.
 */
export async function foresee(
  definition: ProcessDefinition,
  before: MatterState | undefined,
  first: Drafted,
  tell: TellFrom,
  still: World['still'],
): Promise<readonly Drafted[]> {
  if (!leadsOn(first)) return []
  const follows: Drafted[] = []
  let state = fold(before, first)
  let isOver = false
  const joins = (next: Drafted): boolean => {
    isOver ||= follows.length === most || !mayFollow(definition, state, next)
    if (isOver) return false
    follows.push(next)
    state = fold(state, next)
    isOver = !leadsOn(next)
    return !isOver
  }
  // Whatever fails here fails again in earnest, and is reported there.
  await tell(state, createForesight(joins, still)).catch(() => undefined)
  return follows
}

/** After these no story is told from the state alone: it is over, erased, or says no more of a task that was taken away. */
const lastWords: ReadonlySet<string> = new Set<ActionKind>(['MatterClosed', 'ContentErased', 'TaskDropped'])

/** Whether the story is told further on an action whose facts may still lack days: those of a task or a wait tell it nothing. */
function leadsOn({ draft, request }: Drafted): boolean {
  if (lastWords.has(draft.kind)) return false
  return request === undefined || draft.kind === 'TaskOpened' || draft.kind === 'WaitStarted'
}

function mayFollow(definition: ProcessDefinition, state: MatterState, { draft }: Drafted): boolean {
  if (draft.kind === 'ContentErased' || listLocked(definition, state, draft) !== undefined) return false
  return state.head.number !== numberToCome || !JSON.stringify(draft.facts).includes(numberToCome)
}

function fold(before: MatterState | undefined, { draft }: Drafted): MatterState {
  const facts = draft.kind === 'MatterOpened' ? { ...draft.facts, head: { ...draft.facts.head, number: numberToCome } } : draft.facts
  return applyAction(before, { ...draft, facts, seq: (before?.seq ?? 0) + 1 } as Action)
}
