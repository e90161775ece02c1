import type { InstitutionId } from '#domain/actor.ts'
import type { MatterId, MatterState } from '#domain/state.ts'
import { systemViewer, type Store } from '../db.ts'
import { readAs } from '../reading.ts'
import { getState } from '../record/read.ts'

/** Which process a matter is of, how it stands, and how far its record has come. */
export type MatterStanding = { readonly process: string; readonly standing: 'open' | 'suspended' | 'closed'; readonly seq: number }

/** The standing of a matter, once it is open. */
export async function findStanding(store: Store, institution: InstitutionId, matter: MatterId): Promise<MatterStanding | undefined> {
  const sql = 'SELECT process, standing, seq FROM matters WHERE institution_id = $1 AND id = $2'
  return readAs(store, systemViewer(institution), 'standing', async (ask) => (await ask<MatterStanding>(sql, [institution, matter])).at(0))
}

/** The folded state of an open matter, as its record has it now. @throws Error where there is none */
export function readState(store: Store, institution: InstitutionId, matter: MatterId): Promise<MatterState> {
  return getState(store, institution, matter)
}
