import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Client } from '@temporalio/client'
import type { Logger } from 'pino'
import { createApi } from '#api/app.ts'
import type { OfficeClock } from '#api/dependencies.ts'
import { serveWeb } from '#api/web-files.ts'
import { createDelivery } from '#api/starter.ts'
import type { Rehearsal } from '#api/rehearsal.ts'
import type { Config } from '#schemas/config.ts'
import type { Store } from '#store/db.ts'
import { createRetry } from '#worker/retry-incident.ts'

/** What every door stands on. */
export type Grounds = {
  readonly config: Config
  readonly store: Store
  readonly temporal: Client
  readonly officeClock: OfficeClock
  readonly log: Logger
  /** Where time is skipped. */
  readonly rehearsal?: Rehearsal
}

/** Every process's drawing by its stem, as BPMN 2.0 XML. */
export function readDrawings(): { [stem: string]: string } {
  const folder = join(import.meta.dirname, '..', 'workflows')
  const files = readdirSync(folder).filter((name) => name.endsWith('.bpmn'))
  return Object.fromEntries(files.map((name) => [basename(name, '.bpmn'), readFileSync(join(folder, name), 'utf8')]))
}

/** Opens the HTTP door; answers its address when it listens. Throws one sentence when the port is taken. */
export async function openApi(grounds: Grounds): Promise<{ readonly url: string; close(): Promise<void> }> {
  const { HOST, PORT } = grounds.config
  const delivery = createDelivery(grounds)
  const retryIncident = createRetry({ ...grounds, delivery, patience: delivery.patience })
  const app = createApi({ ...grounds, drawings: readDrawings(), retryIncident })
  serveWeb(app, join(import.meta.dirname, '..', 'dist', 'web'))
  const server = await new Promise<Server>((resolve, reject) => {
    const listening: Server = app.listen(PORT, HOST, (error?: Error) => (error ? reject(portTrouble(error, PORT)) : resolve(listening)))
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${port}`,
    close: () => closeDoor(server),
  }
}

/** Longer than a command usually takes; what is cut is kept, and goes on without whoever asked. */
const DRAIN_MS = 5_000

/** Lets nobody in any more; whoever is being answered gets his answer, for so many milliseconds. */
export function closeDoor(server: Server, patience: number = DRAIN_MS): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), patience)
    // A browser keeps its connection after the answer.
    const sweep = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearTimeout(cut)
      clearInterval(sweep)
      resolve()
    })
  })
}

function portTrouble(error: Error, port: number): Error {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') return error
  return new Error(`Port ${port} is in use by another program; stop it, or choose another with PORT=${port + 1} npm start.`)
}
