import { z } from 'zod'
import { incentives } from '#domain/register.ts'
import { day, labelled, matterId } from './common.ts'

/** One use of a patent or result, as it is entered. */
export const transformation = z.strictObject({
  kind: z.enum(['licence', 'open-licence', 'transfer', 'equity', 'self', 'cooperation']),
  on: day,
  reference: z.string().trim().min(1).max(40).exactOptional().meta({ description: 'Names this one transformation: it is rewarded once' }),
  incentives: z.array(z.enum(incentives)).max(2).exactOptional(),
  matter: matterId.exactOptional(),
})

/** The same as it is answered. */
export const transformationView = z.object({
  kind: labelled,
  on: day,
  reference: z.string().optional(),
  incentives: z.array(labelled).optional(),
  matter: matterId.optional(),
})
