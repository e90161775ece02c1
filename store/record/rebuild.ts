import canonicalize from 'canonicalize'
import type { PoolClient } from 'pg'
import type { InstitutionId } from '#domain/actor.ts'
import type { ProcessDefinition } from '#domain/definition.ts'
import type { JsonObject } from '#domain/json.ts'
import type { MatterId, MatterState } from '#domain/state.ts'
import { asSystem, type Store } from '../db.ts'
import { unwrapKey, type OpenKey } from '../keys.ts'
import { sealJson, unsealJson } from '../seal.ts'
import { listTables, readKeptRows, rowsExpected, type KeptRows, type ListTable } from './kept-rows.ts'
import { readActionsAfter } from './read-actions.ts'
import { replay, type Replayed } from './replay.ts'
import { createStatement } from './statement.ts'
import { statePlace } from './stored.ts'
import { inTransaction } from './transaction.ts'
import {
  addDeadlines,
  addPapers,
  addPerformers,
  addSubjects,
  addTasks,
  replacePeople,
  replacePublication,
  replaceTokens,
} from './write-lists.ts'

/** Where what is kept differs from what the actions say. `key` names the row; `state` is the folded state. */
export type Difference = {
  readonly matter: MatterId
  readonly table: ListTable | 'matters' | 'state'
  readonly key: string
  readonly is: 'missing' | 'surplus' | 'other'
}

/** What rebuilding came to; erased matters have no facts left to be folded from, and stand as they are. */
export type Rebuilt = {
  readonly matters: number
  readonly erased: number
  readonly differences: readonly Difference[]
  readonly repaired: boolean
}

type Definitions = { readonly [stem: string]: ProcessDefinition }

/**
 * Folds every matter's actions anew and compares state and list rows with what is kept; with `write`, what differs is replaced by
 * what the actions say. The record itself is only read. Throws when a matter's process is not among the definitions.
 */
export async function rebuildRecord(
  store: Store,
  institution: InstitutionId,
  definitions: Definitions,
  { write = false } = {},
): Promise<Rebuilt> {
  const where = { institutionId: institution }
  const matters = await asSystem(store, institution, (tx) =>
    tx.matter.findMany({ where, select: { id: true, process: true, erasedOn: true }, orderBy: { id: 'asc' } }),
  )
  const whole = matters.filter((one) => one.erasedOn === null)
  const differences: Difference[] = []
  for (const { id, process } of whole) {
    const definition = definitions[process]
    if (definition === undefined) throw new Error(`Matter ${id} is of process ${process}, which is not defined`)
    differences.push(...(await rebuildMatter(store, { institution, matter: id as MatterId, definition, write })))
  }
  return { matters: matters.length, erased: matters.length - whole.length, differences, repaired: write && differences.length > 0 }
}

type Job = {
  readonly institution: InstitutionId
  readonly matter: MatterId
  readonly definition: ProcessDefinition
  readonly write: boolean
}

async function rebuildMatter(store: Store, { institution, matter, definition, write }: Job): Promise<Difference[]> {
  return inTransaction(store, async (client) => {
    await client.query(`SELECT set_config('app.institution', $1, true), set_config('app.scope', 'system', true)`, [institution])
    const head = await lockHead(store, client, institution, matter)
    const replayed = replay(definition, await readActionsAfter(store, client, institution, matter, 0))
    const expected = rowsExpected(replayed)
    const differences = compare(matter, expected, await readKeptRows(client, institution, matter, expected))
    if (canonicalize({ ...head.state }) !== canonicalize({ ...replayed.state }))
      differences.push({ matter, table: 'state', key: matter, is: 'other' })
    if (write && differences.length > 0) await repair(client, replayed, head.key)
    return differences
  })
}

async function lockHead(
  store: Store,
  client: PoolClient,
  institution: InstitutionId,
  matter: MatterId,
): Promise<{ state: MatterState; key: OpenKey }> {
  const sql = `SELECT m.seq, m.state, m.key_generation, k.wrapped FROM matters m JOIN matter_keys k
      ON k.institution_id = m.institution_id AND k.matter_id = m.id AND k.generation = m.key_generation
    WHERE m.institution_id = $1 AND m.id = $2 FOR UPDATE OF m`
  const { rows } = await client.query<{ seq: number; state: Buffer; key_generation: number; wrapped: Buffer }>(sql, [institution, matter])
  const [row] = rows
  if (row === undefined) throw new Error(`Matter ${matter} has no row or no key`)
  const key = unwrapKey(store, institution, `matter/${matter}`, row.key_generation, row.wrapped)
  return { state: openState(key, institution, matter, row), key }
}

/** A state that no longer opens counts as another one: it can be folded again. */
function openState(
  key: OpenKey,
  institution: InstitutionId,
  matter: MatterId,
  { seq, state }: { seq: number; state: Buffer },
): MatterState {
  try {
    return unsealJson<MatterState>(key.key, statePlace(institution, matter, seq), state)
  } catch {
    return {} as MatterState
  }
}

function compare(matter: MatterId, expected: KeptRows, kept: KeptRows): Difference[] {
  return (Object.keys(expected) as (keyof KeptRows)[]).flatMap((table) => {
    const columns: readonly string[] = table === 'matters' ? ['number'] : listTables[table]
    const keyOf = (row: JsonObject) => columns.map((column) => String(row[column])).join(' ')
    const wanted = new Map(expected[table].map((row) => [keyOf(row), row]))
    const found = new Map(kept[table].map((row) => [keyOf(row), row]))
    const keys = [...new Set([...wanted.keys(), ...found.keys()])].toSorted()
    return keys.flatMap((key): Difference[] => {
      const [one, other] = [wanted.get(key), found.get(key)]
      if (one !== undefined && other !== undefined)
        return canonicalize(one) === canonicalize(other) ? [] : [{ matter, table, key, is: 'other' }]
      return [{ matter, table, key, is: one === undefined ? 'surplus' : 'missing' }]
    })
  })
}

/** Puts what the actions say in the place of what is kept. */
async function repair(client: PoolClient, replayed: Replayed, { key, generation }: OpenKey): Promise<void> {
  const { state, matter, lists, papers, last } = replayed
  const { institution, id, ...head } = state.head
  for (const table of Object.keys(listTables))
    await client.query(`DELETE FROM ${table} WHERE institution_id = $1 AND matter_id = $2`, [institution, id])
  const statement = createStatement()
  addTasks(statement, state, lists)
  addPerformers(statement, state, lists)
  addDeadlines(statement, state, lists.deadlines)
  replacePeople(statement, state, lists.people)
  replaceTokens(statement, state, lists.tokens)
  addPapers(statement, state, papers)
  addSubjects(statement, state, replayed.subjects)
  replacePublication(statement, state, replayed.publication)
  statement.add('matter', (bind) => {
    const opened = `number = ${bind(head.number)}, process = ${bind(head.process)}, opened_on = ${bind(head.openedOn)}, policy_version = ${bind(head.policyVersion)},
      opened_by = ${bind(head.openedBy.is === 'person' ? head.openedBy.person : null)}, department_id = ${bind(head.department ?? null)}, parent_id = ${bind(head.parent ?? null)}`
    const shown = `title = ${bind(matter.title)}, stage = ${bind(matter.stage)}, standing = ${bind(matter.standing)}, turn = ${bind(matter.turn)},
      outcome = ${bind(matter.outcome ?? null)}, closed_on = ${bind(matter.closedOn ?? null)}, last_at = ${bind(last.at)}, last_on = ${bind(last.on)}`
    const sealed = sealJson(key, statePlace(institution, id, state.seq), state)
    return `UPDATE matters SET ${opened}, ${shown}, seq = ${bind(state.seq)}, key_generation = ${bind(generation)}, state = ${bind(sealed)}
      WHERE institution_id = ${bind(institution)} AND id = ${bind(id)}`
  })
  await client.query(statement.build())
}
