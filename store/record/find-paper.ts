import type { PaperSignature } from '#domain/action.ts'
import type { InstitutionId } from '#domain/actor.ts'
import type { MatterId } from '#domain/state.ts'
import { asSystem, type Store } from '../db.ts'
import { findPaperBytes } from './papers.ts'
import { getState } from './read.ts'

/** A file as the record knows it. */
export type KnownFile = {
  readonly number: string
  readonly template: string
  readonly matter: MatterId
  /** What the record says of the signatures in it, in their order. */
  readonly signatures: readonly PaperSignature[]
  /** A later file stands in its place. */
  readonly superseded: boolean
}

/** The paper whose file, in any language, has this hash; undefined where the record has none. */
export async function findPaperByHash(store: Store, institution: InstitutionId, sha256: string): Promise<KnownFile | undefined> {
  const row = await asSystem(store, institution, async (tx) => {
    const reading = await tx.documentReading.findFirst({ where: { institutionId: institution, sha256 } })
    const which = reading === null ? { sha256 } : { id: reading.documentId }
    return tx.document.findFirst({ where: { institutionId: institution, ...which } })
  })
  if (row === null) return undefined
  const { papers } = await getState(store, institution, row.matterId as MatterId)
  const superseded = papers.some(({ revises }) => revises === row.id)
  const signatures = papers.find(({ id }) => id === row.id)?.signatures ?? []
  return { number: row.number, template: row.template, matter: row.matterId as MatterId, signatures, superseded }
}

/** The bytes that the record keeps of the paper with this number, with every signature made so far. */
export async function findPaperByNumber(store: Store, institution: InstitutionId, number: string): Promise<Buffer | undefined> {
  const row = await asSystem(store, institution, (tx) =>
    tx.document.findFirst({ where: { institutionId: institution, number }, orderBy: { seq: 'desc' } }),
  )
  return row === null ? undefined : findPaperBytes(store, { institution, matter: row.matterId as MatterId, sha256: row.sha256 })
}
