import { readFileSync } from 'node:fs'
import { Client, Connection } from '@temporalio/client'
import { NativeConnection } from '@temporalio/worker'
import type { Config } from '#schemas/config.ts'

/** A client and a worker's connection to one Temporal, with TLS or API key as configured. */
export type TemporalLinks = { readonly client: Client; readonly native: NativeConnection; close(): Promise<void> }

type TemporalSettings = Pick<
  Config,
  'TEMPORAL_NAMESPACE' | 'TEMPORAL_API_KEY' | 'TEMPORAL_TLS_CA' | 'TEMPORAL_TLS_CERT' | 'TEMPORAL_TLS_KEY'
>

/** Connects to Temporal at `address`. Throws where it does not answer. */
export async function connectTemporal(address: string, config: TemporalSettings): Promise<TemporalLinks> {
  const options = { address, ...securityOf(config) }
  const connection = await Connection.connect(options)
  const native = await NativeConnection.connect(options)
  return {
    client: new Client({ connection, namespace: config.TEMPORAL_NAMESPACE }),
    native,
    async close() {
      await connection.close()
      await native.close()
    },
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
