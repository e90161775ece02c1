import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What version control leaves out and a copy shares with the original. */
const shared = ['node_modules', 'prisma/generated']

/**
 * A copy, in the system's temporary folder, of everything that version control knows or would take; the caller removes it.
 * It is a repository of its own with all files in the index, so that `git diff` tells what was changed in it.
 */
export function copyProject(root: string, purpose: string): string {
  const copy = mkdtempSync(join(tmpdir(), `conveyance-${purpose}-`))
  for (const file of listFiles(root)) cpSync(join(root, file), join(copy, file))
  for (const folder of shared) if (existsSync(join(root, folder))) symlinkSync(join(root, folder), join(copy, folder))
  git(copy, ['init', '--quiet'])
  git(copy, ['add', '--all'])
  return copy
}

/** Files of the index that were changed or removed since. */
export function listChanged(copy: string): string[] {
  return git(copy, ['diff', '--name-only', '-z'])
    .split('\0')
    .filter((name) => name !== '')
}

/** Files that version control knows or would take, as paths from `root`. */
export function listFiles(root: string): string[] {
  const names = git(root, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']).split('\0')
  return names.filter((name) => name !== '' && existsSync(join(root, name)))
}

function git(folder: string, args: readonly string[]): string {
  const done = spawnSync('git', [...args], { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (done.status !== 0) throw new Error(`git ${args.join(' ')}: ${done.stderr}`)
  return done.stdout
}
