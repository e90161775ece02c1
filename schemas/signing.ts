import { z } from 'zod'
import type { SignatureForm } from '#domain/signing.ts'

/** The form of every signature task. */
export const signatureForm = z.strictObject({
  paper: z.string().regex(/^[0-9a-f]{64}$/),
  electronic: z.literal(true),
}) satisfies z.ZodType<SignatureForm>
