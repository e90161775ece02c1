import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { findRunningDatabase, openServers, type Servers } from '#cli/local-servers.ts'
import { silent } from '#cli/servers/report.ts'
import { readConfig } from '#schemas/config.ts'

const config = readConfig({ TEMPORAL_ADDRESS: '127.0.0.1:1' })
let folder: string
let servers: Servers

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'conveyance-lost-'))
  vi.stubEnv('CONVEYANCE_DATA', folder)
  // A Temporal of one's own is not started here, nor watched.
  servers = await openServers(config, silent)
})

afterEach(async () => {
  await servers.stop()
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

test('a program whose database was killed says so and ends, and does not stand there answering nothing', async () => {
  const lease = JSON.parse(readFileSync(join(folder, 'postgres', 'lease.json'), 'utf8')) as { readonly server: { readonly pid: number } }
  process.kill(lease.server.pid, 'SIGKILL')
  await expect(servers.lost).rejects.toThrow('PostgreSQL ended while the program ran (signal SIGKILL). Remedy: npm start')
})

test('a database that ends because the program does is no trouble', async () => {
  await servers.stop()
  expect(await Promise.race([servers.lost, Promise.resolve('quiet')])).toBe('quiet')
})

test('whoever verifies the record while the program runs looks into the same database, and leaves it running', async () => {
  const found = findRunningDatabase(config, folder)
  expect(found?.masterKey).toBe(servers.masterKey)
  const client = new pg.Client({ connectionString: found?.databaseUrl })
  await client.connect()
  expect((await client.query('SELECT current_user AS who')).rows).toEqual([{ who: 'conveyance_login' }])
  await client.end()
  await found?.stop()
  expect(await Promise.race([servers.lost, Promise.resolve('runs on')])).toBe('runs on')
  await servers.stop()
  expect(findRunningDatabase(config, folder)).toBeUndefined()
})
