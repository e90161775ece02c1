import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listMigrations } from '#prisma/on-disk.ts'
import { isUpToDate, migrate } from '#prisma/migrate.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'

describe('a migrated database', () => {
  let database: TestDatabase
  let client: pg.Client

  beforeAll(async () => {
    database = await createTestDatabase()
    client = new pg.Client({ connectionString: database.ownerUrl })
    await client.connect()
  })

  afterAll(async () => {
    await client.end()
    await database.drop()
  })

  it('is up to date without the engine, and migrated again it stays as it is', async () => {
    expect(await isUpToDate(client, await listMigrations())).toBe(true)
    expect(await migrate(database.ownerUrl)).toEqual([])
  })

  it('is not where a migration on disk is new, is missing or says something else', async () => {
    const migrations = await listMigrations()
    const [first = { name: '', sql: '' }, ...rest] = migrations
    expect(await isUpToDate(client, [...migrations, { name: '9999_to_come', sql: 'SELECT 1' }])).toBe(false)
    expect(await isUpToDate(client, rest)).toBe(false)
    expect(await isUpToDate(client, [{ ...first, sql: `${first.sql} ` }, ...rest])).toBe(false)
  })

  it('is not where a migration was begun and never finished', async () => {
    await client.query('BEGIN')
    await client.query(
      'UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)',
    )
    expect(await isUpToDate(client, await listMigrations())).toBe(false)
    await client.query('ROLLBACK')
  })
})
