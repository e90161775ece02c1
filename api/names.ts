import type { PersonRef } from '#schemas/api/common.ts'
import { listDepartments } from '#store/desk/departments.ts'
import { listPersonNames } from '#store/desk/people-lists.ts'
import type { ApiDependencies } from './dependencies.ts'
import type { Names } from './refusal-view.ts'
import type { SignedIn } from './route.ts'
import { createLookup, type Lookup } from './views/lookup.ts'
import type { Words } from './words.ts'

/** The names that an answer needs, loaded once for it. */
export type Loaded = { readonly lookup: Lookup; readonly names: Names }

/**
 * Loads the names of these people, and of the departments an answer names: of all where it does not say which. Ids nobody has are
 * left to stand for themselves.
 */
export async function loadNames(
  deps: ApiDependencies,
  who: Pick<SignedIn, 'viewer'>,
  ids: readonly string[],
  words: Words,
  named?: readonly string[],
): Promise<Loaded> {
  const [people, departments] = await Promise.all([
    listPersonNames(deps.store, who.viewer, ids),
    named?.length === 0 ? [] : listDepartments(deps.store, who.viewer),
  ])
  const nameOf = (one: { readonly nameZh: string; readonly nameEn: string }) => (words.language === 'en' ? one.nameEn : one.nameZh)
  const houses = new Map(departments.map((one) => [one.id as string, nameOf(one)]))
  const refs = people.map(({ id, name, nameLatin, department }): [string, PersonRef] => {
    const shown = words.language === 'en' ? (nameLatin ?? name) : name
    return [id, { id, name: shown, ...(department === undefined ? {} : { department: nameOf(department) }) }]
  })
  return { lookup: createLookup(new Map(refs), houses), names: new Map(refs.map(([id, ref]) => [id, ref.name])) }
}
