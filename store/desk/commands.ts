import type { InstitutionId, PersonId } from '#domain/actor.ts'
import type { MatterId } from '#domain/state.ts'
import { commandPlace, sealCommandPart } from '../command-parts.ts'
import { asSystem, systemViewer, type Store } from '../db.ts'
import { readAs, writeAs } from '../reading.ts'
import { unseal } from '../seal.ts'
import { addRefusals, type RefusalEntry } from './refusals.ts'

/** A command on its way: what is to be sent, so that it is never lost. */
export type NewCommand = {
  readonly id: string
  readonly person?: PersonId
  readonly name: string
  readonly matter?: MatterId
  /** Of what was asked for: the same id with another content is another request. */
  readonly bodyHash: string
  readonly request: unknown
  /** Seconds in which whoever keeps it sends it himself: until then no relay takes it. */
  readonly heldFor?: number
}

/** A command as kept; `answer` is there once it is answered, `request` until then. */
export type CommandRow = Omit<NewCommand, 'request' | 'heldFor'> & {
  readonly status: 'pending' | 'done' | 'refused'
  readonly request?: unknown
  readonly answer?: unknown
  readonly attempts: number
  readonly createdAt: Date
  readonly answeredAt?: Date
}

type Row = {
  readonly institution: InstitutionId
  readonly id: string
  readonly person: PersonId | null
  readonly name: string
  readonly matter: MatterId | null
  readonly bodyHash: string
  readonly status: CommandRow['status']
  readonly sealedRequest: Buffer | null
  readonly sealedAnswer: Buffer | null
  readonly attempts: number
  readonly createdAt: Date
  readonly answeredAt: Date | null
}

const columns = `institution_id AS institution, id, person_id AS person, name, matter_id AS matter, body_hash AS "bodyHash", status,
  sealed_request AS "sealedRequest", sealed_answer AS "sealedAnswer", attempts, created_at AS "createdAt", answered_at AS "answeredAt"`

const selectCommand = `SELECT ${columns} FROM commands WHERE institution_id = $1 AND id = $2`

/**
 * Keeps a command before it is sent, and answers the row that now stands under its id: of two senders at once, the first one's.
 * What it carries is sealed by the master key, since the matter it opens may not have a key yet.
 */
export async function keepCommand(store: Store, institution: InstitutionId, command: NewCommand): Promise<CommandRow> {
  const { id, person, name, matter, bodyHash, request, heldFor = 0 } = command
  const sealed = sealCommandPart(store, institution, id, 'request', request)
  const values = [institution, id, person ?? null, name, matter ?? null, bodyHash, sealed, heldFor]
  const insert = `INSERT INTO commands (institution_id, id, person_id, name, matter_id, body_hash, sealed_request, next_try_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(secs => $8::double precision)) ON CONFLICT (institution_id, id) DO NOTHING RETURNING ${columns}`
  return writeAs(store, systemViewer(institution), 'keep-command', async (ask) => {
    const row = (await ask<Row>(insert, values)).at(0) ?? (await ask<Row>(selectCommand, [institution, id])).at(0)
    if (row === undefined) throw new Error(`Command ${id} was not kept`)
    return rowOf(store, row)
  })
}

/** The command of an id. */
export async function findCommand(store: Store, institution: InstitutionId, id: string): Promise<CommandRow | undefined> {
  const [row] = await readAs(store, systemViewer(institution), 'command', (ask) => ask<Row>(selectCommand, [institution, id]))
  return row === undefined ? undefined : rowOf(store, row)
}

/**
 * Writes down what came of a command and empties what it carried. False when it was answered before: the first answer stays, and
 * what the first answer refused is recorded with it, so that no death between the two loses or doubles it.
 */
export async function answerCommand(
  store: Store,
  institution: InstitutionId,
  id: string,
  answer: { readonly status: 'done' | 'refused' },
  refused?: RefusalEntry,
): Promise<boolean> {
  if (refused !== undefined) return refuseCommand(store, id, answer, refused)
  const sql = `UPDATE commands SET status = $3, sealed_answer = $4, sealed_request = NULL, answered_at = $5
    WHERE institution_id = $1 AND id = $2 AND status = 'pending' RETURNING id`
  const values = [institution, id, answer.status, sealCommandPart(store, institution, id, 'answer', answer), new Date()]
  return writeAs(store, systemViewer(institution), 'answer-command', async (ask) => (await ask(sql, values)).length === 1)
}

async function refuseCommand(
  store: Store,
  id: string,
  answer: { readonly status: 'done' | 'refused' },
  refused: RefusalEntry,
): Promise<boolean> {
  const { institution } = refused
  const sealedAnswer = Uint8Array.from(sealCommandPart(store, institution, id, 'answer', answer))
  return asSystem(store, institution, async (tx) => {
    const { count } = await tx.command.updateMany({
      where: { institutionId: institution, id, status: 'pending' },
      data: { status: answer.status, sealedAnswer, sealedRequest: null, answeredAt: new Date() },
    })
    if (count === 1) await addRefusals(store, tx, refused)
    return count === 1
  })
}

/** Gives an unanswered command's id back, of which nothing came: it may be used for another. */
export async function forgetCommand(store: Store, institution: InstitutionId, id: string): Promise<void> {
  const sql = `DELETE FROM commands WHERE institution_id = $1 AND id = $2 AND status = 'pending'`
  await writeAs(store, systemViewer(institution), 'forget-command', (ask) => ask(sql, [institution, id]))
}

/**
 * Takes unanswered commands whose time has come, oldest first, and sets their next time `seconds` ahead (wall clock): relays that
 * take at the same moment get different ones, and a relay that dies gives them back.
 */
export async function takeUnanswered(store: Store, institution: InstitutionId, { limit = 20, seconds = 15 } = {}): Promise<CommandRow[]> {
  const sql = `UPDATE commands SET attempts = attempts + 1, next_try_at = now() + make_interval(secs => $3::double precision)
    WHERE institution_id = $1 AND id IN (
      SELECT id FROM commands WHERE institution_id = $1 AND status = 'pending' AND next_try_at <= now()
      ORDER BY next_try_at, id LIMIT $2 FOR UPDATE SKIP LOCKED)
    RETURNING ${columns}`
  const rows = await writeAs(store, systemViewer(institution), 'take-unanswered', (ask) => ask<Row>(sql, [institution, limit, seconds]))
  return rows.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1)).map((row) => rowOf(store, row))
}

/** How many commands have no answer yet. */
export async function countUnanswered(store: Store, institution: InstitutionId): Promise<number> {
  return asSystem(store, institution, (tx) => tx.command.count({ where: { institutionId: institution, status: 'pending' } }))
}

function rowOf(store: Store, row: Row): CommandRow {
  const { institution, id, person, matter, sealedRequest, sealedAnswer, answeredAt, ...rest } = row
  const open = (part: 'request' | 'answer', sealed: Uint8Array): unknown =>
    JSON.parse(unseal(store.masterKey, commandPlace(institution, id, part), sealed).toString('utf8'))
  return {
    ...rest,
    id,
    ...(person === null ? {} : { person }),
    ...(matter === null ? {} : { matter }),
    ...(sealedRequest === null ? {} : { request: open('request', sealedRequest) }),
    ...(sealedAnswer === null ? {} : { answer: open('answer', sealedAnswer) }),
    ...(answeredAt === null ? {} : { answeredAt }),
  }
}
