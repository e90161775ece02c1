import type { DepartmentId, InstitutionId, PersonId } from '#domain/actor.ts'
import type { PersonFacts } from '#domain/checks.ts'
import type { PlainDay } from '#domain/day.ts'
import type { Role } from '#domain/role.ts'
import { asViewer, type Store, type Tx, type Viewer } from '../db.ts'
import { findCursorValues, pageOf, type Page } from '../lists/cursor.ts'
import { readAs } from '../reading.ts'
import type { PersonEntry } from './people.ts'

/** A person as the register shows him; numbers masked. */
export type Person = PersonEntry & {
  readonly id: PersonId
  readonly leftOn?: PlainDay
  /** `proposed` while an outside co-inventor awaits the office. */
  readonly status: 'active' | 'proposed'
  readonly identityMasked?: string
  readonly accountMasked?: string
}

/** A person's name as lists join it to an id. */
export type PersonName = {
  readonly id: PersonId
  readonly name: string
  readonly nameLatin?: string
  readonly department?: { readonly id: DepartmentId; readonly nameZh: string; readonly nameEn: string }
}

export type PeopleQuery = {
  /** Part of the name, in either script, or of the number in the house. */
  readonly text?: string
  readonly department?: DepartmentId
  /** Held on `on`. */
  readonly role?: { readonly role: Role; readonly on: PlainDay }
  readonly status?: Person['status']
  readonly limit: number
  readonly cursor?: string
}

type PersonRow = NonNullable<Awaited<ReturnType<Tx['person']['findUnique']>>>

/** The person, if the house knows him. */
export async function findPerson(store: Store, viewer: Viewer, id: PersonId): Promise<Person | undefined> {
  const where = { institutionId_id: { institutionId: viewer.institution, id } }
  const row = await asViewer(store, viewer, (tx) => tx.person.findUnique({ where }))
  return row === null ? undefined : personOf(row)
}

/** The department somebody belongs to now. */
export async function findDepartmentOf(store: Store, viewer: Viewer, id: PersonId): Promise<DepartmentId | undefined> {
  const sql = 'SELECT department_id AS department FROM people WHERE institution_id = $1 AND id = $2'
  const [row] = await readAs(store, viewer, 'department-of', (ask) =>
    ask<{ department: DepartmentId | null }>(sql, [viewer.institution, id]),
  )
  return row?.department ?? undefined
}

/** A page of the register by name. A cursor that no page gave out begins anew. */
export async function listPeople(store: Store, viewer: Viewer, query: PeopleQuery): Promise<Page<Person>> {
  const { institution } = viewer
  return asViewer(store, viewer, async (tx) => {
    const holders = query.role === undefined ? undefined : await listHolders(tx, institution, query.role)
    const rows = await tx.person.findMany({
      where: {
        institutionId: institution,
        ...(query.department === undefined ? {} : { departmentId: query.department }),
        ...(query.status === undefined ? {} : { status: query.status }),
        ...(holders === undefined ? {} : { id: { in: holders } }),
        AND: [matching(query.text), after(query.cursor)],
      },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: query.limit + 1,
    })
    return pageOf(rows, query.limit, personOf, (row) => [row.name, row.id])
  })
}

/** Names by id; whoever is unknown is left out. */
export async function listPersonNames(store: Store, viewer: Viewer, ids: readonly string[]): Promise<PersonName[]> {
  if (ids.length === 0) return []
  const { institution } = viewer
  const sql = `SELECT p.id, p.name, p.name_latin AS latin, d.id AS department, d.name_zh AS "nameZh", d.name_en AS "nameEn"
    FROM people p LEFT JOIN departments d ON d.institution_id = p.institution_id AND d.id = p.department_id
    WHERE p.institution_id = $1 AND p.id = ANY ($2::text[]) ORDER BY p.id`
  type Row = { id: PersonId; name: string; latin: string | null; department: DepartmentId | null; nameZh: string; nameEn: string }
  const rows = await readAs(store, viewer, 'person-names', (ask) => ask<Row>(sql, [institution, [...new Set(ids)]]))
  return rows.map(({ id, name, latin, department, nameZh, nameEn }) => ({
    id,
    name,
    ...(latin === null ? {} : { nameLatin: latin }),
    ...(department === null ? {} : { department: { id: department, nameZh, nameEn } }),
  }))
}

/** What rules may know of these people; whoever is unknown is left out. */
export async function listPersonFacts(store: Store, viewer: Viewer, ids: readonly PersonId[]): Promise<PersonFacts[]> {
  const where = { institutionId: viewer.institution, id: { in: [...ids] } }
  const rows = await asViewer(store, viewer, (tx) => tx.person.findMany({ where, orderBy: { id: 'asc' } }))
  return rows.map(personOf).map(({ id, isNaturalPerson, employer, relation, leftOn, supervisor }) => ({
    id,
    isNaturalPerson,
    employer,
    relation,
    ...(leftOn === undefined ? {} : { leftOn }),
    ...(supervisor === undefined ? {} : { supervisor }),
  }))
}

async function listHolders(tx: Tx, institution: InstitutionId, { role, on }: NonNullable<PeopleQuery['role']>): Promise<string[]> {
  const rows = await tx.roleAssignment.findMany({
    where: { institutionId: institution, role, status: 'active', fromDay: { lte: on }, OR: [{ toDay: null }, { toDay: { gte: on } }] },
    select: { personId: true },
  })
  return rows.map((row) => row.personId)
}

function matching(text: string | undefined) {
  if (text === undefined || text === '') return {}
  const contains = { contains: text, mode: 'insensitive' } as const
  return { OR: [{ name: contains }, { nameLatin: contains }, { id: contains }] }
}

function after(cursor: string | undefined) {
  const values = cursor === undefined ? undefined : findCursorValues(cursor, 2)
  if (values === undefined) return {}
  const [name, id] = values.map(String) as [string, string]
  return { OR: [{ name: { gt: name } }, { name, id: { gt: id } }] }
}

function personOf(row: PersonRow): Person {
  const { institutionId: _institution, sealedIdentity: _identity, sealedAccount: _account, departmentId, supervisorId, ...rest } = row
  const named = { ...rest, department: departmentId, supervisor: supervisorId }
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== null)) as Person
}
