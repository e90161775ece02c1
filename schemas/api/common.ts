import { z } from 'zod'
import type { PersonId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { Json, JsonObject } from '#domain/json.ts'
import type { FieldRemark, MatterId, TaskId } from '#domain/state.ts'

/** What any period counts from or to: outside these years no calendar reaches, and counting on would leave the years there are. */
const firstDay = '1900-01-01'
const lastDay = '2999-12-31'

/** A calendar day at +08:00. */
export const day = (
  z.iso.date().refine((value) => value >= firstDay && value <= lastDay, { error: 'desk/day-out-of-range' }) as unknown as z.ZodType<
    PlainDay,
    PlainDay
  >
).meta({
  description: 'A calendar day at +08:00',
  examples: ['2026-03-02'],
})

/** An instant with its offset. */
export const instant = z.iso.datetime({ offset: true }).meta({ description: 'An instant', examples: ['2026-03-02T09:15:00.000+08:00'] })

const anyJson = z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(z.unknown()), z.record(z.string(), z.unknown())])
export const json = (anyJson as unknown as z.ZodType<Json, Json>).meta({ id: 'Json', description: 'Any JSON value' })
export const jsonObject = (z.record(z.string(), json) as unknown as z.ZodType<JsonObject, JsonObject>).meta({ id: 'JsonObject' })

/** Whether a text shows anything: letters, digits, marks; what a reader cannot see says nothing. */
export function isVisible(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text)
}

/** Text with something to read in it, `most` characters at most. */
export function visibleText(most: number): z.ZodString {
  return z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((value) => value === '' || isVisible(value), { error: 'desk/text-invisible' })
}

const identifier = z.string().min(1).max(200)
/** `unit` says what a value means; forms are drawn by it. */
export const personId = identifier.meta({ unit: 'person' }) as unknown as z.ZodType<PersonId, PersonId>
export const matterId = identifier.meta({ unit: 'matter' }) as unknown as z.ZodType<MatterId, MatterId>
/** The SHA-256 of the paper that somebody was shown and signs; `given` names the same. */
export const paperHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ unit: 'paper', description: 'SHA-256 of the file that the signer was shown: `given.sha256` of his task' })
/** One occurrence of a step: `formal-check#1`, `confirm-share#1/<person>`. */
export const taskOccurrence = (z.string().regex(/^[a-z0-9-]+#\d+(\/[^/\s]+)?$/) as unknown as z.ZodType<TaskId, TaskId>).meta({
  examples: ['formal-check#1'],
})

/** A word people choose from or read, with its label in the reader's language. */
export const labelled = z
  .object({ name: z.string(), label: z.string() })
  .meta({ id: 'Labelled', examples: [{ name: 'formal-check', label: '形式审查' }] })

export const personRef = z
  .object({ id: personId, name: z.string(), department: z.string().optional().meta({ description: "The department's name" }) })
  .meta({ id: 'PersonRef', examples: [{ id: 'p-lin', name: '林岚', department: '材料学院' }] })

export const departmentRef = z
  .object({ id: z.string(), name: z.string() })
  .meta({ id: 'DepartmentRef', examples: [{ id: 'materials', name: '材料学院' }] })

/** Who acted, as people read it: the person or the process, in which role then, for whom if not for himself. */
export const actorView = z
  .object({
    is: z.enum(['person', 'system']),
    person: personRef.optional(),
    name: z.string(),
    as: labelled.optional().meta({ description: 'The role held then; absent when for oneself' }),
    onBehalfOf: personRef.optional(),
    byLink: z.boolean().optional(),
  })
  .meta({
    id: 'ActorView',
    examples: [
      { is: 'person', person: { id: 'p-zhou', name: '周敏' }, name: '周敏', as: { name: 'ipo_officer', label: '知识产权办公室' } },
    ],
  })

export const fieldRemark = (
  z.strictObject({
    field: z
      .string()
      .regex(/^(\/[^/]*)*$/)
      .max(500),
    remark: z.string().trim().min(1).max(2000),
  }) satisfies z.ZodType<FieldRemark>
).meta({ id: 'FieldRemark', examples: [{ field: '/inventors/1/contributionBp', remark: '与附件不符' }] })

/** Query of a list: how many, and from where. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ description: 'At most so many items' }),
  cursor: z.string().max(2000).optional().meta({ description: '`next` of the page before' }),
})

/** A page of a list; `next` is the cursor of the page after, null on the last. */
export function page<Item extends z.ZodType>(item: Item, id: string) {
  return z.object({ items: z.array(item), next: z.string().nullable() }).meta({ id })
}

/** A command that needs no words. */
export const emptyBody = z.strictObject({})

export type PersonRef = z.infer<typeof personRef>
export type DepartmentRef = z.infer<typeof departmentRef>
export type ActorView = z.infer<typeof actorView>
export type Labelled = z.infer<typeof labelled>
export type Page<Item> = { items: Item[]; next: string | null }
