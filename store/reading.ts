import { createHash } from 'node:crypto'
import { escapeLiteral, type PoolClient } from 'pg'
import { settingsOf, type Store, type Viewer } from './db.ts'

/** Asks SQL within a viewer's transaction. */
export type Ask = <Row extends object>(sql: string, values: readonly unknown[]) => Promise<Row[]>

/**
 * Runs reads of one viewer in one transaction, for the lists that people wait for: the wall is set in the round trip that begins
 * it, and no query builder stands between. Statements are named after `name`, so the server plans each once a connection.
 */
export async function readAs<T>(store: Store, viewer: Viewer, name: string, work: (ask: Ask) => Promise<T>): Promise<T> {
  return transact(store, viewer, { name, begin: 'BEGIN READ ONLY' }, work)
}

/**
 * The same for the few writes that every request makes. A transaction of the query builder costs five times as much processor
 * time, half of it here and half in the server.
 */
export async function writeAs<T>(store: Store, viewer: Viewer, name: string, work: (ask: Ask) => Promise<T>): Promise<T> {
  return transact(store, viewer, { name, begin: 'BEGIN' }, work)
}

/**
 * One plan for all values: planning anew for each would cost as much as most of these reads. It goes by an index, whatever the
 * statistics of the day say of a value they do not know, and is not compiled: that takes longer than the read.
 */
const planning = { plan_cache_mode: 'force_generic_plan', enable_seqscan: 'off', jit: 'off' }

type Kind = { readonly name: string; readonly begin: 'BEGIN READ ONLY' | 'BEGIN' }

async function transact<T>(store: Store, viewer: Viewer, { name, begin }: Kind, work: (ask: Ask) => Promise<T>): Promise<T> {
  const client = await store.pool.connect()
  let asked = 0
  let result: T
  try {
    // Sent with the first question: nobody waits for the beginning. Where that fails, so does what comes after it.
    const begun = client.query(`${begin}; ${settle(viewer)}`)
    begun.catch(() => undefined)
    // The server cuts names at 63 characters, hence the digest.
    const named = createHash('sha256').update(name).digest('hex').slice(0, 40)
    result = await work(async (text, values) => {
      asked += 1
      return (await client.query({ name: `${named}:${asked}`, text, values: [...values] })).rows
    })
    await begun
  } catch (error) {
    await end(client, 'ROLLBACK').catch(() => undefined)
    throw error
  }
  const ended = end(client, 'COMMIT')
  if (begin === 'BEGIN') await ended
  // What was only read is known already: nobody waits for the end of its transaction.
  else ended.catch(() => undefined)
  return result
}

function settle(viewer: Viewer): string {
  const own = Object.entries(settingsOf(viewer)).map(([key, value]) => [`app.${key}`, value] as const)
  const settings = [...Object.entries(planning), ...own]
  return `SELECT ${settings.map(([key, value]) => `set_config('${key}', ${escapeLiteral(value)}, true)`).join(', ')}`
}

/** Ends the transaction and gives the connection back, or away where it is broken. */
async function end(client: PoolClient, how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
  try {
    await client.query(how)
    client.release()
  } catch (lost) {
    client.release(lost instanceof Error ? lost : true)
    throw lost
  }
}
