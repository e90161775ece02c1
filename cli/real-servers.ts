import pino from 'pino'
import { createOfficeClock } from '#api/office-clock.ts'
import { ConfigFault, readConfig } from '#schemas/config.ts'
import { createStore } from '#store/db.ts'
import type { Grounds } from './house.ts'
import { requireItsMasterKey } from './master-key.ts'
import { connectTemporal } from './temporal-connection.ts'

/**
 * What one program alone stands on: the configured database and Temporal. Throws a ConfigFault where one of them is not named;
 * only `npm start` starts servers of its own.
 */
export async function openGrounds(
  env: NodeJS.ProcessEnv,
): Promise<{ readonly grounds: Grounds; readonly temporalAddress: string; close(): Promise<void> }> {
  const config = readConfig(env)
  const missing = (['DATABASE_URL', 'MASTER_KEY', 'TEMPORAL_ADDRESS'] as const).filter((name) => config[name] === undefined)
  if (missing.length > 0)
    throw new ConfigFault(`The settings are wrong:\n${missing.map((name) => `  ${name}: is needed where programs run apart`).join('\n')}`)
  const store = createStore({
    connectionString: config.DATABASE_URL ?? '',
    masterKey: config.MASTER_KEY ?? '',
    connections: config.DATABASE_CONNECTIONS,
  })
  await requireItsMasterKey(store)
  const temporalAddress = config.TEMPORAL_ADDRESS ?? ''
  const temporal = await connectTemporal(temporalAddress, config)
  const officeClock = createOfficeClock(config.CLOCK_OFFSET_MS)
  return {
    grounds: { config, store, temporal: temporal.client, officeClock, log: pino({ level: config.LOG_LEVEL }) },
    temporalAddress,
    async close() {
      await temporal.close()
      await store.close()
    },
  }
}
