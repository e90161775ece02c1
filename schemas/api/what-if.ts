import { z } from 'zod'
import { day, fieldRemark, jsonObject, labelled, personRef, taskOccurrence } from './common.ts'
import { deadlineClass } from './due.ts'
import { refusalView } from './refusal.ts'

/** A completion that is only thought of. */
export const whatIfRequest = z
  .strictObject({
    task: taskOccurrence,
    outcome: z.string().min(1).max(100),
    data: jsonObject.default({}),
    reason: z.string().trim().min(1).max(2000).optional(),
    remarks: z.array(fieldRemark).max(200).optional(),
  })
  .meta({ id: 'WhatIfRequest', examples: [{ task: 'formal-check#1', outcome: 'returned', data: {}, reason: '摘要不清' }] })

const dueDay = { dueOn: day.optional(), provisional: z.boolean().optional(), class: deadlineClass.optional() }

/** What would follow from a completion, up to where somebody, a day or something outside is waited for. Nothing of it has happened. */
export const whatIfAnswer = z
  .object({
    is: z.enum(['carried-out', 'refused']),
    refusals: z
      .array(refusalView)
      .meta({ description: 'Why it would be refused; rules over more than one matter are asked only when it is done' }),
    tasks: z
      .array(
        z.object({
          task: taskOccurrence,
          step: labelled,
          party: z.enum(['office', 'inventor', 'outside']),
          roles: z.array(labelled),
          people: z.array(personRef),
          ...dueDay,
        }),
      )
      .meta({ description: 'Tasks that would open, and for whom' }),
    waits: z.array(z.object({ step: labelled, messages: z.array(labelled), until: day.optional() })),
    documents: z.array(z.object({ step: labelled, template: labelled })).meta({ description: 'Papers that would be issued' }),
    deadlines: z.array(z.object({ code: z.string(), label: z.string(), class: deadlineClass, dueOn: day, provisional: z.boolean() })),
    findings: z.array(z.object({ step: labelled, outcome: labelled })).meta({ description: 'What the process would find or do by itself' }),
    unforeseen: z.array(labelled).meta({ description: 'Steps whose outside deed decides how it goes on there' }),
    erased: z.boolean().meta({ description: 'Whether the content would be erased' }),
    end: labelled.optional().meta({ description: 'How the matter would end, where it would' }),
  })
  .meta({ id: 'WhatIf' })

export type WhatIfAnswer = z.infer<typeof whatIfAnswer>
