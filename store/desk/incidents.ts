import type { InstitutionId } from '#domain/actor.ts'
import { deskRules } from '#domain/desk-rules.ts'
import type { JsonObject } from '#domain/json.ts'
import { refuse } from '#domain/refusal.ts'
import type { MatterId } from '#domain/state.ts'
import { asSystem, systemViewer, type Store, type Tx } from '../db.ts'
import { findCursorValues, pageOf, wholeOf, type Page } from '../lists/cursor.ts'
import { writeAs } from '../reading.ts'
import { deny } from './register.ts'

/** Something outside that failed and waits to be tried again or looked at. Times are of the wall clock. */
export type Incident = {
  readonly id: string
  readonly kind: string
  readonly status: 'open' | 'retried' | 'resolved'
  readonly matter?: MatterId
  readonly detail: JsonObject
  /** How often it was tried again by hand. */
  readonly attempts: number
  readonly openedAt: Date
  readonly changedAt: Date
  /** What became of the last attempt, verbatim. */
  readonly lastOutcome?: string
}

type Row = NonNullable<Awaited<ReturnType<Tx['incident']['findUnique']>>>

/**
 * Reports a failure under an id that names it (`mail/<letter>`, `activity/<story>/<run>/<activity>`); reported again, the detail is
 * renewed, and one thought resolved is open again.
 */
export async function reportIncident(
  store: Store,
  institution: InstitutionId,
  incident: Pick<Incident, 'id' | 'kind' | 'detail' | 'matter'>,
): Promise<void> {
  const { id, kind, detail, matter } = incident
  const sql = `INSERT INTO incidents AS known (institution_id, id, kind, detail, matter_id) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (institution_id, id) DO UPDATE SET detail = EXCLUDED.detail, changed_at = now(),
      status = CASE known.status WHEN 'resolved' THEN 'open' ELSE known.status END`
  const values = [institution, id, kind, JSON.stringify(detail), matter ?? null]
  await writeAs(store, systemViewer(institution), 'report-incident', (ask) => ask(sql, values))
}

/** Marks as resolved what works again; what nobody reported is left alone. */
export async function resolveIncident(store: Store, institution: InstitutionId, id: string, outcome: string): Promise<void> {
  const where = { institutionId: institution, id, status: { not: 'resolved' } }
  const data = { status: 'resolved', lastOutcome: outcome, changedAt: new Date() }
  await asSystem(store, institution, (tx) => tx.incident.updateMany({ where, data }))
}

/**
 * Notes a retry by hand and what it came to, in the words of whatever answered. Throws RegisterRefusal where it did not help and
 * the incident is resolved meanwhile; one that helped is noted also where the round that does such things was quicker to say so.
 */
export async function noteRetry(
  store: Store,
  institution: InstitutionId,
  id: string,
  retry: { readonly resolved: boolean; readonly outcome: string },
): Promise<Incident> {
  const where = { institutionId_id: { institutionId: institution, id } }
  const row = await asSystem(store, institution, async (tx) => {
    const changed = {
      status: retry.resolved ? 'resolved' : 'retried',
      lastOutcome: retry.outcome,
      changedAt: new Date(),
      attempts: { increment: 1 },
    }
    const still = retry.resolved ? {} : { status: { not: 'resolved' } }
    const { count } = await tx.incident.updateMany({ where: { institutionId: institution, id, ...still }, data: changed })
    if (count === 0) deny(refuse(deskRules.incidentClosed, { id }))
    return tx.incident.findUniqueOrThrow({ where })
  })
  return incidentOf(row)
}

/** Ids of the unresolved incidents whose id begins so. */
export async function listUnresolved(store: Store, institution: InstitutionId, prefix: string): Promise<string[]> {
  const where = { institutionId: institution, status: { not: 'resolved' }, id: { startsWith: prefix } }
  const rows = await asSystem(store, institution, (tx) => tx.incident.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } }))
  return rows.map(({ id }) => id)
}

/** The incident, if there is one of this id. The door says who may look. */
export async function findIncident(store: Store, institution: InstitutionId, id: string): Promise<Incident | undefined> {
  const where = { institutionId_id: { institutionId: institution, id } }
  const row = await asSystem(store, institution, (tx) => tx.incident.findUnique({ where }))
  return row === null ? undefined : incidentOf(row)
}

export type IncidentQuery = {
  readonly status?: Incident['status']
  readonly matter?: MatterId
  readonly limit: number
  readonly cursor?: string
}

/** A page of incidents, the newest first. */
export async function listIncidents(store: Store, institution: InstitutionId, query: IncidentQuery): Promise<Page<Incident>> {
  const { status, matter, limit, cursor } = query
  const where = {
    institutionId: institution,
    ...(status === undefined ? {} : { status }),
    ...(matter === undefined ? {} : { matterId: matter }),
    ...after(cursor),
  }
  const orderBy = [{ openedAt: 'desc' as const }, { id: 'desc' as const }]
  const rows = await asSystem(store, institution, (tx) => tx.incident.findMany({ where, orderBy, take: limit + 1 }))
  return pageOf(rows, limit, incidentOf, (row) => [row.openedAt.getTime(), row.id])
}

function after(cursor: string | undefined) {
  const [last, id] = (cursor === undefined ? undefined : findCursorValues(cursor, 2)) ?? []
  const opened = wholeOf(last)
  if (opened === undefined || id === undefined) return {}
  const openedAt = new Date(opened)
  return { OR: [{ openedAt: { lt: openedAt } }, { openedAt, id: { lt: String(id) } }] }
}

function incidentOf(row: Row): Incident {
  const { institutionId: _, matterId, lastOutcome, status, detail, ...rest } = row
  return {
    ...rest,
    status: status as Incident['status'],
    detail: detail as JsonObject,
    ...(matterId === null ? {} : { matter: matterId as MatterId }),
    ...(lastOutcome === null ? {} : { lastOutcome }),
  }
}
