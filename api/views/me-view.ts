import { processes } from '#domain/registry.gen.ts'
import { roleOfKey } from '#domain/role.ts'
import type { HeldRole, Me } from '#schemas/api/session.ts'
import type { Institution } from '#store/desk/institutions.ts'
import type { Person } from '#store/desk/people-lists.ts'
import type { SignedIn } from '../route.ts'
import { labelled, type Words } from '../words.ts'
import type { Lookup } from './lookup.ts'
import { mayStart } from './process-view.ts'

export type MeParts = {
  readonly who: SignedIn
  readonly person: Person
  readonly institution: Institution
  readonly lookup: Lookup
  readonly words: Words
  readonly today: Me['today']
  readonly openTasks: number
  readonly rehearsal: boolean
}

/** Whoever is signed in. */
export function viewMe({ who, person, institution, lookup, words, today, openTasks, rehearsal }: MeParts): Me {
  const reader = { person: who.person, roles: who.actor.roles }
  const startable = Object.values(processes).filter((definition) => mayStart(definition, reader))
  return {
    person: lookup.person(who.person),
    institution: { id: institution.id, nameZh: institution.nameZh, nameEn: institution.nameEn },
    language: person.language,
    roles: who.actor.roles.map((key) => viewHeldRole(key, words, lookup)),
    deputyFor: who.actor.deputyFor.map((one) => ({ person: lookup.person(one.person), from: one.from, to: one.to })),
    mayStart: startable.map(({ stem }) => labelled(stem, words.process(stem))),
    today,
    openTasks,
    rehearsal,
  }
}

function viewHeldRole(key: SignedIn['roles'][number], words: Words, lookup: Lookup): HeldRole {
  const department = key.split('@')[1]
  return {
    key,
    role: roleOfKey(key),
    label: words.role(key),
    ...(department === undefined ? {} : { department: lookup.department(department) }),
  }
}
