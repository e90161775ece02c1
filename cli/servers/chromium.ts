import { existsSync } from 'node:fs'
import { env, getuid } from 'node:process'
import { chromium as playwright } from 'playwright-core'
import type { Report } from './report.ts'
import { closed, resolveTool } from './routes.ts'
import type { Found, Sighting, Tool } from './routes.ts'
import { findOnPath, isExecutable, run } from './run.ts'
import { reasonOf } from './trouble.ts'

/** Browsers Playwright can drive, as Debian, Fedora, Google and others call them. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']

/** A browser for the tests of the web pages. */
export const chromium: Tool = {
  name: 'Chromium',
  purpose: 'drives the web pages in browser tests',
  remedy: 'apt-get install chromium (or: npx playwright-core install chromium)',
  routes: [
    { name: 'CHROMIUM_PATH', look: async () => lookAtFile(env['CHROMIUM_PATH']) },
    { name: 'chromium on PATH', look: async () => lookAtPath() },
    { name: "Playwright's download", look: async () => lookAtPlaywright() },
    { name: 'apt-get install chromium', look: async () => lookAtApt(), fetch: installWithApt },
  ],
}

/** How a browser is started so that it neither phones home nor needs a desktop. A fresh user-data folder is the caller's. */
export const CHROMIUM_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const

/** Finds a browser; installs one only as root on a build machine (CI=true). @throws ServerTrouble */
export async function resolveChromium(report: Report): Promise<Found> {
  return await resolveTool(chromium, report)
}

function lookAtFile(path: string | undefined): Sighting {
  if (path === undefined || path === '') return closed('not set')
  return isExecutable(path) ? { state: 'here', path, note: '' } : closed(`${path} cannot be executed`)
}

function lookAtPath(): Sighting {
  const path = NAMES.map((name) => findOnPath(name)).find((found) => found !== undefined)
  return path === undefined ? closed('absent') : { state: 'here', path, note: '' }
}

function lookAtPlaywright(): Sighting {
  const path = playwright.executablePath()
  return existsSync(path) ? { state: 'here', path, note: '' } : closed('not downloaded')
}

/** A system package is installed only where nobody's machine is changed by surprise. */
function lookAtApt(): Sighting {
  if (findOnPath('apt-get') === undefined) return closed('no apt-get')
  if (env['CI'] !== 'true') return closed('only on a build machine (CI=true)')
  return getuid?.() === 0 ? { state: 'fetchable', note: 'about 100 MB' } : closed('needs root')
}

async function installWithApt(report: Report): Promise<string> {
  const onLine = (line: string): void => report(`apt-get: ${line}`)
  const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' }, limitMs: 900_000, onLine }
  // Lists may be old or absent on a fresh machine; the install itself says if they are still not enough.
  await run('apt-get', ['update'], quiet)
  const ran = await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quiet)
  if (ran.code !== 0) throw new Error(reasonOf(ran.stderr || ran.stdout))
  const path = findOnPath('chromium')
  if (path === undefined) throw new Error('the package brought no program called chromium')
  return path
}
