import type { InstitutionId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { TimerEntry } from '#store/lists/actions.ts'

/** What came of a walk through time, and what timers did on the way. */
export type Walk = { readonly from: PlainDay; readonly to: PlainDay; readonly fired: readonly TimerEntry[] }

/** Time as a rehearsal's `sysadmin` moves it; whoever starts the rehearsal gives it to the API. */
export type Rehearsal = {
  /**
   * Lets so many office days pass, due day by due day; answers when nothing due is left unhandled. Commands wait meanwhile. Asked
   * again under the same id, also while it is under way, it answers with the same walk: time passes once.
   */
  advance(institution: InstitutionId, days: number, id: string): Promise<Walk>
  /** Settles when no advance is under way: a command sent while time skips could hang. */
  gate(): Promise<void>
}
