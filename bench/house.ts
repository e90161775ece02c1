import { cpSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeRegistries } from '#cli/generate.ts'
import { copyProject } from '#cli/project-copy.ts'

const root = join(import.meta.dirname, '..')

/** A copy of the checkout to which the measured process has been added, one file a room; nothing else differs. */
export async function makeHouse(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = copyProject(root, 'bench')
  cpSync(join(root, 'bench', 'process'), folder, { recursive: true })
  await writeRegistries(folder)
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
