import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import pino from 'pino'
import { createOfficeClock } from '#api/office-clock.ts'
import { readConfig } from '#schemas/config.ts'
import { createStore } from '#store/db.ts'
import { buildWeb, isWebCurrent } from './build-web.ts'
import { demonstrationAccounts, seedDemonstration } from './seed.ts'
import { openApi, openWorker } from './house.ts'
import { openServers, type Servers } from './local-servers.ts'
import { quietTemporal } from './quiet.ts'
import { createReport } from './servers/report.ts'
import { connectTemporal } from './temporal-connection.ts'
import { runCommand, untilStopped } from './until-stopped.ts'
import { getWorkflowBundle } from './workflow-bundle.ts'

/** `npm start`: everything on one machine, with no set-up; Ctrl-C stops all of it. */
async function start(): Promise<void> {
  const config = readConfig(process.env)
  const stopped = untilStopped()
  const { report, end } = createReport(process.stdout)
  const closers: (() => Promise<void>)[] = []
  try {
    const bundling = getWorkflowBundle(join(import.meta.dirname, '..', 'dist'))
    bundling.catch(() => undefined)
    const servers = await openServers(config, report)
    closers.push(() => servers.stop())
    if (!isWebCurrent()) await buildWeb(report)
    const store = createStore({
      connectionString: servers.databaseUrl,
      masterKey: servers.masterKey,
      connections: config.DATABASE_CONNECTIONS,
    })
    closers.push(() => store.close())
    const isDemonstration = config.DATABASE_URL === undefined
    if (isDemonstration) await seedOnce(servers, () => seedDemonstration(store))
    const links = await connectTemporal(servers.temporalAddress, config)
    closers.push(() => links.close())
    const log = pino({ level: config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL })
    const grounds = { config, store, temporal: links.client, officeClock: createOfficeClock(config.CLOCK_OFFSET_MS), log }
    const api = await openApi(grounds)
    closers.push(() => api.close())
    const worker = await openWorker(grounds, { connection: links.native, bundle: await bundling })
    closers.push(() => worker.stop())
    end()
    greet(api.url, isDemonstration)
    await Promise.race([stopped, worker.ended])
    process.stdout.write('\nStopping …\n')
  } finally {
    end()
    for (const close of closers.reverse()) await close()
  }
}

/** The demonstration university is set up once for a data folder; a second start finds it as it was left. */
async function seedOnce(servers: Servers, seed: () => Promise<unknown>): Promise<void> {
  const mark = join(servers.dataRoot, 'seeded')
  if (existsSync(mark)) return
  await seed()
  writeFileSync(mark, '')
}

function greet(url: string, isDemonstration: boolean): void {
  const lines = [`\nConveyance 让渡 is ready: ${url}`]
  if (isDemonstration)
    lines.push(`Accounts of the demonstration university (password demo-password-1):`, `  ${demonstrationAccounts.join('  ')}`)
  process.stdout.write(`${[...lines, 'Ctrl-C stops everything.'].join('\n')}\n`)
}

quietTemporal()
await runCommand(start)
