import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

export const schemaPath = fileURLToPath(new URL('./schema.prisma', import.meta.url))
export const migrationsPath = fileURLToPath(new URL('./migrations', import.meta.url))

/** A migration on disk: its folder's name and its SQL. */
export type Migration = { readonly name: string; readonly sql: string }

/** Every migration on disk, in order. */
export async function listMigrations(): Promise<Migration[]> {
  const folders = (await readdir(migrationsPath, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    folders.toSorted().map(async (name) => ({ name, sql: await readFile(`${migrationsPath}/${name}/migration.sql`, 'utf8') })),
  )
}
