import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import type { InstitutionId, PersonId } from '#domain/actor.ts'
import { instantOfDayStart, plainDay } from '#domain/day.ts'
import type { Role } from '#domain/role.ts'
import { startPostgres } from '#cli/servers/postgres.ts'
import { silent } from '#cli/servers/report.ts'
import { startTemporalDev } from '#cli/servers/temporal-dev.ts'
import { calendar2026 } from '#policy/calendar-2026.ts'
import { migrate } from '#prisma/migrate.ts'
import { asSystem, createStore, type Store } from '#store/db.ts'
import { makeApiToken } from '#store/desk/api-tokens.ts'

/** Servers of one's own for programs that run apart, as an installation has them. */
export type ApartServers = {
  readonly folder: string
  /** For the test's own look at what was kept. */
  readonly store: Store
  readonly ownerUrl: string
  /** What each program is told. */
  readonly env: {
    readonly DATABASE_URL: string
    readonly MASTER_KEY: string
    readonly TEMPORAL_ADDRESS: string
    readonly [name: string]: string
  }
  readonly pids: { readonly postgres: number; readonly temporal: number }
  /** Kills PostgreSQL without a word and starts it again on what it left. */
  crashPostgres(): Promise<void>
  close(): Promise<void>
}

const login = { user: 'conveyance_apart', password: randomBytes(16).toString('hex') }

/** One PostgreSQL and one durable Temporal, each a process of its own on the loopback. */
export async function openApartServers(): Promise<ApartServers> {
  const folder = await mkdtemp(join(tmpdir(), 'conveyance-apart-'))
  const dataDir = join(folder, 'postgres')
  const dbFile = join(folder, 'temporal', 'temporal.db')
  let postgres = await startPostgres({ dataDir, log: silent })
  const temporal = await startTemporalDev({ dbFile, port: 0, log: silent })
  await migrate(postgres.ownerUrl, login)
  const url = new URL(postgres.ownerUrl)
  Object.assign(url, { username: login.user, password: login.password })
  const masterKey = randomBytes(32).toString('base64')
  const store = createStore({ connectionString: url.href, masterKey })
  const leaseOfPostgres = join(dataDir, 'lease.json')
  return {
    folder,
    store,
    ownerUrl: postgres.ownerUrl,
    env: {
      DATABASE_URL: url.href,
      MASTER_KEY: masterKey,
      TEMPORAL_ADDRESS: temporal.address,
      CONVEYANCE_DATA: join(folder, 'data'),
      CLOCK_OFFSET_MS: String(instantOfDayStart(plainDay('2026-03-02')) + 9 * 3_600_000 - Date.now()),
      LOG_LEVEL: 'warn',
      REQUESTS_PER_MINUTE: '1000000',
    },
    pids: { temporal: serverOf(`${dbFile}.lease.json`), postgres: serverOf(leaseOfPostgres) },
    async crashPostgres() {
      process.kill(serverOf(leaseOfPostgres), 'SIGKILL')
      await postgres.ended
      await postgres.stop()
      postgres = await startPostgres({ dataDir, port: postgres.port, log: silent })
    },
    async close() {
      await store.close()
      await temporal.stop()
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The server's own process, as its lease names it. */
function serverOf(lease: string): number {
  return (JSON.parse(readFileSync(lease, 'utf8')) as { readonly server: { readonly pid: number } }).server.pid
}

/** A house of these people in these roles; answers a token for each, as the API takes it. */
export async function seedHouse(
  store: Store,
  institution: InstitutionId,
  people: { readonly [person: string]: readonly Role[] },
): Promise<{ [person: string]: string }> {
  const { year, source, issuedOn, off, workingWeekends } = calendar2026
  await asSystem(store, institution, async (tx) => {
    await tx.institution.create({ data: { id: institution, nameZh: '示例大学', nameEn: 'Sample University', province: 'Beijing' } })
    await tx.yearCalendar.create({
      data: { institutionId: institution, year, source, issuedOn, off: [...off], workingWeekends: [...workingWeekends] },
    })
    const shared = { institutionId: institution, employer: 'here', relation: 'staff' }
    await tx.person.createMany({ data: Object.keys(people).map((id) => ({ ...shared, id, name: id })) })
    const granted = { institutionId: institution, fromDay: '2026-01-01', grantedBy: 'setup', status: 'active' }
    const grants = Object.entries(people).flatMap(([personId, roles]) =>
      roles.map((role) => ({ ...granted, id: `${personId}/${role}`, personId, role, roleKey: role })),
    )
    await tx.roleAssignment.createMany({ data: grants })
  })
  const tokens = await Promise.all(
    Object.keys(people).map(
      async (person) => [person, (await makeApiToken(store, institution, { person: person as PersonId, name: 'test' })).secret] as const,
    ),
  )
  return Object.fromEntries(tokens.map(([person, secret]) => [person, `${institution}.${secret}`]))
}
