import { existsSync } from 'node:fs'
import { env, getuid } from 'node:process'
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
    { name: 'CHROMIUM_PATH', look: async () => (env['CHROMIUM_PATH'] ? await lookAtBrowser(env['CHROMIUM_PATH']) : closed('not set')) },
    { name: 'chromium on PATH', look: lookAtPath },
    { name: "Playwright's download", look: lookAtPlaywright },
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

async function lookAtPath(): Promise<Sighting> {
  const path = NAMES.map((name) => findOnPath(name)).find((found) => found !== undefined)
  return path === undefined ? closed('absent') : await lookAtBrowser(path)
}

/** Playwright is there for development only; without it this way is closed and the others still work. */
async function lookAtPlaywright(): Promise<Sighting> {
  const playwright = await import('playwright-core').catch(() => undefined)
  if (playwright === undefined) return closed('playwright-core is not installed')
  const path = playwright.chromium.executablePath()
  return existsSync(path) ? await lookAtBrowser(path) : closed('not downloaded')
}

/** Ubuntu's package is a signpost to another shop: a browser is what tells its version. */
async function lookAtBrowser(path: string): Promise<Sighting> {
  if (!isExecutable(path)) return closed(`${path} cannot be executed`)
  const ran = await run(path, ['--version'], { limitMs: 20_000 })
  const version = /\d+\.\d+\.\d+/.exec(ran.stdout)
  return ran.code === 0 && version !== null ? { state: 'here', path, note: version[0] } : closed(reasonOf(ran.stderr) || 'it does not run')
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
