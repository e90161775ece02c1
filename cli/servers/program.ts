import process from 'node:process'
import { startKept, type KeptChild } from './kept-child.ts'

/** A program of ours in a process of its own. */
export type Program = KeptChild & {
  /** The line by which it said that it is ready. */
  readonly ready: string
}

export type ProgramOptions = {
  /** Where it runs: the checkout, or a copy of it. */
  readonly folder: string
  /** Its file, from that folder. */
  readonly file: string
  readonly args?: readonly string[]
  readonly env: { readonly [name: string]: string }
  readonly ready: RegExp
}

/** Starts a TypeScript program and waits for the line that says it is ready; it ends with this process. Throws its last lines when it ends before. */
export async function startProgram({ folder, file, args = [], env, ready }: ProgramOptions): Promise<Program> {
  let seen: (line: string) => void = () => {}
  const line = new Promise<string>((resolve) => (seen = resolve))
  const child = startKept({
    command: process.execPath,
    args: ['--import', 'tsx', file, ...args],
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
