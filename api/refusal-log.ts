import type { Refusal } from '#domain/refusal.ts'
import type { MatterId } from '#domain/state.ts'
import { recordRefusals, type RefusalEntry } from '#store/desk/refusals.ts'
import { ProblemError } from './problem.ts'
import type { PeopleCall } from './route.ts'

/** What was asked for and refused. */
export type Refused = {
  readonly asked: string
  readonly refusals: readonly Refusal[]
  readonly matter?: MatterId
  readonly command?: string
  /** Whether it was written behind a wall, where one sees one's own alone: the facts are told to him, and kept nowhere. */
  readonly isSealed?: boolean
}

/** Records refusals, once, by the door that gives the answer: outside the matter's chain, for ever. */
export async function noteRefusals(call: Pick<PeopleCall, 'deps' | 'who'>, refused: Refused): Promise<void> {
  await recordRefusals(call.deps.store, refusalEntry(call, refused))
}

/** Refusals as they are recorded: who was told so, and when by the office clock. */
export function refusalEntry({ deps, who }: Pick<PeopleCall, 'deps' | 'who'>, refused: Refused): RefusalEntry {
  const { asked, refusals, matter, command, isSealed = false } = refused
  return {
    institution: who.institution,
    asked,
    refusals: isSealed ? refusals.map((one) => ({ ...one, fact: {} })) : refusals,
    person: who.person,
    at: deps.officeClock.now(),
    on: deps.officeClock.today(),
    ...(matter === undefined ? {} : { matter }),
    ...(command === undefined ? {} : { commandId: command }),
  }
}

/** Does `work`, and records the refusals by which it is ended. */
export async function noting<T>(
  call: Pick<PeopleCall, 'deps' | 'who'>,
  about: Omit<Refused, 'refusals'>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const refusals = error instanceof ProblemError ? error.fault.refusals : undefined
    if (refusals !== undefined) await noteRefusals(call, { ...about, refusals })
    throw error
  }
}
