import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openKeys } from '#activities/signing/open-keys.ts'
import { demonstration } from '../demonstration-house.ts'
import type { SkippedHouse } from '../skipped-house.ts'
import { verifyFile } from '../verify-file.ts'

/** What `npm run verify` says of a file, in one line. */
export async function verdictOn(house: SkippedHouse, file: string): Promise<string> {
  const keys = await openKeys(house.grounds.config, join(house.dataFolder, 'signing-keys'))
  const report = await verifyFile(house.store, demonstration.id, await readFile(file), keys.trusted)
  const signers = report.signatures.map(({ by, isIntact }) => `${by.commonName}${isIntact ? '' : ' (BROKEN)'}`)
  const signed = signers.length === 0 ? 'not signed' : `signed by ${signers.join(', ')}`
  const authority = keys.isDemonstration ? '; the authority is that of the demonstration' : ''
  return `${report.verdict.toUpperCase()} ${report.number ?? ''}: ${report.why}; ${signed}${authority}`
}
