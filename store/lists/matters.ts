import type { DepartmentId, PersonId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { Party } from '#domain/definition.ts'
import type { MatterId, MatterState } from '#domain/state.ts'
import type { Store, Viewer } from '../db.ts'
import { unwrapKey } from '../keys.ts'
import { readAs, type Ask } from '../reading.ts'
import { statePlace } from '../record/stored.ts'
import { unsealJson } from '../seal.ts'
import { findCursorValues, pageOf, type Page } from './cursor.ts'
import { listReach } from './matter-reach.ts'
import { listCandidates, sharedTokens, sharesHalf } from './matter-search.ts'
import { searchTokens } from './search-tokens.ts'
import { tiedTo } from './task-rows.ts'

/** A matter as lists show it. */
export type MatterSummary = {
  readonly id: MatterId
  readonly number: string
  readonly process: string
  readonly title: string
  /** Names of the steps now open. */
  readonly stage: readonly string[]
  readonly standing: 'open' | 'suspended' | 'closed'
  readonly turn: Party | 'nobody'
  /** Since when the oldest of its open tasks waits. */
  readonly since?: PlainDay
  readonly outcome?: string
  readonly openedOn: PlainDay
  readonly closedOn?: PlainDay
  readonly openedBy?: PersonId
  readonly department?: DepartmentId
  readonly parent?: MatterId
  readonly policyVersion: string
  readonly seq: number
  /** When something last happened: office clock, ms, and its day. */
  readonly lastAt: number
  readonly lastOn: PlainDay
  readonly erasedOn?: PlainDay
  /** Whether the viewer himself is tied to it, may take or holds one of its tasks, or closed one. */
  readonly tied: boolean
}

/** The columns `matterOf` reads; `m` is the matter. */
const selectMatter = `${tiedTo('m')} AS tied, m.id, m.number, m.process, m.title, m.stage, m.standing, m.turn, m.outcome,
  m.opened_on AS "openedOn", m.closed_on AS "closedOn", m.opened_by AS "openedBy", m.department_id AS department, m.parent_id AS parent,
  m.policy_version AS "policyVersion", m.seq, m.last_at::text AS "lastAt", m.last_on AS "lastOn", m.erased_on AS "erasedOn",
  (SELECT min(w.opened_on) FROM tasks w WHERE w.institution_id = m.institution_id AND w.matter_id = m.id AND w.status = 'open') AS since`

/** A row as a matter; what is null in the table is absent. */
function matterOf(row: object): MatterSummary {
  const given = Object.entries(row).filter(([, value]) => value !== null)
  return { ...(Object.fromEntries(given) as MatterSummary), lastAt: Number((row as { lastAt: string }).lastAt) }
}

/** A matter with its folded state, and the hash that ends its chain (hexadecimal). */
export type MatterWhole = { readonly row: MatterSummary; readonly state: MatterState; readonly headHash: string }

type Sealed = { state: Buffer; headHash: string; seq: number; generation: number }

/** The matter as the viewer may see it; undefined where there is none for him. */
export async function findMatter(store: Store, viewer: Viewer, id: MatterId): Promise<MatterWhole | undefined> {
  const { institution } = viewer
  return readAs(store, viewer, 'matter', async (ask) => {
    const sql = `SELECT ${selectMatter}, m.state, encode(m.head_hash, 'hex') AS "headHash", m.key_generation AS generation
      FROM matters m WHERE m.institution_id = $1 AND m.id = $2`
    const [found] = await ask<Sealed>(sql, [institution, id])
    if (found === undefined) return undefined
    const { state, headHash, generation, ...row } = found
    const { key } = unwrapKey(store, institution, `matter/${id}`, generation, await askKey(ask, viewer, id, generation))
    return { row: matterOf(row), state: unsealJson<MatterState>(key, statePlace(institution, id, found.seq), state), headHash }
  })
}

/** The wall has said that he may see the matter; its key is the program's. */
async function askKey(ask: Ask, { institution }: Viewer, id: MatterId, generation: number): Promise<Buffer> {
  const sql = 'SELECT wrapped FROM matter_keys WHERE institution_id = $1 AND matter_id = $2 AND generation = $3'
  // Asked in one round trip, carried out in this order.
  const scope = ask(`SELECT set_config('app.scope', 'system', true)`, [])
  const [[row]] = await Promise.all([ask<{ wrapped: Buffer }>(sql, [institution, id, generation]), scope])
  if (row === undefined) throw new Error(`Matter ${id} has no key`)
  return row.wrapped
}

export type MatterFilter = {
  readonly process?: string
  readonly standing?: MatterSummary['standing']
  readonly department?: string
  readonly outcome?: string
  readonly parent?: MatterId
  /** Only matters the viewer himself is tied to, took part in, or is asked in by name. */
  readonly mine?: boolean
  /** Words of the title, or part of the number. */
  readonly q?: string
}

/** One page of the matters the viewer may see, the latest change first. */
export async function listMatters(
  store: Store,
  viewer: Viewer,
  { limit = 50, cursor, mine = false, q, ...filter }: MatterFilter & { readonly limit?: number; readonly cursor?: string },
): Promise<Page<MatterSummary>> {
  const after = (cursor === undefined ? undefined : findCursorValues(cursor, 2)) ?? [String(Number.MAX_SAFE_INTEGER), '']
  const { process, standing, department, outcome, parent } = filter
  const wanted = Object.entries({ process, standing, department_id: department, outcome, parent_id: parent })
  const given = wanted.filter((one): one is [string, string] => one[1] !== undefined)
  const tokens = q === undefined ? undefined : searchTokens(q)
  const conditions = given.map(([column], index) => `AND m.${column} = $${index + 5}`)
  if (tokens !== undefined) {
    const bound = `$${given.length + 5}`
    conditions.push(`AND (${listCandidates(viewer, bound).join(' OR ')}) AND ${sharesHalf(bound)}`)
  }
  // Each way of reaching matters is read in order by itself; the union drops what two of them reach.
  const found = listReach(viewer, mine).map(
    (condition) => `(SELECT m.last_at, m.id FROM matters m WHERE m.institution_id = $1 AND (m.last_at, m.id) < ($2::bigint, $3)
      AND ${condition} ${conditions.join(' ')} ORDER BY m.last_at DESC, m.id DESC LIMIT $4)`,
  )
  const sql = `WITH found AS (${found.join(' UNION ')})
    SELECT ${selectMatter} FROM found JOIN matters m ON m.institution_id = $1 AND m.id = found.id
    ORDER BY found.last_at DESC, found.id DESC LIMIT $4`
  const values = [viewer.institution, ...after, limit + 1, ...given.map(([, value]) => value), ...(tokens === undefined ? [] : [tokens])]
  return readAs(store, viewer, `matters/${sql}`, async (ask) => {
    const rows = await ask<{ lastAt: string; id: string }>(sql, values)
    return pageOf(rows, limit, matterOf, (row) => [row.lastAt, row.id])
  })
}

/** The matters that fit the words best, at most `limit`: those that share most with the title or number, the latest first among equals. */
export async function searchMatters(store: Store, viewer: Viewer, q: string, limit = 20): Promise<MatterSummary[]> {
  const found = listCandidates(viewer, '$2').map((condition) => `SELECT m.id FROM matters m WHERE m.institution_id = $1 AND ${condition}`)
  const sql = `WITH found AS (${found.join(' UNION ')}),
    scored AS (SELECT m.id, ${sharedTokens('$2')} AS shared FROM found JOIN matters m ON m.institution_id = $1 AND m.id = found.id),
    best AS (SELECT scored.id, scored.shared, m.last_at FROM scored JOIN matters m ON m.institution_id = $1 AND m.id = scored.id
      WHERE 2 * scored.shared >= cardinality($2::text[]) ORDER BY scored.shared DESC, m.last_at DESC, m.id LIMIT $3)
    SELECT ${selectMatter} FROM best JOIN matters m ON m.institution_id = $1 AND m.id = best.id
    ORDER BY best.shared DESC, best.last_at DESC, best.id`
  return readAs(store, viewer, `matter-search/${sql}`, async (ask) =>
    (await ask(sql, [viewer.institution, searchTokens(q), limit])).map(matterOf),
  )
}
