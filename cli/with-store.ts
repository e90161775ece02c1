import process from 'node:process'
import { readConfig } from '#schemas/config.ts'
import { createStore, type Store } from '#store/db.ts'
import { findRunningDatabase, openDatabase } from './local-servers.ts'
import { requireItsMasterKey } from './master-key.ts'
import { openDataRoot } from './servers/data-root.ts'

/** Runs `work` on the configured database, or on this machine's own, which is started for it where it does not run. */
export async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  const dataRoot = openDataRoot()
  const database = findRunningDatabase(config, dataRoot) ?? (await openDatabase(config, dataRoot))
  const store = createStore({ connectionString: database.databaseUrl, masterKey: database.masterKey })
  try {
    await requireItsMasterKey(store)
    return await work(store)
  } finally {
    await store.close()
    await database.stop()
  }
}
