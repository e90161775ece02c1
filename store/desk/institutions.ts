import type { InstitutionId } from '#domain/actor.ts'
import { asSystem, type Store } from '../db.ts'

export type Institution = { readonly id: InstitutionId; readonly nameZh: string; readonly nameEn: string; readonly province: string }

/** Enters an institution, or its new names. */
export async function recordInstitution(store: Store, { id, ...names }: Institution): Promise<void> {
  await asSystem(store, id, (tx) => tx.institution.upsert({ where: { id }, create: { id, ...names }, update: names }))
}

/** Every institution of this installation, before anybody has signed in. */
export async function listInstitutions(store: Store): Promise<Institution[]> {
  const text = 'SELECT id, name_zh AS "nameZh", name_en AS "nameEn", province FROM institutions ORDER BY id'
  return (await store.pool.query<Institution>({ name: 'institutions', text })).rows
}
