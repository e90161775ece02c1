import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { KeyStore } from '#activities/signing/key-store.ts'
import { openKeys } from '#activities/signing/open-keys.ts'
import { signPdf } from '#activities/signing/sign-pdf.ts'
import { verifyPdf } from '#activities/signing/verify-pdf.ts'
import { loadFonts } from '#templates/pdf-fonts.ts'
import { drawPaper } from '#templates/pdf.ts'
import { contract } from '../templates/papers.ts'

const passphrase = 'a passphrase'
const sayWith = { id: 'p-ann', name: '示例安', organisation: '示例大学' }

let folder: string
let keys: KeyStore
const at = (name: string) => join(folder, name)
const openssl = (...args: readonly string[]) => execFileSync('openssl', args, { stdio: 'pipe' })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'key-store-'))
  const key = ['-newkey', 'rsa:2048', '-noenc']
  openssl(
    'req',
    '-x509',
    ...key,
    '-keyout',
    at('authority.key'),
    '-out',
    at('authority.pem'),
    '-days',
    '30',
    '-subj',
    '/CN=Sample authority',
  )
  openssl('req', ...key, '-keyout', at('ann.key'), '-out', at('ann.csr'), '-subj', '/CN=Sample Ann/O=Sample University')
  openssl(
    'x509',
    '-req',
    '-in',
    at('ann.csr'),
    '-CA',
    at('authority.pem'),
    '-CAkey',
    at('authority.key'),
    '-out',
    at('ann.crt'),
    '-days',
    '30',
  )
  const parts = ['-inkey', at('ann.key'), '-in', at('ann.crt'), '-certfile', at('authority.pem')]
  openssl('pkcs12', '-export', ...parts, '-out', at('p-ann.p12'), '-passout', `pass:${passphrase}`)
  keys = await openKeys({ SIGNING_KEYS: folder, SIGNING_PASSPHRASE: passphrase }, folder)
})

afterAll(() => rmSync(folder, { recursive: true }))

describe('a key store in a folder', () => {
  it('signs with the certificate that an authority gave the signer', async () => {
    const plain = await drawPaper(contract, loadFonts())
    const now = new Date()
    const signed = await signPdf(plain, await keys.signerOf(sayWith), { reason: '团队代表', location: '北京', at: now })
    expect(keys.isDemonstration).toBe(false)
    expect((await verifyPdf(signed, keys.trusted)).signatures).toMatchObject([
      { by: { commonName: 'Sample Ann', organisation: 'Sample University' }, isIntact: true, isTrusted: true },
    ])
  })

  it('says where a missing key is to be put', async () => {
    await expect(keys.signerOf({ ...sayWith, id: 'p-bo', name: '示例博' })).rejects.toThrow('p-bo.p12')
  })

  it('refuses a wrong passphrase instead of signing with another key', async () => {
    const wrong = await openKeys({ SIGNING_KEYS: folder, SIGNING_PASSPHRASE: 'another' }, folder)
    await expect(wrong.signerOf(sayWith)).rejects.toThrow()
  })
})
