import type { PlainDay } from '#domain/day.ts'
import type { MatterId, TaskId } from '#domain/state.ts'
import { asProgram, asViewer, type Store, type Tx, type Viewer } from '../db.ts'
import { findMatterKey } from '../keys.ts'
import { blobPlace } from '../record/papers.ts'
import { unseal } from '../seal.ts'

/** An issued paper, and its readings in other languages. */
export type DocumentSummary = {
  readonly id: string
  readonly matter: MatterId
  readonly template: string
  readonly number: string
  readonly step: TaskId
  readonly issuedOn: PlainDay
  readonly sha256: string
  readonly readings: readonly { readonly language: string; readonly sha256: string }[]
}

/** The papers of a matter, in the order of issue. */
export async function listDocuments(store: Store, viewer: Viewer, matter: MatterId): Promise<DocumentSummary[]> {
  return asViewer(store, viewer, (tx) => selectDocuments(tx, viewer, { matterId: matter }))
}

/** The paper, if the viewer may see its matter. */
export async function findDocument(store: Store, viewer: Viewer, id: string): Promise<DocumentSummary | undefined> {
  return asViewer(store, viewer, async (tx) => (await selectDocuments(tx, viewer, { id })).at(0))
}

async function selectDocuments(
  tx: Tx,
  { institution }: Viewer,
  which: { id: string } | { matterId: MatterId },
): Promise<DocumentSummary[]> {
  const rows = await tx.document.findMany({ where: { institutionId: institution, ...which }, orderBy: [{ seq: 'asc' }, { id: 'asc' }] })
  const where = { institutionId: institution, documentId: { in: rows.map((row) => row.id) } }
  const readings = await tx.documentReading.findMany({ where, orderBy: { language: 'asc' } })
  return rows.map((row) => ({
    id: row.id,
    matter: row.matterId as MatterId,
    template: row.template,
    number: row.number,
    step: row.step as TaskId,
    issuedOn: row.issuedOn as PlainDay,
    sha256: row.sha256,
    readings: readings.filter((one) => one.documentId === row.id).map(({ language, sha256 }) => ({ language, sha256 })),
  }))
}

/** A paper's bytes, official or in another language; undefined where there is no such reading for the viewer. */
export async function readDocument(
  store: Store,
  viewer: Viewer,
  id: string,
  language?: string,
): Promise<
  { readonly document: DocumentSummary; readonly sha256: string; readonly mediaType: string; readonly bytes: Buffer } | undefined
> {
  return asViewer(store, viewer, async (tx) => {
    const [document] = await selectDocuments(tx, viewer, { id })
    const reading = language === undefined ? document : document?.readings.find((one) => one.language === language)
    if (document === undefined || reading === undefined) return undefined
    const opened = await openFile(store, tx, viewer, document.matter, reading.sha256)
    return opened === undefined ? undefined : { document, sha256: reading.sha256, ...opened }
  })
}

type OpenedFile = { readonly mediaType: string; readonly bytes: Buffer }

async function openFile(store: Store, tx: Tx, viewer: Viewer, matter: MatterId, sha256: string): Promise<OpenedFile | undefined> {
  const { institution } = viewer
  return asProgram(tx, viewer, async () => {
    const sealedUnder = `matter/${matter}`
    const where = { institutionId_sealedUnder_sha256: { institutionId: institution, sealedUnder, sha256 } }
    const blob = await tx.blob.findUnique({ where })
    const key = blob && (await findMatterKey(store, tx, institution, matter, blob.keyGeneration))
    if (!blob || !key) return undefined
    return { mediaType: blob.mediaType, bytes: unseal(key.key, blobPlace(institution, sealedUnder, sha256), blob.sealed) }
  })
}

/** The bytes of a file drawn from a matter, by their hash; the caller has made sure that the viewer may see the matter. */
export async function readPaperFile(store: Store, viewer: Viewer, matter: MatterId, sha256: string): Promise<Buffer | undefined> {
  return asViewer(store, viewer, async (tx) => (await openFile(store, tx, viewer, matter, sha256))?.bytes)
}
