import process from 'node:process'
import { processes } from '#domain/registry.gen.ts'
import { listInstitutions } from '#store/desk/institutions.ts'
import { rebuildRegisters } from '#store/record/rebuild-registers.ts'
import { rebuildRecord } from '#store/record/rebuild.ts'
import { restartAll } from './restart-all.ts'
import { runCommand } from './until-stopped.ts'
import { withStore } from './with-store.ts'

/** Folds every matter and every register's subject again from its actions and compares state, lists and rows. */
function rebuild(): Promise<void> {
  return withStore(async (store) => {
    const write = process.argv.includes('--write')
    for (const { id, nameEn } of await listInstitutions(store)) {
      const { matters, erased, differences, repaired } = await rebuildRecord(store, id, processes, { write })
      process.stdout.write(
        `${nameEn}: ${matters} matters (${erased} erased), ${differences.length} differences${repaired ? ', repaired' : ''}\n`,
      )
      for (const { matter, table, key, is } of differences) process.stdout.write(`  ${matter} ${table} ${key}: ${is}\n`)
      const registers = await rebuildRegisters(store, id, { write })
      process.stdout.write(`  ${registers.rows} rows of registers, ${registers.differences.length} differences\n`)
      for (const { register, id: subject, is } of registers.differences) process.stdout.write(`  ${register} ${subject}: ${is}\n`)
      const isWrong = differences.length > 0 || registers.differences.length > 0
      if (isWrong && !write) process.exitCode = 1
    }
  })
}

/**
 * `npm run rebuild`: compares, and with `-- --write` repairs what differs. After a restore, `-- --stories` begins again from the record
 * the stories that Temporal does not know of, and `-- --all-stories` every one.
 */
const asked = new Set(process.argv.slice(2))
const which = asked.has('--all-stories') ? 'all' : asked.has('--stories') ? 'missing' : undefined
await runCommand(() => (which === undefined ? rebuild() : restartAll(which)))
