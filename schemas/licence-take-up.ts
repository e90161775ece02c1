import { z } from 'zod'
import type {
  ExportCheck,
  LegalOpinion,
  RecordalFiling,
  RecordalReply,
  Refund,
  RoyaltyReport,
  Taker,
  TakeUpNotice,
} from '#domain/licence-take-up-forms.ts'
import { day, matterId } from './api/common.ts'
import { line, paragraph } from './disclosure-parts.ts'
import { patentNo } from './open-licence-parts.ts'
import { amount } from './pre-filing-assessment-parts.ts'

/** Who takes the licence, as he names himself. */
export const taker = z.strictObject({
  name: line,
  country: z.string().regex(/^[A-Z]{2}$/),
  code: z.string().trim().min(1).max(18).exactOptional(),
  registration: line.exactOptional(),
  address: line,
  email: z.email().max(200),
}) satisfies z.ZodType<Taker>

const notice = z.strictObject({
  declaration: matterId,
  patent: patentNo,
  taker,
  channel: z.enum(['online', 'mail', 'hand', 'e-mail']),
  dispatchedOn: day,
  arrivedOn: day,
  use: paragraph,
  startsOn: day,
  termsAccepted: z.boolean(),
}) satisfies z.ZodType<TakeUpNotice>

const exportCheck = z.strictObject({
  list: z.enum(['free', 'restricted', 'prohibited']),
  registrationNumber: line.exactOptional(),
  letterOfIntent: line.exactOptional(),
  licenceNumber: line.exactOptional(),
  licensedOn: day.exactOptional(),
  remarks: paragraph.exactOptional(),
}) satisfies z.ZodType<ExportCheck>

const opinion = z.strictObject({ opinion: paragraph }) satisfies z.ZodType<LegalOpinion>

const recordalFiling = z.strictObject({
  by: z.enum(['patentee', 'licensee']),
  filedOn: day,
  receiptNumber: line.exactOptional(),
}) satisfies z.ZodType<RecordalFiling>

const recordalReply = z.strictObject({
  receivedOn: day,
  paper: line,
  recordalNumber: line.exactOptional(),
  recordedOn: day.exactOptional(),
  defects: paragraph.exactOptional(),
}) satisfies z.ZodType<RecordalReply>

const royaltyReport = z.strictObject({
  from: day,
  to: day,
  baseFen: amount,
  royaltyFen: amount,
  statement: z.string().trim().min(1).max(100),
}) satisfies z.ZodType<RoyaltyReport>

const refund = z.strictObject({ refundedOn: day, voucher: line, amountFen: amount }) satisfies z.ZodType<Refund>

/** What programs tell: shapes that no person fills in. */
const told = z.looseObject({})

/** The forms of a take-up by their keys. */
export const forms = {
  'licence-take-up/open': notice,
  'licence-take-up/export-check': exportCheck,
  'licence-take-up/legal-review': opinion,
  'licence-take-up/file-recordal': recordalFiling,
  'licence-take-up/recordal-reply': recordalReply,
  'licence-take-up/royalty-report': royaltyReport,
  'licence-take-up/refund': refund,
  'licence-take-up/ask-review': z.strictObject({ grounds: paragraph }),
  'licence-take-up/receipt-matched': told,
  'licence-take-up/offer-ended': told,
}
