import type { ActorRef, DepartmentId, InstitutionId, PersonId } from '#domain/actor.ts'
import { dayOfInstant, instantOfDayStart, plainDay, type PlainDay } from '#domain/day.ts'
import { roleKey, type Role } from '#domain/role.ts'
import { asSystem, type Store } from '#store/db.ts'
import type { Deed } from '#store/deed.ts'
import { openAccount } from '#store/desk/accounts.ts'
import { addDepartment } from '#store/desk/departments.ts'
import { recordInstitution } from '#store/desk/institutions.ts'
import { addPerson, type NewPerson } from '#store/desk/people.ts'
import { grantRole } from '#store/desk/roles.ts'
import { getPersonKey } from '#store/keys.ts'
import { factsPlace } from '#store/record/stored.ts'
import { unsealJson } from '#store/seal.ts'

export const program: ActorRef = { is: 'system', name: 'process' }
export const monday = plainDay('2026-03-02')

let commands = 0

/** A deed on a day, by the program unless said otherwise; each under a command of its own. */
export function deedIn(institution: InstitutionId, actor: ActorRef = program, on: PlainDay = monday): Deed {
  commands += 1
  const at = instantOfDayStart(on) + 9 * 3_600_000
  return { institution, commandId: `command-${commands}`, actor, at, on: dayOfInstant(at) }
}

/** A person acting as administrator. */
export function administrator(person: string): ActorRef {
  return { is: 'person', person: person as PersonId, as: roleKey('sysadmin') }
}

/** A house of a test's own: a department `cs` and these people, staff unless said otherwise. */
export async function openHouse(
  store: Store,
  id: string,
  people: readonly (Omit<Partial<NewPerson>, 'id'> & { readonly id: string })[],
): Promise<InstitutionId> {
  const institution = id as InstitutionId
  await recordInstitution(store, { id: institution, nameZh: '试验大学', nameEn: 'Test University', province: 'Beijing' })
  await addDepartment(store, deedIn(institution), { id: 'cs' as DepartmentId, nameZh: '计算机学院', nameEn: 'School of Computing' })
  for (const person of people) {
    const usual = { name: person.id, employer: 'here', relation: 'staff', isNaturalPerson: true, language: 'zh-CN' } as const
    await addPerson(store, deedIn(institution), { ...usual, ...person, id: person.id as PersonId })
  }
  return institution
}

/** Gives an account and a role from the beginning of 2026. */
export async function install(store: Store, institution: InstitutionId, person: string, role: Role): Promise<string> {
  const whom = person as PersonId
  await openAccount(store, deedIn(institution), { person: whom, username: person, passwordHash: 'none' })
  const { id } = await grantRole(store, deedIn(institution), {
    person: whom,
    role,
    department: 'cs' as DepartmentId,
    from: plainDay('2026-01-01'),
  })
  return id
}

/** What stands in a person's chain, opened with his key. */
export async function readChain(store: Store, institution: InstitutionId, person: string): Promise<{ kind: string; facts: unknown }[]> {
  const chain = `person/${person}`
  return asSystem(store, institution, async (tx) => {
    const { key } = await getPersonKey(store, tx, institution, person as PersonId)
    const rows = await tx.action.findMany({ where: { institutionId: institution, chain }, orderBy: { seq: 'asc' } })
    return rows.map((row) => ({ kind: row.kind, facts: unsealJson(key, factsPlace(institution, chain, row.seq), row.facts) }))
  })
}
