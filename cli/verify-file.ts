import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { verifyPdf, type PdfFinding, type SignatureFinding } from '#activities/signing/verify-pdf.ts'
import type { PaperSignature } from '#domain/action.ts'
import type { InstitutionId } from '#domain/actor.ts'
import type { MandateNamed } from '#domain/signing-mandate.ts'
import type { Store } from '#store/db.ts'
import { findPaperByHash, findPaperByNumber } from '#store/record/find-paper.ts'

/** `genuine`: this very file is on record; `superseded`: it is, and a later one stands in its place; `altered`: it says it is one of ours and is not. */
export type FileVerdict = 'genuine' | 'superseded' | 'altered' | 'unknown'

export type FileReport = {
  readonly verdict: FileVerdict
  readonly why: string
  readonly number?: string
  readonly signatures: readonly SignatureFinding[]
  /** What the record says of them, in the same order: the mandate under which somebody signed for the house. */
  readonly recorded: readonly PaperSignature[]
  /** Bytes that were added after the last signature and that nobody signed. */
  readonly trailing: number
  /** Places at which the embedded data differ from the record's, as JSON pointers. */
  readonly differs: readonly string[]
}

/** Compares a PDF with the record of an institution and checks its signatures; asks nobody outside. */
export async function verifyFile(
  store: Store,
  institution: InstitutionId,
  bytes: Uint8Array,
  trusted: readonly Uint8Array[],
): Promise<FileReport> {
  // Whatever the reader of PDFs stumbles over: a file that it cannot read is none that was issued here.
  const found = await verifyPdf(bytes, trusted).catch(() => undefined)
  if (found === undefined)
    return { verdict: 'unknown', why: 'it cannot be read as a PDF', signatures: [], recorded: [], trailing: 0, differs: [] }
  const { signatures, trailing } = found
  const known = await findPaperByHash(store, institution, createHash('sha256').update(bytes).digest('hex'))
  if (known !== undefined) {
    const { number, superseded, signatures: recorded } = known
    const said = { number, signatures, recorded, trailing, differs: [] }
    if (!superseded) return { verdict: 'genuine', why: 'this very file is on record', ...said }
    return { verdict: 'superseded', why: 'the file is on record, and a later one with a further signature stands in its place', ...said }
  }
  return compareWithRecord(store, institution, found, trusted)
}

async function compareWithRecord(
  store: Store,
  institution: InstitutionId,
  found: PdfFinding,
  trusted: readonly Uint8Array[],
): Promise<FileReport> {
  const { signatures, trailing } = found
  const said = parse(found.embedded)
  const number = typeof said === 'object' && said !== null && 'number' in said ? String(said.number) : undefined
  const kept = number === undefined ? undefined : await findPaperByNumber(store, institution, number)
  if (number === undefined || kept === undefined)
    return { verdict: 'unknown', why: 'the record has no such paper', signatures, recorded: [], trailing, differs: [] }
  const differs = listDifferences(parse((await verifyPdf(kept, trusted)).embedded), said)
  const broken = signatures.some(({ isIntact }) => !isIntact)
  const why =
    differs.length > 0
      ? 'its data are not those on record'
      : broken
        ? 'what was signed was changed afterwards'
        : 'the file is not the one on record'
  return { verdict: 'altered', why, number, signatures, recorded: [], trailing, differs }
}

function parse(embedded: string | undefined): unknown {
  try {
    return embedded === undefined ? undefined : JSON.parse(embedded)
  } catch {
    return undefined
  }
}

/** JSON pointers of the places at which two values differ. */
export function listDifferences(a: unknown, b: unknown, at = ''): string[] {
  if (isDeepStrictEqual(a, b)) return []
  if (!isBranch(a) || !isBranch(b)) return [at === '' ? '/' : at]
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].flatMap((name) => listDifferences(a[name], b[name], `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`))
}

function isBranch(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null
}

/** By whom, in which post and under which mandate: as the certificate says it, and the day of the mandate as the record has it. */
export function describeSignature({ by, at, isIntact, isTrusted }: SignatureFinding, mandate?: MandateNamed): string {
  const number = by.mandate ?? mandate?.number
  const under = number === undefined ? '' : `, under mandate ${number}${mandate === undefined ? '' : ` of ${mandate.givenOn}`}`
  const post = by.title ?? mandate?.post
  const when = at === undefined ? 'at a time he does not claim' : `at ${at.toISOString()}`
  const held = isIntact ? 'what he signed is unchanged' : 'WHAT HE SIGNED WAS CHANGED'
  return `signed by ${by.commonName}${post === undefined ? '' : `, ${post}`} (${by.organisation})${under} ${when}: ${held}; his authority is ${isTrusted ? 'believed here' : 'NOT KNOWN HERE'}`
}
