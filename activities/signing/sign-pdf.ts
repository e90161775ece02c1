import { PDF, type Signer } from '@libpdf/core'

/** What one signature says of itself. */
export type SignatureWords = {
  /** In which capacity, under which mandate. */
  readonly reason: string
  readonly location: string
  /** Office clock. */
  readonly at: Date
}

/**
 * Adds a PAdES signature (B-B, ETSI.CAdES.detached) by incremental update: every byte of what was signed before stays as it
 * was, so that earlier signatures hold. Answers the whole file.
 */
export async function signPdf(bytes: Uint8Array, signer: Signer, { reason, location, at }: SignatureWords): Promise<Uint8Array> {
  const pdf = await PDF.load(Uint8Array.from(bytes))
  const { bytes: signed } = await pdf.sign({ signer, reason, location, signingTime: at, level: 'B-B' })
  if (!startsWith(signed, bytes)) throw new Error('Signing changed what was signed before')
  return signed
}

function startsWith(whole: Uint8Array, start: Uint8Array): boolean {
  return whole.length > start.length && Buffer.compare(whole.subarray(0, start.length), start) === 0
}
