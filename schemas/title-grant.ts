import { z } from 'zod'
import { interestKinds, negativeGrounds, taxFlags, transformationKinds } from '#domain/title-grant-forms.ts'
import type {
  AgreementSignature,
  AgreementTerms,
  AnnualReport,
  Ballot,
  ChangeFiling,
  ExtensionDecision,
  ExtensionRequest,
  FactChanged,
  FormalCheck,
  NoticeClosed,
  NoticeOverturned,
  ObjectionSettlement,
  OfficeReply,
  OwnershipCheck,
  RecoveryReview,
  Remarks,
  ReviewPanel,
  ReviewRequest,
  SecrecyCheck,
  SplitStatement,
  TaxReview,
  TeamRevision,
  Termination,
  TitleGrantOpening,
  UnitApproval,
  WithdrawalProposal,
  WrittenConsent,
} from '#domain/title-grant-forms.ts'
import { day, paperHash, personId } from './api/common.ts'
import { basisPoints, line } from './disclosure-parts.ts'
import { amount } from './pre-filing-assessment-parts.ts'
import { grantApplication, grantedResult, grantTerms, sentences, split } from './title-grant-parts.ts'

/** A few words: many people write them, or the same people in many years. */
const phrase = z.string().trim().min(1).max(100)
const number = z.string().trim().min(1).max(60)
const grounds = z.array(z.enum(negativeGrounds)).max(6)
const months = z.int().min(1).max(60)
const years = z.int().min(1).max(50)

const opening = z.strictObject({
  title: z.string().trim().min(1).max(120),
  titleEn: z.string().trim().min(1).max(240).exactOptional(),
  results: z.array(grantedResult).min(1).max(10),
  ...split,
}) satisfies z.ZodType<TitleGrantOpening>

const statement = z.strictObject({
  splitRead: z.boolean(),
  mandate: z.boolean(),
  interest: z.enum(interestKinds),
  interestIn: line.exactOptional(),
}) satisfies z.ZodType<SplitStatement>

const revision = z.strictObject({ ...split, note: sentences.exactOptional() }) satisfies z.ZodType<TeamRevision>
const remarks = z.strictObject({ remarks: sentences.exactOptional() }) satisfies z.ZodType<Remarks>
const ballot = z.strictObject({}) satisfies z.ZodType<Ballot>

const formalCheck = z.strictObject({
  authority: line,
  prospectClear: z.boolean(),
  takerClear: z.boolean(),
  teamWilling: z.boolean(),
  opinion: sentences.exactOptional(),
}) satisfies z.ZodType<FormalCheck>

const consent = z.strictObject({
  who: line,
  number,
  consentedOn: day,
  letter: line,
  shareBp: basisPoints.exactOptional(),
}) satisfies z.ZodType<WrittenConsent>

const ownershipCheck = z.strictObject({
  ownershipClear: z.boolean(),
  basis: sentences,
  sponsorClause: z.enum(['none', 'permits', 'forbids']),
  universityName: line,
  coOwnerConsents: z.array(consent).max(20),
  pledgeeConsents: z.array(consent).max(20),
}) satisfies z.ZodType<OwnershipCheck>

const secrecyCheck = z.strictObject({ touches: grounds, opinion: sentences.exactOptional() }) satisfies z.ZodType<SecrecyCheck>

const panel = z.strictObject({
  members: z.array(personId).min(1).max(15),
  observer: personId.exactOptional(),
}) satisfies z.ZodType<ReviewPanel>

const approval = z.strictObject({
  noUnlawfulGain: z.boolean(),
  factsConsidered: z.array(z.string().trim().min(1).max(60)).max(8),
  remarks: sentences.exactOptional(),
}) satisfies z.ZodType<UnitApproval>

const reviewRequest = z.strictObject({ grounds: z.array(sentences).max(3).exactOptional() }) satisfies z.ZodType<ReviewRequest>
const settlement = z.strictObject({ touches: grounds, decision: line }) satisfies z.ZodType<ObjectionSettlement>

const agreement = z.strictObject({
  ...grantTerms,
  recoveryMonths: months,
  sublicences: z.enum(['continue', 'end']),
  titleReturns: z.boolean(),
  disputes: z.enum(['court', 'arbitration']),
  forum: line.exactOptional(),
  rightsEndOn: day,
}) satisfies z.ZodType<AgreementTerms>

const taxReview = z.strictObject({
  marketPriceFen: amount,
  basis: sentences,
  exemption: line.exactOptional(),
  flagsRead: z.array(z.enum(taxFlags)).max(5),
}) satisfies z.ZodType<TaxReview>

const signature = z.strictObject({ termsRead: z.boolean(), sha256: paperHash.exactOptional() }) satisfies z.ZodType<AgreementSignature>

const changeFiling = z.strictObject({ filedOn: day, numbers: z.array(number).max(10), receipt: line }) satisfies z.ZodType<ChangeFiling>

const officeReply = z.strictObject({
  repliedOn: day,
  notice: line,
  registeredOn: day.exactOptional(),
  attachment: line.exactOptional(),
}) satisfies z.ZodType<OfficeReply>

const reported = z.strictObject({
  reference: z.string().trim().min(1).max(40),
  kind: z.enum(transformationKinds),
  taker: z.string().trim().min(1).max(40),
  netFen: amount,
  incentives: z.array(z.enum(['title-share', 'award'])).max(2),
})

const annualReport = z.strictObject({
  transformations: z.array(reported).max(3),
  progress: phrase.exactOptional(),
  costFen: amount.exactOptional(),
}) satisfies z.ZodType<AnnualReport>

const recoveryReview = z.strictObject({
  heardOn: day,
  facts: sentences,
  nextMonths: months.exactOptional(),
  noUnlawfulGain: z.boolean(),
}) satisfies z.ZodType<RecoveryReview>

const extensionRequest = z.strictObject({
  years: years.exactOptional(),
  plan: sentences.exactOptional(),
}) satisfies z.ZodType<ExtensionRequest>

const extensionDecision = z.strictObject({
  years: years.exactOptional(),
  performance: sentences,
  noUnlawfulGain: z.boolean(),
}) satisfies z.ZodType<ExtensionDecision>

const proposal = z.strictObject({ reason: sentences }) satisfies z.ZodType<WithdrawalProposal>

const termination = z.strictObject({
  agreedOn: day,
  document: line,
  signedBy: z.array(personId).max(40),
  reason: sentences,
}) satisfies z.ZodType<Termination>

const noticeClosed = z.strictObject({
  outcome: z.enum(['closed-ok', 'closed-upheld', 'cancelled', 'exempt']),
  notice: line,
  number,
  closedOn: day,
  contentHash: line.exactOptional(),
}) satisfies z.ZodType<NoticeClosed>

const noticeOverturned = z.strictObject({ notice: line, number, on: day }) satisfies z.ZodType<NoticeOverturned>
const factChanged = z.strictObject({ subject: line, kind: line }) satisfies z.ZodType<FactChanged>

/** Every form of the process by its key. */
export const forms = {
  'title-grant/open': opening,
  'title-grant/agree-split': statement,
  'title-grant/revise-team': revision,
  'title-grant/apply': grantApplication,
  'title-grant/consent-withdrawal': remarks,
  'title-grant/formal-check': formalCheck,
  'title-grant/ownership-check': ownershipCheck,
  'title-grant/secrecy-check': secrecyCheck,
  'title-grant/convene-review': panel,
  'title-grant/review-vote': ballot,
  'title-grant/approve': approval,
  'title-grant/ask-review': reviewRequest,
  'title-grant/convene-appeal': panel,
  'title-grant/appeal-vote': ballot,
  'title-grant/settle-objection': settlement,
  'title-grant/consider-overturned': settlement,
  'title-grant/draft-terms': agreement,
  'title-grant/tax-review': taxReview,
  'title-grant/sign-member': signature,
  'title-grant/sign-university': signature,
  'title-grant/agreement-refused': remarks,
  'title-grant/file-change': changeFiling,
  'title-grant/office-reply': officeReply,
  'title-grant/change-refused': remarks,
  'title-grant/annual-report': annualReport,
  'title-grant/recovery-review': recoveryReview,
  'title-grant/extension-request': extensionRequest,
  'title-grant/decide-extension': extensionDecision,
  'title-grant/consider-change': remarks,
  'title-grant/propose-withdrawal': proposal,
  'title-grant/notice-closed': noticeClosed,
  'title-grant/notice-overturned': noticeOverturned,
  'title-grant/terminate': termination,
  'title-grant/fact-changed': factChanged,
} as const
