import type { InstitutionId } from '#domain/actor.ts'
import type { MatterId } from '#domain/state.ts'
import type { Store } from '../db.ts'
import { findPaperBytes } from '../record/papers.ts'

/** The canonical JSON of a posted notice by its hash, names included; undefined where it was erased. Whoever asks decides who may read it. */
export async function findPostedNotice(
  store: Store,
  institution: InstitutionId,
  matter: MatterId,
  contentHash: string,
): Promise<string | undefined> {
  return (await findPaperBytes(store, { institution, matter, sha256: contentHash }))?.toString('utf8')
}
