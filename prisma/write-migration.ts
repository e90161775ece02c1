import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { argv, env, exit } from 'node:process'
import { promisify } from 'node:util'
import { withEngine } from './engine.ts'
import { migrationsPath, schemaPath } from './on-disk.ts'

/**
 * Writes the SQL from the committed `schema.prisma` to the one on disk into a new migration, to be read and completed by hand
 * (policies, grants, partial indexes). Usage: `npm run migration -- 0004_name`; any reachable database will do.
 */
async function writeMigration(name: string, connectionString: string): Promise<void> {
  const before = await readCommittedSchema()
  const after = await readFile(schemaPath, 'utf8')
  const { stdout } = await withEngine(connectionString, (engine) =>
    engine.diff({
      from: before === undefined ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: before }] },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: after }] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  )
  await mkdir(`${migrationsPath}/${name}`, { recursive: true })
  await writeFile(`${migrationsPath}/${name}/migration.sql`, stdout ?? '')
}

/** The schema as last committed; absent before the first commit, when everything is new. */
async function readCommittedSchema(): Promise<string | undefined> {
  const known = await promisify(execFile)('git', ['ls-tree', '--name-only', 'HEAD', schemaPath])
  if (known.stdout.trim() === '') return undefined
  return (await promisify(execFile)('git', ['show', 'HEAD:prisma/schema.prisma'])).stdout
}

const [, , name] = argv
const connectionString = env['MIGRATION_DATABASE_URL']
if (name === undefined || connectionString === undefined)
  throw new Error('Usage: MIGRATION_DATABASE_URL=… npm run migration -- <number_name>')
await writeMigration(name, connectionString)
exit() // the engine leaves a ten-second timer behind
