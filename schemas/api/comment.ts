import { z } from 'zod'
import { day, instant, personId, personRef } from './common.ts'

const visibility = z
  .enum(['matter', 'office', 'privileged'])
  .meta({ description: 'matter: everybody on the matter · office: the office only · privileged: between counsel and the office' })

export const commentView = z
  .object({ id: z.string(), author: personRef, visibility, text: z.string(), mentions: z.array(personRef), at: instant, on: day })
  .meta({ id: 'Comment' })

export const commentList = z.object({ items: z.array(commentView) }).meta({ id: 'CommentList' })

export const newComment = z
  .strictObject({
    text: z.string().trim().min(1).max(10_000),
    visibility: visibility.default('matter'),
    mentions: z.array(personId).max(50).default([]),
  })
  .meta({ id: 'NewComment', examples: [{ text: '请补充实验记录。', visibility: 'matter', mentions: ['p-lin'] }] })

export type CommentView = z.infer<typeof commentView>
