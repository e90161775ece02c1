import type { DepartmentId } from '#domain/actor.ts'
import { deskRules } from '#domain/desk-rules.ts'
import { organisationRules } from '#domain/organisation.ts'
import { refuse } from '#domain/refusal.ts'
import type { Store, Tx, Viewer } from '../db.ts'
import type { Deed } from '../deed.ts'
import { readAs } from '../reading.ts'
import { changeRegister, deny } from './register.ts'

export type Department = { readonly id: DepartmentId; readonly nameZh: string; readonly nameEn: string; readonly parent?: DepartmentId }

/** Enters a department. Throws RegisterRefusal where its id is taken or its parent unknown. */
export async function addDepartment(store: Store, deed: Deed, department: Department): Promise<void> {
  const { id, nameZh, nameEn, parent } = department
  const add = async (tx: Tx) => {
    if ((await tx.department.count({ where: { institutionId: deed.institution, id } })) > 0)
      deny(refuse(organisationRules.departmentKnown, { department: id }, '/id'))
    await requireParent(tx, deed, id, parent)
    await tx.department.create({ data: { institutionId: deed.institution, id, nameZh, nameEn, parentId: parent ?? null } })
    return { kind: 'DepartmentAdded', facts: { ...department } }
  }
  await changeRegister(store, deed, `department/${id}`, add, 'departments')
}

/** Gives a department other names or another parent; null makes it stand alone. Throws RegisterRefusal. */
export async function changeDepartment(
  store: Store,
  deed: Deed,
  id: DepartmentId,
  change: { readonly nameZh?: string; readonly nameEn?: string; readonly parent?: DepartmentId | null },
): Promise<void> {
  const { parent, ...names } = change
  const apply = async (tx: Tx) => {
    const where = { institutionId_id: { institutionId: deed.institution, id } }
    if ((await tx.department.findUnique({ where })) === null) deny(refuse(deskRules.departmentUnknown, { department: id }))
    await requireParent(tx, deed, id, parent ?? undefined)
    await tx.department.update({ where, data: { ...names, ...(parent === undefined ? {} : { parentId: parent }) } })
    return { kind: 'DepartmentChanged', facts: { ...change } }
  }
  await changeRegister(store, deed, `department/${id}`, apply, 'departments')
}

/** The departments of the viewer's house. */
export async function listDepartments(store: Store, viewer: Viewer): Promise<Department[]> {
  const sql = `SELECT id, name_zh AS "nameZh", name_en AS "nameEn", parent_id AS parent FROM departments WHERE institution_id = $1 ORDER BY id`
  type Row = Omit<Department, 'parent'> & { readonly parent: DepartmentId | null }
  const rows = await readAs(store, viewer, 'departments', (ask) => ask<Row>(sql, [viewer.institution]))
  return rows.map(({ parent, ...named }) => (parent === null ? named : { ...named, parent }))
}

/** The parent must be known, and no department may come to stand above itself. */
async function requireParent(tx: Tx, { institution }: Deed, id: DepartmentId, parent: DepartmentId | undefined): Promise<void> {
  if (parent === undefined) return
  const rows = await tx.department.findMany({ where: { institutionId: institution } })
  const parents = new Map(rows.map((row) => [row.id, row.parentId]))
  if (!parents.has(parent) && parent !== id) deny(refuse(deskRules.departmentUnknown, { department: parent }, '/parent'))
  for (let above: string | null = parent; above !== null; above = parents.get(above) ?? null)
    if (above === id) deny(refuse(organisationRules.departmentCircle, { department: id }, '/parent'))
}
