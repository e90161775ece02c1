import { z } from 'zod'
import type { Fen } from '#domain/money.ts'
import type { PatentType } from '#domain/patent-type.ts'

/** An amount in fen, from zero. */
export const amount = z.int().min(0).max(Number.MAX_SAFE_INTEGER).meta({ unit: 'fen' }) as unknown as z.ZodType<Fen, Fen>

/** ISO 3166 code of two letters, or `EP`, `WO` for a regional or international office. */
export const country = z.string().regex(/^[A-Z]{2}$/)

/** Reasons and statements; a matter's whole content stays small. */
export const longText = z.string().trim().min(1).max(1500)

export const patentType = z.enum(['invention', 'utility-model', 'design']) satisfies z.ZodType<PatentType>
