import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrationsPath, schemaPath } from '#prisma/on-disk.ts'

/** Tables that keep the machine's time: sessions, secrets, what is in flight, logs. All others know the office clock alone. */
const wallClock = [
  'accounts',
  'sessions',
  'api_tokens',
  'invitations',
  'one_time_links',
  'commands',
  'outbox',
  'read_log',
  'incidents',
  'mails',
]

function models(): { table: string; body: string }[] {
  const schema = readFileSync(schemaPath, 'utf8')
  return [...schema.matchAll(/^model \w+ \{([\s\S]*?)^\}/gm)].map(([, body = '']) => ({
    body,
    table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? '',
  }))
}

test('only tables of the wall clock keep instants or fill them in', () => {
  const timed = models().filter(({ body }) => /DateTime|now\(\)|@updatedAt/.test(body))
  expect(timed.map(({ table }) => table).filter((table) => !wallClock.includes(table))).toEqual([])
  expect(models().length).toBeGreaterThan(30)
})

test('the wall-clock tables are all there, so that the list above stays true', () => {
  const tables = models().map(({ table }) => table)
  expect(wallClock.filter((table) => !tables.includes(table))).toEqual([])
})

test('no SQL outside the wall-clock tables asks the server for the time', () => {
  const root = join(import.meta.dirname, '../..')
  const files = ['store', 'store/record', 'store/desk', 'store/lists'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name}`),
  )
  const asking = files.filter((file) =>
    /\bnow\(\)|CURRENT_(DATE|TIMESTAMP)|Date\.now\(\)|new Date\(\)/.test(readFileSync(join(root, file), 'utf8')),
  )
  const allowed = ['accounts', 'api-tokens', 'bearers', 'commands', 'incidents', 'invitations', 'links', 'sessions'].map(
    (name) => `store/desk/${name}.ts`,
  )
  expect(asking.filter((file) => ![...allowed, 'store/outbox.ts', 'store/mail-log.ts', 'store/command-parts.ts'].includes(file))).toEqual(
    [],
  )
  const migrations = readdirSync(migrationsPath).filter((name) => /^\d/.test(name))
  const functions = migrations
    .filter((name) => name !== '0001_tables')
    .map((name) => readFileSync(join(migrationsPath, name, 'migration.sql'), 'utf8'))
  expect(functions.filter((sql) => /\bnow\(\)|CURRENT_(DATE|TIMESTAMP)/.test(sql))).toEqual([])
})
