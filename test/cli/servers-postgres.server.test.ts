import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { kill } from 'node:process'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startPostgres } from '#cli/servers/postgres.ts'
import type { RunningPostgres } from '#cli/servers/postgres.ts'

let root: string
let dataDir: string
let running: RunningPostgres | undefined

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'postgres-'))
  dataDir = join(root, 'data')
})
afterEach(async () => {
  await running?.stop()
  running = undefined
  rmSync(root, { recursive: true, force: true })
})

async function start(port?: number): Promise<RunningPostgres> {
  running = await startPostgres({ dataDir, log: () => {}, ...(port === undefined ? {} : { port }) })
  return running
}

async function ask<Row extends pg.QueryResultRow>(url: string, ...sql: string[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  let rows: Row[] = []
  for (const text of sql) rows = (await client.query<Row>(text)).rows
  await client.end()
  return rows
}

function readServerPid(): number {
  return Number(readFileSync(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
}

describe('the record survives', () => {
  test('an orderly stop: the same folder gives the same data on the same port', async () => {
    const first = await start()
    await ask(first.ownerUrl, 'create table matter (number text)', "insert into matter values ('让渡2026-1')")
    await first.stop()
    const again = await start()
    expect(again.ownerUrl).toBe(first.ownerUrl)
    expect(await ask(again.ownerUrl, 'select number from matter')).toEqual([{ number: '让渡2026-1' }])
  })

  test('SIGKILL of the server: what was committed is there after the next start', async () => {
    const first = await start()
    await ask(first.ownerUrl, 'create table matter (number int)', 'insert into matter select generate_series(1, 5000)')
    kill(readServerPid(), 'SIGKILL')
    expect(await first.ended).toBe('signal SIGKILL')
    await first.stop()
    expect(existsSync(join(dataDir, 'cluster', 'postmaster.pid'))).toBe(true)
    const again = await start()
    expect(await ask(again.ownerUrl, 'select count(*)::int as matters from matter')).toEqual([{ matters: 5000 }])
  })

  test('a stale pid file that names some living process', async () => {
    await (await start()).stop()
    const stale = `${process.ppid}\n${join(dataDir, 'cluster')}\n1\n5432\n\n127.0.0.1\n   1 1\nready\n`
    writeFileSync(join(dataDir, 'cluster', 'postmaster.pid'), stale, { mode: 0o600 })
    expect(await ask((await start()).ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('the server', () => {
  test('writes through to the disk, listens at home only, and compares text by code point', async () => {
    const { ownerUrl } = await start()
    const settings = await ask<{ name: string; setting: string }>(
      ownerUrl,
      `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses',
         'unix_socket_directories', 'server_encoding', 'TimeZone') order by name`,
    )
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      TimeZone: 'UTC',
      fsync: 'on',
      full_page_writes: 'on',
      listen_addresses: '127.0.0.1',
      server_encoding: 'UTF8',
      synchronous_commit: 'on',
      unix_socket_directories: '',
    })
    expect(await ask(ownerUrl, "select 'Z' < 'a' as by_code_point, upper('é') as upper")).toEqual([{ by_code_point: true, upper: 'É' }])
    expect(
      await ask(ownerUrl, `select string_agg(n, '' order by n collate "zh-x-icu") as pinyin from (values ('张'), ('李'), ('王')) as t(n)`),
    ).toEqual([{ pinyin: '李王张' }])
  })

  test('lets nobody in without the password', async () => {
    const { port } = await start()
    await expect(ask(`postgresql://conveyance_owner:guess@127.0.0.1:${port}/conveyance`, 'select 1')).rejects.toThrow(
      /password authentication failed/,
    )
    expect(statSync(join(dataDir, 'owner-password')).mode & 0o077).toBe(0)
  })
})

describe('one clear sentence', () => {
  test('a second start on the same folder', async () => {
    await start()
    await expect(startPostgres({ dataDir, log: () => {} })).rejects.toThrow(
      /PostgreSQL on .*data is already run by process \d+ \(port \d+\)\. Remedy: end that process/,
    )
  })

  test('a wanted port that is taken, while without a wish another is chosen', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    await expect(start(port)).rejects.toThrow(
      `Port ${port} is in use by another program. Remedy: leave the port unset for a free one, or name another`,
    )
    writeFileSync(join(dataDir, 'port'), String(port))
    expect((await start()).port).not.toBe(port)
    other.close()
  })

  test.each([
    ['a lost file', (cluster: string) => rmSync(join(cluster, 'global', 'pg_control')), /is damaged: global\/pg_control is missing/],
    ['a lost folder', (cluster: string) => rmSync(join(cluster, 'base'), { recursive: true }), /is damaged: base is missing/],
    [
      'a cut file',
      (cluster: string) => truncateSync(join(cluster, 'global', 'pg_control'), 100),
      /could not start on .*: could not read file "global\/pg_control"/,
    ],
    [
      'a lost journal',
      (cluster: string) => execFileSync('sh', ['-c', 'rm "$1"/pg_wal/0*', 'sh', cluster]),
      /could not start on .*: could not locate a valid checkpoint record/,
    ],
    [
      'another version',
      (cluster: string) => writeFileSync(join(cluster, 'PG_VERSION'), '15\n'),
      /was made by PostgreSQL 15, and this is 18\./,
    ],
    ['a lost password', () => rmSync(join(dataDir, 'owner-password')), /has lost its file owner-password/],
  ])('a damaged folder: %s', async (_name, damage, sentence) => {
    await (await start()).stop()
    running = undefined
    damage(join(dataDir, 'cluster'))
    await expect(start()).rejects.toThrow(sentence)
    await expect(start()).rejects.toThrow(`rm -r '${dataDir}'`)
    expect(existsSync(join(dataDir, 'lease.json'))).toBe(false)
  })

  test('a first start cut short is begun again', async () => {
    execFileSync('mkdir', ['-p', join(dataDir, 'cluster.draft', 'base')])
    expect(await ask((await start()).ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})
