import type { InstitutionId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { MatterId } from '#domain/state.ts'
import { systemViewer, type Store } from '../db.ts'
import { readAs } from '../reading.ts'

/** Which action a command became, if it was carried out; also where the facts were erased since. */
export async function findRecorded(
  store: Store,
  institution: InstitutionId,
  matter: MatterId,
  commandId: string,
): Promise<{ seq: number } | undefined> {
  const sql = 'SELECT seq FROM actions WHERE institution_id = $1 AND chain = $2 AND command_id = $3'
  return readAs(store, systemViewer(institution), 'recorded', async (ask) =>
    (await ask<{ seq: number }>(sql, [institution, `matter/${matter}`, commandId])).at(0),
  )
}

/** How a matter ended, if it is closed. */
export async function findEnd(
  store: Store,
  institution: InstitutionId,
  matter: MatterId,
): Promise<{ outcome: string; on: PlainDay } | undefined> {
  const sql = `SELECT outcome, closed_on AS on FROM matters WHERE institution_id = $1 AND id = $2 AND standing = 'closed'`
  return readAs(store, systemViewer(institution), 'end', async (ask) =>
    (await ask<{ outcome: string; on: PlainDay }>(sql, [institution, matter])).at(0),
  )
}

/** The number of a matter, once it is open. */
export async function findNumber(store: Store, institution: InstitutionId, matter: MatterId): Promise<string | undefined> {
  const sql = 'SELECT number FROM matters WHERE institution_id = $1 AND id = $2'
  return readAs(
    store,
    systemViewer(institution),
    'number',
    async (ask) => (await ask<{ number: string }>(sql, [institution, matter])).at(0)?.number,
  )
}
