import { z } from 'zod'
import { day, labelled, matterId, page, pageQuery } from './common.ts'
import { deadlineClass, due } from './due.ts'
import { citation } from './refusal.ts'

export const deadlineView = z
  .object({
    matter: z.object({ id: matterId, number: z.string(), title: z.string().nullable() }),
    source: z.enum(['docket', 'task']),
    code: z.string(),
    label: z.string(),
    class: deadlineClass.optional(),
    due,
    late: z.boolean(),
    runsOn: z.boolean().meta({ description: 'True when the matter is suspended and this day stands all the same' }),
    citations: z.array(citation),
    notes: z.array(z.string()),
    closedOn: day.optional(),
    task: z.string().optional(),
    step: labelled.optional(),
  })
  .meta({ id: 'Deadline' })

export const deadlineList = z.object({ items: z.array(deadlineView) }).meta({ id: 'DeadlineList' })
export const deadlinePage = page(deadlineView, 'DeadlinePage')
export const deadlineQuery = z.object({ ...pageQuery.shape, before: day.optional(), class: deadlineClass.optional() })

export type DeadlineView = z.infer<typeof deadlineView>
