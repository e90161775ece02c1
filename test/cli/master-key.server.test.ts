import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { getMasterKey, requireItsMasterKey } from '#cli/master-key.ts'
import { createStore } from '#store/db.ts'
import { createTestDatabase } from '../database.ts'
import { openHouse } from '../store/house.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'conveyance-key-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a data folder has its key before its database, and the same one ever after', () => {
  const key = getMasterKey(folder)
  expect(Buffer.from(key, 'base64')).toHaveLength(32)
  expect(getMasterKey(folder)).toBe(key)
})

test('no new key is made for a database whose key was lost: what was sealed would stay shut, and nobody would know why', () => {
  mkdirSync(join(folder, 'postgres', 'cluster'), { recursive: true })
  expect(() => getMasterKey(folder)).toThrow(/has lost its file master\.key\. Remedy: bring the key back/)
})

test('a damaged key is named with its file', () => {
  writeFileSync(join(folder, 'master.key'), 'abc')
  expect(() => getMasterKey(folder)).toThrow(/master\.key is damaged/)
  expect(readFileSync(join(folder, 'master.key'), 'utf8')).toBe('abc')
})

test('a program that was given another key than the one its database was sealed under does not begin to work, nor one without its database', async () => {
  const { openStore, url: connectionString, drop } = await createTestDatabase()
  const store = openStore()
  await openHouse(store, 'sealed', [{ id: 'ann' }])
  await requireItsMasterKey(store)
  const other = createStore({ connectionString, masterKey: randomBytes(32) })
  await expect(requireItsMasterKey(other)).rejects.toThrow('The database was sealed under another master key.')
  await other.close()
  const nobody = createStore({ connectionString: 'postgresql://app@127.0.0.1:1/conveyance', masterKey: randomBytes(32) })
  await expect(requireItsMasterKey(nobody)).rejects.toThrow(/^The database does not answer: .*ECONNREFUSED.*Remedy: /)
  await nobody.close()
  await drop()
})
