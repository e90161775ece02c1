import type { PoolClient } from 'pg'
import type { Action } from '#domain/action.ts'
import type { JsonObject } from '#domain/json.ts'
import type { MatterState } from '#domain/state.ts'
import type { ChainEntry } from './chain-entry.ts'
import type { ListRows } from './list-rows.ts'
import type { Replayed } from './replay.ts'
import { answerSql, type CommandAnswer } from '../command-parts.ts'
import { draftSubject } from '../draft-subject.ts'
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
} from './write-lists.ts'

/** All that one append writes. */
export type Writing = {
  readonly entries: readonly ChainEntry[]
  readonly actions: readonly Action[]
  readonly before: MatterState | undefined
  /** What the actions come to. */
  readonly after: Replayed
  readonly sealedState: Buffer
  readonly tells: readonly SealedTell[]
  /** Rows the matter's lists had before, to leave alone what did not change. */
  readonly rowsBefore: (Pick<ListRows, 'people' | 'tokens'> & { readonly published: JsonObject | undefined }) | undefined
  /** A key made now: at the opening, or after erasure, when every older key goes. */
  readonly newKey?: { readonly generation: number; readonly wrapped: Buffer }
  /** What the door that keeps the first action's command is to answer; sealed. */
  readonly answer?: CommandAnswer
}

/** Writes actions, state and list rows in one round trip. */
export async function write(client: PoolClient, writing: Writing): Promise<void> {
  const { after, rowsBefore, entries, actions } = writing
  const { state, lists, papers, subjects, publication, told } = after
  const statement = createStatement()
  for (const [index, entry] of entries.entries()) addAction(statement, `action${index}`, entry)
  if (writing.before === undefined) openMatter(statement, writing)
  else moveMatter(statement, writing)
  if (writing.newKey !== undefined) addKey(statement, writing, writing.newKey)
  if (lists.tasks.length > 0) addTasks(statement, state, lists)
  addPerformers(statement, state, lists)
  if (lists.deadlines.length > 0) addDeadlines(statement, state, lists.deadlines)
  if (!same(lists.people, rowsBefore?.people ?? [])) replacePeople(statement, state, lists.people)
  if (!same(lists.tokens, rowsBefore?.tokens ?? [])) replaceTokens(statement, state, lists.tokens)
  if (papers.length > 0) addPapers(statement, state, papers)
  if (told.some(({ outbox }) => outbox.length > 0)) addOutbox(statement, state, told)
  if (subjects.length > 0) addSubjects(statement, state, subjects)
  if (!same(publication?.body, rowsBefore?.published)) replacePublication(statement, state, publication)
  if (writing.tells.length > 0) addTells(statement, state, writing.tells)
  if (actions.some(({ kind }) => kind === 'WaitStarted' || kind === 'MatterResumed')) hearNow(statement, state)
  dropDrafts(statement, state, actions)
  // Whoever sent the command need not answer it, and whoever asks later finds the same.
  const { answer } = writing
  if (answer !== undefined) statement.add('answered', (bind) => answerSql(bind, state.head.institution, answer))
  await client.query(statement.build())
}

/** The draft of a task goes with its completion. */
function dropDrafts(statement: Statement, { head }: MatterState, actions: readonly Action[]): void {
  const subjects = actions.flatMap((action) =>
    action.kind === 'TaskCompleted' ? [draftSubject({ matter: head.id, task: action.facts.task })] : [],
  )
  if (subjects.length === 0) return
  statement.add(
    'drafts_gone',
    (bind) => `DELETE FROM drafts WHERE institution_id = ${bind(head.institution)} AND subject = ANY (${bind(subjects)}::text[])`,
  )
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

function addAction(statement: Statement, name: string, { stored, previous, hash }: ChainEntry): void {
  statement.add(name, (bind) => {
    const actor = JSON.stringify(stored.actor)
    const matter = stored.chain.slice('matter/'.length)
    const first = [stored.institution, stored.chain, stored.seq, matter, stored.commandId, stored.kind, actor, stored.at, stored.on]
    const rest = [stored.facts, stored.keyGeneration, stored.policyVersion, previous, hash]
    return `INSERT INTO actions (institution_id, chain, seq, matter_id, command_id, kind, actor, at, on_day, facts, key_generation,
      policy_version, prev_hash, hash) VALUES (${list(...[...first, ...rest].map(bind))})`
  })
}

function openMatter(statement: Statement, { after, entries, sealedState, newKey }: Writing): void {
  const { state, matter, last } = after
  const { head } = state
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
    const where = [head.policyVersion, state.seq, entries.at(-1)?.hash, last.at, last.on, newKey?.generation, sealedState]
    const end = [matter.outcome ?? null, matter.closedOn ?? null]
    return `INSERT INTO matters (institution_id, id, number, process, title, stage, standing, turn, opened_on, opened_by, department_id,
      parent_id, policy_version, seq, head_hash, last_at, last_on, key_generation, state, outcome, closed_on)
      VALUES (${list(...[...who, ...whose, ...where, ...end].map(bind))})`
  })
}

function moveMatter(statement: Statement, { after, entries, sealedState }: Writing): void {
  const { state, matter, last } = after
  const end = entries.at(-1)
  statement.add('moved', (bind) => {
    const shown = `title = ${bind(matter.title)}, stage = ${bind(matter.stage)}, standing = ${bind(matter.standing)}, turn = ${bind(matter.turn)},
      outcome = ${bind(matter.outcome ?? null)}, closed_on = ${bind(matter.closedOn ?? null)}, erased_on = ${bind(state.erased?.on ?? null)}`
    const kept = `seq = ${bind(state.seq)}, head_hash = ${bind(end?.hash)}, last_at = ${bind(last.at)}, last_on = ${bind(last.on)},
      key_generation = ${bind(end?.stored.keyGeneration)}, state = ${bind(sealedState)}`
    return `UPDATE matters SET ${shown}, ${kept} WHERE ${ofMatter(bind, state, 'id')}`
  })
}

function addKey(statement: Statement, { after: { state } }: Writing, { generation, wrapped }: NonNullable<Writing['newKey']>): void {
  if (generation > 1)
    statement.add('old_keys', (bind) => `DELETE FROM matter_keys WHERE ${ofMatter(bind, state)} AND generation < ${bind(generation)}`)
  statement.add('new_key', (bind) => {
    const { institution, id } = state.head
    return `INSERT INTO matter_keys (institution_id, matter_id, generation, wrapped) VALUES (${list(...[institution, id, generation, wrapped].map(bind))})`
  })
}
