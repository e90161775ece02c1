import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Store } from '#store/db.ts'
import { listInstitutions, type Institution } from '#store/desk/institutions.ts'
import { isMasterKeyOf } from '#store/keys.ts'
import { reasonOf, ServerTrouble } from './servers/trouble.ts'

const keyLength = 32

/**
 * The master key of a data folder (base64 of 32 bytes), made once, before its database; without it nothing sealed there can be read
 * again. Throws ServerTrouble where a database stands there and its key does not.
 */
export function getMasterKey(dataRoot: string): string {
  const file = join(dataRoot, 'master.key')
  if (!existsSync(file)) {
    if (existsSync(join(dataRoot, 'postgres', 'cluster'))) throw lost(`The data folder ${dataRoot} has lost its file master.key.`)
    mkdirSync(dataRoot, { recursive: true })
    writeFileSync(file, randomBytes(keyLength).toString('base64'), { mode: 0o600, flag: 'wx' })
  }
  const key = readFileSync(file, 'utf8').trim()
  if (Buffer.from(key, 'base64').length !== keyLength) throw lost(`The file ${file} is damaged: it is no key of ${keyLength} bytes.`)
  return key
}

/**
 * Throws ServerTrouble where the database does not answer, or was sealed under another master key: everything in it would fail to
 * open, one by one.
 */
export async function requireItsMasterKey(store: Store): Promise<void> {
  for (const { id } of await findInstitutions(store))
    if (!(await isMasterKeyOf(store, id))) throw lost('The database was sealed under another master key.')
}

async function findInstitutions(store: Store): Promise<Institution[]> {
  try {
    return await listInstitutions(store)
  } catch (error) {
    throw new ServerTrouble(
      `The database does not answer: ${reasonOf(error)}.`,
      'see that PostgreSQL runs and DATABASE_URL is right; MIGRATION_DATABASE_URL=… npm run migrate makes its tables',
    )
  }
}

function lost(what: string): ServerTrouble {
  return new ServerTrouble(what, 'bring the key back from the backup (master.key of the data folder, or MASTER_KEY)')
}
