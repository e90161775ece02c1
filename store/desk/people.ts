import type { DepartmentId, InstitutionId, PersonId } from '#domain/actor.ts'
import type { PersonFacts } from '#domain/checks.ts'
import type { PlainDay } from '#domain/day.ts'
import { asSystem, asViewer, type Store, type Tx, type Viewer } from '../db.ts'
import { getPersonKey } from '../keys.ts'
import { appendTo, type Deed } from '../record/chain.ts'

/** A person as the register knows him; numbers are kept apart (`person-numbers.ts`). */
export type Person = {
  readonly id: PersonId
  readonly name: string
  readonly nameLatin?: string
  readonly department?: DepartmentId
  readonly employer: PersonFacts['employer']
  readonly employerName?: string
  readonly relation: PersonFacts['relation']
  readonly isNaturalPerson: boolean
  readonly title?: string
  readonly nationality?: string
  readonly supervisor?: PersonId
  readonly leftOn?: PlainDay
  readonly mail?: string
  readonly language: 'zh-CN' | 'en'
  /** `proposed` while an outside co-inventor awaits the office. */
  readonly status: 'active' | 'proposed'
  readonly idType?: string
  readonly identityMasked?: string
  readonly accountMasked?: string
}

/** What is entered; the rest is kept elsewhere or follows. */
export type PersonEntry = Omit<Person, 'idType' | 'identityMasked' | 'accountMasked'>

/** Enters a person in the register, or enters him anew; the change is recorded in his own chain, sealed under his key. */
export async function recordPerson(store: Store, deed: Deed, entry: PersonEntry): Promise<void> {
  await asSystem(store, deed.institution, async (tx) => {
    const key = await getPersonKey(store, tx, deed.institution, entry.id)
    const written = await appendTo(tx, `person/${entry.id}`, deed, { kind: 'PersonRecorded', facts: { ...entry } }, key)
    if (!written) return
    const row = columnsOf(entry)
    const where = { institutionId_id: { institutionId: deed.institution, id: entry.id } }
    await tx.person.upsert({ where, create: { institutionId: deed.institution, id: entry.id, ...row }, update: row })
  })
}

function columnsOf({ department, supervisor, ...entry }: PersonEntry) {
  const { name, employer, relation, isNaturalPerson, language, status } = entry
  return {
    ...{ name, employer, relation, isNaturalPerson, language, status },
    departmentId: department ?? null,
    supervisorId: supervisor ?? null,
    nameLatin: entry.nameLatin ?? null,
    employerName: entry.employerName ?? null,
    title: entry.title ?? null,
    nationality: entry.nationality ?? null,
    leftOn: entry.leftOn ?? null,
    mail: entry.mail ?? null,
  }
}

type PersonRow = NonNullable<Awaited<ReturnType<Tx['person']['findUnique']>>>

function personOf(row: PersonRow): Person {
  const { institutionId: _, sealedIdentity: __, sealedAccount: ___, departmentId, supervisorId, ...rest } = row
  const named = { ...rest, department: departmentId, supervisor: supervisorId }
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== null)) as Person
}

/** The person, if the house knows him. */
export async function findPerson(store: Store, viewer: Viewer, id: PersonId): Promise<Person | undefined> {
  const where = { institutionId_id: { institutionId: viewer.institution, id } }
  const row = await asViewer(store, viewer, (tx) => tx.person.findUnique({ where }))
  return row === null ? undefined : personOf(row)
}

export type PeopleQuery = {
  /** Part of the name, in either script, or of the mail address. */
  readonly text?: string
  readonly department?: DepartmentId
  readonly ids?: readonly PersonId[]
  readonly status?: Person['status']
  readonly limit?: number
}

/** People of the register by name; at most 100 unless said otherwise. */
export async function listPeople(store: Store, viewer: Viewer, { text, department, ids, status, limit }: PeopleQuery): Promise<Person[]> {
  const contains = { contains: text ?? '', mode: 'insensitive' } as const
  const where = {
    institutionId: viewer.institution,
    ...(text === undefined ? {} : { OR: [{ name: contains }, { nameLatin: contains }, { mail: contains }] }),
    ...(department === undefined ? {} : { departmentId: department }),
    ...(ids === undefined ? {} : { id: { in: [...ids] } }),
    ...(status === undefined ? {} : { status }),
  }
  const rows = await asViewer(store, viewer, (tx) =>
    tx.person.findMany({ where, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: limit ?? 100 }),
  )
  return rows.map(personOf)
}

/** Names of people for lists and papers, by id; whoever is unknown is left out. */
export async function listNames(
  store: Store,
  institution: InstitutionId,
  ids: readonly PersonId[],
): Promise<{ [person: string]: { name: string; nameLatin?: string } }> {
  const where = { institutionId: institution, id: { in: [...ids] } }
  const rows = await asSystem(store, institution, (tx) => tx.person.findMany({ where, select: { id: true, name: true, nameLatin: true } }))
  return Object.fromEntries(rows.map(({ id, name, nameLatin }) => [id, nameLatin === null ? { name } : { name, nameLatin }]))
}
