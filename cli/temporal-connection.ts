import { readFileSync } from 'node:fs'
import { Client, Connection } from '@temporalio/client'
import type { NativeConnection } from '@temporalio/worker'
import type { Config } from '#schemas/config.ts'
import { reasonOf, ServerTrouble } from './servers/trouble.ts'

type TemporalSettings = Pick<
  Config,
  'TEMPORAL_NAMESPACE' | 'TEMPORAL_API_KEY' | 'TEMPORAL_TLS_CA' | 'TEMPORAL_TLS_CERT' | 'TEMPORAL_TLS_KEY'
>

/** A client's connection to Temporal at `address`, with TLS or API key as configured. Throws ServerTrouble where it does not answer. */
export async function connectTemporal(
  address: string,
  config: TemporalSettings,
): Promise<{ readonly client: Client; close(): Promise<void> }> {
  const connection = await told(address, () => Connection.connect({ address, ...securityOf(config) }))
  return { client: new Client({ connection, namespace: config.TEMPORAL_NAMESPACE }), close: () => connection.close() }
}

/** A worker's connection to the same. What workers are made of takes its time to load, and only they need it. */
export async function connectWorker(address: string, config: TemporalSettings): Promise<NativeConnection> {
  const { NativeConnection } = await import('@temporalio/worker')
  return told(address, () => NativeConnection.connect({ address, ...securityOf(config) }))
}

/** A connection that does not come about is told with its address, and where that is set. */
async function told<T>(address: string, connect: () => Promise<T>): Promise<T> {
  try {
    return await connect()
  } catch (error) {
    throw new ServerTrouble(
      `Temporal at ${address} does not answer: ${reasonOf(error)}.`,
      'see that it runs, and that TEMPORAL_ADDRESS and what it asks for (TLS, key) are right',
    )
  }
}

function securityOf(config: TemporalSettings) {
  const { TEMPORAL_API_KEY: apiKey, TEMPORAL_TLS_CA: ca, TEMPORAL_TLS_CERT: cert, TEMPORAL_TLS_KEY: key } = config
  const pair = cert === undefined || key === undefined ? undefined : { crt: readFileSync(cert), key: readFileSync(key) }
  const authority = ca === undefined ? undefined : readFileSync(ca)
  const tls = {
    ...(pair === undefined ? {} : { clientCertPair: pair }),
    ...(authority === undefined ? {} : { serverRootCACertificate: authority }),
  }
  const needsTls = apiKey !== undefined || pair !== undefined || authority !== undefined
  return { ...(needsTls ? { tls } : {}), ...(apiKey === undefined ? {} : { apiKey }) }
}
