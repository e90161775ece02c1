import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { readConfig } from '#schemas/config.ts'
import type { Store } from '#store/db.ts'
import { listInstitutions } from '#store/desk/institutions.ts'
import { verifyRecord, type ChainFault } from '#store/record/verify.ts'
import { reasonOf, ServerTrouble } from './servers/trouble.ts'
import { openSigningKeys } from './signing-keys.ts'
import { runCommand } from './until-stopped.ts'
import { describeSignature, verifyFile, type FileReport } from './verify-file.ts'
import { withStore } from './with-store.ts'

const faultSays: { readonly [what in ChainFault['what']]: string } = {
  gap: 'an action is missing before this one',
  'previous-hash': 'this action does not follow the one before it',
  content: 'this action was changed after it was written',
  truncated: 'the end of the chain was cut off',
  'no-head': 'the chain has actions but no head',
  'head-differs': 'the head is not that of the last action',
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Recomputes every chain of hashes and names the first fault of each. */
async function verifyChains(store: Store): Promise<void> {
  for (const { id, nameEn } of await listInstitutions(store)) {
    const { ok, chains, actions, faults } = await verifyRecord(store, id)
    say(`${nameEn}: ${chains} chains, ${actions} actions: ${ok ? 'every chain holds' : `${faults.length} chains are broken`}`)
    for (const { chain, seq, what } of faults) say(`  ${chain}${seq === undefined ? '' : `, action ${seq}`}: ${faultSays[what]}`)
    if (!ok) process.exitCode = 1
  }
}

/** Says of a file whether it is genuine, by whom and when it was signed, and whether its data agree with the record. */
async function verifyPaper(store: Store, path: string): Promise<void> {
  const keys = await openSigningKeys(readConfig(process.env))
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new ServerTrouble(`${path} cannot be read: ${reasonOf(error)}.`, 'npm run verify -- FILE.pdf')
  })
  const reports = await Promise.all((await listInstitutions(store)).map(({ id }) => verifyFile(store, id, bytes, keys.trusted)))
  const report = reports.find(({ verdict }) => verdict !== 'unknown') ?? reports[0]
  if (report === undefined) throw new Error('There is no institution in this record')
  tell(report)
  if (keys.isDemonstration && report.signatures.length > 0)
    say('The authority is that of the demonstration: no reliable signatures in the sense of 电子签名法 13.')
}

function tell({ verdict, why, number, signatures, recorded, trailing, differs }: FileReport): void {
  say(`${verdict.toUpperCase()}${number === undefined ? '' : ` ${number}`}: ${why}.`)
  for (const place of differs) say(`  differs from the record at ${place}`)
  if (signatures.length === 0) say('  not signed')
  for (const [place, signature] of signatures.entries()) say(`  ${describeSignature(signature, recorded[place]?.mandate)}`)
  if (trailing > 0) say(`  ${trailing} BYTES WERE ADDED AFTER THE LAST SIGNATURE: nobody signed them`)
  if (verdict !== 'genuine') process.exitCode = 1
}

/** `npm run verify`: the chains of the record; `npm run verify -- FILE.pdf`: a paper. */
await runCommand(() => withStore((store) => (process.argv[2] === undefined ? verifyChains(store) : verifyPaper(store, process.argv[2]))))
