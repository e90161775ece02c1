import { z } from 'zod'
import type { ProcessPolicy } from '#domain/policy-slice.ts'
import { roles } from '#domain/role.ts'
import type { YearCalendar } from '#domain/calendar.ts'
import { day, json, jsonObject } from './common.ts'
import { dueRule } from './due.ts'
import { citation } from './refusal.ts'

const fraction = z.tuple([z.int().min(1), z.int().min(1)])

/** What a university sets for one process without a programmer. */
export const processPolicy = (
  z.strictObject({
    due: z.record(z.string(), dueRule).exactOptional(),
    remindBefore: z.record(z.string(), z.array(z.int().min(0).max(366))).exactOptional(),
    quorum: z.strictObject({ present: fraction, inFavour: fraction, least: z.int().min(1) }).exactOptional(),
    matrix: z
      .array(
        z.strictObject({
          upToFen: z.int().min(0).exactOptional(),
          department: z.string().exactOptional(),
          chain: z.array(z.enum(roles)).min(1),
        }),
      )
      .exactOptional(),
    numbers: z.record(z.string(), z.number()).exactOptional(),
    lists: z.record(z.string(), z.array(jsonObject)).exactOptional(),
    texts: z.record(z.string(), z.string().max(5000)).exactOptional(),
  }) satisfies z.ZodType<ProcessPolicy>
).meta({ id: 'ProcessPolicy', examples: [{ due: { 'formal-check': { workingDays: 3 } } }] })

export const policyView = z
  .object({
    process: z.string(),
    version: z.string().meta({ description: 'Hash of the body in force, defaults included' }),
    body: processPolicy,
    defaults: processPolicy,
    versions: z.array(z.object({ version: z.string(), from: day, by: z.string(), note: z.string().optional(), body: processPolicy })),
  })
  .meta({ id: 'Policy' })

export const policyList = z
  .object({ items: z.array(z.object({ process: z.string(), name: z.string(), version: z.string(), from: day.optional() })) })
  .meta({ id: 'PolicyList' })

export const newPolicy = z.strictObject({ body: processPolicy, from: day, note: z.string().trim().max(500).optional() }).meta({
  id: 'NewPolicy',
  examples: [{ body: { due: { 'formal-check': { workingDays: 3 } } }, from: '2026-04-01', note: '校发〔2026〕12号' }],
})

/** The days off of one year as the State Council's notice arranges them. */
export const yearCalendar = (
  z.strictObject({
    year: z.int().min(2000).max(2100),
    source: z.string().trim().min(1).max(200),
    issuedOn: day,
    invented: z.boolean().exactOptional(),
    off: z.array(day).max(366),
    workingWeekends: z.array(day).max(100),
  }) satisfies z.ZodType<YearCalendar>
).meta({
  id: 'YearCalendar',
  examples: [{ year: 2027, source: '国办发明电〔2026〕7号', issuedOn: '2026-11-04', off: ['2027-01-01'], workingWeekends: [] }],
})

export const calendarList = z.object({ items: z.array(yearCalendar) }).meta({ id: 'CalendarList' })

/** A dated value of the law or of a fee table. */
export const parameterRow = z
  .object({
    name: z.string().regex(/^[A-Z0-9_]{2,80}$/),
    value: json,
    from: day.exactOptional(),
    to: day.exactOptional(),
    province: z.string().max(50).exactOptional(),
    citations: z.tuple([citation], citation),
    note: z.string().max(1000).exactOptional(),
  })
  .meta({
    id: 'Parameter',
    examples: [
      { name: 'NOTICE_PRICE_DAYS', value: 15, from: '2015-10-01', citations: [{ law: '促进科技成果转化法', article: '18', sure: 'text' }] },
    ],
  })

export const parameterList = z.object({ items: z.array(parameterRow) }).meta({ id: 'ParameterList' })
export const parameterQuery = z.object({ name: z.string().max(100).optional(), asOf: day.optional() })

export type PolicyView = z.infer<typeof policyView>
