import { webcrypto } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'

/** Whom a certificate names. */
export type Subject = {
  readonly commonName: string
  readonly organisation: string
  readonly unit: string
  /** Post of the person. */
  readonly title?: string
  /** Number of the mandate under which he signs for the organisation. */
  readonly mandate?: string
}

/** From and to when a certificate may sign, on the wall clock. */
export type Validity = { readonly from: Date; readonly to: Date }

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const
// A mandate's number is a description: the serial number of a subject may hold no Chinese (X.520).
const objectIds = { commonName: '2.5.4.3', organisation: '2.5.4.10', unit: '2.5.4.11', title: '2.5.4.12', mandate: '2.5.4.13' } as const
const extensions = { basicConstraints: '2.5.29.19', keyUsage: '2.5.29.15' } as const

// The bits of a key usage, from the left: digitalSignature, nonRepudiation; keyCertSign, cRLSign.
const usageOfSigner = 0b1100_0000
const usageOfAuthority = 0b0000_0110

/** Makes a pair of keys on the curve P-256. */
export async function makeKeyPair(): Promise<CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
}

/** The key's PKCS#8 form, DER. */
export async function exportKey(key: CryptoKey): Promise<Uint8Array> {
  return new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', key))
}

/** Reads a key of this module from its PKCS#8 form. */
export async function importKey(pkcs8: Uint8Array): Promise<CryptoKey> {
  return webcrypto.subtle.importKey('pkcs8', Uint8Array.from(pkcs8), algorithm, true, ['sign'])
}

/** A root certificate over `keys`, signed with its own key; DER. */
export async function certifyAuthority(keys: CryptoKeyPair, subject: Subject, validity: Validity): Promise<Uint8Array> {
  const name = nameOf(subject)
  return certify({ subject: name, issuer: name, publicKey: keys.publicKey, by: keys.privateKey, validity, isAuthority: true, serial: 1 })
}

/** A signer's certificate under the authority's; DER. `serial` must differ for each. */
export async function certifySigner(
  keys: CryptoKeyPair,
  subject: Subject,
  authority: { readonly certificate: Uint8Array; readonly privateKey: CryptoKey },
  validity: Validity,
  serial: number,
): Promise<Uint8Array> {
  const issuer = pkijs.Certificate.fromBER(Uint8Array.from(authority.certificate)).subject
  const by = authority.privateKey
  return certify({ subject: nameOf(subject), issuer, publicKey: keys.publicKey, by, validity, isAuthority: false, serial })
}

type Order = {
  readonly subject: pkijs.RelativeDistinguishedNames
  readonly issuer: pkijs.RelativeDistinguishedNames
  readonly publicKey: CryptoKey
  readonly by: CryptoKey
  readonly validity: Validity
  readonly isAuthority: boolean
  readonly serial: number
}

async function certify({ subject, issuer, publicKey, by, validity, isAuthority, serial }: Order): Promise<Uint8Array> {
  const certificate = new pkijs.Certificate({
    version: 2,
    serialNumber: new asn1js.Integer({ value: serial }),
    subject,
    issuer,
    notBefore: new pkijs.Time({ type: 0, value: validity.from }),
    notAfter: new pkijs.Time({ type: 0, value: validity.to }),
  })
  certificate.extensions = [
    extension(extensions.basicConstraints, new pkijs.BasicConstraints({ cA: isAuthority }).toSchema()),
    extension(extensions.keyUsage, usageBits(isAuthority ? usageOfAuthority : usageOfSigner)),
  ]
  await certificate.subjectPublicKeyInfo.importKey(publicKey)
  await certificate.sign(by, 'SHA-256')
  return new Uint8Array(certificate.toSchema(true).toBER())
}

function nameOf(subject: Subject): pkijs.RelativeDistinguishedNames {
  const typesAndValues = Object.entries(objectIds).flatMap(([part, type]) => {
    const value = subject[part as keyof Subject]
    return value === undefined ? [] : [new pkijs.AttributeTypeAndValue({ type, value: new asn1js.Utf8String({ value }) })]
  })
  return new pkijs.RelativeDistinguishedNames({ typesAndValues })
}

function extension(extnID: string, value: asn1js.BaseBlock): pkijs.Extension {
  return new pkijs.Extension({ extnID, critical: true, extnValue: value.toBER(false) })
}

function usageBits(bits: number): asn1js.BitString {
  const unused = bits.toString(2).padStart(8, '0').split('').reverse().indexOf('1')
  return new asn1js.BitString({ valueHex: Uint8Array.of(bits).buffer, unusedBits: unused })
}

/** Whom a certificate names; what it does not name is empty, or absent where it need not be there. */
export function subjectOf(certificate: pkijs.Certificate): Subject {
  const part = (type: string): string | undefined => {
    const found = certificate.subject.typesAndValues.find((one) => one.type === type)
    return found === undefined ? undefined : String(found.value.valueBlock.value)
  }
  const title = part(objectIds.title)
  const mandate = part(objectIds.mandate)
  return {
    commonName: part(objectIds.commonName) ?? '',
    organisation: part(objectIds.organisation) ?? '',
    unit: part(objectIds.unit) ?? '',
    ...(title === undefined ? {} : { title }),
    ...(mandate === undefined ? {} : { mandate }),
  }
}
