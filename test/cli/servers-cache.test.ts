import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fillOnce, getCacheRoot } from '#cli/servers/cache.ts'
import { silent } from '#cli/servers/report.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cache-'))
})
afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

test('what is fetched is kept outside the checkout, where the person says or where the desktop says', () => {
  expect(getCacheRoot({}, '/home/lin')).toBe('/home/lin/.cache/conveyance')
  expect(getCacheRoot({ XDG_CACHE_HOME: '/big' }, '/home/lin')).toBe('/big/conveyance')
  expect(getCacheRoot({ XDG_CACHE_HOME: '/big', CONVEYANCE_CACHE: '/mine' }, '/home/lin')).toBe('/mine')
  expect(getCacheRoot({ XDG_CACHE_HOME: '' }, '/home/lin')).toBe('/home/lin/.cache/conveyance')
})

describe('filling the cache', () => {
  const write = (draft: string): void => writeFileSync(join(draft, 'program'), '')

  test('two who need the same thing fetch it once', async () => {
    const folder = join(root, 'press-1')
    const isThere = (): boolean => existsSync(join(folder, 'program'))
    let fetched = 0
    const fill = async (draft: string): Promise<void> => {
      fetched += 1
      await new Promise(setImmediate)
      write(draft)
    }
    await Promise.all([fillOnce(folder, isThere, fill, silent), fillOnce(folder, isThere, fill, silent)])
    expect(fetched).toBe(1)
    expect(readdirSync(root)).toEqual(['press-1'])
  })

  test('a fetch cut short leaves nothing, and the next one starts afresh', async () => {
    const folder = join(root, 'press-1')
    const isThere = (): boolean => existsSync(join(folder, 'program'))
    const cut = async (draft: string): Promise<void> => {
      write(draft)
      throw new Error('connection reset')
    }
    await expect(fillOnce(folder, isThere, cut, silent)).rejects.toThrow('connection reset')
    expect(readdirSync(root)).toEqual([])
    await fillOnce(folder, isThere, async (draft) => write(draft), silent)
    expect(readdirSync(folder)).toEqual(['program'])
  })

  test('a fetch that was killed neither blocks the next nor leaves its draft', async () => {
    const folder = join(root, 'press-1')
    mkdirSync(`${folder}.draft-1a2b3c4d`)
    writeFileSync(`${folder}.lease.json`, JSON.stringify({ owner: { pid: 1, since: 'an earlier boot' } }))
    await fillOnce(
      folder,
      () => existsSync(join(folder, 'program')),
      async (draft) => write(draft),
      silent,
    )
    expect(readdirSync(root)).toEqual(['press-1'])
  })
})
