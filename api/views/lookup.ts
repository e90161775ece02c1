import type { PersonId } from '#domain/actor.ts'
import type { DepartmentRef, PersonRef } from '#schemas/api/common.ts'

/** Names of the people and departments that an answer speaks of. */
export type Lookup = {
  person(id: string): PersonRef
  department(id: string): DepartmentRef
}

/** A lookup over what was loaded; an id nobody knows stands for itself. */
export function createLookup(people: ReadonlyMap<string, PersonRef>, departments: ReadonlyMap<string, string>): Lookup {
  return {
    person: (id) => people.get(id) ?? { id: id as PersonId, name: id },
    department: (id) => ({ id, name: departments.get(id) ?? id }),
  }
}
