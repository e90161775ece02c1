import { randomUUID } from 'node:crypto'
import type { PersonId } from '#domain/actor.ts'
import type { JsonObject } from '#domain/json.ts'
import { asViewer, type Store, type Viewer } from '../db.ts'

/** A saved predicate over a list: its query, as in the list's address. */
export type SavedFilter = {
  readonly id: string
  readonly name: string
  readonly list: string
  readonly query: JsonObject
  readonly shared: boolean
  readonly owner: PersonId
}

type Row = { id: string; ownerId: string; name: string; list: string; query: unknown; shared: boolean }

function filterOf({ ownerId, query, ...row }: Row): SavedFilter {
  const { id, name, list, shared } = row
  return { id, name, list, shared, owner: ownerId as PersonId, query: query as JsonObject }
}

/** The viewer's own filters and those that others share, by name. */
export async function listFilters(store: Store, viewer: Viewer): Promise<SavedFilter[]> {
  const where = { institutionId: viewer.institution }
  const rows = await asViewer(store, viewer, (tx) => tx.savedFilter.findMany({ where, orderBy: [{ name: 'asc' }, { id: 'asc' }] }))
  return rows.map(filterOf)
}

/** The filter, if it is the viewer's or shared. */
export async function findFilter(store: Store, viewer: Viewer, id: string): Promise<SavedFilter | undefined> {
  const where = { institutionId_id: { institutionId: viewer.institution, id } }
  const row = await asViewer(store, viewer, (tx) => tx.savedFilter.findUnique({ where }))
  return row === null ? undefined : filterOf(row)
}

/** Saves a new filter of the viewer's own. */
export async function addFilter(
  store: Store,
  viewer: Viewer & { readonly person: PersonId },
  filter: Omit<SavedFilter, 'id' | 'owner'>,
): Promise<SavedFilter> {
  const id = randomUUID()
  const data = { institutionId: viewer.institution, id, ownerId: viewer.person, ...filter, query: { ...filter.query } }
  await asViewer(store, viewer, (tx) => tx.savedFilter.create({ data }))
  return { ...filter, id, owner: viewer.person }
}

/** Changes a filter of the viewer's own; false where he owns none of that id, though others may share one. */
export async function changeFilter(
  store: Store,
  viewer: Viewer & { readonly person: PersonId },
  id: string,
  filter: Omit<SavedFilter, 'id' | 'owner'>,
): Promise<boolean> {
  const where = { institutionId: viewer.institution, id, ownerId: viewer.person }
  const data = { ...filter, query: { ...filter.query } }
  return asViewer(store, viewer, async (tx) => (await tx.savedFilter.updateMany({ where, data })).count === 1)
}

/** Deletes a filter of the viewer's own; false where he owns none of that id. */
export async function dropFilter(store: Store, viewer: Viewer & { readonly person: PersonId }, id: string): Promise<boolean> {
  const where = { institutionId: viewer.institution, id, ownerId: viewer.person }
  return asViewer(store, viewer, async (tx) => (await tx.savedFilter.deleteMany({ where })).count === 1)
}
