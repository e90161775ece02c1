import type { InstitutionId } from '#domain/actor.ts'
import type { MatterId } from '#domain/state.ts'
import type { Store } from '../db.ts'
import { verifyRecord, type Verification } from '../record/verify.ts'

/** Whether the chains hold: of one matter, or of everything in the house. Only reads. */
export async function verifyChains(store: Store, institution: InstitutionId, matter?: MatterId): Promise<Verification> {
  return verifyRecord(store, institution, matter === undefined ? undefined : `matter/${matter}`)
}
