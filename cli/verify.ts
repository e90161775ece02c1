import process from 'node:process'
import { listInstitutions } from '#store/desk/institutions.ts'
import { verifyRecord, type ChainFault } from '#store/record/verify.ts'
import { runCommand } from './until-stopped.ts'
import { withStore } from './with-store.ts'

const faultSays: { readonly [what in ChainFault['what']]: string } = {
  gap: 'an action is missing before this one',
  'previous-hash': 'this action does not follow the one before it',
  content: 'this action was changed after it was written',
  truncated: 'the end of the chain was cut off',
  'no-head': 'the chain has actions but no head',
  'head-differs': 'the head is not that of the last action',
}

/** `npm run verify`: recomputes every chain of hashes and names the first fault of each. */
await runCommand(() =>
  withStore(async (store) => {
    for (const { id, nameEn } of await listInstitutions(store)) {
      const { ok, chains, actions, faults } = await verifyRecord(store, id)
      process.stdout.write(
        `${nameEn}: ${chains} chains, ${actions} actions: ${ok ? 'every chain holds' : `${faults.length} chains are broken`}\n`,
      )
      for (const { chain, seq, what } of faults)
        process.stdout.write(`  ${chain}${seq === undefined ? '' : `, action ${seq}`}: ${faultSays[what]}\n`)
      if (!ok) process.exitCode = 1
    }
  }),
)
