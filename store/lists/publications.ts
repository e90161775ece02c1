import type { InstitutionId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { JsonObject } from '#domain/json.ts'
import type { MatterId } from '#domain/state.ts'
import type { Store, Viewer } from '../db.ts'
import { readAs } from '../reading.ts'

/** What one matter shows to everybody. */
export type PublicationRow = {
  readonly matter: MatterId
  readonly since: PlainDay
  readonly body: JsonObject
}

/** Whoever comes to a public door. */
function publicViewer(institution: InstitutionId): Viewer {
  return { institution, roles: [], scope: 'person' }
}

const columns = `p.matter_id AS matter, p.since, p.body`

/** What the matters of a process show now, newest first; `before` is where the page before ended. */
export async function listPublications(
  store: Store,
  institution: InstitutionId,
  kind: string,
  page: { readonly before?: { readonly since: PlainDay; readonly matter: MatterId }; readonly limit: number },
): Promise<PublicationRow[]> {
  const sql = `SELECT ${columns} FROM publications p WHERE p.institution_id = $1 AND p.kind = $2
    AND ($3::text IS NULL OR (p.since, p.matter_id) < ($3, $4)) ORDER BY p.since DESC, p.matter_id DESC LIMIT $5`
  const values = [institution, kind, page.before?.since ?? null, page.before?.matter ?? null, page.limit]
  return readAs(store, publicViewer(institution), 'list-publications', (ask) => ask<PublicationRow>(sql, values))
}

/** What one matter of a process shows now; undefined when it shows nothing. */
export async function findPublication(
  store: Store,
  institution: InstitutionId,
  kind: string,
  matter: string,
): Promise<PublicationRow | undefined> {
  const sql = `SELECT ${columns} FROM publications p WHERE p.institution_id = $1 AND p.kind = $2 AND p.matter_id = $3`
  const [row] = await readAs(store, publicViewer(institution), 'find-publication', (ask) =>
    ask<PublicationRow>(sql, [institution, kind, matter]),
  )
  return row
}
