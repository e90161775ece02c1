import { randomBytes } from 'node:crypto'
import type { InstitutionId, PersonId } from '#domain/actor.ts'
import type { MatterId } from '#domain/state.ts'
import { systemViewer, type Store, type Tx } from './db.ts'
import { readAs } from './reading.ts'
import { seal, unseal } from './seal.ts'

/** Whose secrets a key seals. A key is stored wrapped by the master key; deleting the row erases what it sealed. */
export type Owner = `matter/${string}` | `person/${string}`

/** A key in the clear, and which of its owner's keys it is. */
export type OpenKey = { readonly key: Buffer; readonly generation: number }

/** A new key, in the clear and wrapped. */
export function makeKey(
  store: Store,
  institution: InstitutionId,
  owner: Owner,
  generation: number,
): OpenKey & { readonly wrapped: Buffer } {
  const key = randomBytes(32)
  return { key, generation, wrapped: seal(store.masterKey, wrapPlace(institution, owner, generation), key) }
}

/** Unwraps a stored key. Throws when it was wrapped by another master key or for another owner. */
export function unwrapKey(store: Store, institution: InstitutionId, owner: Owner, generation: number, wrapped: Uint8Array): OpenKey {
  return { key: unseal(store.masterKey, wrapPlace(institution, owner, generation), wrapped), generation }
}

function wrapPlace(institution: InstitutionId, owner: Owner, generation: number): string {
  return `key/${institution}/${owner}/${generation}`
}

/** The matter's key of `generation`, or its newest; undefined when it was erased. Needs the system's view. */
export async function findMatterKey(
  store: Store,
  tx: Tx,
  institution: InstitutionId,
  matter: MatterId,
  generation?: number,
): Promise<OpenKey | undefined> {
  const row = await tx.matterKey.findFirst({
    where: { institutionId: institution, matterId: matter, ...(generation === undefined ? {} : { generation }) },
    orderBy: { generation: 'desc' },
  })
  return row === null ? undefined : unwrapKey(store, institution, `matter/${matter}`, row.generation, row.wrapped)
}

/** The matter's newest key. Throws when there is no such matter. Needs the system's view. */
export async function getMatterKey(store: Store, tx: Tx, institution: InstitutionId, matter: MatterId): Promise<OpenKey> {
  const key = await findMatterKey(store, tx, institution, matter)
  if (key === undefined) throw new Error(`No key for matter ${matter}`)
  return key
}

/** The person's key, made at the first use. Needs the system's view. */
export async function getPersonKey(store: Store, tx: Tx, institution: InstitutionId, person: PersonId): Promise<OpenKey> {
  const where = { institutionId: institution, personId: person }
  const made = makeKey(store, institution, `person/${person}`, 1)
  await tx.personKey.createMany({ data: [{ ...where, wrapped: Uint8Array.from(made.wrapped) }], skipDuplicates: true })
  const row = await tx.personKey.findUniqueOrThrow({ where: { institutionId_personId: where } })
  return unwrapKey(store, institution, `person/${person}`, 1, row.wrapped)
}

/** Whether the store's master key is the one that an institution's keys were wrapped by; also where it has none yet. */
export async function isMasterKeyOf(store: Store, institution: InstitutionId): Promise<boolean> {
  // Without the query builder: the program asks this before its doors open, and waking that would take most of its start.
  const sql = 'SELECT person_id AS person, wrapped FROM person_keys WHERE institution_id = $1 LIMIT 1'
  const [row] = await readAs(store, systemViewer(institution), 'any-key', (ask) =>
    ask<{ person: PersonId; wrapped: Buffer }>(sql, [institution]),
  )
  if (row === undefined) return true
  try {
    unwrapKey(store, institution, `person/${row.person}`, 1, row.wrapped)
    return true
  } catch {
    return false
  }
}
