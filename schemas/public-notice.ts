import { z } from 'zod'
import { noticeKinds, transformationModes } from '#domain/public-notice-content.ts'
import type { NoticeChange, NoticeContent, NoticeOpening, NoticePerson, NoticeSubject } from '#domain/public-notice-content.ts'
import type { Cancellation, ObjectionDecided, ObjectionLodged, Posting, SecrecyRelease } from '#domain/public-notice-forms.ts'
import { day, matterId, personId } from './api/common.ts'
import { basisPoints, line, paragraph } from './disclosure-parts.ts'
import { amount } from './pre-filing-assessment-parts.ts'

/** What stands on a public page; everybody reads it, the matter keeps every version. */
const passage = z.string().trim().min(1).max(800)

/** An address of a page. */
const pageAddress = z
  .url({ protocol: /^https?$/ })
  .max(300)
  .meta({ examples: ['https://tto.example.edu.cn/notices'] })

/** What a notice says of the thing itself. */
export const noticeSubject = z.strictObject({
  title: z.string().trim().min(1).max(200),
  titleEn: z.string().trim().min(1).max(300).exactOptional(),
  number: line.exactOptional(),
  abstract: passage.exactOptional(),
  mode: z.enum(transformationModes).exactOptional(),
  priceFen: amount.exactOptional(),
  priceTerms: paragraph.exactOptional(),
  counterparty: line.exactOptional(),
  relation: paragraph.exactOptional(),
  takerTie: z.enum(['none', 'contributor', 'related']).exactOptional(),
  marketUrl: pageAddress.exactOptional(),
  grant: z
    .strictObject({
      what: z.enum(['ownership', 'use-right']),
      shareBp: basisPoints.exactOptional(),
      of: z.literal('university-part').exactOptional(),
      termYears: z.int().min(1).max(50).exactOptional(),
    })
    .exactOptional(),
  plan: passage.exactOptional(),
  incomeFen: amount.exactOptional(),
  registration: line.exactOptional(),
  defencePatent: z.literal(true).exactOptional(),
}) satisfies z.ZodType<NoticeSubject>

const named = z.strictObject({
  person: personId,
  role: z.enum(['inventor', 'awardee', 'leader', 'related']),
  shareBp: basisPoints.exactOptional(),
  amountFen: amount.exactOptional(),
  post: line.exactOptional(),
}) satisfies z.ZodType<NoticePerson>

const content = z.strictObject({
  subject: noticeSubject,
  people: z.array(named).max(30),
  channel: pageAddress,
  contact: paragraph,
  attachments: z.array(line).max(10),
}) satisfies z.ZodType<NoticeContent>

const opening = z.strictObject({
  kind: z.enum(noticeKinds),
  basis: paragraph,
  parentNumber: line.exactOptional(),
  minDays: z.int().min(1).max(365).exactOptional(),
  ...content.shape,
}) satisfies z.ZodType<NoticeOpening>

const change = z.strictObject({ ...content.shape, reason: paragraph }) satisfies z.ZodType<NoticeChange>

const posting = z.strictObject({
  secrecyReview: z.strictObject({ reviewedOn: day, opinion: paragraph }).exactOptional(),
  channelReached: z.boolean(),
  impactAssessed: z.boolean(),
  note: paragraph.exactOptional(),
}) satisfies z.ZodType<Posting>

const secrecyRelease = z.strictObject({ opinion: paragraph }) satisfies z.ZodType<SecrecyRelease>
const cancellation = z.strictObject({ reason: paragraph }) satisfies z.ZodType<Cancellation>

const objectionLodged = z.strictObject({
  objection: matterId,
  number: line,
  receivedOn: day,
  late: z.boolean(),
}) satisfies z.ZodType<ObjectionLodged>

const objectionDecided = z.strictObject({
  objection: matterId,
  number: line,
  outcome: z.enum(['dismissed', 'upheld']),
  late: z.boolean(),
}) satisfies z.ZodType<ObjectionDecided>

/** Every form of the process by its key. */
export const forms = {
  'public-notice/open': opening,
  'public-notice/secrecy-release': secrecyRelease,
  'public-notice/approve': posting,
  'public-notice/revise': content,
  'public-notice/approve-change': posting,
  'public-notice/change-content': change,
  'public-notice/cancel-notice': cancellation,
  'public-notice/objection-lodged': objectionLodged,
  'public-notice/objection-decided': objectionDecided,
} as const
