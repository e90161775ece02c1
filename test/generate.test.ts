import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { generateRegistries } from '#cli/generate.ts'

const root = join(import.meta.dirname, '..')

it('the generated lists are current: run `npm run generate` after adding, renaming or removing a file', async () => {
  const files = await generateRegistries(root)
  const stale = files.filter(({ path, text }) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text)
  expect(stale.map(({ path }) => path)).toEqual([])
  expect(files.length).toBeGreaterThan(6)
})
