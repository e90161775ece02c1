import process from 'node:process'
import { readConfig } from '#schemas/config.ts'
import { createStore } from '#store/db.ts'
import { listInstitutions } from '#store/desk/institutions.ts'
import { restartStories, type RestartParts } from './restart-stories.ts'
import { openServers } from './local-servers.ts'
import { requireItsMasterKey } from './master-key.ts'
import { createReport } from './servers/report.ts'
import { connectTemporal } from './temporal-connection.ts'

/** Begins the stories of open matters again, on the configured servers or on this machine's own, which must not be at work. */
export async function restartAll(which: RestartParts['which']): Promise<void> {
  const config = readConfig(process.env)
  const { report, end } = createReport(process.stdout)
  const servers = await openServers(config, report)
  end()
  const store = createStore({ connectionString: servers.databaseUrl, masterKey: servers.masterKey })
  try {
    await requireItsMasterKey(store)
    const { client: temporal, close } = await connectTemporal(servers.temporalAddress, config)
    const grounds = { store, temporal, taskQueue: config.TASK_QUEUE, clockOffset: config.CLOCK_OFFSET_MS }
    for (const { id, nameEn } of await listInstitutions(store)) {
      const { open, restarted } = await restartStories({ ...grounds, which }, id)
      process.stdout.write(`${nameEn}: ${open} open matters, ${restarted.length} stories begun again\n`)
    }
    await close()
  } finally {
    await store.close()
    await servers.stop()
  }
}
