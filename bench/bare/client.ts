import { randomUUID } from 'node:crypto'
import { Client, Connection } from '@temporalio/client'
import { Pool } from 'pg'
import { untilSeen, type Trial } from '../trial.ts'
import { bareQueue } from './queue.ts'

export type BareSide = { readonly trials: readonly Trial[]; close(): Promise<void> }

/** Clients of the bare workflow, as programs would be that talk to Temporal themselves and read the table. */
export async function openBareSide(temporalAddress: string, databaseUrl: string, clients: number): Promise<BareSide> {
  const connection = await Connection.connect({ address: temporalAddress })
  const client = new Client({ connection })
  const pool = new Pool({ connectionString: databaseUrl })
  pool.on('error', () => {}) // the servers end before the pool when a run is given up
  await pool.query('CREATE TABLE IF NOT EXISTS bare_steps (matter text, step integer, score integer, PRIMARY KEY (matter, step))')
  return {
    trials: Array.from({ length: clients }, () => () => drive(client, pool)),
    async close() {
      await connection.close()
      await pool.end()
    },
  }
}

async function drive(client: Client, pool: Pool): Promise<number[]> {
  const matter = randomUUID()
  const handle = await client.workflow.start('bareTrial', { workflowId: `bare/${matter}`, taskQueue: bareQueue, args: [matter] })
  const waits: number[] = []
  for (const step of [1, 2, 3]) {
    const from = performance.now()
    await handle.executeUpdate<number, [number]>('complete', { args: [50] })
    await untilRow(pool, matter, step)
    waits.push(performance.now() - from)
  }
  await untilRow(pool, matter, 4)
  return waits.slice(0, 2)
}

function untilRow(pool: Pool, matter: string, step: number): Promise<void> {
  return untilSeen(async () => {
    const { rowCount } = await pool.query({
      name: 'row',
      text: 'SELECT 1 FROM bare_steps WHERE matter = $1 AND step = $2',
      values: [matter, step],
    })
    return rowCount === 1
  })
}
