import { z } from 'zod'
import { objectionChannels, objectionGrounds } from '#domain/notice-objection-forms.ts'
import type { Acknowledgement, ObjectionDecision, ObjectionLetter, ObjectionOpening } from '#domain/notice-objection-forms.ts'
import { noticeKinds } from '#domain/public-notice-content.ts'
import { day, matterId, personId } from './api/common.ts'
import { line, paragraph } from './disclosure-parts.ts'

/** What an objector writes, at the public door and in a letter that an officer enters. */
export const objectionLetter = z.strictObject({
  about: z.enum(objectionGrounds),
  grounds: z.string().trim().min(10).max(2000),
  objector: z.string().trim().min(1).max(100).exactOptional(),
  contactOfObjector: line.exactOptional(),
  evidence: z.array(line.meta({ unit: 'attachment' })).max(5),
}) satisfies z.ZodType<ObjectionLetter>

const opening = z.strictObject({
  ...objectionLetter.shape,
  notice: matterId,
  noticeNumber: line,
  noticeTitle: z.string().trim().min(1).max(200),
  noticeKind: z.enum(noticeKinds),
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  closesOn: day.exactOptional(),
  receivedOn: day,
  channel: z.enum(objectionChannels),
  source: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .exactOptional(),
  interested: z.array(personId).max(60),
}) satisfies z.ZodType<ObjectionOpening>

const acknowledgement = z.strictObject({ note: paragraph.exactOptional() }) satisfies z.ZodType<Acknowledgement>

const decision = z.strictObject({
  findings: z.array(paragraph).max(10),
  reasons: z.string().trim().min(1).max(1500).exactOptional(),
  heard: z.boolean(),
}) satisfies z.ZodType<ObjectionDecision>

/** Every form of the process by its key. */
export const forms = {
  'notice-objection/open': opening,
  'notice-objection/acknowledge': acknowledgement,
  'notice-objection/decide': decision,
  'notice-objection/review-late': decision,
} as const
