import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { InstitutionId, PersonId } from '#domain/actor.ts'
import { startPostgres } from '#cli/servers/postgres.ts'
import { silent } from '#cli/servers/report.ts'
import { startTemporalDev } from '#cli/servers/temporal-dev.ts'
import { calendar2026 } from '#policy/calendar-2026.ts'
import { migrate } from '#prisma/migrate.ts'
import { asSystem, createStore, type Store } from '#store/db.ts'
import { makeApiToken } from '#store/desk/api-tokens.ts'

export const institution = 'uni-bench' as InstitutionId

/** The servers that both sides share, and what the programs are told of them. */
export type Grounds = {
  readonly folder: string
  readonly temporalAddress: string
  readonly bareUrl: string
  readonly ownerUrl: string
  readonly store: Store
  /** Environment of the product's programs. */
  readonly env: { readonly [name: string]: string }
  readonly pids: { readonly temporal: number; readonly postgres: number }
  close(): Promise<void>
}

const login = { user: 'conveyance_bench', password: randomBytes(16).toString('hex') }

/** PostgreSQL and a durable Temporal, each a process of its own on the loopback. */
export async function openGrounds(): Promise<Grounds> {
  const folder = await mkdtemp(join(tmpdir(), 'conveyance-bench-servers-'))
  const dbFile = join(folder, 'temporal', 'temporal.db')
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), log: silent })
  const temporal = await startTemporalDev({ dbFile, port: 0, log: silent })
  await migrate(postgres.ownerUrl, login)
  const url = new URL(postgres.ownerUrl)
  Object.assign(url, { username: login.user, password: login.password })
  const masterKey = randomBytes(32).toString('base64')
  const store = createStore({ connectionString: url.href, masterKey })
  const env = {
    DATABASE_URL: url.href,
    MASTER_KEY: masterKey,
    TEMPORAL_ADDRESS: temporal.address,
    CONVEYANCE_DATA: join(folder, 'data'),
    PORT: '0',
    LOG_LEVEL: 'warn',
    REQUESTS_PER_MINUTE: '1000000',
    INSTITUTION: institution,
  }
  return {
    folder,
    temporalAddress: temporal.address,
    bareUrl: await createDatabase(postgres.ownerUrl, 'bare'),
    ownerUrl: postgres.ownerUrl,
    store,
    env,
    pids: { temporal: serverOf(`${dbFile}.lease.json`), postgres: serverOf(join(folder, 'postgres', 'lease.json')) },
    async close() {
      await store.close()
      await temporal.stop()
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function createDatabase(ownerUrl: string, name: string): Promise<string> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  const url = new URL(ownerUrl)
  url.pathname = `/${name}`
  return url.href
}

/** The server's own process, as its lease names it. */
function serverOf(lease: string): number {
  return (JSON.parse(readFileSync(lease, 'utf8')) as { readonly server: { readonly pid: number } }).server.pid
}

/** A house with `count` officers; answers a token for each, as the API takes it. */
export async function seedOfficers(store: Store, count: number): Promise<string[]> {
  const people = Array.from({ length: count }, (_, index) => `officer-${index}` as PersonId)
  const { year, source, issuedOn, off, workingWeekends } = calendar2026
  await asSystem(store, institution, async (tx) => {
    await tx.institution.create({ data: { id: institution, nameZh: '测速大学', nameEn: 'Bench University', province: 'Beijing' } })
    await tx.yearCalendar.create({
      data: { institutionId: institution, year, source, issuedOn, off: [...off], workingWeekends: [...workingWeekends] },
    })
    await tx.person.createMany({
      data: people.map((id) => ({ institutionId: institution, id, name: id, employer: 'here', relation: 'staff' })),
    })
    const granted = {
      institutionId: institution,
      role: 'ipo_officer',
      roleKey: 'ipo_officer',
      fromDay: '2026-01-01',
      grantedBy: 'setup',
      status: 'active',
    }
    await tx.roleAssignment.createMany({ data: people.map((personId) => ({ ...granted, id: personId, personId })) })
  })
  const tokens = await Promise.all(people.map((person) => makeApiToken(store, institution, { person, name: 'bench' })))
  return tokens.map(({ secret }) => `${institution}.${secret}`)
}
