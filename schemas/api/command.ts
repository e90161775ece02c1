import { z } from 'zod'
import { instant, json, matterId } from './common.ts'
import { problem } from './refusal.ts'

/** What became of a command: carried out, refused, or still on its way. */
export const commandView = z
  .object({
    id: z.string(),
    name: z.string(),
    matter: matterId.optional(),
    status: z.enum(['pending', 'done', 'refused']),
    createdAt: instant,
    answeredAt: instant.optional(),
    answer: json.optional(),
    problem: problem.optional(),
  })
  .meta({
    id: 'Command',
    examples: [
      { id: '5f1f7a1e-5f6e-5d0c-8f77-8f6d8c9a0b1c', name: 'claim-task', status: 'pending', createdAt: '2026-03-02T09:15:00.000Z' },
    ],
  })

/** What a carried-out command answers: the number of its action in the matter's trail. */
export const receipt = z
  .object({ command: z.string(), seq: z.int(), repeated: z.boolean() })
  .meta({ id: 'Receipt', examples: [{ command: '5f1f7a1e-5f6e-5d0c-8f77-8f6d8c9a0b1c', seq: 4, repeated: false }] })

export const messageBody = z
  .strictObject({ data: z.record(z.string(), json).default({}) })
  .meta({ id: 'MessageBody', examples: [{ data: {} }] })

export type CommandView = z.infer<typeof commandView>
export type ReceiptView = z.infer<typeof receipt>
