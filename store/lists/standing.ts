import type { InstitutionId } from '#domain/actor.ts'
import type { MatterId } from '#domain/state.ts'
import { systemViewer, type Store } from '../db.ts'
import { readAs } from '../reading.ts'

/** Which process a matter is of, how it stands, and how far its record has come. */
export type MatterStanding = { readonly process: string; readonly standing: 'open' | 'suspended' | 'closed'; readonly seq: number }

/** The standing of a matter, once it is open. */
export async function findStanding(store: Store, institution: InstitutionId, matter: MatterId): Promise<MatterStanding | undefined> {
  const sql = 'SELECT process, standing, seq FROM matters WHERE institution_id = $1 AND id = $2'
  return readAs(store, systemViewer(institution), 'standing', async (ask) => (await ask<MatterStanding>(sql, [institution, matter])).at(0))
}
