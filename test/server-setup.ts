import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '#cli/servers/postgres.ts'
import { createTemplateDatabase } from './database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Owner's address of the run's PostgreSQL server; each test file makes its own database there from the template. */
    databaseServer: string
  }
}

/** One real PostgreSQL for the run, with one migrated template. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'conveyance-test-'))
  const server = await startPostgres({ dataDir: join(folder, 'postgres'), log: () => {} })
  await createTemplateDatabase(server.ownerUrl)
  project.provide('databaseServer', server.ownerUrl)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
