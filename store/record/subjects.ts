import type { PoolClient } from 'pg'
import type { Action } from '#domain/action.ts'
import type { InstitutionId } from '#domain/actor.ts'
import type { JsonObject } from '#domain/json.ts'
import type { Refusal } from '#domain/refusal.ts'
import { foldRegister } from '#domain/register-fold.ts'
import { checkRegisterChange } from '#domain/register-rules.ts'
import { personalRegisters, subjectOf, type RegisterChange, type RegisterFacts, type RegisterName } from '#domain/register.ts'
import type { MatterId } from '#domain/state.ts'
import { entryAfter, type ChainEnd, type ChainEntry } from './chain-entry.ts'
import { factChangedKind } from '../tells.ts'
import { RecordRefusal } from './record-refusal.ts'
import { createStatement, list, type Statement } from './statement.ts'

/** Subjects in the transaction's hands, and where their chains end. */
export type LockedSubjects = ReadonlyMap<string, ChainEnd>

/** Locks the chains of subjects, which must be sorted; whoever locks them later waits, and then reads what this transaction left. */
export async function lockSubjects(client: PoolClient, institution: InstitutionId, subjects: readonly string[]): Promise<LockedSubjects> {
  if (subjects.length === 0) return new Map()
  const query = {
    name: 'lock_subjects',
    text: 'SELECT subject, seq, head_hash FROM lock_subjects($1, $2)',
    values: [institution, subjects],
  }
  const { rows } = await client.query<{ subject: string; seq: number; head_hash: Buffer }>(query)
  return new Map(rows.map(({ subject, seq, head_hash }) => [subject, { seq, hash: head_hash }]))
}

/** The action that changes registers, and the subjects it locked. */
export type Changing = {
  readonly institution: InstitutionId
  readonly matter: MatterId
  readonly action: Action
  readonly subjects: LockedSubjects
}

type ChangedRow = { readonly register: RegisterName; readonly id: string; readonly body: RegisterFacts; readonly seq: number }

/**
 * Writes what an action of a matter changes in the registers: the chains of its subjects, their rows, and the news for the other
 * matters about them.
 * @throws RecordRefusal when the register does not take a change.
 */
export async function changeSubjects(client: PoolClient, changing: Changing, changes: readonly RegisterChange[]): Promise<void> {
  if (changes.length === 0) return
  const { institution, matter, action, subjects } = changing
  const facts = await readFacts(client, institution, changes)
  const ends = new Map(subjects)
  const entries: ChainEntry[] = []
  const rows = new Map<string, ChangedRow>()
  for (const [index, change] of changes.entries()) {
    const chain = subjectOf(change)
    const end = ends.get(chain)
    if (end === undefined || personalRegisters.includes(change.register))
      throw new Error(`${change.kind} of ${chain} comes from an action that did not lock it`)
    const name = `${change.register}/${change.id}`
    refuseAll(checkRegisterChange(facts.get(name), change, matter))
    const folded = foldRegister(facts.get(name), change)
    facts.set(name, folded)
    const deed = { institution, commandId: `${matter}#${action.seq}/${index}`, actor: action.actor, at: action.at, on: action.on }
    const entry = entryAfter(end, chain, deed, { kind: change.kind, facts: chainFacts(change, matter) })
    ends.set(chain, { seq: entry.stored.seq, hash: entry.hash })
    entries.push(entry)
    rows.set(name, { register: change.register, id: change.id, body: folded, seq: entry.stored.seq })
  }
  const statement = createStatement()
  addEntries(statement, entries)
  addEnds(statement, institution, entries)
  addRows(statement, institution, [...rows.values()], action.at)
  addNews(statement, institution, entries, matter)
  await client.query(statement.build())
}

/** A change as its chain keeps it. */
export function chainFacts({ register, id, facts, source }: RegisterChange, matter?: MatterId): JsonObject {
  return { register, id, facts, source, ...(matter === undefined ? {} : { matter }) }
}

function refuseAll(refusals: readonly Refusal[]): void {
  if (refusals.length > 0) throw new RecordRefusal(refusals)
}

async function readFacts(
  client: PoolClient,
  institution: InstitutionId,
  changes: readonly RegisterChange[],
): Promise<Map<string, RegisterFacts>> {
  const sql = `SELECT register || '/' || id AS name, body FROM register_entries WHERE institution_id = $1 AND register || '/' || id = ANY ($2::text[])
    AND id = ANY ($3::text[])`
  const names = changes.map(({ register, id }) => `${register}/${id}`)
  const values = [institution, names, changes.map(({ id }) => id)]
  const { rows } = await client.query<{ name: string; body: RegisterFacts }>(sql, values)
  return new Map(rows.map(({ name, body }) => [name, body]))
}

function addEntries(statement: Statement, entries: readonly ChainEntry[]): void {
  for (const [index, { stored, previous, hash }] of entries.entries())
    statement.add(`entry${index}`, (bind) => {
      const first = [stored.institution, stored.chain, stored.seq, stored.commandId, stored.kind, JSON.stringify(stored.actor), stored.at]
      const rest = [stored.on, stored.facts, stored.keyGeneration, previous, hash]
      return `INSERT INTO actions (institution_id, chain, seq, command_id, kind, actor, at, on_day, facts, key_generation, prev_hash, hash)
        VALUES (${list(...[...first, ...rest].map(bind))})`
    })
}

/** Within one statement a row is touched once: only the last entry of a chain moves its end. */
function addEnds(statement: Statement, institution: InstitutionId, entries: readonly ChainEntry[]): void {
  const last = [...new Map(entries.map((entry) => [entry.stored.chain, entry])).values()]
  const ends = last.map(({ stored, hash }) => ({ chain: stored.chain, seq: stored.seq, hash: hash.toString('hex') }))
  statement.add(
    'ends',
    (bind) => `UPDATE chains c SET seq = r.seq, head_hash = decode(r.hash, 'hex')
    FROM jsonb_to_recordset(${bind(JSON.stringify(ends))}::jsonb) AS r (chain text, seq integer, hash text)
    WHERE c.institution_id = ${bind(institution)} AND c.chain = r.chain`,
  )
}

function addRows(statement: Statement, institution: InstitutionId, rows: readonly ChangedRow[], at: number): void {
  statement.add(
    'register_rows',
    (bind) => `INSERT INTO register_entries (institution_id, register, id, body, seq, at)
    SELECT ${bind(institution)}::text, r.register, r.id, r.body, r.seq, ${bind(at)}::bigint
    FROM jsonb_to_recordset(${bind(JSON.stringify(rows))}::jsonb) AS r (register text, id text, body jsonb, seq integer)
    ON CONFLICT (institution_id, register, id) DO UPDATE SET body = excluded.body, seq = excluded.seq, at = excluded.at`,
  )
}

/** Every other open matter about the subject hears of each change. */
function addNews(statement: Statement, institution: InstitutionId, entries: readonly ChainEntry[], matter: MatterId): void {
  const news = entries.map(({ stored }) => ({ subject: stored.chain, seq: stored.seq, kind: stored.kind }))
  statement.add('news', (bind) => newsSql(bind(institution), bind(JSON.stringify(news)), bind(matter)))
}

/** Writes news for the open matters about subjects; the three are placeholders: institution, `[{subject, seq, kind}]`, whose deed it was. */
export function newsSql(institution: string, news: string, except: string): string {
  return `INSERT INTO outbox (institution_id, kind, matter_id, key, body)
    SELECT s.institution_id, '${factChangedKind}', s.matter_id, '${factChangedKind}/' || r.subject || '/' || r.seq || '/' || s.matter_id,
      jsonb_build_object('subject', r.subject, 'kind', r.kind)
    FROM jsonb_to_recordset(${news}::jsonb) AS r (subject text, seq integer, kind text)
    JOIN matter_subjects s ON s.institution_id = ${institution}::text AND s.subject = r.subject AND s.matter_id <> ${except}::text
    JOIN matters m ON m.institution_id = s.institution_id AND m.id = s.matter_id AND m.standing <> 'closed'
    ON CONFLICT (institution_id, key) DO NOTHING`
}
