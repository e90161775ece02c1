import { z } from 'zod'
import type { Fen } from '#domain/money.ts'
import type { PatentType } from '#domain/patent-type.ts'
import { visibleText } from './api/common.ts'

/** A hundred thousand million yuan: more than any form is about, and little enough that all amounts of a matter sum to a whole fen. */
const mostFen = 10 ** 13

/** An amount in fen, from zero. */
export const amount = z.int().min(0).max(mostFen).meta({ unit: 'fen' }) as unknown as z.ZodType<Fen, Fen>

/** ISO 3166 code of two letters, or `EP`, `WO` for a regional or international office. */
export const country = z.string().regex(/^[A-Z]{2}$/)

/** Reasons and statements; a matter's whole content stays small. */
export const longText = visibleText(1500)

export const patentType = z.enum(['invention', 'utility-model', 'design']) satisfies z.ZodType<PatentType>
