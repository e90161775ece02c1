import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { migrationsPath, schemaPath, type Migration } from './on-disk.ts'

type Started = { readonly __wbindgen_start: () => void }

let started: Promise<void> | undefined

/** Prisma's own schema engine, as WebAssembly: the native one would have to be downloaded. */
async function startBindings(): Promise<void> {
  const wasm = new URL(
    './schema_engine_bg.wasm',
    pathToFileURL(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')),
  )
  const { instance } = await WebAssembly.instantiate(await readFile(wasm), {
    './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
  })
  bindings.__wbg_set_wasm(instance.exports)
  ;(instance.exports as unknown as Started).__wbindgen_start()
}

/**
 * The driver, sending a migration whole: as published it cuts scripts at every semicolon, function bodies and comments included,
 * and sends the pieces over any connection of its pool. Sent at once, a migration is one transaction.
 */
class WholeScripts extends PrismaPg {
  private readonly opened: Awaited<ReturnType<PrismaPg['connect']>>[] = []

  override async connect(): ReturnType<PrismaPg['connect']> {
    const database = await super.connect()
    database.executeScript = async (script) => {
      await database.underlyingDriver().query(script)
    }
    this.opened.push(database)
    return database
  }

  async close(): Promise<void> {
    await Promise.all(this.opened.map((database) => database.dispose()))
  }
}

/** Lends the schema engine on one database, knowing `schema.prisma`, to `work` and closes its connections. */
export async function withEngine<T>(connectionString: string, work: (engine: bindings.SchemaEngine) => Promise<T>): Promise<T> {
  await (started ??= startBindings())
  const driver = new WholeScripts({ connectionString })
  const datamodels: [string, string][] = [['schema.prisma', await readFile(schemaPath, 'utf8')]]
  try {
    const engine = await bindings.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(driver))
    return await work(engine)
  } finally {
    await driver.close()
  }
}

/** Brings a database up to date; answers the names of the migrations applied now. */
export async function applyMigrations(connectionString: string, migrations: readonly Migration[]): Promise<readonly string[]> {
  const lockfile = { path: 'migration_lock.toml', content: await readFile(`${migrationsPath}/migration_lock.toml`, 'utf8') }
  const migrationDirectories = migrations.map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
  }))
  const migrationsList = { baseDir: migrationsPath, lockfile, shadowDbInitScript: '', migrationDirectories }
  const filters = { externalTables: [], externalEnums: [] }
  const { appliedMigrationNames } = await withEngine(connectionString, (engine) => engine.applyMigrations({ migrationsList, filters }))
  return appliedMigrationNames
}
