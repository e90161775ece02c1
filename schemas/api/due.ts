import { z } from 'zod'
import type { DeadlineClass, DerivationStep, Due, DueRule } from '#domain/deadline.ts'
import { day } from './common.ts'
import { citation } from './refusal.ts'

const last = { lastDay: z.enum(['roll', 'keep']).exactOptional() }
const count = z.int().min(0).max(36_500)

/** How long a period is, in days, working days, months or years. */
export const dueRule = (
  z.union([
    z.strictObject({ days: count, ...last }),
    z.strictObject({ workingDays: count, ...last }),
    z.strictObject({ months: count, ...last }),
    z.strictObject({ years: count, ...last }),
  ]) satisfies z.ZodType<DueRule>
).meta({ id: 'DueRule', examples: [{ workingDays: 5 }] })

export const deadlineClass = z
  .enum(['statutory', 'contractual', 'notice', 'service'] as const satisfies readonly DeadlineClass[])
  .meta({ id: 'DeadlineClass' })

const citations = z.array(citation)

const derivationStep = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('trigger'), on: day, citations }),
  z.object({ kind: z.literal('counted'), rule: dueRule, raw: day, citations }),
  z.object({ kind: z.literal('skipped'), from: day, to: day, because: z.enum(['weekend', 'holiday']) }),
  z.object({ kind: z.literal('worked-weekend'), on: day }),
  z.object({ kind: z.literal('extended'), from: day, to: day, citations }),
  z.object({ kind: z.literal('kept'), on: day, citations }),
  z.object({ kind: z.literal('calendar'), year: z.int(), source: z.string(), issuedOn: day, invented: z.boolean() }),
  z.object({ kind: z.literal('calendar-missing'), year: z.int(), citations }),
]) satisfies z.ZodType<DerivationStep>

/** A due day with its proof. */
export const due = (
  z.object({
    on: day,
    raw: day,
    from: day,
    rule: dueRule,
    provisional: z.boolean(),
    derivation: z.array(derivationStep),
  }) satisfies z.ZodType<Due>
).meta({ id: 'Due' })

export type DueView = z.infer<typeof due>
