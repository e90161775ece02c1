import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import type { Report } from './servers/report.ts'

const root = join(import.meta.dirname, '..')

/** Where the built pages lie; the HTTP door serves them from here. */
export const webFolder = join(root, 'dist', 'web')

const markName = 'built-from.txt'

/** Whether the built pages belong to this source. */
export function isWebCurrent(): boolean {
  const mark = join(webFolder, markName)
  return existsSync(mark) && readFileSync(mark, 'utf8') === hashSources()
}

/** Builds the pages into `dist/web`; takes some seconds. */
export async function buildWeb(report: Report): Promise<void> {
  report('Building the web application …')
  // Of the sources as they are before: what changes while they are built is built the next time.
  const from = hashSources()
  // Built aside and put in place whole: a program that serves the pages meanwhile never finds half of them.
  const aside = `${webFolder}.${process.pid}`
  // Half a second to load, and wanted only where something has changed.
  const { build } = await import('vite')
  await asProduction(() => build({ configFile: join(root, 'vite.config.ts'), logLevel: 'error', build: { outDir: aside } }))
  writeFileSync(join(aside, markName), from)
  rmSync(webFolder, { recursive: true, force: true })
  renameSync(aside, webFolder)
}

/** Under a test runner the builder would make pages for development: slower, and full of advice. */
async function asProduction(run: () => Promise<unknown>): Promise<void> {
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    await run()
  } finally {
    if (before === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = before
  }
}

/** Of everything the pages are made of: a start builds them anew only when one of these has changed. */
function hashSources(): string {
  const hash = createHash('sha256')
  for (const room of ['domain', 'schemas', 'web']) {
    const names = readdirSync(join(root, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
    for (const name of names.sort()) hash.update(name.slice(root.length)).update(readFileSync(name))
  }
  for (const name of ['vite.config.ts', 'package-lock.json']) hash.update(readFileSync(join(root, name)))
  return hash.digest('hex')
}
