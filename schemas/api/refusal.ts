import { z } from 'zod'
import type { Citation, Sureness } from '#domain/refusal.ts'
import { day, json } from './common.ts'

const surenesses = ['text', 'verified', 'recalled', 'recalled-check', 'article', 'design'] as const satisfies readonly Sureness[]

/** Where a rule comes from and how sure that is. */
export const citation = (
  z.object({
    law: z.string(),
    article: z.string().exactOptional(),
    version: day.exactOptional(),
    sure: z.enum(surenesses),
    source: z.string().exactOptional(),
  }) satisfies z.ZodType<Citation>
).meta({ id: 'Citation', examples: [{ law: '专利法', article: '24', version: '2020-10-17', sure: 'text' }] })

/** A lawful no as people read it: what was wrong, on which rule, what to do, what would make it pass. */
export const refusalView = z
  .object({
    code: z.string(),
    says: z.string(),
    remedy: z.string(),
    flips: z.string().optional(),
    citations: z.array(citation),
    verified: z.boolean().meta({ description: 'False when every citation is from memory: not verified, ask counsel' }),
    note: z.string().optional(),
    fact: z.record(z.string(), json),
    field: z.string().optional().meta({ description: 'JSON pointer of the input at fault' }),
  })
  .meta({
    id: 'Refusal',
    examples: [
      {
        code: 'task/held-by-other',
        says: '该待办已由周敏于 3 月 2 日签收。',
        remedy: '请与其联系，或由管理员改派。',
        citations: [{ law: 'policy', sure: 'design' }],
        verified: true,
        fact: { holder: 'p-zhou', since: 1772413200000 },
      },
    ],
  })

/** Whether one may do something, and why not. */
export const verdict = z.object({ may: z.boolean(), whyNot: refusalView.optional() }).meta({ id: 'Verdict', examples: [{ may: true }] })

/** Every answer that is no: RFC 9457. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    refusals: z.array(refusalView).optional(),
    errors: z
      .array(z.object({ field: z.string(), code: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'Faults of the input by field' }),
  })
  .meta({ id: 'Problem', examples: [{ type: 'urn:conveyance:not-found', title: '未找到', status: 404 }] })

export type RefusalView = z.infer<typeof refusalView>
export type Verdict = z.infer<typeof verdict>
export type Problem = z.infer<typeof problem>
