import { createHash, verify, X509Certificate } from 'node:crypto'
import { PDF } from '@libpdf/core'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { subjectOf, type Subject } from './certificates.ts'

/** What is found of one signature, in the order of signing. */
export type SignatureFinding = {
  readonly by: Subject
  /** The instant the signer claims; undefined where he claims none. */
  readonly at?: Date
  /** The signed bytes are as they were when he signed. */
  readonly isIntact: boolean
  /** His certificate was given by an authority that is believed here, and was in force at that instant. */
  readonly isTrusted: boolean
  /** Length of the file as he signed it: the bytes before are that revision. */
  readonly length: number
}

/** What a file says of itself, without asking anybody. */
export type PdfFinding = {
  readonly signatures: readonly SignatureFinding[]
  /** Bytes after the last signature that holds: something was added that nobody signed. */
  readonly trailing: number
  /** The embedded canonical JSON of what the paper says. */
  readonly embedded?: string
}

/** Reads and checks every signature of a PDF against `trusted` authorities (DER), offline. @throws Error where it is no PDF. */
export async function verifyPdf(bytes: Uint8Array, trusted: readonly Uint8Array[]): Promise<PdfFinding> {
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== '%PDF-') throw new Error('This file is no PDF')
  const places = findSignatures(bytes)
  const signatures = await Promise.all(places.map((place) => checkSignature(bytes, place, trusted)))
  const end = Math.max(0, ...signatures.filter(({ isIntact }) => isIntact).map(({ length }) => length))
  const embedded = await readEmbedded(bytes)
  return {
    signatures,
    trailing: places.length === 0 ? 0 : bytes.length - end,
    ...(embedded === undefined ? {} : { embedded }),
  }
}

type Range = readonly [number, number, number, number]
type SignaturePlace = { readonly range: Range; readonly cms: Buffer }

/** The signatures by their byte ranges, in the order in which they close the file; one whose range is written twice is one. */
function findSignatures(bytes: Uint8Array): SignaturePlace[] {
  const text = Buffer.from(bytes).toString('latin1')
  const places = [...text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)].map((match) => {
    const range = match.slice(1, 5).map(Number) as unknown as Range
    return { range, cms: readContents(text, range) }
  })
  const once = [...new Map(places.map((place) => [place.range.join(), place])).values()]
  return once.toSorted((a, b) => a.range[2] + a.range[3] - (b.range[2] + b.range[3]))
}

/** The signature itself: the hexadecimal string in the gap that the byte range leaves, and nothing beside it. */
function readContents(text: string, [, length, second]: Range): Buffer {
  const hex = /^\s*<([0-9A-Fa-f\s]*)>\s*$/.exec(text.slice(length, second))?.[1]
  return hex === undefined ? Buffer.alloc(0) : Buffer.from(hex.replace(/\s/g, ''), 'hex')
}

async function checkSignature(
  bytes: Uint8Array,
  { range, cms }: SignaturePlace,
  trusted: readonly Uint8Array[],
): Promise<SignatureFinding> {
  const [start, length, second, rest] = range
  const covers = start === 0 && second >= length && second + rest <= bytes.length
  const signed = parseCms(cms)
  const end = second + rest
  if (!covers || signed === undefined) return { by: nobody, isIntact: false, isTrusted: false, length: end }
  const data = Buffer.concat([bytes.subarray(0, length), bytes.subarray(second, end)])
  const certificate = signerOf(signed)
  const at = signingTimeOf(signed)
  return {
    by: certificate === undefined ? nobody : subjectOf(certificate),
    ...(at === undefined ? {} : { at }),
    isIntact: certificate !== undefined && holds(signed, certificate, data),
    isTrusted: certificate !== undefined && (await isBelieved(certificate, signed, trusted, at ?? new Date())),
    length: end,
  }
}

const nobody: Subject = { commonName: '', organisation: '', unit: '' }

/** The CMS message at the beginning of the padded contents. */
function parseCms(padded: Buffer): pkijs.SignedData | undefined {
  try {
    const content = pkijs.ContentInfo.fromBER(Uint8Array.from(padded.subarray(0, lengthOfDer(padded))))
    return new pkijs.SignedData({ schema: content.content })
  } catch {
    return undefined
  }
}

/** Length of the DER element that the bytes begin with; what follows is padding. */
function lengthOfDer(bytes: Buffer): number {
  const first = bytes[1] ?? 0
  if (first < 0x80) return 2 + first
  const count = first & 0x7f
  return 2 + count + bytes.readUIntBE(2, count)
}

const messageDigest = '1.2.840.113549.1.9.4'

/** Whether the signed attributes name the digest of `data`, and the certificate's key made the signature over them. */
function holds(signed: pkijs.SignedData, certificate: pkijs.Certificate, data: Uint8Array): boolean {
  const [info] = signed.signerInfos
  const attributes = info?.signedAttrs
  if (info === undefined || attributes === undefined) return false
  const hash = hashNames[info.digestAlgorithm.algorithmId]
  const named: unknown = attributes.attributes.find(({ type }) => type === messageDigest)?.values[0]
  if (hash === undefined || !(named instanceof asn1js.OctetString)) return false
  if (!createHash(hash).update(data).digest().equals(Buffer.from(named.valueBlock.valueHexView))) return false
  const { publicKey } = new X509Certificate(Buffer.from(certificate.toSchema().toBER()))
  return verify(hash, Buffer.from(attributes.encodedValue), publicKey, Buffer.from(info.signature.valueBlock.valueHexView))
}

const hashNames: { readonly [objectId: string]: string } = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

function certificatesOf(signed: pkijs.SignedData): pkijs.Certificate[] {
  return (signed.certificates ?? []).filter((one): one is pkijs.Certificate => one instanceof pkijs.Certificate)
}

function signerOf(signed: pkijs.SignedData): pkijs.Certificate | undefined {
  const sid = signed.signerInfos[0]?.sid
  if (!(sid instanceof pkijs.IssuerAndSerialNumber)) return undefined
  const { issuer, serialNumber } = sid
  return certificatesOf(signed).find((one) => one.issuer.isEqual(issuer) && one.serialNumber.isEqual(serialNumber))
}

const signingTime = '1.2.840.113549.1.9.5'

function signingTimeOf(signed: pkijs.SignedData): Date | undefined {
  const attribute = signed.signerInfos[0]?.signedAttrs?.attributes.find(({ type }) => type === signingTime)
  const value: unknown = attribute?.values[0]
  return value !== null && typeof value === 'object' && 'toDate' in value && typeof value.toDate === 'function' ? value.toDate() : undefined
}

async function isBelieved(
  certificate: pkijs.Certificate,
  signed: pkijs.SignedData,
  trusted: readonly Uint8Array[],
  checkDate: Date,
): Promise<boolean> {
  const trustedCerts = trusted.map((der) => pkijs.Certificate.fromBER(Uint8Array.from(der)))
  const others = certificatesOf(signed).filter((one) => one !== certificate)
  // The engine takes the last one for the certificate in question.
  const chain = new pkijs.CertificateChainValidationEngine({ trustedCerts, certs: [...others, certificate], checkDate })
  const { result } = await chain.verify()
  return result
}

/** The canonical JSON that a paper embeds; undefined where it has none. */
export async function readEmbedded(bytes: Uint8Array): Promise<string | undefined> {
  const pdf = await PDF.load(Uint8Array.from(bytes))
  const name = [...pdf.attachments.list().keys()].find((one) => one.endsWith('.json'))
  const content = name === undefined ? null : pdf.attachments.get(name)
  return content === null ? undefined : Buffer.from(content).toString('utf8')
}
