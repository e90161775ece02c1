import type { PoolClient } from 'pg'
import type { Store } from '../db.ts'

/** Runs `work` on one connection between BEGIN and COMMIT; whatever is thrown rolls back and goes on. */
export async function inTransaction<T>(store: Store, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await store.pool.connect()
  let broken: Error | undefined
  try {
    // Sent with the first statement: where it fails, so does what comes after it.
    client.query('BEGIN').catch(() => undefined)
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: Error) => {
      broken = lost
    })
    throw error
  } finally {
    client.release(broken)
  }
}
