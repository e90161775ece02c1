import type { Signer } from '@libpdf/core'

/** Whoever signs: a person, or the house itself, in a capacity. */
export type Signatory = {
  /** Person's id, or `house`. */
  readonly id: string
  readonly name: string
  readonly organisation: string
  /** Post on record; of whoever signs for the house that of his mandate. */
  readonly title?: string
  /** Number of the mandate under which he signs for the house. */
  readonly mandate?: string
}

/** Where the keys of signers are kept. */
export type KeyStore = {
  /** Whether the certificates come from the demonstration's own authority: no reliable signatures (电子签名法 13, 16). */
  readonly isDemonstration: boolean
  /** The authorities whose certificates are believed; DER. */
  readonly trusted: readonly Uint8Array[]
  /** What signs for him, with his certificate. @throws KeyMissing where the store has none for him. */
  signerOf(signatory: Signatory): Promise<Signer>
}

/** Thrown where a signer has no key: says where it is to be put. */
export class KeyMissing extends Error {
  override readonly name = 'KeyMissing'
}
