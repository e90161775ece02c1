import type { Action } from '#domain/action.ts'
import type { ActorRef, InstitutionId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { MatterId } from '#domain/state.ts'
import { asProgram, asSystem, asViewer, type Store, type Tx, type Viewer } from '../db.ts'
import { findMatterKey, type OpenKey } from '../keys.ts'
import { factsPlace } from '../record/stored.ts'
import { unsealJson } from '../seal.ts'
import { findCursorValues, pageOf, wholeOf, type Page } from './cursor.ts'

/** One entry of a matter's trail: the action, or only its outline where its facts were erased; with its hash (hexadecimal). */
export type TrailEntry = {
  readonly seq: number
  readonly kind: Action['kind']
  readonly actor: ActorRef
  /** Office clock, ms. */
  readonly at: number
  readonly on: PlainDay
  readonly commandId: string
  readonly policyVersion?: string
  readonly hash: string
  /** Absent once the matter's content was erased. */
  readonly action?: Action
}

/** One page of a matter's trail, oldest first; empty where the matter is hidden from the viewer. */
export async function listTrail(
  store: Store,
  viewer: Viewer,
  matter: MatterId,
  { limit = 50, cursor }: { readonly limit?: number; readonly cursor?: string } = {},
): Promise<Page<TrailEntry>> {
  const { institution } = viewer
  const after = Math.min(wholeOf((cursor === undefined ? undefined : findCursorValues(cursor, 1))?.[0]) ?? 0, 2 ** 31 - 1)
  const where = { institutionId: institution, matterId: matter, seq: { gt: after } }
  return asViewer(store, viewer, async (tx) => {
    const rows = await tx.action.findMany({ where, orderBy: { seq: 'asc' }, take: limit + 1 })
    const keys = await asProgram(tx, viewer, () => keysOf(store, tx, institution, matter, rows))
    return pageOf(
      rows,
      limit,
      (row) => entryOf(row, keys.get(row.keyGeneration)),
      (row) => [row.seq],
    )
  })
}

/** What a timer did in a matter. */
export type TimerEntry = { readonly matter: MatterId; readonly number: string; readonly process: string; readonly entry: TrailEntry }

/** What timers did since `after` (ms of the office clock, exclusive), in the order of happening. */
export async function listTimerEntries(store: Store, institution: InstitutionId, after: number): Promise<TimerEntry[]> {
  return asSystem(store, institution, async (tx) => {
    const where = { institutionId: institution, matterId: { not: null }, at: { gt: after }, actor: { path: ['name'], equals: 'timer' } }
    const rows = await tx.action.findMany({ where, orderBy: [{ at: 'asc' }, { matterId: 'asc' }, { seq: 'asc' }] })
    const ids = [...new Set(rows.flatMap(({ matterId }) => matterId ?? []))]
    const matters = await tx.matter.findMany({
      where: { institutionId: institution, id: { in: ids } },
      select: { id: true, number: true, process: true },
    })
    const found: TimerEntry[] = []
    for (const { id, number, process } of matters) {
      const own = rows.filter(({ matterId }) => matterId === id)
      const keys = await keysOf(store, tx, institution, id as MatterId, own)
      found.push(...own.map((row) => ({ matter: id as MatterId, number, process, entry: entryOf(row, keys.get(row.keyGeneration)) })))
    }
    return found.toSorted((one, other) => one.entry.at - other.entry.at)
  })
}

/** The keys, by generation, under which these actions of a matter are sealed; those of erased ones are gone. */
async function keysOf(
  store: Store,
  tx: Tx,
  institution: InstitutionId,
  matter: MatterId,
  rows: readonly { readonly keyGeneration: number }[],
): Promise<ReadonlyMap<number, OpenKey | undefined>> {
  const found = new Map<number, OpenKey | undefined>()
  for (const one of new Set(rows.map((row) => row.keyGeneration))) found.set(one, await findMatterKey(store, tx, institution, matter, one))
  return found
}

type Row = {
  institutionId: string
  chain: string
  seq: number
  kind: string
  actor: unknown
  at: bigint
  onDay: string
  commandId: string
  policyVersion: string | null
  facts: Uint8Array
  hash: Uint8Array
}

function entryOf(row: Row, key: OpenKey | undefined): TrailEntry {
  const { seq, commandId, policyVersion } = row
  const outline = {
    seq,
    kind: row.kind as Action['kind'],
    actor: row.actor as ActorRef,
    at: Number(row.at),
    on: row.onDay as PlainDay,
    commandId,
  }
  const entry = { ...outline, hash: Buffer.from(row.hash).toString('hex'), ...(policyVersion === null ? {} : { policyVersion }) }
  if (key === undefined) return entry
  const facts = unsealJson(key.key, factsPlace(row.institutionId as Viewer['institution'], row.chain, seq), row.facts)
  return { ...entry, action: { ...outline, facts } as unknown as Action }
}
