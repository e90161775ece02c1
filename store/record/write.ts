import type { PoolClient } from 'pg'
import type { Action } from '#domain/action.ts'
import type { JsonObject } from '#domain/json.ts'
import type { Rows } from '#domain/project.ts'
import type { MatterState } from '#domain/state.ts'
import { listRows, type ListRows } from './list-rows.ts'
import type { StoredAction } from './stored.ts'
import { factChangedKind, tellKind } from '../tells.ts'
import { createStatement, list, ofMatter, type Statement } from './statement.ts'
import { addTells, type SealedTell } from './tells.ts'
import {
  addDeadlines,
  addOutbox,
  addPapers,
  addPerformers,
  addSubjects,
  addTasks,
  replacePeople,
  replacePublication,
  replaceTokens,
  type Publication,
} from './write-lists.ts'

/** All that one append writes. */
export type Writing = {
  readonly stored: StoredAction
  readonly previous: Buffer
  readonly hash: Buffer
  readonly action: Action
  readonly before: MatterState | undefined
  readonly state: MatterState
  readonly sealedState: Buffer
  readonly rows: Rows
  readonly tells: readonly SealedTell[]
  /** Rows the matter's lists had before, to leave alone what did not change. */
  readonly rowsBefore: (Pick<ListRows, 'people' | 'tokens'> & { readonly published: JsonObject | undefined }) | undefined
  /** A key made now: at the opening, or after erasure, when every older key goes. */
  readonly newKey?: { readonly generation: number; readonly wrapped: Buffer }
}

/** Writes action, state and list rows in one round trip. */
export async function write(client: PoolClient, writing: Writing): Promise<void> {
  const { state, rows, rowsBefore } = writing
  const statement = createStatement()
  const lists = listRows(state, rows)
  addAction(statement, writing)
  if (writing.before === undefined) openMatter(statement, writing)
  else moveMatter(statement, writing)
  if (writing.newKey !== undefined) addKey(statement, writing, writing.newKey)
  if (lists.tasks.length > 0) addTasks(statement, state, lists)
  addPerformers(statement, state, lists)
  if (lists.deadlines.length > 0) addDeadlines(statement, state, lists.deadlines)
  if (!same(lists.people, rowsBefore?.people ?? [])) replacePeople(statement, state, lists.people)
  if (!same(lists.tokens, rowsBefore?.tokens ?? [])) replaceTokens(statement, state, lists.tokens)
  if (rows.papers.length > 0) {
    const filed = rows.papers.map((paper) => ({ ...paper, seq: state.seq }))
    addPapers(statement, state, filed)
  }
  if (rows.outbox.length > 0) addOutbox(statement, state, rows)
  if (rows.subjects.length > 0) addSubjects(statement, state, rows.subjects)
  if (!same(rows.published, rowsBefore?.published)) replacePublication(statement, state, publicationOf(writing))
  if (writing.tells.length > 0) addTells(statement, state, writing.tells)
  if (writing.action.kind === 'WaitStarted' || writing.action.kind === 'MatterResumed') hearNow(statement, state)
  await client.query(statement.build())
}

function publicationOf({ state, rows, action }: Writing): Publication | undefined {
  return rows.published === undefined ? undefined : { kind: state.head.process, since: action.on, body: rows.published }
}

/** What others had to tell while the matter did not wait for it is told now. */
function hearNow(statement: Statement, state: MatterState): void {
  statement.add(
    'hear_now',
    (bind) =>
      `UPDATE outbox SET available_at = created_at, last_error = NULL WHERE ${ofMatter(bind, state)} AND kind = ANY (${bind([tellKind, factChangedKind])}::text[]) AND done_at IS NULL`,
  )
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function addAction(statement: Statement, { stored, previous, hash }: Writing): void {
  statement.add('action', (bind) => {
    const actor = JSON.stringify(stored.actor)
    const matter = stored.chain.slice('matter/'.length)
    const first = [stored.institution, stored.chain, stored.seq, matter, stored.commandId, stored.kind, actor, stored.at, stored.on]
    const rest = [stored.facts, stored.keyGeneration, stored.policyVersion, previous, hash]
    return `INSERT INTO actions (institution_id, chain, seq, matter_id, command_id, kind, actor, at, on_day, facts, key_generation,
      policy_version, prev_hash, hash) VALUES (${list(...[...first, ...rest].map(bind))})`
  })
}

function openMatter(statement: Statement, { state, rows, action, hash, sealedState, newKey }: Writing): void {
  const { head } = state
  const { matter } = rows
  statement.add('opened', (bind) => {
    const who = [
      head.institution,
      head.id,
      head.number,
      head.process,
      matter.title,
      matter.stage,
      matter.standing,
      matter.turn,
      head.openedOn,
    ]
    const whose = [head.openedBy.is === 'person' ? head.openedBy.person : null, head.department ?? null, head.parent ?? null]
    const where = [head.policyVersion, state.seq, hash, action.at, action.on, newKey?.generation, sealedState]
    return `INSERT INTO matters (institution_id, id, number, process, title, stage, standing, turn, opened_on, opened_by, department_id,
      parent_id, policy_version, seq, head_hash, last_at, last_on, key_generation, state)
      VALUES (${list(...[...who, ...whose, ...where].map(bind))})`
  })
}

function moveMatter(statement: Statement, { state, rows, action, hash, sealedState, stored }: Writing): void {
  const { matter } = rows
  statement.add('moved', (bind) => {
    const shown = `title = ${bind(matter.title)}, stage = ${bind(matter.stage)}, standing = ${bind(matter.standing)}, turn = ${bind(matter.turn)},
      outcome = ${bind(matter.outcome ?? null)}, closed_on = ${bind(matter.closedOn ?? null)}, erased_on = ${bind(state.erased?.on ?? null)}`
    const kept = `seq = ${bind(state.seq)}, head_hash = ${bind(hash)}, last_at = ${bind(action.at)}, last_on = ${bind(action.on)},
      key_generation = ${bind(stored.keyGeneration)}, state = ${bind(sealedState)}`
    return `UPDATE matters SET ${shown}, ${kept} WHERE ${ofMatter(bind, state, 'id')}`
  })
}

function addKey(statement: Statement, { state }: Writing, { generation, wrapped }: NonNullable<Writing['newKey']>): void {
  if (generation > 1)
    statement.add('old_keys', (bind) => `DELETE FROM matter_keys WHERE ${ofMatter(bind, state)} AND generation < ${bind(generation)}`)
  statement.add('new_key', (bind) => {
    const { institution, id } = state.head
    return `INSERT INTO matter_keys (institution_id, matter_id, generation, wrapped) VALUES (${list(...[institution, id, generation, wrapped].map(bind))})`
  })
}
