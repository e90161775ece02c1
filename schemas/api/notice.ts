import { z } from 'zod'
import { noticeKinds } from '#domain/public-notice-content.ts'
import { objectionLetter } from '../notice-objection.ts'
import { noticeSubject } from '../public-notice.ts'
import { day, labelled, pageQuery } from './common.ts'
import { citation } from './refusal.ts'

const standings = ['posted', 'objected', 'settling', 'closed-ok', 'closed-upheld', 'cancelled'] as const

/** Of which house, where the program serves more than one. */
const ofHouse = { institution: z.string().max(200).optional().meta({ description: 'Needed where there is more than one' }) }

export const houseQuery = z.object(ofHouse)

export const noticeQuery = z.object({
  ...ofHouse,
  kind: z.enum(noticeKinds).optional(),
  open: z.enum(['true', 'false']).optional().meta({ description: '`true`: only those that take objections in time' }),
  ...pageQuery.shape,
})

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** A notice in a list. */
export const noticeRow = z
  .object({
    id: z.string(),
    number: z.string(),
    kind: labelled,
    title: z.string(),
    standing: labelled.extend({ name: z.enum(standings) }),
    postedOn: day,
    closesOn: day.optional().meta({ description: 'The last day for objections; absent while an objection holds the notice open' }),
    closedOn: day.optional(),
    address: z.string().meta({ description: 'Permanent' }),
  })
  .meta({ id: 'NoticeRow' })

export const noticePage = z.object({ items: z.array(noticeRow), next: z.string().nullable() }).meta({ id: 'NoticePage' })

/** What is posted: hashed as it stands here, as canonical JSON (RFC 8785). */
export const noticeContent = z
  .object({
    number: z.string(),
    version: z.int(),
    kind: z.enum(noticeKinds),
    basis: z.string(),
    subject: noticeSubject,
    people: z.array(
      z.object({
        role: z.string(),
        name: z.string(),
        unit: z.string().optional(),
        post: z.string().optional(),
        shareBp: z.int().optional(),
        amountFen: z.int().optional(),
      }),
    ),
    channel: z.string(),
    contact: z.string(),
    attachments: z.array(z.string()),
    nonce: z.string(),
  })
  .meta({ id: 'NoticeContent' })

const noticeEvent = z.object({
  on: day,
  what: labelled,
  number: z.string().optional(),
  contentHash: hash.optional(),
  reason: z.string().optional(),
})

/** A notice as everybody may read it. */
export const noticeView = z
  .object({
    ...noticeRow.shape,
    titleEn: z.string().optional(),
    house: z.string(),
    version: z.int(),
    contentHash: hash.meta({ description: 'SHA-256 of `content` as canonical JSON (RFC 8785)' }),
    provisional: z.boolean(),
    namesUntil: day.optional(),
    term: z.object({ days: z.int().optional(), workingDays: z.int().optional() }),
    citations: z.array(citation),
    procedure: z.string(),
    contact: z.string(),
    content: noticeContent.optional().meta({ description: 'Until the names come down' }),
    files: z
      .array(z.object({ id: z.string(), name: z.string(), size: z.int(), sha256: z.string(), href: z.string() }))
      .meta({ description: 'Attachments of the notice, as long as its content is up' }),
    /** Labels of the values that `content` has, in the reader's language. */
    values: z.record(z.string(), z.string()),
    history: z.array(noticeEvent),
    mayObject: z.boolean(),
    twin: z.string().meta({ description: 'The same for machines, as JSON-LD' }),
  })
  .meta({ id: 'Notice' })

/** What an objector sends. */
export const newObjection = objectionLetter.meta({ id: 'NewObjection' })

export const objectionReceipt = z
  .object({ number: z.string(), notice: z.string(), receivedOn: day, closesOn: day.optional(), late: z.boolean() })
  .meta({ id: 'ObjectionReceipt' })

export const evidenceQuery = z.object({ ...ofHouse, name: z.string().trim().min(1).max(200) })

export const evidenceView = z
  .object({
    id: z.string(),
    name: z.string(),
    size: z.int(),
    sha256: z.string(),
    keptUntil: day.meta({ description: 'Swept after this day unless an objection names it' }),
  })
  .meta({ id: 'Evidence' })

/** An objection that came by letter, mail, telephone or in person, as an officer enters it. */
export const enteredObjection = z
  .strictObject({ ...objectionLetter.shape, receivedOn: day, channel: z.enum(['letter', 'counter', 'mail', 'telephone']) })
  .meta({ id: 'EnteredObjection' })

export type NoticeRow = z.infer<typeof noticeRow>
export type NoticeView = z.infer<typeof noticeView>
export type NoticePage = z.infer<typeof noticePage>
export type NewObjection = z.infer<typeof newObjection>
export type ObjectionReceipt = z.infer<typeof objectionReceipt>
export type EvidenceView = z.infer<typeof evidenceView>
