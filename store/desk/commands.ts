import type { InstitutionId, PersonId } from '#domain/actor.ts'
import type { MatterId } from '#domain/state.ts'
import { asSystem, type Store, type Tx } from '../db.ts'
import { seal, unseal } from '../seal.ts'

/** A command on its way: what is to be sent, so that it is never lost. */
export type NewCommand = {
  readonly id: string
  readonly person?: PersonId
  readonly name: string
  readonly matter?: MatterId
  /** Of what was asked for: the same id with another content is another request. */
  readonly bodyHash: string
  readonly request: unknown
}

/** A command as kept; `answer` is there once it is answered, `request` until then. */
export type CommandRow = Omit<NewCommand, 'request'> & {
  readonly status: 'pending' | 'done' | 'refused'
  readonly request?: unknown
  readonly answer?: unknown
  readonly attempts: number
  readonly createdAt: Date
  readonly answeredAt?: Date
}

type Row = NonNullable<Awaited<ReturnType<Tx['command']['findUnique']>>>

/**
 * Keeps a command before it is sent, and answers the row that now stands under its id: of two senders at once, the first one's.
 * What it carries is sealed by the master key, since the matter it opens may not have a key yet.
 */
export async function keepCommand(store: Store, institution: InstitutionId, command: NewCommand): Promise<CommandRow> {
  const { id, person, name, matter, bodyHash, request } = command
  const sealedRequest = sealPart(store, institution, id, 'request', request)
  const data = { institutionId: institution, id, personId: person ?? null, name, matterId: matter ?? null, bodyHash, sealedRequest }
  return asSystem(store, institution, async (tx) => {
    await tx.command.createMany({ data: [data], skipDuplicates: true })
    return rowOf(store, await tx.command.findUniqueOrThrow({ where: { institutionId_id: { institutionId: institution, id } } }))
  })
}

/** The command of an id. */
export async function findCommand(store: Store, institution: InstitutionId, id: string): Promise<CommandRow | undefined> {
  const row = await asSystem(store, institution, (tx) =>
    tx.command.findUnique({ where: { institutionId_id: { institutionId: institution, id } } }),
  )
  return row === null ? undefined : rowOf(store, row)
}

/** Writes down what came of a command and empties what it carried. False when it was answered before: the first answer stays. */
export async function answerCommand(
  store: Store,
  institution: InstitutionId,
  id: string,
  answer: { readonly status: 'done' | 'refused' },
): Promise<boolean> {
  const where = { institutionId: institution, id, status: 'pending' }
  const sealedAnswer = sealPart(store, institution, id, 'answer', answer)
  const data = { status: answer.status, sealedAnswer, sealedRequest: null, answeredAt: new Date() }
  return asSystem(store, institution, async (tx) => (await tx.command.updateMany({ where, data })).count === 1)
}

/**
 * Takes unanswered commands whose time has come, oldest first, and sets their next time `seconds` ahead (wall clock): relays that
 * take at the same moment get different ones, and a relay that dies gives them back.
 */
export async function takeUnanswered(store: Store, institution: InstitutionId, { limit = 20, seconds = 15 } = {}): Promise<CommandRow[]> {
  return asSystem(store, institution, async (tx) => {
    const taken = await tx.$queryRaw<{ id: string }[]>`
      UPDATE commands SET attempts = attempts + 1, next_try_at = now() + make_interval(secs => ${seconds}::double precision)
      WHERE institution_id = ${institution} AND id IN (
        SELECT id FROM commands WHERE institution_id = ${institution} AND status = 'pending' AND next_try_at <= now()
        ORDER BY next_try_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
      RETURNING id`
    const where = { institutionId: institution, id: { in: taken.map((one) => one.id) } }
    return (await tx.command.findMany({ where, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })).map((row) => rowOf(store, row))
  })
}

/** How many commands have no answer yet. */
export async function countUnanswered(store: Store, institution: InstitutionId): Promise<number> {
  return asSystem(store, institution, (tx) => tx.command.count({ where: { institutionId: institution, status: 'pending' } }))
}

function partPlace(institution: InstitutionId, id: string, part: 'request' | 'answer'): string {
  return `command/${institution}/${id}/${part}`
}

function sealPart(
  store: Store,
  institution: InstitutionId,
  id: string,
  part: 'request' | 'answer',
  value: unknown,
): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(seal(store.masterKey, partPlace(institution, id, part), Buffer.from(JSON.stringify(value))))
}

function rowOf(store: Store, row: Row): CommandRow {
  const institution = row.institutionId as InstitutionId
  const open = (part: 'request' | 'answer', sealed: Uint8Array): unknown =>
    JSON.parse(unseal(store.masterKey, partPlace(institution, row.id, part), sealed).toString('utf8'))
  return {
    id: row.id,
    name: row.name,
    bodyHash: row.bodyHash,
    status: row.status as CommandRow['status'],
    attempts: row.attempts,
    createdAt: row.createdAt,
    ...(row.personId === null ? {} : { person: row.personId as PersonId }),
    ...(row.matterId === null ? {} : { matter: row.matterId as MatterId }),
    ...(row.sealedRequest === null ? {} : { request: open('request', row.sealedRequest) }),
    ...(row.sealedAnswer === null ? {} : { answer: open('answer', row.sealedAnswer) }),
    ...(row.answeredAt === null ? {} : { answeredAt: row.answeredAt }),
  }
}
