import type { InstitutionId, PersonId } from '#domain/actor.ts'
import type { MatterId } from '#domain/state.ts'
import { asSystem, type Store } from './db.ts'

/** A mail as the log keeps it; `key` names it, so that it is sent once. */
export type LoggedMail = {
  readonly institution: InstitutionId
  readonly key: string
  readonly address: string
  readonly subject: string
  readonly person?: PersonId
  readonly matter?: MatterId
}

/**
 * Sends a mail unless the log has it. The row is written before and committed after the sending: whoever sends the same mail
 * at the same moment waits for this row and then finds it; a sending that fails leaves none. Answers whether it was sent now.
 */
export async function sendOnce(store: Store, mail: LoggedMail, send: () => Promise<{ readonly messageId: string }>): Promise<boolean> {
  const client = await store.pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    await client.query("SELECT set_config('app.institution', $1, true), set_config('app.scope', 'system', true)", [mail.institution])
    const { institution, key, person, address, subject, matter } = mail
    const { rowCount } = await client.query(
      `INSERT INTO mails (institution_id, key, person_id, address, subject, matter_id) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (institution_id, key) DO NOTHING`,
      [institution, key, person ?? null, address, subject, matter ?? null],
    )
    const isNew = rowCount === 1
    if (isNew) {
      const { messageId } = await send()
      await client.query('UPDATE mails SET message_id = $3 WHERE institution_id = $1 AND key = $2', [institution, key, messageId])
    }
    await client.query('COMMIT')
    return isNew
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: Error) => {
      broken = lost
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** A mail that the mail server refuses for good is for the office to see: once for each mail, however often it is tried. */
export async function openMailIncident(
  store: Store,
  { institution, key, address, person, matter }: LoggedMail,
  why: string,
): Promise<void> {
  const row = { institutionId: institution, id: `mail/${key}`, kind: 'mail-refused', matterId: matter ?? null }
  const detail = { address, why, ...(person === undefined ? {} : { person }) }
  await asSystem(store, institution, (tx) => tx.incident.createMany({ data: [{ ...row, detail }], skipDuplicates: true }))
}

/** Under which id the mail server took a mail; undefined while it has not. */
export async function findMessageId(store: Store, institution: InstitutionId, key: string): Promise<string | undefined> {
  const where = { institutionId_key: { institutionId: institution, key } }
  const row = await asSystem(store, institution, (tx) => tx.mail.findUnique({ where, select: { messageId: true } }))
  return row?.messageId ?? undefined
}

/** Where a person's mail goes, and in which language he reads it; undefined where the register has no address. */
export async function findAddress(store: Store, institution: InstitutionId, person: PersonId) {
  const row = await asSystem(store, institution, (tx) =>
    tx.person.findUnique({ where: { institutionId_id: { institutionId: institution, id: person } } }),
  )
  if (row === null || row.mail === null) return undefined
  return { mail: row.mail, name: row.name, language: row.language, ...(row.nameLatin === null ? {} : { nameLatin: row.nameLatin }) }
}
