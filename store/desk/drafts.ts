import type { InstitutionId, PersonId } from '#domain/actor.ts'
import type { JsonObject } from '#domain/json.ts'
import { asSystem, systemViewer, type Store, type Tx } from '../db.ts'
import { draftSubject, type DraftSubject } from '../draft-subject.ts'
import { writeAs } from '../reading.ts'
import { sealJson, unsealJson } from '../seal.ts'
import { findHolderKey, getHolderKey, type Holder } from './holder.ts'

/** A draft, with who last wrote in it and when (ms of the office clock). */
export type Draft = { readonly data: JsonObject; readonly version: number; readonly by: PersonId; readonly at: number }

function holderOf(subject: DraftSubject): Holder {
  return 'matter' in subject ? { matter: subject.matter } : { person: subject.person }
}

function draftPlace(institution: InstitutionId, subject: DraftSubject): string {
  return `draft/${institution}/${draftSubject(subject)}`
}

/** The draft, if there is one. */
export async function findDraft(store: Store, institution: InstitutionId, subject: DraftSubject): Promise<Draft | undefined> {
  return asSystem(store, institution, (tx) => openDraft(store, tx, institution, subject))
}

async function openDraft(store: Store, tx: Tx, institution: InstitutionId, subject: DraftSubject): Promise<Draft | undefined> {
  const where = { institutionId_subject: { institutionId: institution, subject: draftSubject(subject) } }
  const row = await tx.draft.findUnique({ where })
  if (row === null) return undefined
  const key = await findHolderKey(store, tx, institution, holderOf(subject), row.keyGeneration)
  if (key === undefined) return undefined
  const data = unsealJson<JsonObject>(key.key, draftPlace(institution, subject), row.sealed)
  return { data, version: row.version, by: row.personId as PersonId, at: Number(row.at) }
}

/**
 * Saves a draft: `merge` is given what was saved last, under a lock, and answers what is to be saved, so that whoever writes other
 * fields at the same moment keeps them. Undefined when `merge` answers undefined; nothing is then saved.
 */
export async function saveDraft(
  store: Store,
  institution: InstitutionId,
  subject: DraftSubject,
  { by, at, merge }: { readonly by: PersonId; readonly at: number; readonly merge: (saved: JsonObject) => JsonObject | undefined },
): Promise<Draft | undefined> {
  return asSystem(store, institution, async (tx) => {
    const name = draftSubject(subject)
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${institution}/draft/${name}`}, 0))`
    const saved = await openDraft(store, tx, institution, subject)
    const data = merge(saved?.data ?? {})
    if (data === undefined) return undefined
    const version = (saved?.version ?? 0) + 1
    const { key, generation } = await getHolderKey(store, tx, institution, holderOf(subject))
    const sealed = Uint8Array.from(sealJson(key, draftPlace(institution, subject), data))
    const row = {
      matterId: 'matter' in subject ? subject.matter : null,
      personId: by,
      version,
      at: BigInt(at),
      keyGeneration: generation,
      sealed,
    }
    const where = { institutionId_subject: { institutionId: institution, subject: name } }
    await tx.draft.upsert({ where, create: { institutionId: institution, subject: name, ...row }, update: row })
    return { data, version, by, at }
  })
}

/** Drops a draft: what it became was handed in. */
export async function dropDraft(store: Store, institution: InstitutionId, subject: DraftSubject): Promise<void> {
  await writeAs(store, systemViewer(institution), 'drop-draft', (ask) =>
    ask('DELETE FROM drafts WHERE institution_id = $1 AND subject = $2', [institution, draftSubject(subject)]),
  )
}
