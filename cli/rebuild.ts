import process from 'node:process'
import { processes } from '#domain/registry.gen.ts'
import { listInstitutions } from '#store/desk/institutions.ts'
import { rebuildRecord } from '#store/record/rebuild.ts'
import { runCommand } from './until-stopped.ts'
import { withStore } from './with-store.ts'

/** `npm run rebuild`: folds every matter again from its actions and compares state and lists; `--write` repairs what differs. */
await runCommand(() =>
  withStore(async (store) => {
    const write = process.argv.includes('--write')
    for (const { id, nameEn } of await listInstitutions(store)) {
      const { matters, erased, differences, repaired } = await rebuildRecord(store, id, processes, { write })
      process.stdout.write(
        `${nameEn}: ${matters} matters (${erased} erased), ${differences.length} differences${repaired ? ', repaired' : ''}\n`,
      )
      for (const { matter, table, key, is } of differences) process.stdout.write(`  ${matter} ${table} ${key}: ${is}\n`)
      if (differences.length > 0 && !repaired) process.exitCode = 1
    }
  }),
)
