import { randomUUID } from 'node:crypto'
import type { PersonId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { MatterId } from '#domain/state.ts'
import { asProgram, asSystem, asViewer, type Store, type Tx, type Viewer } from '../db.ts'
import { findMatterKey, type OpenKey } from '../keys.ts'
import { findCursorValues, pageOf, wholeOf, type Page } from '../lists/cursor.ts'
import { tiedTo } from '../lists/task-rows.ts'
import { sealJson, unsealJson } from '../seal.ts'

/** A lawful no as the door that gave it writes it down: who asked for what, when by the office clock. */
export type RefusalEntry = {
  readonly institution: Viewer['institution']
  readonly asked: string
  readonly refusals: readonly Refusal[]
  readonly person?: PersonId
  readonly matter?: MatterId
  readonly commandId?: string
  readonly at: number
  readonly on: PlainDay
}

/** A refusal as the list tells it; `fact` is absent once the matter's content was erased. */
export type RefusalRow = Omit<Refusal, 'fact'> & {
  readonly id: string
  readonly fact?: Refusal['fact']
  readonly asked: string
  readonly person?: PersonId
  readonly matter?: MatterId
  readonly commandId?: string
  readonly at: number
  readonly on: PlainDay
  /** Whose the matter is, and whether the viewer himself is tied to it; absent without one that he may see. */
  readonly about?: About
}

type About = { readonly department?: string; readonly tied: boolean }

function factPlace(institution: string, id: string): string {
  return `refusal/${institution}/${id}`
}

/** Writes refusals down, append-only and outside the matter's chain; facts about a matter are sealed under its key. */
export async function recordRefusals(store: Store, entry: RefusalEntry): Promise<void> {
  await asSystem(store, entry.institution, (tx) => addRefusals(store, tx, entry))
}

/** The same within the transaction that writes down the answer they give. Needs the system's view. */
export async function addRefusals(store: Store, tx: Tx, entry: RefusalEntry): Promise<void> {
  const { institution, asked, refusals, person, matter, commandId, at, on } = entry
  const key = matter === undefined ? undefined : await findMatterKey(store, tx, institution, matter)
  const shared = { institutionId: institution, asked, personId: person ?? null, matterId: matter ?? null, commandId: commandId ?? null }
  const data = refusals.map(({ code, citations, fact, field }) => {
    const id = randomUUID()
    const sealedFact = key === undefined ? Buffer.from(JSON.stringify(fact)) : sealJson(key.key, factPlace(institution, id), fact)
    const sealed = { sealedFact: Uint8Array.from(sealedFact), keyGeneration: key?.generation ?? 0 }
    return {
      ...shared,
      id,
      code,
      citations: citations.map((one) => ({ ...one })),
      field: field ?? null,
      at: BigInt(at),
      onDay: on,
      ...sealed,
    }
  })
  await tx.refusal.createMany({ data })
}

export type RefusalFilter = {
  readonly code?: string
  readonly matter?: MatterId
  readonly person?: PersonId
  readonly limit?: number
  readonly cursor?: string
}

/** One page of refusals that the viewer may see, the latest first. */
export async function listRefusals(
  store: Store,
  viewer: Viewer,
  { code, matter, person, limit = 50, cursor }: RefusalFilter,
): Promise<Page<RefusalRow>> {
  const [last, id] = (cursor === undefined ? undefined : findCursorValues(cursor, 2)) ?? []
  const at = wholeOf(last)
  const where = {
    institutionId: viewer.institution,
    ...(code === undefined ? {} : { code }),
    ...(matter === undefined ? {} : { matterId: matter }),
    ...(person === undefined ? {} : { personId: person }),
    ...(at === undefined ? {} : { OR: [{ at: { lt: BigInt(at) } }, { at: BigInt(at), id: { lt: String(id) } }] }),
  }
  return asViewer(store, viewer, async (tx) => {
    const rows = await tx.refusal.findMany({ where, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: limit + 1 })
    const about = await aboutMatters(tx, viewer, rows)
    const keys = await asProgram(tx, viewer, () => openKeys(store, tx, viewer, rows))
    return pageOf(
      rows,
      limit,
      (row) => refusalOf(row, keys.get(keyName(row)), about.get(row.matterId ?? '')),
      (row) => [String(row.at), row.id],
    )
  })
}

type Row = Awaited<ReturnType<Tx['refusal']['findMany']>>[number]

async function aboutMatters(tx: Tx, { institution }: Viewer, rows: readonly Row[]): Promise<Map<string, About>> {
  const ids = [...new Set(rows.flatMap(({ matterId }) => matterId ?? []))]
  const sql = `SELECT m.id, m.department_id AS department, ${tiedTo('m')} AS tied FROM matters m WHERE m.institution_id = $1 AND m.id = ANY ($2::text[])`
  const found = await tx.$queryRawUnsafe<{ id: string; department: string | null; tied: boolean }[]>(sql, institution, ids)
  return new Map(found.map(({ id, department, tied }) => [id, { tied, ...(department === null ? {} : { department }) }]))
}

function keyName({ matterId, keyGeneration }: Row): string {
  return `${matterId}/${keyGeneration}`
}

async function openKeys(store: Store, tx: Tx, { institution }: Viewer, rows: readonly Row[]): Promise<Map<string, OpenKey>> {
  const keys = new Map<string, OpenKey>()
  for (const row of rows) {
    if (row.matterId === null || row.keyGeneration === 0 || keys.has(keyName(row))) continue
    const key = await findMatterKey(store, tx, institution, row.matterId as MatterId, row.keyGeneration)
    if (key !== undefined) keys.set(keyName(row), key)
  }
  return keys
}

function refusalOf(row: Row, key: OpenKey | undefined, about: About | undefined): RefusalRow {
  const fact = openFact(row, key)
  return {
    id: row.id,
    code: row.code as Refusal['code'],
    citations: row.citations as unknown as Refusal['citations'],
    asked: row.asked,
    at: Number(row.at),
    on: row.onDay as PlainDay,
    ...(fact === undefined ? {} : { fact }),
    ...(row.field === null ? {} : { field: row.field }),
    ...(row.personId === null ? {} : { person: row.personId as PersonId }),
    ...(row.matterId === null ? {} : { matter: row.matterId as MatterId }),
    ...(row.commandId === null ? {} : { commandId: row.commandId }),
    ...(about === undefined ? {} : { about }),
  }
}

function openFact(row: Row, key: OpenKey | undefined): Refusal['fact'] | undefined {
  if (row.keyGeneration === 0) return JSON.parse(Buffer.from(row.sealedFact).toString('utf8')) as Refusal['fact']
  return key === undefined ? undefined : unsealJson<Refusal['fact']>(key.key, factPlace(row.institutionId, row.id), row.sealedFact)
}
