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
}

/** Why a receipt finds no take-up by itself. */
export type Unmatched = 'no-reference' | 'reference-unknown' | 'take-up-closed' | 'amount-differs' | 'foreign-currency'

export type ReceiptMatch =
  | { readonly standing: 'matched'; readonly matter: MatterId; readonly number: string; readonly outstandingFen: Fen }
  | { readonly standing: 'unmatched'; readonly because: Unmatched; readonly number?: string; readonly outstandingFen?: Fen }

/** What finance said of a receipt that found no take-up by itself. */
export type Guidance = { readonly reference: string; readonly acceptAmount: boolean }

/** The reference to look for: finance's own reading goes before what the payer wrote. */
export function referenceOf(receipt: Pick<ReceiptData, 'reference' | 'text'>, guidance?: Guidance): string | undefined {
  if (guidance !== undefined) return findPaymentReference(guidance.reference)
  return findPaymentReference(receipt.reference ?? '') ?? findPaymentReference(receipt.text ?? '')
}

/**
 * Matches by reference and amount. Another amount than the one outstanding is for finance to look at: part of a fee makes
 * no licence, and too much may be another's money.
 */
export function matchReceipt(receipt: ReceiptData, candidate: ReceiptCandidate | undefined, guidance?: Guidance): ReceiptMatch {
  if (referenceOf(receipt, guidance) === undefined) return { standing: 'unmatched', because: 'no-reference' }
  if (candidate === undefined) return { standing: 'unmatched', because: 'reference-unknown' }
  const { matter, number, isOpen, outstandingFen } = candidate
  if (!isOpen) return { standing: 'unmatched', because: 'take-up-closed', number }
  if (receipt.currency !== 'CNY') return { standing: 'unmatched', because: 'foreign-currency', number, outstandingFen }
  const fits = receipt.amountFen === outstandingFen || guidance?.acceptAmount === true
  return fits
    ? { standing: 'matched', matter, number, outstandingFen }
    : { standing: 'unmatched', because: 'amount-differs', number, outstandingFen }
}
