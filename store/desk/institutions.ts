import type { InstitutionId } from '#domain/actor.ts'
import { asSystem, type Store } from '../db.ts'

export type Institution = { readonly id: InstitutionId; readonly nameZh: string; readonly nameEn: string; readonly province: string }

/** Enters an institution, or its new names. */
export async function recordInstitution(store: Store, { id, ...names }: Institution): Promise<void> {
  await asSystem(store, id, (tx) => tx.institution.upsert({ where: { id }, create: { id, ...names }, update: names }))
}

/** Every institution of this installation, before anybody has signed in. */
export async function listInstitutions(store: Store): Promise<Institution[]> {
  const rows = await store.prisma.institution.findMany({
    orderBy: { id: 'asc' },
    select: { id: true, nameZh: true, nameEn: true, province: true },
  })
  return rows.map((row) => ({ ...row, id: row.id as InstitutionId }))
}
