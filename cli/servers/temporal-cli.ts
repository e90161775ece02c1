import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env } from 'node:process'
import { fillOnce, getCacheFolder } from './cache.ts'
import type { Report } from './report.ts'
import { closed } from './routes.ts'
import type { Sighting, Tool } from './routes.ts'
import { findOnPath, isExecutable, run } from './run.ts'
import { reasonOf } from './trouble.ts'
import { fetchVendorProgram, lookAtVendor, probeVendor, SDK_VERSION } from './vendor.ts'

/** The last version `go install` can build: later ones carry replace directives. Its server is 1.29.1. */
const GO_VERSION = '1.5.1'
const GO_MODULE = `github.com/temporalio/cli/cmd/temporal@v${GO_VERSION}`

/** Temporal's command, which holds the durable server for one machine. */
export const temporalCli: Tool = {
  name: 'Temporal CLI',
  purpose: 'the Temporal server on one machine (npm run dev, npm start without TEMPORAL_ADDRESS)',
  remedy: 'install Go 1.25 or later from go.dev/dl (the command is then built, once), or put temporal on PATH, or set TEMPORAL_CLI_PATH',
  routes: [
    {
      name: 'TEMPORAL_CLI_PATH',
      look: async () => (env['TEMPORAL_CLI_PATH'] ? await lookAtCli(env['TEMPORAL_CLI_PATH']) : closed('not set')),
    },
    {
      name: 'temporal on PATH',
      look: async () => {
        const path = findOnPath('temporal')
        return path === undefined ? closed('absent') : await lookAtCli(path)
      },
    },
    { name: 'the cached download of the SDK', look: async () => await lookAtCli(join(tmpdir(), `temporal-${SDK_VERSION}`)) },
    {
      name: "the vendor's download",
      look: async () => lookAtVendor('cli'),
      probe: async () => await probeVendor('cli'),
      fetch: async (report) => await fetchVendorProgram('cli', report),
    },
    { name: `go install (v${GO_VERSION})`, look: lookAtGo, fetch: buildWithGo },
  ],
}

async function lookAtCli(path: string): Promise<Sighting> {
  if (!existsSync(path)) return closed('absent')
  if (!isExecutable(path)) return closed(`${path} cannot be executed`)
  const ran = await run(path, ['--version'], { limitMs: 20_000 })
  const server = /Server (\d+\.\d+\.\d+)/.exec(ran.stdout)
  // Updates with start and the rest of what the workflows use came with server 1.25.
  if (ran.code !== 0 || server === null) return closed(reasonOf(ran.stderr) || 'it names no server version')
  return { state: 'here', path, note: `server ${server[1]}` }
}

function getGoFolder(): string {
  return getCacheFolder('temporal-cli', GO_VERSION)
}

async function lookAtGo(): Promise<Sighting> {
  const built = join(getGoFolder(), 'temporal')
  if (existsSync(built)) return await lookAtCli(built)
  return findOnPath('go') === undefined ? closed('no go on PATH') : { state: 'fetchable', note: 'builds for about 6 minutes, once' }
}

/** Builds the command from its source with the machine's own Go. @returns its path */
async function buildWithGo(report: Report): Promise<string> {
  const folder = getGoFolder()
  const built = join(folder, 'temporal')
  await fillOnce(
    folder,
    () => existsSync(built),
    async (draft) => await build(draft, report),
    report,
  )
  return built
}

async function build(draft: string, report: Report): Promise<void> {
  const begun = performance.now()
  let packages = 0
  let modules = 0
  const ran = await run('go', ['install', '-v', '-trimpath', '-ldflags', '-s -w', GO_MODULE], {
    cwd: draft,
    env: { GOBIN: draft, CGO_ENABLED: '0' },
    limitMs: 45 * 60_000,
    onLine: (line) => {
      if (line.startsWith('go: ')) modules += 1
      else packages += 1
      const minutes = ((performance.now() - begun) / 60_000).toFixed(1)
      report(`Temporal CLI from source: ${modules} modules, ${packages} of about 1,450 packages, ${minutes} min`)
    },
  })
  if (ran.code !== 0) throw new Error(reasonOf(ran.stderr.trim().split('\n').slice(-3).join(' ')))
}
