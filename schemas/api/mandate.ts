import { z } from 'zod'
import { mandateBases } from '#domain/signing-mandate.ts'
import type { RegisterEventFacts } from '#domain/register.ts'
import { day, labelled, page, pageQuery, personId, personRef } from './common.ts'

const text = (most: number) => z.string().trim().min(1).max(most)
const source = text(500).meta({
  description: 'Whence it is known: the letter itself, the entry of the legal person',
  examples: ['授权委托书原件'],
})
const fen = z.int().min(0).max(Number.MAX_SAFE_INTEGER).meta({ unit: 'fen' })
// No tilde: it parts the person from the number in the entry's name.
const number = text(60).regex(/^[^~]+$/)
const template = z
  .string()
  .regex(/^[a-z][a-z-]*\/[a-z][a-z-]*$/)
  .max(100)

/** Who may sign for the house, by what, for which papers, from and to which days. */
export const newMandate = z
  .strictObject({
    person: personId,
    basis: z.enum(mandateBases),
    number: number.meta({ examples: ['（示例）校授〔2026〕5号'] }),
    givenOn: day,
    post: text(60).meta({ description: 'Post in which he signs' }),
    since: day,
    until: day.exactOptional().meta({ description: 'Last day; a written authorisation has one' }),
    papers: z
      .array(template)
      .max(30)
      .default([])
      .meta({
        description: 'Templates of the papers that it covers; of a legal representative none, which is every paper',
        examples: [['title-grant/agreement']],
      }),
    upToFen: fen.exactOptional(),
    source,
  })
  .meta({ id: 'NewMandate' })

export const mandateRevocation = z.strictObject({ reason: text(500), source }).meta({ id: 'MandateRevocation' }) satisfies z.ZodType<
  RegisterEventFacts['MandateRevoked']
>

export const mandateView = z
  .object({
    id: z.string(),
    person: personRef,
    basis: labelled,
    number: z.string(),
    givenOn: day,
    post: z.string(),
    since: day,
    until: day.optional(),
    papers: z.array(labelled).meta({ description: 'Empty: every paper' }),
    upToFen: fen.optional(),
    revokedOn: day.optional(),
    inForce: z.boolean().meta({ description: 'Today' }),
  })
  .meta({ id: 'Mandate' })
export const mandatePage = page(mandateView, 'MandatePage')

export const mandateQuery = z.object({ ...pageQuery.shape, of: personId.optional().meta({ description: 'A person' }) })

export type MandateView = z.infer<typeof mandateView>
