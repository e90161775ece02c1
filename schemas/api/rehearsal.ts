import { z } from 'zod'
import { day, instant, labelled, matterId, taskOccurrence } from './common.ts'

/** How many days of the office to walk. */
export const advance = z.strictObject({ days: z.int().min(1).max(4000) }).meta({ id: 'Advance', examples: [{ days: 7 }] })

/** A timer that fired on the way: at which step of which matter, and what came of it. */
export const firedTimer = z
  .object({
    matter: matterId,
    number: z.string(),
    process: labelled,
    step: labelled.optional(),
    task: taskOccurrence.optional().meta({ description: 'The occurrence of the step; of a task its place in the matter' }),
    kind: z.string(),
    what: z.string().meta({ description: 'A sentence, in the language of whoever asks' }),
    on: day,
    at: instant,
  })
  .meta({
    id: 'FiredTimer',
    examples: [
      {
        matter: '0c5e3a52-7a0f-5a3c-9a5c-0d1f4b1f7c11',
        number: 'CP-2026-0001',
        process: { name: 'disclosure', label: '成果披露' },
        step: { name: 'formal-check', label: '形式审查' },
        task: 'formal-check#1',
        kind: 'TaskReminded',
        what: '已就“形式审查”发出催办',
        on: '2026-03-05',
        at: '2026-03-05T01:00:00.000Z',
      },
    ],
  })

export const advanced = z.object({ from: day, to: day, fired: z.array(firedTimer) }).meta({ id: 'Advanced' })

export const rehearsalClock = z.object({ now: z.string(), today: day }).meta({ id: 'RehearsalClock' })
