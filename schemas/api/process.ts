import { z } from 'zod'
import { departmentRef, jsonObject, labelled } from './common.ts'
import { formView } from './form.ts'
import { verdict } from './refusal.ts'
import { draftView } from './task.ts'

export const processRow = z
  .object({
    process: z.string(),
    name: z.string(),
    purpose: z.string(),
    code: z.string().meta({ description: 'Prefix of its numbers' }),
    mayStart: z.boolean(),
    door: z.string().optional().meta({ description: 'Opened by this route instead of POST /api/matters' }),
  })
  .meta({
    id: 'ProcessRow',
    examples: [{ process: 'disclosure', name: '成果披露', purpose: '发明人报告成果。', code: 'CP', mayStart: true }],
  })

export const processList = z.object({ items: z.array(processRow) }).meta({ id: 'ProcessList' })

export const stepView = z
  .object({
    name: z.string(),
    label: z.string(),
    word: z.enum(['user-task', 'service', 'document', 'docket', 'opens-matter', 'wait']),
    party: z.enum(['office', 'inventor', 'outside']),
    act: z.enum(['decides', 'declares', 'advises']).optional(),
    roles: z.array(labelled).optional(),
    outcomes: z.array(labelled).optional(),
    form: formView.optional(),
    messages: z.array(labelled).optional(),
  })
  .meta({ id: 'Step' })

export const messageView = z
  .object({
    name: z.string(),
    label: z.string(),
    schema: formView,
    who: z.object({ act: z.enum(['decides', 'declares', 'advises']), roles: z.array(labelled), relations: z.array(z.string()) }),
  })
  .meta({ id: 'Message' })

/** A process as people and programs read it. */
export const processView = z
  .object({
    ...processRow.shape,
    form: formView.meta({ description: 'The start form' }),
    start: verdict,
    steps: z.array(stepView),
    roles: z.array(labelled),
    outcomes: z.array(labelled).meta({ description: 'How a matter can end' }),
    documents: z.array(labelled),
    messages: z.array(messageView),
    policy: z.object({ version: z.string(), body: jsonObject }).meta({ description: 'The policy that a matter opened today is pinned to' }),
    draft: draftView.optional().meta({ description: 'My unfinished start form' }),
    departments: z.array(departmentRef).optional(),
  })
  .meta({ id: 'Process' })

export type ProcessRow = z.infer<typeof processRow>
export type ProcessView = z.infer<typeof processView>
export type StepView = z.infer<typeof stepView>
export type MessageView = z.infer<typeof messageView>
