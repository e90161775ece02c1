import { isReserved, type DepartmentId, type InstitutionId, type PersonId } from '#domain/actor.ts'
import type { PersonFacts } from '#domain/checks.ts'
import { deskRules } from '#domain/desk-rules.ts'
import type { JsonObject } from '#domain/json.ts'
import { organisationRules } from '#domain/organisation.ts'
import { refuse } from '#domain/refusal.ts'
import { asSystem, type Store, type Tx } from '../db.ts'
import type { Deed } from '../deed.ts'
import { sealNumbers, type PersonNumbers } from './person-numbers.ts'
import { changeRegister, changeRegisterIn, deny, idOf, nameOf } from './register.ts'

/** What is known of a person beside his numbers. */
export type PersonEntry = {
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
  readonly mail?: string
  readonly language: 'zh-CN' | 'en'
  readonly idType?: string
}

/** A person to be entered, with his number in the house as id. */
export type NewPerson = PersonEntry & PersonNumbers & { readonly id: PersonId }

/** An outside co-inventor as an inventor proposes him. */
export type OutsidePerson = Omit<NewPerson, 'department' | 'employer' | 'relation' | 'isNaturalPerson' | 'supervisor'>

/** What is to be changed; null empties a field that may be empty. */
export type PersonChange = PersonNumbers & {
  readonly [Field in keyof PersonEntry]?: PersonEntry[Field] | (undefined extends PersonEntry[Field] ? null : never)
}

/**
 * Enters a person. Whoever works or studies here becomes an inventor with it, since everybody here may report a result. The chain
 * says which numbers were entered, never what they are. Throws RegisterRefusal: id taken, department or supervisor unknown.
 */
export async function addPerson(store: Store, deed: Deed, person: NewPerson): Promise<void> {
  await asSystem(store, deed.institution, (tx) => addPersonIn(store, tx, deed, person))
}

/** `addPerson` within a transaction that changes more. */
export async function addPersonIn(store: Store, tx: Tx, deed: Deed, person: NewPerson): Promise<void> {
  const { id, identity, account, ...entry } = person
  const numbers = pickNumbers(identity, account)
  await changeRegisterIn(store, tx, deed, `person/${id}`, async () => {
    await insert(store, tx, deed, { id, entry, numbers, status: 'active' })
    const isOwn = entry.employer === 'here' && entry.isNaturalPerson
    const assignment = isOwn ? await makeInventor(tx, deed, id) : undefined
    const facts = { ...entry, numbers: Object.keys(numbers), ...(assignment === undefined ? {} : { assignment }) }
    return { kind: 'PersonAdded', facts }
  })
}

/** Enters an outside co-inventor whom the office has yet to confirm. Throws RegisterRefusal. */
export async function proposePerson(store: Store, deed: Deed, person: OutsidePerson): Promise<void> {
  const { id, identity, account, ...given } = person
  const entry: PersonEntry = { ...given, employer: 'elsewhere', relation: 'outside', isNaturalPerson: true }
  const numbers = pickNumbers(identity, account)
  await changeRegister(store, deed, `person/${id}`, async (tx) => {
    await insert(store, tx, deed, { id, entry, numbers, status: 'proposed' })
    return { kind: 'PersonProposed', facts: { ...entry, numbers: Object.keys(numbers) } }
  })
}

/** Changes what the register says of a person. Leaving is recorded by `recordLeaving`. Throws RegisterRefusal. */
export async function changePerson(store: Store, deed: Deed, id: PersonId, change: PersonChange): Promise<void> {
  await asSystem(store, deed.institution, (tx) => changePersonIn(store, tx, deed, id, change))
}

/** `changePerson` within a transaction that changes more. */
export async function changePersonIn(store: Store, tx: Tx, deed: Deed, id: PersonId, change: PersonChange): Promise<void> {
  const { identity, account, ...entry } = change
  const numbers = pickNumbers(identity, account)
  await changeRegisterIn(store, tx, deed, `person/${id}`, async () => {
    const { institution } = deed
    const where = { institutionId_id: { institutionId: institution, id } }
    const row = (await tx.person.findUnique({ where })) ?? deny(refuse(deskRules.personUnknown, { person: id }))
    await requireKnown(tx, institution, id, entry)
    const sealed = await sealNumbers(store, tx, institution, id, numbers)
    // Whoever comes back has not left.
    const back = row.leftOn !== null && entry.relation !== undefined && entry.relation !== 'left' ? { leftOn: null } : {}
    await tx.person.update({ where, data: { ...columnsOf(entry), ...sealed, ...back } })
    return { kind: 'PersonChanged', facts: { ...entry, numbers: Object.keys(numbers) } }
  })
}

type Insertion = {
  readonly id: PersonId
  readonly entry: PersonEntry
  readonly numbers: PersonNumbers
  readonly status: 'active' | 'proposed'
}

async function insert(store: Store, tx: Tx, { institution }: Deed, { id, entry, numbers, status }: Insertion): Promise<void> {
  const known = await tx.person.count({ where: { institutionId: institution, id } })
  if (known > 0 || isReserved(id)) deny(refuse(deskRules.personKnown, { id }, '/id'))
  await requireKnown(tx, institution, id, entry)
  const { name, employer, relation } = entry
  const sealed = await sealNumbers(store, tx, institution, id, numbers)
  await tx.person.create({ data: { institutionId: institution, id, status, ...columnsOf(entry), name, employer, relation, ...sealed } })
}

async function makeInventor(tx: Tx, deed: Deed, person: PersonId): Promise<string> {
  const id = idOf('role', deed)
  const role = { role: 'inventor', roleKey: 'inventor', fromDay: deed.on, grantedBy: nameOf(deed.actor), status: 'active' }
  await tx.roleAssignment.create({ data: { institutionId: deed.institution, id, personId: person, ...role } })
  return id
}

/** A department and a supervisor must be known, and nobody supervises himself. */
async function requireKnown(tx: Tx, institution: InstitutionId, id: PersonId, { department, supervisor }: PersonChange): Promise<void> {
  if (supervisor === id) deny(refuse(organisationRules.ownSupervisor, { person: id }, '/supervisor'))
  if (department != null && (await tx.department.count({ where: { institutionId: institution, id: department } })) === 0)
    deny(refuse(deskRules.departmentUnknown, { department }, '/department'))
  if (supervisor != null && (await tx.person.count({ where: { institutionId: institution, id: supervisor } })) === 0)
    deny(refuse(deskRules.personUnknown, { person: supervisor }, '/supervisor'))
}

/** The columns of the fields given; what is absent is left alone. */
function columnsOf({ department, supervisor, ...rest }: PersonChange) {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as JsonObject
  return {
    ...given,
    ...(department === undefined ? {} : { departmentId: department }),
    ...(supervisor === undefined ? {} : { supervisorId: supervisor }),
  }
}

function pickNumbers(identity: string | undefined, account: string | undefined): PersonNumbers {
  return { ...(identity === undefined ? {} : { identity }), ...(account === undefined ? {} : { account }) }
}
