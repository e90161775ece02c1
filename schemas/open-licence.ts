import { z } from 'zod'
import type {
  Consents,
  Correction,
  DeclarationSignature,
  FilingForm,
  OfficeReply,
  OpenLicenceOpening,
  PriceProposal,
  WithdrawalFiling,
  WithdrawalRequest,
} from '#domain/open-licence-forms.ts'
import { day, paperHash } from './api/common.ts'
import { line, paragraph } from './disclosure-parts.ts'
import { consent, estimate, fee, patentNo, remarks } from './open-licence-parts.ts'
import { longText } from './pre-filing-assessment-parts.ts'

const opening = z.strictObject({
  patent: patentNo,
  trigger: z.enum(['idle', 'stock-taking', 'auction-unsold', 'inventor-proposal', 'pilot-conversion', 'other']),
  reasons: longText,
}) satisfies z.ZodType<OpenLicenceOpening>

const consents = z.strictObject({ consents: z.array(consent).max(20) }) satisfies z.ZodType<Consents>

const price = z.strictObject({
  fee,
  termEnd: day,
  noticeSystem: line,
  noticeAddress: line,
  account: line,
  other: paragraph.exactOptional(),
  estimate,
  justification: paragraph.exactOptional(),
}) satisfies z.ZodType<PriceProposal>

const filing = z.strictObject({
  filedOn: day,
  receiptNumber: line,
  signatures: z.array(z.strictObject({ party: line, signedOn: day })).max(20),
  contents: z
    .array(z.enum(['declaration', 'patentee-consents', 'pledgee-consents', 'evaluation-report', 'fee-estimate', 'no-bars-statement']))
    .max(10),
}) satisfies z.ZodType<FilingForm>

const reply = z.strictObject({
  receivedOn: day,
  paper: line,
  noticeNumber: line,
  announcedOn: day.exactOptional(),
  announcementNumber: line.exactOptional(),
  correctionDays: z.int().min(1).max(180).exactOptional(),
  defects: paragraph.exactOptional(),
}) satisfies z.ZodType<OfficeReply>

const declarationSignature = z.strictObject({ sha256: paperHash.exactOptional() }) satisfies z.ZodType<DeclarationSignature>

const correction = z.strictObject({ resubmittedOn: day, answer: paragraph }) satisfies z.ZodType<Correction>

const withdrawal = z.strictObject({
  reason: longText,
  unconditional: z.boolean(),
  consents: z.array(consent).max(20),
}) satisfies z.ZodType<WithdrawalRequest>

const withdrawalFiling = z.strictObject({ filedOn: day, receiptNumber: line }) satisfies z.ZodType<WithdrawalFiling>

/** What programs tell: shapes that no person fills in. */
const told = z.looseObject({})

/** The forms of the open licence by their keys. */
export const forms = {
  'open-licence/open': opening,
  'open-licence/cure': remarks,
  'open-licence/advise': remarks,
  'open-licence/consents': consents,
  'open-licence/price': price,
  'open-licence/approve': remarks,
  'open-licence/sign-declaration': declarationSignature,
  'open-licence/file': filing,
  'open-licence/office-reply': reply,
  'open-licence/correct': correction,
  'open-licence/yearly-check': remarks,
  'open-licence/withdraw-declaration': withdrawal,
  'open-licence/approve-withdrawal': remarks,
  'open-licence/sign-withdrawal': declarationSignature,
  'open-licence/file-withdrawal': withdrawalFiling,
  'open-licence/withdrawal-reply': reply,
  'open-licence/notice-closed': told,
  'open-licence/fact-changed': told,
}
