import type { PersonId } from './actor.ts'
import { findPaymentReference } from './licence-take-up-decision.ts'
import type { Fen } from './money.ts'
import type { ReceiptData } from './receipt.ts'
import type { MatterId } from './state.ts'

/** The take-up that a reference names, and what may be paid on it now. */
export type ReceiptCandidate = {
  readonly matter: MatterId
  readonly number: string
  readonly isOpen: boolean
  readonly outstandingFen: Fen
  /** Who has a share in what it licenses. */
  readonly interested: readonly PersonId[]
}

/** Why a receipt finds no take-up by itself. */
export type Unmatched = 'no-reference' | 'reference-unknown' | 'take-up-closed' | 'amount-differs' | 'foreign-currency' | 'interested'

export type ReceiptMatch =
  | { readonly standing: 'matched'; readonly matter: MatterId; readonly number: string; readonly outstandingFen: Fen }
  | { readonly standing: 'unmatched'; readonly because: Unmatched; readonly number?: string; readonly outstandingFen?: Fen }

/** What finance said of a receipt that found no take-up by itself. */
export type Guidance = { readonly reference: string; readonly acceptAmount: boolean }

/** By whose word a receipt is matched: whoever told it, or looked into it last. */
export type Teller = { readonly by?: PersonId }

/** The reference to look for: finance's own reading goes before what the payer wrote. */
export function referenceOf(receipt: Pick<ReceiptData, 'reference' | 'text'>, guidance?: Guidance): string | undefined {
  if (guidance !== undefined) return findPaymentReference(guidance.reference)
  return findPaymentReference(receipt.reference ?? '') ?? findPaymentReference(receipt.text ?? '')
}

/**
 * Matches by reference and amount. Another amount than the one outstanding is for finance to look at: part of a fee makes
 * no licence, and too much may be another's money. Nobody with a share in a licence says by himself that it was paid.
 */
export function matchReceipt(
  receipt: ReceiptData,
  candidate: ReceiptCandidate | undefined,
  guidance?: Guidance,
  { by }: Teller = {},
): ReceiptMatch {
  if (referenceOf(receipt, guidance) === undefined) return { standing: 'unmatched', because: 'no-reference' }
  if (candidate === undefined) return { standing: 'unmatched', because: 'reference-unknown' }
  const { matter, number, isOpen, outstandingFen, interested } = candidate
  if (!isOpen) return { standing: 'unmatched', because: 'take-up-closed', number }
  if (receipt.currency !== 'CNY') return { standing: 'unmatched', because: 'foreign-currency', number, outstandingFen }
  if (by !== undefined && interested.includes(by)) return { standing: 'unmatched', because: 'interested', number, outstandingFen }
  const fits = receipt.amountFen === outstandingFen || guidance?.acceptAmount === true
  return fits
    ? { standing: 'matched', matter, number, outstandingFen }
    : { standing: 'unmatched', because: 'amount-differs', number, outstandingFen }
}
