import type { FormChecks } from './checks.ts'
import { checkAnswer, checkReceipt } from './receipt.ts'

/** The law behind each form of a receipt. */
export const checks = { 'receipt/open': checkReceipt, 'receipt/clarify': checkAnswer } as const satisfies FormChecks
