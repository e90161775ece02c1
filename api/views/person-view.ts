import type { PersonRow, PersonView, RoleView } from '#schemas/api/person.ts'
import type { Person } from '#store/desk/people-lists.ts'
import type { Assignment } from '#store/desk/roles.ts'
import type { Words } from '../words.ts'
import type { Lookup } from './lookup.ts'

/** A person as everybody in the house sees him. */
export function viewPersonRow(person: Person, words: Words, lookup: Lookup): PersonRow {
  const { id, name, nameLatin, department, employer, employerName, relation, title, status } = person
  return {
    id,
    name: words.language === 'en' ? (nameLatin ?? name) : name,
    ...(nameLatin === undefined ? {} : { nameLatin }),
    ...(department === undefined ? {} : { department: lookup.department(department) }),
    employer,
    ...(employerName === undefined ? {} : { employerName }),
    relation,
    ...(title === undefined ? {} : { title }),
    status,
  }
}

/** A person as the office and he himself see him; numbers are masked always. */
export function viewPerson(person: Person, roles: readonly Assignment[], words: Words, lookup: Lookup): PersonView {
  const { isNaturalPerson, nationality, supervisor, leftOn, mail, language, idType, identityMasked, accountMasked } = person
  return {
    ...viewPersonRow(person, words, lookup),
    name: person.name,
    isNaturalPerson,
    language,
    ...(nationality === undefined ? {} : { nationality }),
    ...(supervisor === undefined ? {} : { supervisor: lookup.person(supervisor) }),
    ...(leftOn === undefined ? {} : { leftOn }),
    ...(mail === undefined ? {} : { mail }),
    ...(idType === undefined ? {} : { idType }),
    ...(identityMasked === undefined ? {} : { identityMasked }),
    ...(accountMasked === undefined ? {} : { accountMasked }),
    roles: roles.map((one) => ({ ...roleFields(one, words, lookup), status: one.status })),
  }
}

/** A role held, or proposed to be held. */
export function viewRole(assignment: Assignment, words: Words, lookup: Lookup): RoleView {
  const { person, status, grantedBy, secondedBy } = assignment
  return {
    ...roleFields(assignment, words, lookup),
    person: lookup.person(person),
    status,
    grantedBy: nameOf(grantedBy, words, lookup),
    ...(secondedBy === undefined ? {} : { secondedBy: lookup.person(secondedBy).name }),
  }
}

/** Who granted: a person, or the program where a role came with the house. */
function nameOf(granter: string, words: Words, lookup: Lookup): string {
  const key = `actor/${granter}`
  const program = words.desk(key)
  return program === key ? lookup.person(granter).name : program
}

function roleFields({ id, role, key, department, from, to }: Assignment, words: Words, lookup: Lookup) {
  return {
    id,
    role,
    key,
    from,
    label: words.role(key),
    ...(department === undefined ? {} : { department: lookup.department(department) }),
    ...(to === undefined ? {} : { to }),
  }
}
