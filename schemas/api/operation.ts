import { z } from 'zod'
import { instant, json, page, pageQuery, personRef } from './common.ts'

/** Something outside that failed and waits to be tried again or looked at. */
export const incidentView = z
  .object({
    id: z.string(),
    kind: z.string(),
    status: z.enum(['open', 'retried', 'resolved']),
    matter: z.string().optional(),
    detail: json,
    attempts: z.int(),
    openedAt: instant,
    changedAt: instant,
    lastOutcome: z.string().optional().meta({ description: 'What became of the last retry, verbatim' }),
  })
  .meta({ id: 'Incident' })

export const incidentPage = page(incidentView, 'IncidentPage')
export const incidentQuery = z.object({
  ...pageQuery.shape,
  status: z.enum(['open', 'retried', 'resolved']).optional(),
  matter: z.string().max(200).optional(),
})

/** What the retry came to: not that it was asked for, but what happened. */
export const retryOutcome = z
  .object({ outcome: z.enum(['resolved', 'failed-again', 'still-running']), detail: z.string(), incident: incidentView })
  .meta({ id: 'RetryOutcome' })

/** Who read what of a matter, and when. */
export const readingPage = page(z.object({ person: personRef.optional(), what: z.string(), at: instant }), 'ReadingPage')

export const verifyRequest = z
  .strictObject({ matter: z.string().max(200).optional().meta({ description: 'One matter; everything when absent' }) })
  .meta({ id: 'VerifyRequest', examples: [{}] })

/** Whether the chains of the record hold. */
export const verification = z
  .object({
    ok: z.boolean(),
    chains: z.int(),
    actions: z.int(),
    faults: z.array(z.object({ chain: z.string(), seq: z.int().optional(), what: z.string() })),
    heads: z.array(z.object({ chain: z.string(), seq: z.int(), hash: z.string() })).optional(),
  })
  .meta({ id: 'Verification', examples: [{ ok: true, chains: 12, actions: 340, faults: [] }] })

export const health = z
  .object({ status: z.enum(['ok', 'unavailable']), parts: z.record(z.string(), z.string()).optional() })
  .meta({ id: 'Health', examples: [{ status: 'ok' }] })

export type IncidentView = z.infer<typeof incidentView>
export type Verification = z.infer<typeof verification>
