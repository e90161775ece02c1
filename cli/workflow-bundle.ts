import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const root = join(import.meta.dirname, '..')

/** The stories' bundle for this source, made once and kept in `folder`; another source makes another. */
export async function getWorkflowBundle(folder: string): Promise<{ readonly codePath: string }> {
  const codePath = join(folder, `workflows-${hashSources()}.js`)
  if (!existsSync(codePath)) {
    mkdirSync(folder, { recursive: true })
    const { bundleWorkflows, emptySourceMap } = await import('#worker/bundle.ts')
    const { code } = await bundleWorkflows()
    // Written aside and renamed: a start that is cut off leaves no half bundle.
    const half = `${codePath}.${process.pid}`
    writeFileSync(half, emptySourceMap(code))
    renameSync(half, codePath)
  }
  return { codePath }
}

function hashSources(): string {
  const hash = createHash('sha256')
  for (const room of ['domain', 'workflows']) {
    const names = readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
    for (const name of names.sort()) hash.update(name).update(readFileSync(join(root, room, name)))
  }
  for (const name of ['worker/bundle.ts', 'package-lock.json']) hash.update(readFileSync(join(root, name)))
  return hash.digest('hex').slice(0, 16)
}
