import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstrationUnit, openDemonstrationKeys } from '#activities/signing/demonstration-keys.ts'
import type { KeyStore, Signatory } from '#activities/signing/key-store.ts'
import { signPdf } from '#activities/signing/sign-pdf.ts'
import { verifyPdf } from '#activities/signing/verify-pdf.ts'
import { describeSignature } from '#cli/verify-file.ts'
import { plainDay } from '#domain/day.ts'
import { loadFonts } from '#templates/pdf-fonts.ts'
import { drawPaper } from '#templates/pdf.ts'
import { contract } from '../templates/papers.ts'

const ann: Signatory = { id: 'p-ann', name: '示例·安', organisation: '示例大学' }
const house: Signatory = { id: 'house', name: '示例大学', organisation: '示例大学' }
const at = new Date('2026-03-02T02:00:00Z')

let folder: string
let keys: KeyStore
let plain: Uint8Array
let once: Uint8Array
let twice: Uint8Array

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'))
  keys = await openDemonstrationKeys(folder)
  plain = await drawPaper(contract, loadFonts())
  once = await signPdf(plain, await keys.signerOf(ann), { reason: '团队代表', location: '北京', at })
  twice = await signPdf(once, await keys.signerOf(house), { reason: '学校', location: '北京', at })
})

afterAll(() => rmSync(folder, { recursive: true }))

describe('a paper signed by several in order', () => {
  it('keeps every byte that was signed before', () => {
    expect(Buffer.from(once.subarray(0, plain.length)).equals(plain)).toBe(true)
    expect(Buffer.from(twice.subarray(0, once.length)).equals(once)).toBe(true)
  })

  it('tells by whom and when it was signed, each signature whole and of an authority that is believed', async () => {
    const { signatures, trailing } = await verifyPdf(twice, keys.trusted)
    expect(signatures).toMatchObject([
      { by: { commonName: '示例·安', organisation: '示例大学' }, at, isIntact: true, isTrusted: true, length: once.length },
      { by: { commonName: '示例大学' }, at, isIntact: true, isTrusted: true, length: twice.length },
    ])
    expect(trailing).toBe(0)
  })

  it('names in a certificate the organisation, the post, and the mandate under which the house is signed for', async () => {
    const asset = { id: 'p-asset', name: '示例·资', organisation: '示例大学', title: '国资处负责人', mandate: '（示例）校授〔2026〕5号' }
    const signed = await signPdf(once, await keys.signerOf(asset), { reason: '甲方', location: '北京', at })
    const [first, last] = (await verifyPdf(signed, keys.trusted)).signatures
    expect(first?.by).toEqual({ commonName: '示例·安', organisation: '示例大学', unit: demonstrationUnit })
    expect(last).toMatchObject({ isIntact: true, isTrusted: true })
    expect(last?.by).toEqual({
      commonName: '示例·资',
      organisation: '示例大学',
      unit: demonstrationUnit,
      title: '国资处负责人',
      mandate: '（示例）校授〔2026〕5号',
    })
    const onRecord = {
      basis: 'written-authorisation',
      number: '（示例）校授〔2026〕5号',
      givenOn: plainDay('2026-01-01'),
      post: '',
    } as const
    expect(last === undefined ? '' : describeSignature(last, onRecord)).toBe(
      'signed by 示例·资, 国资处负责人 (示例大学), under mandate （示例）校授〔2026〕5号 of 2026-01-01 at 2026-03-02T02:00:00.000Z: what he signed is unchanged; his authority is believed here',
    )
  })

  it('says in each certificate of the demonstration that it is no reliable signature', async () => {
    const { signatures } = await verifyPdf(twice, keys.trusted)
    for (const { by } of signatures) expect(by.unit).toContain('not a reliable signature')
  })

  it('holds its canonical JSON unchanged', async () => {
    expect((await verifyPdf(twice, keys.trusted)).embedded).toBe(contract.embedded)
  })

  it('is found altered when one byte of what was signed is another', async () => {
    for (const place of [200, Math.floor(plain.length / 2), once.length - 40]) {
      const forged = Uint8Array.from(twice)
      forged[place] = (forged[place] ?? 0) ^ 1
      const found = await verifyPdf(forged, keys.trusted).catch(() => undefined)
      expect(found?.signatures.every(({ isIntact }) => isIntact) ?? false, `byte ${place}`).toBe(false)
    }
  })

  it('is found to have grown when something was added that nobody signed', async () => {
    const grown = Buffer.concat([twice, Buffer.from('\n% added\n')])
    expect((await verifyPdf(grown, keys.trusted)).trailing).toBe(9)
  })

  it('is not believed where the authority is another', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'keys-'))
    const { trusted } = await openDemonstrationKeys(elsewhere)
    const { signatures } = await verifyPdf(twice, trusted)
    expect(signatures.map(({ isIntact, isTrusted }) => [isIntact, isTrusted])).toEqual([
      [true, false],
      [true, false],
    ])
    rmSync(elsewhere, { recursive: true })
  })

  it('is verified by another program too', () => {
    const [text, authority] = [join(folder, 'signed.bin'), join(folder, 'authority.pem')]
    const range = [
      ...Buffer.from(twice)
        .toString('latin1')
        .matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g),
    ].at(-1)
    const [, length = 0, second = 0, rest = 0] = range?.slice(1).map(Number) ?? []
    writeFileSync(text, Buffer.concat([twice.subarray(0, length), twice.subarray(second, second + rest)]))
    const hex = Buffer.from(twice.subarray(length, second))
      .toString('latin1')
      .replace(/[<>\s]/g, '')
      .replace(/(00)+$/, '')
    writeFileSync(join(folder, 'signature.der'), Buffer.from(hex.length % 2 === 0 ? hex : `${hex}0`, 'hex'))
    const base64 = Buffer.from(keys.trusted[0] ?? []).toString('base64')
    writeFileSync(authority, `-----BEGIN CERTIFICATE-----\n${base64.replace(/(.{64})/g, '$1\n')}\n-----END CERTIFICATE-----\n`)
    const openssl = ['cms', '-verify', '-binary', '-inform', 'DER', '-in', join(folder, 'signature.der'), '-content', text]
    const run = () => execFileSync('openssl', [...openssl, '-CAfile', authority, '-purpose', 'any', '-out', '/dev/null'], { stdio: 'pipe' })
    expect(run).not.toThrow()
  })
})

describe('the demonstration’s key store', () => {
  it('gives the same signer the same key after a restart, and makes one for two askers at once', async () => {
    const again = await openDemonstrationKeys(folder)
    expect(again.trusted).toEqual(keys.trusted)
    expect((await again.signerOf(ann)).certificate).toEqual(Buffer.from((await keys.signerOf(ann)).certificate))
    const bo: Signatory = { id: 'p-bo', name: '示例·博', organisation: '示例大学' }
    const made = await Promise.all([again.signerOf(bo), keys.signerOf(bo)])
    expect(Buffer.from(made[0].certificate).equals(made[1].certificate)).toBe(true)
  })
})
