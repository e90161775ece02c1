import { z } from 'zod'
import { day, fieldRemark, instant, jsonObject, labelled } from './common.ts'
import { formView } from './form.ts'

/** What a one-time link shows before it is opened by its code: nobody's name, no title. Reading it changes nothing. */
export const linkView = z
  .object({
    purpose: z.enum(['task', 'invitation']),
    state: z.enum(['ready', 'used', 'expired', 'content-changed']),
    institution: z.string(),
    matterNumber: z.string().optional(),
    step: labelled.optional(),
    mailTo: z.string().optional().meta({ description: 'Where the code goes, masked' }),
    expiresAt: instant,
    codeSent: z.boolean(),
  })
  .meta({ id: 'Link' })

/** A link that was mailed: its secret is in the mail alone. */
export const linkMade = z
  .object({ mailTo: z.string(), expiresAt: instant })
  .meta({ id: 'LinkMade', examples: [{ mailTo: 'w…g@example.org', expiresAt: '2026-03-16T09:15:00.000Z' }] })

export const linkOpening = z.strictObject({ code: z.string().regex(/^\d{6}$/) }).meta({ id: 'LinkOpening', examples: [{ code: '402913' }] })

/** The task behind a link, shown once the code was given. */
export const linkTask = z
  .object({
    matterNumber: z.string(),
    title: z.string(),
    step: labelled,
    person: z.string(),
    dueOn: day.optional(),
    form: formView,
    outcomes: z.array(z.object({ name: z.string(), label: z.string(), reasonRequired: z.boolean() })),
    given: jsonObject.optional(),
    data: jsonObject.optional().meta({ description: 'What the matter was opened with' }),
    contentHash: z.string(),
  })
  .meta({ id: 'LinkTask' })

export const linkAct = z
  .strictObject({
    code: z.string().regex(/^\d{6}$/),
    outcome: z.string().min(1).max(100),
    data: jsonObject.default({}),
    reason: z.string().trim().min(1).max(2000).optional(),
    remarks: z.array(fieldRemark).max(200).optional(),
    contentHash: z.string().max(100).meta({ description: 'Of what was shown: another content needs another look' }),
  })
  .meta({
    id: 'LinkAct',
    examples: [
      { code: '402913', outcome: 'confirmed', data: {}, contentHash: 'f2ca1bb6c7e907d06dafe4687e579fce76b37e4e93b7605022da52e6ccc26fd2' },
    ],
  })

export const newLink = z
  .strictObject({ task: z.string().max(400), person: z.string().max(200), days: z.int().min(1).max(60).default(14) })
  .meta({ id: 'NewLink', examples: [{ task: '0c5e3a52.confirm-share.1.p-outside', person: 'p-outside', days: 14 }] })

export type LinkView = z.infer<typeof linkView>
export type LinkTask = z.infer<typeof linkTask>
