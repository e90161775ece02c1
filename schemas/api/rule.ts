import { z } from 'zod'
import { day, instant, json, labelled, page, pageQuery, personRef } from './common.ts'
import { citation, refusalView } from './refusal.ts'

export const ruleQuery = z.object({ asOf: day.optional(), process: z.string().max(100).optional() })

/** One executable rule: what it says when it refuses, and what it rests on. */
export const ruleView = z
  .object({
    code: z.string(),
    says: z.string(),
    remedy: z.string(),
    flips: z.string().optional(),
    citations: z.array(citation),
    verified: z.boolean(),
    note: z.string().optional(),
    from: day.optional(),
    to: day.optional(),
    parameters: z
      .array(z.object({ name: z.string(), value: json.optional(), from: day.optional(), to: day.optional(), mayChange: z.array(labelled) }))
      .meta({ description: 'The dated values it reads, as they stand on that day, and who may change them' }),
  })
  .meta({ id: 'Rule' })

export const ruleList = z
  .object({
    asOf: day,
    items: z.array(ruleView),
    counts: z
      .object({ all: z.int(), recalled: z.int() })
      .meta({ description: 'Rules in force on that day, and those of them that rest on memory alone' }),
  })
  .meta({ id: 'RuleList' })

/** A refusal as it was recorded. */
export const recordedRefusal = z
  .object({
    id: z.string(),
    at: instant,
    on: day,
    person: personRef.optional(),
    matter: z.string().optional(),
    asked: z.string(),
    command: z.string().optional(),
    refusal: refusalView,
  })
  .meta({ id: 'RecordedRefusal' })

export const refusalPage = page(recordedRefusal, 'RefusalPage')
export const refusalQuery = z.object({
  ...pageQuery.shape,
  code: z.string().max(100).optional(),
  matter: z.string().max(200).optional(),
  person: z.string().max(200).optional(),
})

export type RuleView = z.infer<typeof ruleView>
