import { z } from 'zod'
import { actorView, day, instant, jsonObject, labelled, page, taskOccurrence } from './common.ts'
import { citation } from './refusal.ts'

/** One line of a matter's trail: the entry itself, and the sentence people read. */
export const actionView = z
  .object({
    seq: z.int(),
    kind: z.string(),
    sentence: z.string(),
    actor: actorView,
    at: instant,
    on: day,
    step: labelled.optional(),
    task: taskOccurrence.optional(),
    outcome: labelled.optional(),
    reason: z.string().optional(),
    citations: z.array(citation).optional(),
    facts: jsonObject.optional().meta({ description: 'Absent where the reader may not see them' }),
    hash: z.string().optional().meta({ description: "The entry's hash in the chain, hexadecimal" }),
  })
  .meta({ id: 'Action' })

export const actionPage = page(actionView, 'ActionPage')

export type ActionView = z.infer<typeof actionView>
