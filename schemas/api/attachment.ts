import { z } from 'zod'
import { day, instant, matterId, personRef, taskOccurrence } from './common.ts'

/** A file somebody handed in; addressed by content: the same hash stands in the trail and on papers. */
export const attachmentView = z
  .object({
    id: z.string(),
    name: z.string(),
    mediaType: z.string(),
    size: z.int().meta({ description: 'Bytes' }),
    sha256: z.string(),
    matter: matterId.optional(),
    task: taskOccurrence.optional(),
    uploadedBy: personRef,
    at: instant,
    on: day,
    href: z.string(),
  })
  .meta({ id: 'Attachment' })

export const attachmentList = z.object({ items: z.array(attachmentView) }).meta({ id: 'AttachmentList' })

/** The bytes are the body; what they are called and where they belong stands in the query. */
export const attachmentQuery = z.object({
  name: z.string().trim().min(1).max(200),
  matter: z.string().max(200).optional(),
  task: taskOccurrence.optional(),
})

export type AttachmentView = z.infer<typeof attachmentView>
