import type { InstitutionId } from '#domain/actor.ts'
import type { MatterId } from '#domain/state.ts'
import { asSystem, type Store } from '../db.ts'
import { findMatterKey, getMatterKey } from '../keys.ts'
import { seal, unseal } from '../seal.ts'

/** Drawn bytes of one paper in its languages, to be kept under their hashes. */
export type PaperBytes = {
  readonly institution: InstitutionId
  readonly matter: MatterId
  readonly readings: readonly { readonly sha256: string; readonly bytes: Uint8Array }[]
}

/** Where sealed bytes belong. */
export function blobPlace(institution: InstitutionId, owner: string, sha256: string): string {
  return `blob/${institution}/${owner}/${sha256}`
}

/** The bytes of a paper by their hash; undefined where they were never kept, or were erased. */
export async function findPaperBytes(
  store: Store,
  { institution, matter, sha256 }: { readonly institution: InstitutionId; readonly matter: MatterId; readonly sha256: string },
): Promise<Buffer | undefined> {
  const owner = `matter/${matter}`
  return asSystem(store, institution, async (tx) => {
    const where = { institutionId_sealedUnder_sha256: { institutionId: institution, sealedUnder: owner, sha256 } }
    const blob = await tx.blob.findUnique({ where })
    const key = blob === null ? undefined : await findMatterKey(store, tx, institution, matter, blob.keyGeneration)
    return blob === null || key === undefined ? undefined : unseal(key.key, blobPlace(institution, owner, sha256), blob.sealed)
  })
}

/** Keeps a paper's bytes, sealed under its matter's key; the same bytes are kept once. The list row follows from the action. */
export async function keepPaper(store: Store, { institution, matter, readings }: PaperBytes): Promise<void> {
  await asSystem(store, institution, async (tx) => {
    const { key, generation } = await getMatterKey(store, tx, institution, matter)
    const owner = `matter/${matter}`
    await tx.blob.createMany({
      skipDuplicates: true,
      data: readings.map(({ sha256, bytes }) => ({
        institutionId: institution,
        sealedUnder: owner,
        sha256,
        keyGeneration: generation,
        mediaType: 'application/pdf',
        size: bytes.length,
        sealed: Uint8Array.from(seal(key, blobPlace(institution, owner, sha256), bytes)),
        matterId: matter,
      })),
    })
  })
}
