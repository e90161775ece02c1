import type { InstitutionId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { MatterId, MatterState } from '#domain/state.ts'
import { asSystem, type Store } from '../db.ts'
import { getState } from '../record/read.ts'

/** The folded state of every matter that is not closed. */
export async function listOpenStates(store: Store, institution: InstitutionId): Promise<MatterState[]> {
  const rows = await asSystem(store, institution, (tx) =>
    tx.matter.findMany({
      where: { institutionId: institution, standing: { not: 'closed' } },
      select: { id: true },
      orderBy: { id: 'asc' },
    }),
  )
  return Promise.all(rows.map((row) => getState(store, institution, row.id as MatterId)))
}

export type TimerAction = {
  readonly matter: MatterId
  readonly number: string
  readonly kind: string
  readonly commandId: string
  readonly on: PlainDay
}

/** What timers did since `after` (ms of the office clock, exclusive), in the order of happening. */
export async function listTimerActions(store: Store, institution: InstitutionId, after: number): Promise<TimerAction[]> {
  return asSystem(
    store,
    institution,
    (tx) => tx.$queryRaw<TimerAction[]>`
      SELECT a.matter_id AS matter, m.number, a.kind, a.command_id AS "commandId", a.on_day AS "on"
      FROM actions a JOIN matters m ON m.institution_id = a.institution_id AND m.id = a.matter_id
      WHERE a.institution_id = ${institution} AND a.actor ->> 'name' = 'timer' AND a.at > ${after} ORDER BY a.at, a.matter_id, a.seq`,
  )
}
