import type { InstitutionId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'

export type Fired = {
  readonly matter: string
  readonly number: string
  readonly kind: string
  readonly what: string
  readonly on: PlainDay
}

/** What came of a walk through time. */
export type Walk = { readonly from: PlainDay; readonly to: PlainDay; readonly fired: readonly Fired[] }

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
