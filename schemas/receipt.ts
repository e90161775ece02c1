import { z } from 'zod'
import type { FinanceAnswer, ReceiptData } from '#domain/receipt.ts'
import { day } from './api/common.ts'
import { line, paragraph } from './disclosure-parts.ts'
import { amount } from './pre-filing-assessment-parts.ts'

/** A credit as the bank's voucher tells it; the voucher's number makes the matter's id. */
export const receiptData = z.strictObject({
  // One voucher in whichever letters it is typed: its money happens once.
  voucher: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Za-z0-9-]{1,60}$/),
  payer: line,
  amountFen: amount.refine((value) => value > 0, 'positive'),
  currency: z.string().regex(/^[A-Z]{3}$/),
  creditedOn: day,
  reference: z.string().trim().max(200).exactOptional(),
  text: z.string().trim().max(500).exactOptional(),
}) satisfies z.ZodType<ReceiptData>

const answer = z.strictObject({
  reference: line.exactOptional(),
  acceptAmount: z.boolean().exactOptional(),
  remarks: paragraph.exactOptional(),
}) satisfies z.ZodType<FinanceAnswer>

/** The forms of a receipt by their keys. */
export const forms = { 'receipt/open': receiptData, 'receipt/clarify': answer }
