import process from 'node:process'
import { readConfig } from '#schemas/config.ts'
import { createStore, type Store } from '#store/db.ts'
import { openDatabase } from './local-servers.ts'
import { getDataRoot } from './servers/data-root.ts'

/** Runs `work` on the configured database, or on this machine's own, started for it where it does not run. */
export async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  const database = await openDatabase(config, getDataRoot())
  const store = createStore({ connectionString: database.databaseUrl, masterKey: database.masterKey })
  try {
    return await work(store)
  } finally {
    await store.close()
    await database.stop()
  }
}
