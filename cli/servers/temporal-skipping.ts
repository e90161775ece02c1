import { randomUUID } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env } from 'node:process'
import { TestWorkflowEnvironment } from '@temporalio/testing'
import { getCacheRoot } from './cache.ts'
import { PARENT_OF, startKept } from './kept-child.ts'
import type { KeptChild } from './kept-child.ts'
import { findFreePort } from './ports.ts'
import { silent } from './report.ts'
import type { Report } from './report.ts'
import { waitForTemporal } from './temporal-answer.ts'
import { resolveTool } from './routes.ts'
import type { Found } from './routes.ts'
import { testServer } from './test-server.ts'
import { ServerTrouble } from './trouble.ts'

/** A JVM on a busy machine with two processors has been seen to need ten seconds. */
const START_MS = 60_000

/** Finds or fetches the test server. @returns a program that takes its port as argument @throws ServerTrouble */
export async function resolveTestServer(report: Report): Promise<Found> {
  return await resolveTool(testServer, report)
}

/**
 * An environment whose clock skips to the next timer. We start the server ourselves and hand it to the SDK as running: the SDK would
 * give up after five seconds, which a busy machine needs for Java alone, and would leave Java behind when the run is killed. Ours ends
 * with `teardown()`, and within two seconds of this process's end, however it ends.
 *
 * @throws ServerTrouble where no test server can be had or it does not start
 */
export async function createSkippingEnvironment(report: Report = silent): Promise<TestWorkflowEnvironment> {
  const found = await resolveTestServer(report)
  const port = await findFreePort()
  const server = startKept({
    command: found.path,
    args: [String(port)],
    cwd: tmpdir(),
    env: { ...env },
    // It keeps nothing: there is no good order to end in.
    signal: 'SIGKILL',
    graceSeconds: 5,
    log: silent,
  })
  try {
    await waitForTemporal({ port, limitMs: START_MS, hasEnded: () => server.hasEnded() })
    const environment = await TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: 'existing-path', path: writeStandIn() }, port },
    })
    return endWith(environment, server)
  } catch (error) {
    await server.stop()
    if (!server.hasEnded()) throw error
    throw new ServerTrouble(
      `The Temporal test server (${found.route}) did not start: ${server.lines.at(-1) ?? String(error)}.`,
      'npm run doctor shows every way to it',
    )
  }
}

/** `teardown()` ends the server as well. */
function endWith(environment: TestWorkflowEnvironment, server: KeptChild): TestWorkflowEnvironment {
  const teardown = environment.teardown.bind(environment)
  environment.teardown = async () => {
    try {
      await teardown()
    } finally {
      await server.stop()
    }
  }
  return environment
}

/**
 * The SDK insists on starting a program itself. It gets one that only waits, next to the server that is up already on the same port,
 * and that ends when its parent is gone.
 */
function writeStandIn(): string {
  const folder = getCacheRoot()
  const path = join(folder, 'stand-in-1')
  if (existsSync(path)) return path
  mkdirSync(folder, { recursive: true })
  const draft = `${path}.${randomUUID()}`
  writeFileSync(draft, `#!/bin/sh\n${PARENT_OF}\nwhile sleep 1; do parent_of "$$"; [ "$found" = "$PPID" ] || exit 0; done\n`)
  chmodSync(draft, 0o755)
  renameSync(draft, path)
  return path
}
