import { createHash, randomUUID } from 'node:crypto'
import type { InstitutionId, PersonId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { MatterId, TaskId } from '#domain/state.ts'
import { asProgram, asSystem, asViewer, type Store, type Tx, type Viewer } from '../db.ts'
import type { OpenKey } from '../keys.ts'
import { blobPlace } from '../record/papers.ts'
import { seal, unseal } from '../seal.ts'
import { findHolderKey, getHolderKey, ownerOf, type Holder } from './holder.ts'

/** A file somebody handed in, addressed by its content. */
export type Attachment = {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: string
  /** Absent until the matter it is for is open. */
  readonly matter?: MatterId
  readonly task?: TaskId
  readonly uploadedBy: PersonId
  /** Office clock, ms. */
  readonly at: number
  readonly on: PlainDay
}

/** A file to be kept; with an `id` it is kept once, however often it is sent. */
export type NewAttachment = Omit<Attachment, 'id' | 'size' | 'sha256'> & { readonly bytes: Uint8Array; readonly id?: string }

type Row = NonNullable<Awaited<ReturnType<Tx['attachment']['findUnique']>>>

function holderOf({ matter, uploadedBy }: Pick<Attachment, 'matter' | 'uploadedBy'>): Holder {
  return matter === undefined ? { person: uploadedBy } : { matter }
}

function namePlace(institution: InstitutionId, id: string): string {
  return `attachment/${institution}/${id}/name`
}

/**
 * Whoever takes bytes away that lie under no matter waits for whoever is just putting the same ones there, and keeps the next out
 * until he has looked whether anybody else's file has them.
 */
function lockUnbound(tx: Tx, institution: InstitutionId, how: 'put' | 'take'): Promise<number> {
  const name = `${institution}/unbound-files`
  return how === 'put'
    ? tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${name}, 0))`
    : tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`
}

/** Deletes files that belong to no matter and to nothing that may be kept: named by a form of which no content was taken. Only the uploader's own. */
export async function dropUnbound(store: Store, institution: InstitutionId, uploadedBy: PersonId, ids: readonly string[]): Promise<void> {
  await asSystem(store, institution, async (tx) => {
    await lockUnbound(tx, institution, 'take')
    const rows = await tx.attachment.findMany({ where: { institutionId: institution, id: { in: [...ids] }, uploadedBy, matterId: null } })
    for (const { id, sealedUnder, sha256 } of rows) {
      await tx.attachment.delete({ where: { institutionId_id: { institutionId: institution, id } } })
      const others = await tx.attachment.count({ where: { institutionId: institution, sealedUnder, sha256 } })
      if (others === 0) await tx.blob.deleteMany({ where: { institutionId: institution, sealedUnder, sha256 } })
    }
  })
}

/**
 * Deletes files that were handed in before `before`, belong to no matter and are named by nobody; answers how many. While something
 * that was sent without a session is under way nothing goes: it may name any of them.
 */
export async function sweepUnbound(store: Store, institution: InstitutionId, uploadedBy: PersonId, before: PlainDay): Promise<number> {
  return asSystem(store, institution, async (tx) => {
    await lockUnbound(tx, institution, 'take')
    const gone = await tx.$queryRaw<{ sha256: string }[]>`DELETE FROM attachments a
      WHERE a.institution_id = ${institution} AND a.uploaded_by = ${uploadedBy} AND a.matter_id IS NULL AND a.on_day < ${before}
        AND NOT EXISTS (SELECT 1 FROM commands c WHERE c.institution_id = a.institution_id AND c.person_id IS NULL AND c.status = 'pending')
      RETURNING a.sha256`
    const sealedUnder = ownerOf({ person: uploadedBy })
    await tx.$executeRaw`DELETE FROM blobs b
      WHERE b.institution_id = ${institution} AND b.sealed_under = ${sealedUnder} AND b.sha256 = ANY (${gone.map(({ sha256 }) => sha256)})
        AND NOT EXISTS (SELECT 1 FROM attachments a WHERE a.institution_id = b.institution_id AND a.sealed_under = b.sealed_under AND a.sha256 = b.sha256)`
    return gone.length
  })
}

/** Lets files that belong to no matter yet begin their days of keeping anew, because they are named now; answers those there are. */
export async function keepUnbound(
  store: Store,
  institution: InstitutionId,
  uploadedBy: PersonId,
  ids: readonly string[],
  on: PlainDay,
): Promise<string[]> {
  const rows = await asSystem(
    store,
    institution,
    (tx) => tx.$queryRaw<{ id: string }[]>`UPDATE attachments SET on_day = ${on}
      WHERE institution_id = ${institution} AND uploaded_by = ${uploadedBy} AND matter_id IS NULL AND id = ANY (${[...ids]}) RETURNING id`,
  )
  return rows.map(({ id }) => id)
}

/** Keeps a file, sealed under its matter's key, or under the uploader's as long as there is no matter. */
export async function addAttachment(store: Store, institution: InstitutionId, file: NewAttachment): Promise<Attachment> {
  const { bytes, ...rest } = file
  const id = file.id ?? randomUUID()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const attachment: Attachment = { ...rest, id, sha256, size: bytes.length }
  await asSystem(store, institution, async (tx) => {
    const holder = holderOf(attachment)
    if ('person' in holder) await lockUnbound(tx, institution, 'put')
    const key = await getHolderKey(store, tx, institution, holder)
    await keepBytes(tx, institution, holder, key, attachment, bytes)
    const { name, mediaType, size, matter, task, uploadedBy, at, on } = attachment
    const sealedName = Uint8Array.from(seal(key.key, namePlace(institution, id), Buffer.from(name)))
    const about = { matterId: matter ?? null, taskId: task ?? null, uploadedBy, mediaType, size, sha256, at: BigInt(at), onDay: on }
    const sealed = { sealedUnder: ownerOf(holder), keyGeneration: key.generation, sealedName }
    await tx.attachment.createMany({ data: [{ institutionId: institution, id, ...about, ...sealed }], skipDuplicates: true })
  })
  return attachment
}

async function keepBytes(
  tx: Tx,
  institution: InstitutionId,
  holder: Holder,
  key: OpenKey,
  file: Pick<Attachment, 'sha256' | 'mediaType' | 'size'>,
  bytes: Uint8Array,
): Promise<void> {
  const { sha256, mediaType, size } = file
  const sealedUnder = ownerOf(holder)
  const sealed = Uint8Array.from(seal(key.key, blobPlace(institution, sealedUnder, sha256), bytes))
  const matterId = 'matter' in holder ? holder.matter : null
  const data = { institutionId: institution, sealedUnder, sha256, keyGeneration: key.generation, mediaType, size, sealed, matterId }
  await tx.blob.createMany({ data: [data], skipDuplicates: true })
}

/** The file as the viewer may see it. */
export async function findAttachment(store: Store, viewer: Viewer, id: string): Promise<Attachment | undefined> {
  return asViewer(store, viewer, async (tx) => {
    const row = await tx.attachment.findUnique({ where: { institutionId_id: { institutionId: viewer.institution, id } } })
    return row === null ? undefined : asProgram(tx, viewer, () => openRow(store, tx, row))
  })
}

/** The files of a matter, in the order in which they came. */
export async function listAttachments(store: Store, viewer: Viewer, matter: MatterId): Promise<Attachment[]> {
  const where = { institutionId: viewer.institution, matterId: matter }
  return asViewer(store, viewer, async (tx) => {
    const rows = await tx.attachment.findMany({ where, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
    const files: Attachment[] = []
    for (const row of rows) {
      const file = await asProgram(tx, viewer, () => openRow(store, tx, row))
      if (file !== undefined) files.push(file)
    }
    return files
  })
}

async function openRow(store: Store, tx: Tx, row: Row): Promise<Attachment | undefined> {
  const institution = row.institutionId as InstitutionId
  const key = await findHolderKey(store, tx, institution, sealerOf(row), row.keyGeneration)
  if (key === undefined) return undefined
  return {
    id: row.id,
    name: unseal(key.key, namePlace(institution, row.id), row.sealedName).toString('utf8'),
    mediaType: row.mediaType,
    size: row.size,
    sha256: row.sha256,
    uploadedBy: row.uploadedBy as PersonId,
    at: Number(row.at),
    on: row.onDay as PlainDay,
    ...(row.matterId === null ? {} : { matter: row.matterId as MatterId }),
    ...(row.taskId === null ? {} : { task: row.taskId as TaskId }),
  }
}

/** Under whose key a row and its bytes were sealed. */
function sealerOf({ sealedUnder }: Pick<Row, 'sealedUnder'>): Holder {
  const at = sealedUnder.indexOf('/')
  const id = sealedUnder.slice(at + 1)
  return sealedUnder.startsWith('matter/') ? { matter: id as MatterId } : { person: id as PersonId }
}

/** The bytes of a file the viewer may see; undefined where there is none for him. */
export async function readAttachment(
  store: Store,
  viewer: Viewer,
  id: string,
): Promise<(Attachment & { readonly bytes: Buffer }) | undefined> {
  const { institution } = viewer
  return asViewer(store, viewer, async (tx) => {
    const row = await tx.attachment.findUnique({ where: { institutionId_id: { institutionId: institution, id } } })
    if (row === null) return undefined
    return asProgram(tx, viewer, async () => {
      const file = await openRow(store, tx, row)
      return file && { ...file, bytes: await openBytes(store, tx, row) }
    })
  })
}

async function openBytes(store: Store, tx: Tx, row: Row): Promise<Buffer> {
  const { institutionId, sealedUnder, sha256 } = row
  const institution = institutionId as InstitutionId
  const blob = await tx.blob.findUniqueOrThrow({ where: { institutionId_sealedUnder_sha256: { institutionId, sealedUnder, sha256 } } })
  const key = await findHolderKey(store, tx, institution, sealerOf(row), blob.keyGeneration)
  if (key === undefined) throw new Error(`The bytes of attachment ${row.id} were erased`)
  return unseal(key.key, blobPlace(institution, sealedUnder, sha256), blob.sealed)
}

/**
 * Hands files that were uploaded before their matter was open over to it: sealed anew under its key, so that erasing the matter
 * erases them. Only the uploader's own files move; safe to repeat.
 */
export async function bindAttachments(
  store: Store,
  institution: InstitutionId,
  matter: MatterId,
  uploadedBy: PersonId,
  ids: readonly string[],
): Promise<void> {
  await asSystem(store, institution, async (tx) => {
    await lockUnbound(tx, institution, 'take')
    const rows = await tx.attachment.findMany({ where: { institutionId: institution, id: { in: [...ids] }, uploadedBy, matterId: null } })
    const key = await getHolderKey(store, tx, institution, { matter })
    for (const row of rows) {
      const file = await openRow(store, tx, row)
      if (file === undefined) continue
      await keepBytes(tx, institution, { matter }, key, file, await openBytes(store, tx, row))
      const sealedName = Uint8Array.from(seal(key.key, namePlace(institution, row.id), Buffer.from(file.name)))
      const data = { matterId: matter, sealedUnder: `matter/${matter}`, keyGeneration: key.generation, sealedName }
      await tx.attachment.update({ where: { institutionId_id: { institutionId: institution, id: row.id } }, data })
      const { sealedUnder, sha256 } = row
      const others = await tx.attachment.count({ where: { institutionId: institution, sealedUnder, sha256 } })
      if (others === 0) await tx.blob.deleteMany({ where: { institutionId: institution, sealedUnder, sha256 } })
    }
  })
}
