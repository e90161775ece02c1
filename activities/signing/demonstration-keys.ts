import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { CryptoKeySigner } from '@libpdf/core'
import { certifyAuthority, certifySigner, exportKey, importKey, makeKeyPair, type Subject, type Validity } from './certificates.ts'
import type { KeyStore, Signatory } from './key-store.ts'

/** What stands in every certificate of the demonstration, and so on the face of each of its signatures. */
export const demonstrationUnit = 'DEMONSTRATION 演示用 — not a reliable signature, 电子签名法 13'

// Wide enough for a rehearsal's clock; a certificate's days are no rule of any process.
const validity: Validity = { from: new Date('2020-01-01T00:00:00Z'), to: new Date('2049-12-31T00:00:00Z') }

type Kept = { readonly privateKey: CryptoKey; readonly certificate: Uint8Array }

/**
 * The demonstration's key store: an authority made at first start in `folder`, and under it a key for each signer at his
 * first signature. Nobody outside believes it, and every certificate says so.
 */
export async function openDemonstrationKeys(folder: string): Promise<KeyStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const authority = await keep(folder, 'authority', async (keys) =>
    certifyAuthority(
      keys,
      { commonName: 'Conveyance demonstration authority', organisation: 'Conveyance', unit: demonstrationUnit },
      validity,
    ),
  )
  return {
    isDemonstration: true,
    trusted: [authority.certificate],
    async signerOf(signatory) {
      const { privateKey, certificate } = await keep(folder, fileOf(signatory), (keys) =>
        certifySigner(keys, subjectOf(signatory), authority, validity, serialOf(signatory)),
      )
      return new CryptoKeySigner(privateKey, certificate, 'EC', 'ECDSA', [authority.certificate])
    },
  }
}

function subjectOf({ id: _, name, ...of }: Signatory): Subject {
  return { commonName: name, unit: demonstrationUnit, ...of }
}

/** One key for a person under one name, post and mandate: where one of them changes he signs with a new certificate. */
function fileOf({ id, name, organisation, title, mandate }: Signatory): string {
  return createHash('sha256')
    .update(JSON.stringify([id, name, organisation, title, mandate]))
    .digest('hex')
    .slice(0, 24)
}

function serialOf(signatory: Signatory): number {
  return Number.parseInt(fileOf(signatory).slice(0, 7), 16) + 2
}

/** Reads the key and certificate under `name`, or makes them; of two makers at once, both go on with what stood first. */
async function keep(folder: string, name: string, certify: (keys: CryptoKeyPair) => Promise<Uint8Array>): Promise<Kept> {
  const path = join(folder, `${name}.json`)
  if (!existsSync(path)) {
    const keys = await makeKeyPair()
    const made = { key: encode(await exportKey(keys.privateKey)), certificate: encode(await certify(keys)) }
    const draft = `${path}.${process.pid}.${made.certificate.slice(-12).replace(/\W/g, '')}`
    await writeFile(draft, JSON.stringify(made), { mode: 0o600 })
    // A link is made by one only: whoever comes second reads what stood first.
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
    await rm(draft)
  }
  const { key, certificate } = JSON.parse(await readFile(path, 'utf8')) as { readonly key: string; readonly certificate: string }
  return { privateKey: await importKey(Buffer.from(key, 'base64')), certificate: Buffer.from(certificate, 'base64') }
}

function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
