import type { InstitutionId, PersonId } from '#domain/actor.ts'
import type { MatterId, TaskId } from '#domain/state.ts'
import { asSystem, type Store, type Tx } from '../db.ts'
import { hashSecret, makeSecret } from './secrets.ts'

/** What a one-time link is for: one deed of one person, bound to its purpose and to the content it showed. */
export type NewLink = {
  readonly purpose: string
  readonly matter?: MatterId
  readonly task?: TaskId
  readonly person?: PersonId
  readonly contentHash?: string
  /** Wall clock. */
  readonly expiresAt: Date
}

/** A link as kept; used and expired ones too, so that a reader is told which. */
export type Link = NewLink & { readonly usedAt?: Date; readonly codeExpiresAt?: Date; readonly codeAttempts: number }

/** How often a wrong code may be typed before another has to be sent. */
export const codeAttemptsAllowed = 5

type Row = NonNullable<Awaited<ReturnType<Tx['oneTimeLink']['findUnique']>>>

/** Makes a link and returns its secret; only its hash is kept. */
export async function makeLink(store: Store, institution: InstitutionId, link: NewLink): Promise<string> {
  const secret = makeSecret()
  const { purpose, matter, task, person, contentHash, expiresAt } = link
  const bound = { matterId: matter ?? null, taskId: task ?? null, personId: person ?? null, contentHash: contentHash ?? null }
  const data = { institutionId: institution, tokenHash: hashSecret(secret), purpose, ...bound, expiresAt }
  await asSystem(store, institution, (tx) => tx.oneTimeLink.create({ data }))
  return secret
}

/** The link of a secret; looking does not use it up. */
export async function findLink(store: Store, institution: InstitutionId, secret: string): Promise<Link | undefined> {
  const where = { institutionId_tokenHash: { institutionId: institution, tokenHash: hashSecret(secret) } }
  const row = await asSystem(store, institution, (tx) => tx.oneTimeLink.findUnique({ where }))
  return row === null ? undefined : linkOf(row)
}

function linkOf(row: Row): Link {
  return {
    purpose: row.purpose,
    expiresAt: row.expiresAt,
    codeAttempts: row.codeAttempts,
    ...(row.matterId === null ? {} : { matter: row.matterId as MatterId }),
    ...(row.taskId === null ? {} : { task: row.taskId as TaskId }),
    ...(row.personId === null ? {} : { person: row.personId as PersonId }),
    ...(row.contentHash === null ? {} : { contentHash: row.contentHash }),
    ...(row.usedAt === null ? {} : { usedAt: row.usedAt }),
    ...(row.codeExpiresAt === null ? {} : { codeExpiresAt: row.codeExpiresAt }),
  }
}

/** How soon another code may be sent, in ms: codes are mailed to somebody who may not have asked for them. */
export const codePause = 60_000

/**
 * Sets the code that opens the link and is sent apart from it; an earlier one no longer opens it. False when the link is over, when
 * the last one was sent just now, and where it was guessed at until it has run out: who has the link alone guesses five times in
 * the life of one code, however many he asks for.
 */
export async function setLinkCode(
  store: Store,
  institution: InstitutionId,
  secret: string,
  code: { readonly code: string; readonly expiresAt: Date },
): Promise<boolean> {
  const now = new Date()
  const mayFollow = [
    { codeExpiresAt: null },
    { codeExpiresAt: { lte: now } },
    { codeExpiresAt: { lte: new Date(code.expiresAt.getTime() - codePause) }, codeAttempts: { lt: codeAttemptsAllowed } },
  ]
  const where = { institutionId: institution, tokenHash: hashSecret(secret), usedAt: null, expiresAt: { gt: now }, OR: mayFollow }
  const data = { codeHash: hashSecret(`${secret}/${code.code}`), codeExpiresAt: code.expiresAt, codeAttempts: 0 }
  return asSystem(store, institution, async (tx) => (await tx.oneTimeLink.updateMany({ where, data })).count === 1)
}

/** What came of a code: right; wrong, with attempts left; or none in force, so that another has to be sent. */
export type CodeAnswer = { readonly is: 'right' } | { readonly is: 'wrong'; readonly left: number } | { readonly is: 'none' }

/** Tries a code. Every wrong one counts, also of people who try at the same moment. */
export async function tryLinkCode(store: Store, institution: InstitutionId, secret: string, code: string): Promise<CodeAnswer> {
  const tokenHash = hashSecret(secret)
  return asSystem(store, institution, async (tx) => {
    const [row] = await tx.$queryRaw<{ code_hash: string | null; code_attempts: number; in_force: boolean }[]>`
      SELECT code_hash, code_attempts, coalesce(code_expires_at > now(), false) AS in_force FROM one_time_links
      WHERE institution_id = ${institution} AND token_hash = ${tokenHash} FOR UPDATE`
    if (row === undefined || row.code_hash === null || !row.in_force || row.code_attempts >= codeAttemptsAllowed) return { is: 'none' }
    if (row.code_hash === hashSecret(`${secret}/${code}`)) return { is: 'right' }
    await tx.oneTimeLink.updateMany({ where: { institutionId: institution, tokenHash }, data: { codeAttempts: { increment: 1 } } })
    return { is: 'wrong', left: codeAttemptsAllowed - row.code_attempts - 1 }
  })
}

/** Uses the link up; of simultaneous users one gets true. */
export async function useLink(store: Store, institution: InstitutionId, secret: string): Promise<boolean> {
  const where = { institutionId: institution, tokenHash: hashSecret(secret), usedAt: null, expiresAt: { gt: new Date() } }
  return asSystem(store, institution, async (tx) => (await tx.oneTimeLink.updateMany({ where, data: { usedAt: new Date() } })).count === 1)
}

/** Gives a link back that was used for a deed which then was refused: it may be used again. */
export async function giveLinkBack(store: Store, institution: InstitutionId, secret: string): Promise<void> {
  const where = { institutionId: institution, tokenHash: hashSecret(secret) }
  await asSystem(store, institution, (tx) => tx.oneTimeLink.updateMany({ where, data: { usedAt: null } }))
}
