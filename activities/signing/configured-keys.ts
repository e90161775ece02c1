import { X509Certificate } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { P12Signer } from '@libpdf/core'
import { KeyMissing, type KeyStore } from './key-store.ts'

/**
 * A key store in a folder: `<person id>.p12` for each signer (`house.p12` for the institution's own seal), all under one
 * passphrase, and the authorities that are believed as `*.pem`.
 */
export async function openConfiguredKeys(folder: string, passphrase: string): Promise<KeyStore> {
  const names = await readdir(folder)
  const trusted = await Promise.all(names.filter((name) => name.endsWith('.pem')).map(async (name) => readPem(join(folder, name))))
  return {
    isDemonstration: false,
    trusted: trusted.flat(),
    async signerOf({ id, name }) {
      const path = join(folder, `${id}.p12`)
      if (!existsSync(path)) throw new KeyMissing(`${name} has no key: put his certificate and key as ${id}.p12 into the key store`)
      return P12Signer.create(await readFile(path), passphrase)
    },
  }
}

/** Every certificate of a PEM file, DER. */
async function readPem(path: string): Promise<Uint8Array[]> {
  const text = await readFile(path, 'utf8')
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []
  return blocks.map((block) => Uint8Array.from(new X509Certificate(block).raw))
}
