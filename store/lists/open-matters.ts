import type { InstitutionId } from '#domain/actor.ts'
import type { MatterId, MatterState } from '#domain/state.ts'
import { asSystem, type Store } from '../db.ts'
import { getState } from '../record/read.ts'

/** Matters listed at a time. */
const pageOfMatters = 200

/** The folded state of every matter that is not closed. */
export async function listOpenStates(store: Store, institution: InstitutionId): Promise<MatterState[]> {
  const rows = await asSystem(store, institution, (tx) =>
    tx.matter.findMany({
      where: { institutionId: institution, standing: { not: 'closed' } },
      select: { id: true },
      orderBy: { id: 'asc' },
    }),
  )
  return Promise.all(rows.map((row) => getState(store, institution, row.id as MatterId)))
}

/** Ids of matters that are not closed, in their order, after the one named. */
export async function listOpenMatters(store: Store, institution: InstitutionId, after?: MatterId): Promise<MatterId[]> {
  const rows = await asSystem(store, institution, (tx) =>
    tx.matter.findMany({
      where: { institutionId: institution, standing: { not: 'closed' }, ...(after === undefined ? {} : { id: { gt: after } }) },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: pageOfMatters,
    }),
  )
  return rows.map((row) => row.id as MatterId)
}
