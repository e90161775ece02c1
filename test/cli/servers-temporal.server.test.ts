import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { kill } from 'node:process'
import { Client, Connection } from '@temporalio/client'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTemporalDev, resolveTemporalCli } from '#cli/servers/temporal-dev.ts'
import type { RunningTemporal } from '#cli/servers/temporal-dev.ts'

let root: string
let dbFile: string
let running: RunningTemporal | undefined

// Where neither the command nor its download is to be had it is built from source, once, in minutes.
beforeAll(async () => {
  await resolveTemporalCli((line) => console.log(line))
}, 45 * 60_000)
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'temporal-'))
  dbFile = join(root, 'temporal.db')
})
afterEach(async () => {
  await running?.stop()
  running = undefined
  rmSync(root, { recursive: true, force: true })
})

async function start(more: Partial<Parameters<typeof startTemporalDev>[0]> = {}): Promise<RunningTemporal> {
  running = await startTemporalDev({ dbFile, port: 0, log: () => {}, ...more })
  return running
}

async function withClient<Answer>(address: string, use: (client: Client) => Promise<Answer>, namespace = 'default'): Promise<Answer> {
  const connection = await Connection.connect({ address })
  try {
    return await use(new Client({ connection, namespace }))
  } finally {
    await connection.close()
  }
}

/** A matter nobody works on yet: it is enough that the server keeps it. */
async function openMatter(address: string, workflowId: string): Promise<void> {
  await withClient(address, async (client) => await client.workflow.start('openLicence', { workflowId, taskQueue: 'nobody' }))
}

async function findStatus(address: string, workflowId: string): Promise<string> {
  return await withClient(address, async (client) => (await client.workflow.getHandle(workflowId).describe()).status.name)
}

describe('matters survive', () => {
  test('an orderly stop', async () => {
    const first = await start()
    await openMatter(first.address, 'open-licence/1')
    await first.stop()
    expect(await first.ended).not.toContain('KILL')
    expect(await findStatus((await start()).address, 'open-licence/1')).toBe('RUNNING')
  })

  test('SIGKILL of the server in the middle of its work', async () => {
    const first = await start()
    await openMatter(first.address, 'open-licence/1')
    const lease = JSON.parse(readFileSync(`${dbFile}.lease.json`, 'utf8')) as { server: { pid: number } }
    kill(lease.server.pid, 'SIGKILL')
    expect(await first.ended).toBe('signal SIGKILL')
    await first.stop()
    expect(await findStatus((await start()).address, 'open-licence/1')).toBe('RUNNING')
  })
})

test('the server answers as soon as it is said to be up, in the namespace and with the search attributes asked for', async () => {
  const { address } = await start({ namespace: 'conveyance', searchAttributes: { ProcessStem: 'Keyword' } })
  const attributes = await withClient(
    address,
    async ({ connection }) => await connection.operatorService.listSearchAttributes({ namespace: 'conveyance' }),
    'conveyance',
  )
  expect(Object.keys(attributes.customAttributes ?? {})).toContain('ProcessStem')
})

describe('one clear sentence', () => {
  test('a second start on the same file', async () => {
    await start()
    await expect(startTemporalDev({ dbFile, port: 0, log: () => {} })).rejects.toThrow(
      /^Temporal on .*temporal\.db is already run by process \d+ \(port \d+\)\. Remedy: end that process/,
    )
  })

  test('a port that is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    await expect(start({ port })).rejects.toThrow(
      `Port ${port} is in use by another program. Remedy: if a Temporal server runs there, set TEMPORAL_ADDRESS`,
    )
    expect(existsSync(`${dbFile}.lease.json`)).toBe(false)
    other.close()
  })

  test('a damaged file is named with the way out, and left as it was', async () => {
    writeFileSync(dbFile, 'not a database, but long enough to be taken for one '.repeat(400))
    const before = statSync(dbFile).size
    await expect(start()).rejects.toThrow(
      /^Temporal could not start on .*temporal\.db: .*not a database.* Remedy: if the file is damaged, .*mv /,
    )
    expect(statSync(dbFile).size).toBe(before)
  })
})
