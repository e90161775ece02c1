import type { DepartmentId, PersonId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { Party } from '#domain/definition.ts'
import { departmentRoles, roleOfKey } from '#domain/role.ts'
import type { MatterId, MatterState } from '#domain/state.ts'
import { settingsOf, type Store, type Viewer } from '../db.ts'
import { unwrapKey } from '../keys.ts'
import { readAs, type Ask } from '../reading.ts'
import { statePlace } from '../record/stored.ts'
import { unsealJson } from '../seal.ts'
import { findCursorValues, pageOf, type Page } from './cursor.ts'
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
  m.policy_version AS "policyVersion", m.seq, m.last_at::text AS "lastAt", m.last_on AS "lastOn", m.erased_on AS "erasedOn"`

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
  await ask(`SELECT set_config('app.scope', 'system', true)`, [])
  const sql = 'SELECT wrapped FROM matter_keys WHERE institution_id = $1 AND matter_id = $2 AND generation = $3'
  const [row] = await ask<{ wrapped: Buffer }>(sql, [institution, id, generation])
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

const tiedMatters = `SELECT p.matter_id FROM matter_people p WHERE p.institution_id = $1 AND p.person_id = app_person()`

/** Matters with a task that waits for the viewer under one of these keys. */
function taskMatters(keys: string): string {
  return `SELECT c.matter_id FROM task_candidates c WHERE c.institution_id = $1 AND c.candidate = ANY (${keys})
    AND c.candidate <> (SELECT '!' || coalesce(app_person(), ''))`
}

/** His own: he is tied to them, took part, or a task waits for him by name. */
const ownMatters = `${tiedMatters} UNION ${taskMatters(`ARRAY[(SELECT app_person()), (SELECT '=' || app_person()), (SELECT '^' || app_person())]`)}`

/** All that the wall shows to whoever is not of the office: his own, and those with a task for one of his roles. */
const visibleMatters = `${tiedMatters} UNION ${taskMatters('(SELECT app_keys())::text[]')}`

/** Where to look at all: the wall would hide the others anyway, but only after reading every matter of the house. */
function reach(viewer: Viewer, mine: boolean): string {
  if (mine) return `AND m.id IN (${ownMatters})`
  const seesAll = viewer.scope === 'system' || settingsOf(viewer).office === 'on'
  if (seesAll) return ''
  const ofDepartments = viewer.roles.some((key) => departmentRoles.includes(roleOfKey(key)))
  if (!ofDepartments) return `AND m.id IN (${visibleMatters})`
  return `AND m.id IN (${visibleMatters} UNION SELECT d.id FROM matters d
    WHERE d.institution_id = $1 AND d.department_id = ANY ((SELECT app_list('app.departments'))::text[]))`
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
  const conditions = given.map(([column], index) => `AND m.${column} = $${index + 5}`)
  const tokens = q === undefined ? undefined : searchTokens(q)
  const found = tokens === undefined ? '' : `AND m.id IN (${tokenMatches(`$${given.length + 5}`)})`
  const sql = `SELECT ${selectMatter} FROM matters m
    WHERE m.institution_id = $1 AND (m.last_at, m.id) < ($2::bigint, $3) ${reach(viewer, mine)} ${conditions.join(' ')} ${found}
    ORDER BY m.last_at DESC, m.id DESC LIMIT $4`
  const values = [viewer.institution, ...after, limit + 1, ...given.map(([, value]) => value), ...(tokens === undefined ? [] : [tokens])]
  return readAs(store, viewer, `matters/${sql}`, async (ask) => {
    const rows = await ask<{ lastAt: string; id: string }>(sql, values)
    return pageOf(rows, limit, matterOf, (row) => [row.lastAt, row.id])
  })
}

/** Matters that share at least half of the tokens: a letter wrong or a digit forgotten is no reason not to find. */
function tokenMatches(tokens: string): string {
  return `SELECT mt.matter_id FROM matter_tokens mt WHERE mt.institution_id = $1 AND mt.token = ANY (${tokens}::text[])
    GROUP BY mt.matter_id HAVING 2 * count(*) >= cardinality(${tokens}::text[])`
}

/** The matters that fit the words best, at most `limit`: those that share most with the title or number, the latest first among equals. */
export async function searchMatters(store: Store, viewer: Viewer, q: string, limit = 20): Promise<MatterSummary[]> {
  const sql = `WITH hits AS (
      SELECT mt.matter_id, count(*) AS shared FROM matter_tokens mt WHERE mt.institution_id = $1 AND mt.token = ANY ($2::text[])
      GROUP BY mt.matter_id HAVING 2 * count(*) >= cardinality($2::text[]) ORDER BY count(*) DESC LIMIT 500)
    SELECT ${selectMatter} FROM hits JOIN matters m ON m.institution_id = $1 AND m.id = hits.matter_id
    ORDER BY hits.shared DESC, m.last_at DESC, m.id LIMIT $3`
  return readAs(store, viewer, 'matter-search', async (ask) => (await ask(sql, [viewer.institution, searchTokens(q), limit])).map(matterOf))
}
