import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import type { InstitutionId, PersonId } from '#domain/actor.ts'
import { departmentRoles, officeRoles, roleOfKey, type RoleKey } from '#domain/role.ts'
import { PrismaClient, type Prisma } from '#prisma/generated/client.ts'

/** The open memory: one pool of connections, shared by Prisma and the record; the key that wraps all others. */
export type Store = {
  readonly prisma: PrismaClient
  readonly pool: Pool
  readonly masterKey: Buffer
  close(): Promise<void>
}

export type StoreOptions = {
  /** Under the application's login, which owns nothing. */
  readonly connectionString: string
  /** 32 bytes, or their base64. */
  readonly masterKey: Buffer | string
  /** Connections at most; 10 when absent. */
  readonly connections?: number
}

/** For whom rows are read and written; `system` is the program itself, still within one institution. */
export type Viewer = {
  readonly institution: InstitutionId
  readonly person?: PersonId
  /** Held today, those of whoever he stands in for included. */
  readonly roles: readonly RoleKey[]
  /** Absent colleagues whose deputy he is today. */
  readonly standsInFor?: readonly PersonId[]
  readonly scope: 'person' | 'system'
}

/** Prisma within a viewer's transaction. */
export type Tx = Prisma.TransactionClient

/** Opens the memory. Throws when the master key is not 32 bytes long; connects on first use. */
export function createStore({ connectionString, masterKey, connections }: StoreOptions): Store {
  const key = typeof masterKey === 'string' ? Buffer.from(masterKey, 'base64') : masterKey
  if (key.length !== 32) throw new Error(`The master key has ${key.length} bytes; it needs 32 (base64 of 32 random bytes)`)
  // What is asked one after the other without waiting for answers goes to the server so, and is answered in order.
  const pool = new Pool({ connectionString, max: connections ?? 10, pipeline: true })
  pool.on('error', () => {}) // an idle connection that the server closed is replaced at the next use
  // A server that dies under a connection in use fails the statement in hand; the event beside it must not end the program.
  pool.on('connect', (client) => client.on('error', () => {}))
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
  return {
    prisma,
    pool,
    masterKey: key,
    async close() {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

/** The program as viewer of one institution. */
export function systemViewer(institution: InstitutionId): Viewer {
  return { institution, roles: [], scope: 'system' }
}

/** How long a transaction may last, in ms, unless said otherwise. */
const usualDuration = 20_000

/** Runs `work` in one transaction that sees only what the viewer may see: row-level security follows the settings made here. */
export async function asViewer<T>(store: Store, viewer: Viewer, work: (tx: Tx) => Promise<T>, timeout: number = usualDuration): Promise<T> {
  const settings = settingsOf(viewer)
  return store.prisma.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT set_config('app.institution', ${settings.institution}, true), set_config('app.person', ${settings.person}, true),
        set_config('app.scope', ${settings.scope}, true), set_config('app.office', ${settings.office}, true),
        set_config('app.departments', ${settings.departments}, true), set_config('app.roles', ${settings.roles}, true)`
      return work(tx)
    },
    { maxWait: 10_000, timeout },
  )
}

/** Runs `work` as the program within one institution. */
export async function asSystem<T>(store: Store, institution: InstitutionId, work: (tx: Tx) => Promise<T>, timeout?: number): Promise<T> {
  return asViewer(store, systemViewer(institution), work, timeout)
}

type Settings = { readonly [name in 'institution' | 'person' | 'scope' | 'office' | 'departments' | 'roles']: string }

/** What the policies read: an office role for the whole house shows every matter, a department's role those of the department. */
export function settingsOf({ institution, person, roles, standsInFor = [], scope }: Viewer): Settings {
  const bound = roles.filter((key) => departmentRoles.includes(roleOfKey(key)))
  const office = roles.some((key) => officeRoles.includes(roleOfKey(key)) && !bound.includes(key))
  const departments = bound.map((key) => key.split('@')[1]).filter((department) => department !== undefined)
  // Everybody is an inventor; a task open to all inventors does not open its matter to all of them.
  const candidacies = [
    ...roles.filter((key) => roleOfKey(key) !== 'inventor'),
    ...standsInFor.flatMap((absent) => [`+${absent}`, `=${absent}`]),
  ]
  return {
    institution,
    person: person ?? '',
    scope,
    office: office ? 'on' : '',
    departments: departments.join(','),
    roles: candidacies.join(','),
  }
}

/** Lets `work` read what is the program's own (keys, bytes) within a person's transaction, after the wall has said what he may see. */
export async function asProgram<T>(tx: Tx, viewer: Viewer, work: () => Promise<T>): Promise<T> {
  await tx.$queryRaw`SELECT set_config('app.scope', 'system', true)`
  const result = await work()
  await tx.$queryRaw`SELECT set_config('app.scope', ${viewer.scope}, true)`
  return result
}
