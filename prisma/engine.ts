import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { MigrationDirectory, MigrationList } from '@prisma/schema-engine-wasm'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

export const schemaPath = fileURLToPath(new URL('./schema.prisma', import.meta.url))
export const migrationsPath = fileURLToPath(new URL('./migrations', import.meta.url))

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

/** Runs SQL of several statements in one transaction, as the role of `connectionString`. */
export async function runScript(connectionString: string, script: string): Promise<void> {
  const database = await new WholeScripts({ connectionString }).connect()
  try {
    await database.executeScript(script)
  } finally {
    await database.dispose()
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

/** Every migration on disk, in order. */
export async function listMigrations(): Promise<MigrationList> {
  const folders = (await readdir(migrationsPath, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const migrationDirectories = await Promise.all(folders.toSorted().map(readMigration))
  const lockfile = { path: 'migration_lock.toml', content: await readFile(`${migrationsPath}/migration_lock.toml`, 'utf8') }
  return { baseDir: migrationsPath, lockfile, shadowDbInitScript: '', migrationDirectories }
}

async function readMigration(folder: string): Promise<MigrationDirectory> {
  const value = await readFile(`${migrationsPath}/${folder}/migration.sql`, 'utf8')
  return { path: folder, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value } } }
}
