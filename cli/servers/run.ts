import { spawn } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { env } from 'node:process'

/** What a command left behind. `code` is null where a signal ended it or it could not be started. */
export type Ran = { code: number | null; stdout: string; stderr: string }

export type RunOptions = {
  cwd?: string
  env?: Record<string, string>
  /** Milliseconds after which the command is killed. */
  limitMs: number
  /** Called with each line of output as it comes. */
  onLine?: (line: string) => void
}

/** The last characters of output are kept; a build may write megabytes. */
const KEPT = 64_000

/** Runs a command to its end. Never throws: a command that is absent has code null and says so in stderr. */
export async function run(command: string, args: readonly string[], options: RunOptions): Promise<Ran> {
  const child = spawn(command, args, {
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: { ...env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const kept = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    let rest = ''
    child[name].setEncoding('utf8').on('data', (text: string) => {
      kept[name] = (kept[name] + text).slice(-KEPT)
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) options.onLine?.(line)
    })
  }
  let late = false
  const timer = setTimeout(() => {
    late = true
    child.kill('SIGKILL')
  }, options.limitMs)
  return await new Promise((resolve) => {
    child.on('error', (error) => {
      clearTimeout(timer)
      resolve({ code: null, stdout: kept.stdout, stderr: `${kept.stderr}${error.message}` })
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      const said = late ? `${kept.stderr}\nno end after ${Math.round(options.limitMs / 1000)} s` : kept.stderr
      resolve({ code: late ? null : code, stdout: kept.stdout, stderr: said })
    })
  })
}

/** The full path of a program on PATH, or undefined. */
export function findOnPath(name: string, path: string = env['PATH'] ?? ''): string | undefined {
  return path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(isExecutable)
}

/** Whether the path is a file that this user may execute. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
