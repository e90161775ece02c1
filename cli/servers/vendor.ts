import { createWriteStream, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { arch, platform } from 'node:process'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { fillOnce, getCacheFolder } from './cache.ts'
import type { Report } from './report.ts'
import { closed } from './routes.ts'
import type { Sighting } from './routes.ts'
import { isExecutable, run } from './run.ts'
import { reasonOf } from './trouble.ts'

/** What Temporal publishes for download. */
export type VendorProgram = 'cli' | 'temporal-test-server'

/** The name and version under which the SDK asks for, and caches, its servers. */
export const SDK_VERSION = 'sdk-typescript-1.24.0'

/** An address that is refused says so at once; one that swallows packets is given this long. */
const ANSWER_MS = 4_000

/** A download that brings nothing for so long is given up. */
const STALL_MS = 20_000

type Archive = { archiveUrl: string; fileToExtract: string }

function getVendorFolder(program: VendorProgram): string {
  return getCacheFolder(`vendor-${program}`, SDK_VERSION)
}

function findVendorProgram(program: VendorProgram): string | undefined {
  const path = join(getVendorFolder(program), 'program')
  return isExecutable(path) ? path : undefined
}

/** Whether the vendor's program has been downloaded; whether it could be is found out by trying. */
export function lookAtVendor(program: VendorProgram): Sighting {
  const path = findVendorProgram(program)
  return path === undefined ? { state: 'fetchable', note: 'about 45 MB' } : { state: 'here', path, note: 'downloaded earlier' }
}

/** Whether the vendor answers. */
export async function probeVendor(program: VendorProgram): Promise<Sighting> {
  try {
    await askVendor(program)
    return { state: 'fetchable', note: 'about 45 MB' }
  } catch (error) {
    return closed(reasonOf(error))
  }
}

/** Downloads the program the SDK would download, into our own cache. @returns its path */
export async function fetchVendorProgram(program: VendorProgram, report: Report): Promise<string> {
  const isThere = (): boolean => findVendorProgram(program) !== undefined
  await fillOnce(getVendorFolder(program), isThere, async (draft) => await download(program, draft, report), report)
  return join(getVendorFolder(program), 'program')
}

/** Asks which archive suits this machine and SDK, with the same question the SDK asks. */
async function askVendor(program: VendorProgram): Promise<Archive> {
  const [, name, version] = /^(sdk-[a-z]+)-(.+)$/.exec(SDK_VERSION) ?? []
  const query = new URLSearchParams({
    arch: arch === 'x64' ? 'amd64' : arch,
    platform: platform === 'darwin' ? 'darwin' : 'linux',
    format: 'tar.gz',
    'sdk-name': name ?? '',
    'sdk-version': version ?? '',
  })
  const answer = await fetchNamed(`https://temporal.download/${program}/default?${query.toString()}`, AbortSignal.timeout(ANSWER_MS))
  if (!answer.ok) throw new Error(`status ${answer.status}`)
  const archive: unknown = await answer.json()
  if (!isArchive(archive)) throw new Error('the answer names no archive')
  return archive
}

function isArchive(value: unknown): value is Archive {
  return typeof value === 'object' && value !== null && 'archiveUrl' in value && 'fileToExtract' in value
}

async function download(program: VendorProgram, draft: string, report: Report): Promise<void> {
  const archive = await askVendor(program)
  const stall = new AbortController()
  const answer = await fetchNamed(archive.archiveUrl, stall.signal)
  if (!answer.ok || answer.body === null) throw new Error(`status ${answer.status}`)
  const packed = join(draft, 'archive.tar.gz')
  let timer = setTimeout(() => stall.abort(new Error('the download stalled')), STALL_MS)
  let bytes = 0
  const count = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      clearTimeout(timer)
      timer = setTimeout(() => stall.abort(new Error('the download stalled')), STALL_MS)
      bytes += chunk.length
      report(`${program}: ${(bytes / 1e6).toFixed(1)} MB`)
      done(null, chunk)
    },
  })
  try {
    await pipeline(Readable.fromWeb(answer.body as ReadableStream), count, createWriteStream(packed))
  } finally {
    clearTimeout(timer)
  }
  const ran = await run('tar', ['-xzf', packed, '-C', draft], { limitMs: 120_000 })
  if (ran.code !== 0) throw new Error(reasonOf(ran.stderr))
  rmSync(packed)
  const unpacked = join(draft, archive.fileToExtract)
  if (!existsSync(unpacked)) throw new Error(`the archive holds no ${archive.fileToExtract}, only ${readdirSync(draft).join(', ')}`)
  renameSync(unpacked, join(draft, 'program'))
}

/** Node's fetch hides the reason of a refused connection one level deeper; here it is said, with the host. */
async function fetchNamed(address: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(address, { signal })
  } catch (error) {
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
    throw new Error(`${new URL(address).host} cannot be reached: ${reasonOf(cause)}`, { cause: error })
  }
}
