import { createHash } from 'node:crypto'
import { argv, env, exit } from 'node:process'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { listMigrations, type Migration } from './on-disk.ts'

/** Under which name and password the application signs in; it owns nothing. */
export type ApplicationLogin = { readonly user: string; readonly password: string }

/**
 * Brings the database of `ownerUrl` up to date and returns the names of the migrations applied now. With `login`, that role is
 * made (or given this password) and put into `conveyance_app`, the role that row-level security is written for.
 */
export async function migrate(ownerUrl: string, login?: ApplicationLogin): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  // A server that goes away is told of by whatever asks it next.
  client.on('error', () => {})
  await client.connect()
  try {
    const migrations = await listMigrations()
    const applied = (await isUpToDate(client, migrations)) ? [] : await applyWithEngine(ownerUrl, migrations)
    if (login !== undefined) await createLogin(client, login)
    return applied
  } finally {
    await client.end()
  }
}

/** The engine takes a third of a second to load: only where there is something for it to apply or to complain of. */
async function applyWithEngine(ownerUrl: string, migrations: readonly Migration[]): Promise<readonly string[]> {
  const { applyMigrations } = await import('./engine.ts')
  return applyMigrations(ownerUrl, migrations)
}

/** Whether the database tells of exactly these migrations, each finished and with the very text that is on disk. */
export async function isUpToDate(client: pg.Client, migrations: readonly Migration[]): Promise<boolean> {
  const table = await client.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS "isThere"`)
  if (table.rows[0]?.isThere !== true) return false
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    'SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  )
  const told = rows.map(({ name, checksum, finished }) => `${name} ${finished ? checksum : 'unfinished'}`).sort()
  const wanted = migrations.map(({ name, sql }) => `${name} ${createHash('sha256').update(sql).digest('hex')}`).sort()
  return told.join() === wanted.join()
}

async function createLogin(client: pg.Client, { user, password }: ApplicationLogin): Promise<void> {
  const name = quoteName(user)
  const script = `
    DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = ${quoteText(user)}) THEN CREATE ROLE ${name}; END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- made by another migration just now
    END $$;
    ALTER ROLE ${name} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD ${quoteText(password)};
    GRANT conveyance_app TO ${name};`
  // Sent at once, the statements are one transaction.
  await client.query(script)
}

function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

function quoteText(text: string): string {
  if (text.includes('\\') || text.includes('$$')) throw new Error('A role name or password holds neither backslash nor $$')
  return `'${text.replaceAll("'", "''")}'`
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const ownerUrl = env['MIGRATION_DATABASE_URL']
  if (ownerUrl === undefined) throw new Error('MIGRATION_DATABASE_URL is not set: the address of the database under the role that owns it')
  const application = env['DATABASE_URL'] === undefined ? undefined : new URL(env['DATABASE_URL'])
  const login = application && { user: decodeURIComponent(application.username), password: decodeURIComponent(application.password) }
  const applied = await migrate(ownerUrl, login)
  console.log(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`)
  exit() // the engine leaves a ten-second timer behind
}
