import { unpack } from '#domain/pack.ts'
import { handedOver } from '#domain/secret-report.ts'
import type { MatterState } from '#domain/state.ts'
import type { MatterEnd, MatterInput, MatterSeed } from '#workflows/messages.ts'
import type { World } from './world.ts'

/** The state that a run goes on from; undefined where it opens its matter. */
export function stateAtStart(input: MatterInput): MatterState | undefined {
  // Packed by the run before, from the state that it had folded.
  if ('packed' in input) return unpack(input.packed) as unknown as MatterState
  return 'state' in input ? input.state : undefined
}

/** Milliseconds in which a matter that is over, and whose story began again to be erased, hears that it is. */
export const patience = 60_000

/** A run, and its matter as far as it is open. */
type Erasable = {
  /** Whether the matter was erased when the run began: then its history holds no content, and there is nothing left to tell. */
  readonly beganErased: boolean
  readonly folded: MatterState | undefined
}

/** Whether this run's history may hold content that was erased since. */
export function mustForget({ beganErased, folded }: Erasable): boolean {
  return !beganErased && folded?.erased !== undefined
}

type Erased = { readonly state: MatterState; readonly world: World; readonly seed: MatterSeed }

/** Has deleted what lies beside the record, and ends the matter; one that was over stays as it ended. */
export async function clearAway({ state, world, seed }: Erased): Promise<MatterEnd> {
  await world.services.eraseContent({ institution: seed.institution, matter: seed.id })
  const { standing, erased } = state
  if (standing.is === 'closed') return endAsClosed(standing)
  return { outcome: handedOver, ...(erased === undefined ? {} : { reason: erased.contact }) }
}

/** The end that a matter has on record. */
export function endAsClosed({ outcome, reason }: MatterEnd): MatterEnd {
  return { outcome, ...(reason === undefined ? {} : { reason }) }
}
