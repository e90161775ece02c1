import type { PersonId } from '#domain/actor.ts'
import type { MatterId } from '#domain/state.ts'
import { asViewer, type Store, type Viewer } from '../db.ts'
import { writeAs } from '../reading.ts'
import { findCursorValues, pageOf, wholeOf, type Page } from '../lists/cursor.ts'

/** Who read what of a matter, and when by the wall clock. */
export type Reading = { readonly person?: PersonId; readonly matter?: MatterId; readonly what: string; readonly readAt: Date }

/** Writes down that the viewer reads something of a matter. */
export async function noteReading(
  store: Store,
  viewer: Viewer,
  { matter, what }: { readonly matter?: MatterId; readonly what: string },
): Promise<void> {
  const sql = 'INSERT INTO read_log (institution_id, person_id, matter_id, what) VALUES ($1, $2, $3, $4)'
  await writeAs(store, viewer, 'note-reading', (ask) => ask(sql, [viewer.institution, viewer.person ?? null, matter ?? null, what]))
}

/** One page of who read a matter, the latest first: the office sees all, everybody else his own reading. */
export async function listReadings(
  store: Store,
  viewer: Viewer,
  { matter, limit = 50, cursor }: { readonly matter: MatterId; readonly limit?: number; readonly cursor?: string },
): Promise<Page<Reading>> {
  const before = wholeOf((cursor === undefined ? undefined : findCursorValues(cursor, 1))?.[0])
  const where = { institutionId: viewer.institution, matterId: matter, ...(before === undefined ? {} : { id: { lt: BigInt(before) } }) }
  const rows = await asViewer(store, viewer, (tx) => tx.readLog.findMany({ where, orderBy: { id: 'desc' }, take: limit + 1 }))
  const readingOf = ({ personId, what, readAt }: (typeof rows)[number]): Reading => ({
    matter,
    what,
    readAt,
    ...(personId === null ? {} : { person: personId as PersonId }),
  })
  return pageOf(rows, limit, readingOf, (row) => [String(row.id)])
}
