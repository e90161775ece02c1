import { argv, env, exit } from 'node:process'
import { fileURLToPath } from 'node:url'
import { listMigrations, runScript, withEngine } from './engine.ts'

/** Under which name and password the application signs in; it owns nothing. */
export type ApplicationLogin = { readonly user: string; readonly password: string }

/**
 * Brings the database of `ownerUrl` up to date and returns the names of the migrations applied now. With `login`, that role is
 * made (or given this password) and put into `conveyance_app`, the role that row-level security is written for.
 */
export async function migrate(ownerUrl: string, login?: ApplicationLogin): Promise<readonly string[]> {
  const migrationsList = await listMigrations()
  const filters = { externalTables: [], externalEnums: [] }
  const { appliedMigrationNames } = await withEngine(ownerUrl, (engine) => engine.applyMigrations({ migrationsList, filters }))
  if (login !== undefined) await createLogin(ownerUrl, login)
  return appliedMigrationNames
}

async function createLogin(ownerUrl: string, { user, password }: ApplicationLogin): Promise<void> {
  const name = quoteName(user)
  const script = `
    DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = ${quoteText(user)}) THEN CREATE ROLE ${name}; END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- made by another migration just now
    END $$;
    ALTER ROLE ${name} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD ${quoteText(password)};
    GRANT conveyance_app TO ${name};`
  await runScript(ownerUrl, script)
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
