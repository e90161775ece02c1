import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { openDataRoot } from '#cli/servers/data-root.ts'

const folder = mkdtempSync(join(tmpdir(), 'conveyance-root-'))

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

test('a data folder that cannot be one is named, with the way out', () => {
  const file = join(folder, 'not-a-folder')
  writeFileSync(file, '')
  vi.stubEnv('CONVEYANCE_DATA', file)
  expect(openDataRoot).toThrow(/not-a-folder cannot be used: EEXIST.* Remedy: name another: CONVEYANCE_DATA/)
})
