import type { InstitutionId } from '#domain/actor.ts'
import type { MatterId } from '#domain/state.ts'
import { systemViewer, type Store } from '../db.ts'
import { unwrapKey } from '../keys.ts'
import { readAs, writeAs } from '../reading.ts'
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

const selectBlob = `SELECT b.sealed, b.key_generation AS generation, k.wrapped FROM blobs b
  JOIN matter_keys k ON k.institution_id = b.institution_id AND k.matter_id = $2 AND k.generation = b.key_generation
  WHERE b.institution_id = $1 AND b.sealed_under = 'matter/' || $2 AND b.sha256 = $3`

/** The bytes of a paper by their hash; undefined where they were never kept, or were erased. */
export async function findPaperBytes(
  store: Store,
  { institution, matter, sha256 }: { readonly institution: InstitutionId; readonly matter: MatterId; readonly sha256: string },
): Promise<Buffer | undefined> {
  const owner = `matter/${matter}` as const
  type Row = KeyRow & { readonly sealed: Buffer }
  const [row] = await readAs(store, systemViewer(institution), 'paper-bytes', (ask) => ask<Row>(selectBlob, [institution, matter, sha256]))
  if (row === undefined) return undefined
  const { key } = unwrapKey(store, institution, owner, row.generation, row.wrapped)
  return unseal(key, blobPlace(institution, owner, sha256), row.sealed)
}

type KeyRow = { readonly generation: number; readonly wrapped: Buffer }

/** None of a matter that was erased: a paper still being drawn then is not kept. */
const selectKey = `SELECT k.generation, k.wrapped FROM matter_keys k JOIN matters m ON m.institution_id = k.institution_id AND m.id = k.matter_id
  WHERE k.institution_id = $1 AND k.matter_id = $2 AND m.erased_on IS NULL ORDER BY k.generation DESC LIMIT 1`

const insertBlob = `INSERT INTO blobs (institution_id, sealed_under, sha256, key_generation, media_type, size, sealed, matter_id)
  VALUES ($1, 'matter/' || $2, $3, $4, 'application/pdf', $5, $6, $2) ON CONFLICT DO NOTHING`

/**
 * Keeps a paper's bytes, sealed under its matter's key; the same bytes are kept once. The list row follows from the action. In SQL:
 * the query builder takes bytes as text, which holds up the thread that keeps the record longer than the drawing lasted.
 */
export async function keepPaper(store: Store, { institution, matter, readings }: PaperBytes): Promise<void> {
  const owner = `matter/${matter}` as const
  await writeAs(store, systemViewer(institution), 'keep-paper', async (ask) => {
    const [row] = await ask<KeyRow>(selectKey, [institution, matter])
    if (row === undefined) throw new Error(`No key for matter ${matter}`)
    const { key, generation } = unwrapKey(store, institution, owner, row.generation, row.wrapped)
    for (const { sha256, bytes } of readings) {
      const sealed = seal(key, blobPlace(institution, owner, sha256), bytes)
      await ask(insertBlob, [institution, matter, sha256, generation, bytes.length, sealed])
    }
  })
}
