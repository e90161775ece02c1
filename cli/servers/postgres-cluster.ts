import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, sep } from 'node:path'
import { env, getuid } from 'node:process'
import { findCommandLine } from './identity.ts'
import { mayReach } from './postgres-program.ts'
import type { PostgresProgram } from './postgres-program.ts'
import { reasonOf, ServerTrouble } from './trouble.ts'

/** The owner of everything in the cluster. Migrations run as this role; the application never does. */
export const OWNER = 'conveyance_owner'

/**
 * UTF-8 text, compared by code point under PostgreSQL's own collation `C.UTF-8`: the order of an index then never depends on the
 * operating system's or ICU's version, so a data folder can be moved to another machine without rebuilding indexes, and upper and
 * lower case still follow Unicode. People's lists that want the order of pinyin ask for it: `order by name collate "zh-x-icu"`.
 */
const LOCALE = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--lc-collate=C',
  '--lc-ctype=C',
  '--lc-messages=C',
]

export type Cluster = { folder: string; password: string }

/**
 * The cluster of a data folder, made on first use. A first use that was cut short leaves only a draft, which is thrown away.
 *
 * @throws ServerTrouble where the folder cannot be used or is damaged
 */
export function openCluster(dataDir: string, program: PostgresProgram): Cluster {
  const folder = join(dataDir, 'cluster')
  const passwordFile = join(dataDir, 'owner-password')
  if (!existsSync(folder)) createCluster(dataDir, folder, passwordFile, program)
  const damage = findDamage(folder, passwordFile, program.version)
  if (damage !== undefined) {
    throw new ServerTrouble(
      `The PostgreSQL data folder ${dataDir} ${damage}.`,
      `restore it from a backup, or, if what it holds may be lost: rm -r '${dataDir}'`,
    )
  }
  removeStalePidFile(folder)
  return { folder, password: readFileSync(passwordFile, 'utf8').trim() }
}

/**
 * After a hard end the server's pid file stays. PostgreSQL sees by itself that its process is gone, unless the number has passed to
 * another process of this user: then it believes that one to be the server and refuses. Called under the lease, where ours is known to
 * be gone; a server somebody else started on this folder is told by its command line and left to PostgreSQL's own refusal.
 */
function removeStalePidFile(folder: string): void {
  const file = join(folder, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (findCommandLine(pid)?.includes(folder) !== true) rmSync(file)
}

function createCluster(dataDir: string, folder: string, passwordFile: string, program: PostgresProgram): void {
  mkdirSync(dataDir, { recursive: true })
  const user = program.user
  if (user !== undefined) openTemporaryParents(dataDir)
  if (user !== undefined && !mayReach(dataDir, user)) {
    throw new ServerTrouble(
      `PostgreSQL does not run as root, and the user it runs as may not enter ${dataDir}.`,
      'set CONVEYANCE_DATA=/var/lib/conveyance, or run as an ordinary user',
    )
  }
  const draft = join(dataDir, 'cluster.draft')
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  const password = randomBytes(24).toString('base64url')
  const promptFile = `${draft}.password`
  writeFileSync(promptFile, `${password}\n`, { mode: 0o600 })
  if (user !== undefined) for (const path of [draft, promptFile]) chownSync(path, user.uid, user.gid)
  try {
    const args = [`--pgdata=${draft}`, `--username=${OWNER}`, `--pwfile=${promptFile}`, '--auth=scram-sha-256', ...LOCALE]
    execFileSync(program.initdb, args, { ...user, cwd: dataDir, env: { ...env, LC_ALL: 'C' }, stdio: 'pipe' })
  } catch (error) {
    const said = (error as { stderr?: Buffer }).stderr?.toString()
    throw new ServerTrouble(
      `PostgreSQL could not make its data folder in ${dataDir}: ${reasonOf(said ?? error)}.`,
      'free some space or choose another folder',
    )
  } finally {
    rmSync(promptFile, { force: true })
  }
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  renameSync(draft, folder)
}

/**
 * `mkdtemp` makes folders that only root may enter. Ours below the system's temporary folder are opened for passing through, not for
 * listing; folders elsewhere are left as their owner set them.
 */
function openTemporaryParents(dataDir: string): void {
  const root = realpathSync(tmpdir())
  for (let folder = realpathSync(dataDir); folder.startsWith(`${root}${sep}`); folder = dirname(folder)) {
    const { mode, uid } = statSync(folder)
    if (uid === getuid?.() && (mode & 0o001) === 0) chmodSync(folder, (mode & 0o777) | 0o011)
  }
}

/** What a look at the files shows to be wrong, or undefined. The rest the server finds when it starts. */
function findDamage(folder: string, passwordFile: string, version: string): string | undefined {
  if (!existsSync(passwordFile)) return 'has lost its file owner-password'
  const files = new Set(readdirSync(folder))
  const missing = ['PG_VERSION', 'global', 'base', 'pg_wal', 'postgresql.conf'].find((name) => !files.has(name))
  if (missing !== undefined) return `is damaged: ${missing} is missing`
  if (!existsSync(join(folder, 'global', 'pg_control'))) return 'is damaged: global/pg_control is missing'
  const made = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  return version.startsWith(`${made}.`) ? undefined : `was made by PostgreSQL ${made}, and this is ${version}`
}
