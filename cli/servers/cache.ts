import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { env } from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { takeLease } from './lease.ts'
import type { Lease } from './lease.ts'
import type { Report } from './report.ts'
import { ServerTrouble } from './trouble.ts'

/**
 * The folder where everything fetched or built at run time is kept, outside the checkout, so that a fresh clone fetches nothing twice:
 * CONVEYANCE_CACHE, else XDG_CACHE_HOME/conveyance, else ~/.cache/conveyance.
 */
export function getCacheRoot(variables: Record<string, string | undefined> = env, home: string = homedir()): string {
  if (variables['CONVEYANCE_CACHE']) return variables['CONVEYANCE_CACHE']
  return join(variables['XDG_CACHE_HOME'] || join(home, '.cache'), 'conveyance')
}

/** The folder of one tool in one version. A new version is a new folder; the old one may be deleted at any time. */
export function getCacheFolder(tool: string, version: string): string {
  return join(getCacheRoot(), `${tool}-${version}`)
}

/**
 * Fills a cache folder once. `isThere` decides whether it is complete; `fill` works in a draft folder that is moved into place only
 * when it is done, so an interrupted fetch leaves nothing half. Where another process is at it, this one waits and uses its result.
 */
export async function fillOnce(
  folder: string,
  isThere: () => boolean,
  fill: (draft: string) => Promise<void>,
  report: Report,
): Promise<void> {
  if (isThere()) return
  mkdirSync(dirname(folder), { recursive: true })
  const lease = await waitForLease(folder, report)
  try {
    if (isThere()) return
    removeDrafts(folder)
    const draft = `${folder}.draft-${randomUUID().slice(0, 8)}`
    mkdirSync(draft)
    try {
      await fill(draft)
      rmSync(folder, { recursive: true, force: true })
      renameSync(draft, folder)
    } finally {
      rmSync(draft, { recursive: true, force: true })
    }
  } finally {
    lease.release()
  }
}

/** What a killed fetch left. Called under the lease, when nobody else is at it. */
function removeDrafts(folder: string): void {
  const drafts = readdirSync(dirname(folder)).filter((name) => name.startsWith(`${basename(folder)}.draft-`))
  for (const name of drafts) rmSync(join(dirname(folder), name), { recursive: true, force: true })
}

async function waitForLease(folder: string, report: Report): Promise<Lease> {
  const since = performance.now()
  for (;;) {
    try {
      return await takeLease({ file: `${folder}.lease.json`, what: 'The fetch', data: folder, signal: 'SIGTERM', graceMs: 0 })
    } catch (error) {
      if (!(error instanceof ServerTrouble)) throw error
      report(`another process is fetching ${folder}, waiting (${Math.round((performance.now() - since) / 1000)} s)`)
      await pause(500)
    }
  }
}
