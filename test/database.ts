import { createHash, randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'
import { listMigrations } from '#prisma/on-disk.ts'
import { migrate } from '#prisma/migrate.ts'
import { createStore, type Store } from '#store/db.ts'

/** A migrated database of a test's own, on the server of the test run. */
export type TestDatabase = {
  /** Under the role that owns everything: for looking behind the walls. */
  readonly ownerUrl: string
  /** Under the application's login. */
  readonly url: string
  readonly masterKey: string
  /** Another store on the same database, as another process would open it. */
  openStore(): Store
  /** Closes the stores opened here and drops the database. */
  drop(): Promise<void>
}

const login = { user: 'conveyance_test', password: 'conveyance-test' }

/** Copies the migrated template, which is made once for each set of migrations. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('databaseServer')
  const name = `test_${randomBytes(6).toString('hex')}`
  await onServer(server, async (client) => {
    const template = await nameTemplate()
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`)
  })
  const url = addressOf(server, name)
  url.username = login.user
  url.password = login.password
  const masterKey = Buffer.alloc(32, 7).toString('base64')
  const stores: Store[] = []
  return {
    ownerUrl: addressOf(server, name).href,
    url: url.href,
    masterKey,
    openStore() {
      const store = createStore({ connectionString: url.href, masterKey })
      stores.push(store)
      return store
    },
    async drop() {
      await Promise.all(stores.map((store) => store.close()))
      await onServer(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
    },
  }
}

/** Makes the migrated template that the test files copy; once a run, before any of them. `server` is an owner's address. */
export async function createTemplateDatabase(server: string): Promise<void> {
  const template = await nameTemplate()
  await onServer(server, async (client) => {
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate', [template])
    if (known.rowCount === 1) return
    await client.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${template}`)
    await migrate(addressOf(server, template).href, login)
    await client.query(`ALTER DATABASE ${template} IS_TEMPLATE true`)
  })
}

/** Named after what it was migrated by: other migrations make another template. */
async function nameTemplate(): Promise<string> {
  return `template_${createHash('sha256')
    .update(JSON.stringify(await listMigrations()))
    .digest('hex')
    .slice(0, 16)}`
}

function addressOf(server: string, database: string): URL {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url
}

async function onServer<T>(server: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: server })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
