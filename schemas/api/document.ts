import { z } from 'zod'
import { day, instant, labelled, matterId, personRef } from './common.ts'

/** An issued paper; the bytes lie at `href`, other languages at `?language=`. */
export const documentView = z
  .object({
    id: z.string(),
    matter: matterId,
    template: labelled,
    number: z.string(),
    step: labelled,
    issuedOn: day,
    sha256: z.string(),
    href: z.string(),
    signatures: z
      .array(z.object({ by: personRef, capacity: z.string(), at: instant }))
      .optional()
      .meta({ description: 'In the order of signing' }),
    superseded: z.boolean().meta({ description: 'Whether a file with a further signature stands in its place' }),
    readings: z.array(z.object({ language: z.string(), sha256: z.string(), href: z.string() })),
  })
  .meta({ id: 'Document' })

export const documentList = z.object({ items: z.array(documentView) }).meta({ id: 'DocumentList' })

export const documentQuery = z.object({ language: z.string().max(20).optional().meta({ description: 'The official reading when absent' }) })

export type DocumentView = z.infer<typeof documentView>
