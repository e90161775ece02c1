import { CryptoKeySigner } from '@libpdf/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { certifyAuthority, certifySigner, makeKeyPair, type Validity } from '#activities/signing/certificates.ts'
import { signPdf } from '#activities/signing/sign-pdf.ts'
import { verifyPdf } from '#activities/signing/verify-pdf.ts'
import { loadFonts } from '#templates/pdf-fonts.ts'
import { drawPaper } from '#templates/pdf.ts'
import { contract } from '../templates/papers.ts'

type Party = { readonly keys: CryptoKeyPair; readonly certificate: Uint8Array }

const years = (from: number, to: number): Validity => ({ from: new Date(`${from}-01-01`), to: new Date(`${to}-01-01`) })
const named = (commonName: string) => ({ commonName, organisation: '示例大学', unit: '' })
const at = new Date('2026-03-02T02:00:00Z')

let plain: Uint8Array
let root: Party
let ann: Party

async function makeRoot(name: string): Promise<Party> {
  const keys = await makeKeyPair()
  return { keys, certificate: await certifyAuthority(keys, named(name), years(2020, 2040)) }
}

async function certified(name: string, by: Party, serial: number, validity = years(2020, 2040)): Promise<Party> {
  const keys = await makeKeyPair()
  const authority = { certificate: by.certificate, privateKey: by.keys.privateKey }
  return { keys, certificate: await certifySigner(keys, named(name), authority, validity, serial) }
}

/** The paper signed by somebody who puts these certificates beside his own. */
function sign({ keys, certificate }: Party, beside: readonly Party[] = []): Promise<Uint8Array> {
  const chain = beside.map((one) => one.certificate)
  return signPdf(plain, new CryptoKeySigner(keys.privateKey, certificate, 'EC', 'ECDSA', chain), { reason: '校长', location: '北京', at })
}

const verify = (bytes: Uint8Array) => verifyPdf(bytes, [root.certificate])

beforeAll(async () => {
  plain = await drawPaper(contract, loadFonts())
  root = await makeRoot('示例机构')
  ann = await certified('示例·安', root, 2)
})

describe('a signature under the name of somebody else', () => {
  it('is not believed where a signer made the certificate, whom the authority lets sign but not certify', async () => {
    const rector = await certified('示例校长', ann, 3)
    expect((await verify(await sign(rector, [ann, root]))).signatures).toMatchObject([{ isIntact: true, isTrusted: false }])
  })

  it('is not believed where an authority of the same name made it, or he himself', async () => {
    const impostor = await makeRoot('示例机构')
    const rector = await certified('示例校长', impostor, 2)
    for (const forged of [await sign(rector, [impostor]), await sign(rector, [impostor, root]), await sign(await makeRoot('示例校长'))])
      expect((await verify(forged)).signatures).toMatchObject([{ isIntact: true, isTrusted: false }])
  })

  it('is not believed where his certificate had run out when he signed', async () => {
    const late = await certified('示例·安', root, 4, years(2020, 2021))
    expect((await verify(await sign(late))).signatures).toMatchObject([{ isIntact: true, isTrusted: false }])
  })
})

describe('bytes added behind a signature', () => {
  it('make no second signature of it by naming its range again', async () => {
    const signed = await sign(ann)
    const range = /\/ByteRange\s*\[[^\]]*\]/.exec(Buffer.from(signed).toString('latin1'))?.[0] ?? ''
    const { signatures, trailing } = await verify(Buffer.concat([signed, Buffer.from(`\n% ${range}\n`)]))
    expect(signatures).toHaveLength(1)
    expect(trailing).toBe(range.length + 4)
  })

  it.each([
    ['over the whole file', (length: number) => `[0 100 200 ${length}]`],
    ['beyond the end of it', () => '[0 100 200 99999999999999999999]'],
    ['backwards', () => '[0 200 100 300]'],
  ])('are not hidden by a range that nobody signed: %s', async (_, rangeOf) => {
    const signed = await sign(ann)
    const added = Buffer.from(`\n% /ByteRange ${rangeOf(signed.length - 150)}\n`)
    const { signatures, trailing } = await verify(Buffer.concat([signed, added]))
    expect(trailing).toBe(added.length)
    expect(signatures.filter(({ isIntact }) => isIntact)).toHaveLength(1)
  })
})
