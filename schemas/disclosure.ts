import { z } from 'zod'
import type {
  DisputeReport,
  FormalCheck,
  OwnershipDecision,
  SecrecyRuling,
  SecrecyScreen,
  ShareConfirmation,
  ShareSettlement,
  SharesProposed,
} from '#domain/disclosure-desk-forms.ts'
import { protectionWishes, resultTypes, type Disclosure, type DisclosureOpening } from '#domain/disclosure-form.ts'
import { ownerKinds, type Owner } from '#domain/disclosure-owner.ts'
import { day, matterId, personId, visibleText } from './api/common.ts'
import {
  basisPoints,
  disclosedInventor,
  foreignPlans,
  funding,
  interests,
  line,
  materials,
  paragraph,
  publicDisclosure,
  resources,
} from './disclosure-parts.ts'

const disclosure = z.strictObject({
  secrecyLevel: z.enum(['none', 'trade-secret']),
  titleZh: visibleText(120),
  titleEn: visibleText(240).exactOptional(),
  abstract: visibleText(1200),
  // Section, class and subclass of the International Patent Classification; groups may follow.
  ipc: z
    .array(z.string().regex(/^[A-H]\d{2}[A-Z](\d{1,4}(\/\d{2,6})?)?$/))
    .min(1)
    .max(10),
  resultType: z.enum(resultTypes),
  protectionWish: z.enum(protectionWishes),
  madeOn: day,
  inventors: z.array(disclosedInventor).min(1).max(20),
  funding: z.array(funding).max(10),
  resources,
  publicDisclosures: z.array(publicDisclosure).max(10),
  materials,
  foreign: foreignPlans,
  interests,
  dataNoticeRead: z.boolean(),
  attachments: z.array(z.string().min(1).max(200)).max(30).exactOptional(),
}) satisfies z.ZodType<Disclosure>

const secretStub = z.strictObject({ secrecyLevel: z.literal('state-secret') })

const opening = z.discriminatedUnion('secrecyLevel', [disclosure, secretStub]) satisfies z.ZodType<DisclosureOpening>

const similarDecision = z.strictObject({
  matter: matterId,
  decision: z.enum(['different', 'improvement', 'same']),
  note: paragraph.exactOptional(),
})

const formalCheck = z.strictObject({
  similar: z.array(similarDecision).max(20).exactOptional(),
  note: paragraph.exactOptional(),
}) satisfies z.ZodType<FormalCheck>

const opinion = { mayPublish: z.boolean(), measures: z.array(line).max(20).exactOptional() }

const secrecyScreen = z.strictObject(opinion) satisfies z.ZodType<SecrecyScreen>

const secrecyRuling = z.strictObject({
  ...opinion,
  authority: z.enum(['national', 'provincial']),
  ruledOn: day,
}) satisfies z.ZodType<SecrecyRuling>

const owner = z.strictObject({
  who: z.enum(ownerKinds),
  name: line.exactOptional(),
  shareBp: basisPoints.exactOptional(),
}) satisfies z.ZodType<Owner>

const ownershipDecision = z.strictObject({
  owners: z.array(owner).max(20),
  departure: paragraph.exactOptional(),
  note: paragraph.exactOptional(),
}) satisfies z.ZodType<OwnershipDecision>

const disputeReport = z.strictObject({
  before: z.enum(['university', 'ip-office', 'court']),
  reference: line.exactOptional(),
  note: paragraph.exactOptional(),
}) satisfies z.ZodType<DisputeReport>

const sharesProposed = z.strictObject({ shares: z.record(z.string(), basisPoints) }) satisfies z.ZodType<SharesProposed>

const shareConfirmation = z.strictObject({
  shareBp: basisPoints,
  feature: z.string().trim().max(120),
}) satisfies z.ZodType<ShareConfirmation>

const shareSettlement = z.strictObject({
  shares: z
    .array(z.strictObject({ person: personId, shareBp: basisPoints }))
    .max(20)
    .exactOptional(),
  heard: z.array(personId).max(20),
  note: paragraph.exactOptional(),
}) satisfies z.ZodType<ShareSettlement>

/** Every form of the process by its key. */
export const forms = {
  'disclosure/open': opening,
  'disclosure/revise': opening,
  'disclosure/formal-check': formalCheck,
  'disclosure/secrecy-screen': secrecyScreen,
  'disclosure/secrecy-ruling': secrecyRuling,
  'disclosure/ownership-finding': ownershipDecision,
  'disclosure/ownership-dispute': disputeReport,
  'disclosure/propose-shares': sharesProposed,
  'disclosure/confirm-share': shareConfirmation,
  'disclosure/settle-shares': shareSettlement,
} as const
