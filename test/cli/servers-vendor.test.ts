import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { silent } from '#cli/servers/report.ts'
import { fetchVendorProgram, lookAtVendor, probeVendor } from '#cli/servers/vendor.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vendor-'))
  vi.stubEnv('CONVEYANCE_CACHE', join(root, 'cache'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  rmSync(root, { recursive: true, force: true })
})

/** The vendor as it answers: first which archive, then the archive. */
function stubVendor(archive: Buffer): string[] {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address)
    return address.startsWith('https://temporal.download/')
      ? Response.json({ archiveUrl: 'https://archive.test/cli.tar.gz', fileToExtract: 'temporal' })
      : new Response(new Uint8Array(archive))
  })
  return asked
}

function pack(name: string): Buffer {
  const folder = join(root, 'packed')
  mkdirSync(folder)
  writeFileSync(join(folder, name), '#!/bin/sh\necho temporal\n')
  chmodSync(join(folder, name), 0o755)
  execFileSync('tar', ['-czf', join(root, 'cli.tar.gz'), '-C', folder, name])
  return readFileSync(join(root, 'cli.tar.gz'))
}

describe("the vendor's download", () => {
  test('is asked the question the SDK asks, unpacked, and kept', async () => {
    const asked = stubVendor(pack('temporal'))
    const path = await fetchVendorProgram('cli', silent)
    expect(execFileSync(path, { encoding: 'utf8' })).toBe('temporal\n')
    const question = new URL(asked[0] ?? '')
    expect(question.pathname).toBe('/cli/default')
    expect(Object.fromEntries(question.searchParams)).toMatchObject({
      'sdk-name': 'sdk-typescript',
      'sdk-version': '1.24.0',
      format: 'tar.gz',
    })
    expect(lookAtVendor('cli')).toEqual({ state: 'here', path, note: 'downloaded earlier' })
    await fetchVendorProgram('cli', silent)
    expect(asked).toHaveLength(2)
  })

  test('that brings another file than promised is refused and leaves nothing', async () => {
    stubVendor(pack('something-else'))
    await expect(fetchVendorProgram('cli', silent)).rejects.toThrow('the archive holds no temporal, only something-else')
    expect(readdirSync(join(root, 'cache'))).toEqual([])
  })

  test('that the network refuses is a closed way, with the reason', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') })
    })
    expect(await probeVendor('cli')).toEqual({ state: 'closed', why: 'temporal.download cannot be reached: connect ECONNREFUSED' })
  })
})

test('the SDK version we ask for is the one that is installed', async () => {
  const { SDK_VERSION } = await import('#cli/servers/vendor.ts')
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> }
  expect(SDK_VERSION).toBe(`sdk-typescript-${dependencies['@temporalio/worker']}`)
})
