import type { DepartmentId, InstitutionId } from '#domain/actor.ts'
import { asSystem, asViewer, type Store, type Viewer } from '../db.ts'

export type Institution = { readonly id: InstitutionId; readonly nameZh: string; readonly nameEn: string; readonly province: string }

export type Department = { readonly id: DepartmentId; readonly nameZh: string; readonly nameEn: string; readonly parent?: DepartmentId }

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

/** Enters a department, or its new names. */
export async function recordDepartment(
  store: Store,
  institution: InstitutionId,
  { id, nameZh, nameEn, parent }: Department,
): Promise<void> {
  const names = { nameZh, nameEn, parentId: parent ?? null }
  const where = { institutionId_id: { institutionId: institution, id } }
  await asSystem(store, institution, (tx) =>
    tx.department.upsert({ where, create: { institutionId: institution, id, ...names }, update: names }),
  )
}

/** The departments of the viewer's house. */
export async function listDepartments(store: Store, viewer: Viewer): Promise<Department[]> {
  const rows = await asViewer(store, viewer, (tx) =>
    tx.department.findMany({ where: { institutionId: viewer.institution }, orderBy: { id: 'asc' } }),
  )
  return rows.map(({ id, nameZh, nameEn, parentId }) => ({
    id: id as DepartmentId,
    nameZh,
    nameEn,
    ...(parentId === null ? {} : { parent: parentId as DepartmentId }),
  }))
}
