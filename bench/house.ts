import { cpSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { writeRegistries } from '#cli/generate.ts'
import { copyProject } from '#cli/project-copy.ts'
import { startKept, type KeptChild } from '#cli/servers/kept-child.ts'

const root = join(import.meta.dirname, '..')

/** A copy of the checkout to which the measured process has been added, one file a room; nothing else differs. */
export async function makeHouse(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = copyProject(root, 'bench')
  cpSync(join(root, 'bench', 'process'), folder, { recursive: true })
  await writeRegistries(folder)
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

export type Program = KeptChild & {
  /** The line by which it said that it is ready. */
  readonly ready: string
}

/** Starts a TypeScript program in a process of its own and waits for the line that says it is ready. */
export async function startProgram(
  folder: string,
  file: string,
  env: { readonly [name: string]: string },
  ready: RegExp,
): Promise<Program> {
  let seen: (line: string) => void = () => {}
  const line = new Promise<string>((resolve) => (seen = resolve))
  const child = startKept({
    command: process.execPath,
    args: ['--import', 'tsx', file],
    cwd: folder,
    env: { ...process.env, ...env },
    signal: 'SIGTERM',
    graceSeconds: 10,
    log: (text) => {
      if (ready.test(text)) seen(text)
    },
  })
  const ended = child.ended.then((how): string => {
    throw new Error(`${file} ended (${how}):\n${child.lines.slice(-15).join('\n')}`)
  })
  ended.catch(() => undefined)
  return { ...child, ready: await Promise.race([line, ended]) }
}
