import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { bundleWorkflows } from '#worker/bundle.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** File that holds the run's one workflow bundle. */
    bundlePath: string
  }
}

/** One worker bundle a run: built here, read by every file that starts a worker or replays a history. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'conveyance-bundle-'))
  const bundlePath = join(folder, 'workflows.js')
  await writeFile(bundlePath, (await bundleWorkflows()).code)
  project.provide('bundlePath', bundlePath)
  return () => rm(folder, { recursive: true })
}
