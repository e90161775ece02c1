import { z } from 'zod'
import type {
  Abandonment,
  ConfidentialityExamination,
  FilingRecord,
  OfficeEvent,
  RewardPayments,
} from '#domain/pre-filing-assessment-forms.ts'
import { day, personId } from './api/common.ts'
import { line, publicDisclosure } from './disclosure-parts.ts'
import { amount, country, patentType } from './pre-filing-assessment-parts.ts'

const filedApplication = z.strictObject({
  type: patentType,
  applicationNumber: line,
  filedOn: day,
  acceptanceNoticeOn: day.exactOptional(),
  dualDeclared: z.boolean(),
})

const confidentiality = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('not-needed'), because: z.enum(['no-filing-abroad', 'design', 'made-abroad']) }),
  z.strictObject({ is: z.literal('requested'), on: day }),
  z.strictObject({ is: z.literal('cleared'), requestedOn: day, on: day, decision: line }),
  z.strictObject({ is: z.literal('secrecy-ordered'), requestedOn: day, on: day, decision: line }),
]) satisfies z.ZodType<ConfidentialityExamination>

export const filingRecord = z.strictObject({
  applications: z.array(filedApplication).max(2),
  priorities: z.array(z.strictObject({ country, number: line, filedOn: day })).max(10),
  foreignFilings: z.array(z.strictObject({ route: z.enum(['pct', 'direct']), office: country, number: line, filedOn: day })).max(30),
  confidentiality,
  graceClaimed: publicDisclosure.exactOptional(),
  agency: line.exactOptional(),
  rewardAgreed: z.strictObject({ amountFen: amount, agreement: line }).exactOptional(),
}) satisfies z.ZodType<FilingRecord>

export const officeEvent = z.strictObject({
  event: z.enum([
    'grant-announced',
    'rejected',
    'withdrawn',
    'lapsed',
    'rejection-received',
    're-examination-decided',
    'loss-notice-received',
    'utility-model-to-be-abandoned',
    'published',
    'entered-examination',
    'grant-notice-received',
  ]),
  applicationNumber: line,
  on: day,
  answerMonths: z.int().min(1).max(12).exactOptional(),
  notice: line.exactOptional(),
}) satisfies z.ZodType<OfficeEvent>

const utilityModelLicence = z.strictObject({
  contract: line,
  kind: z.enum(['exclusive', 'sole', 'ordinary', 'open']),
  toldOn: day.exactOptional(),
})

export const abandonment = z.strictObject({
  licences: z.array(utilityModelLicence).max(30),
  declaredOn: day.exactOptional(),
  warningRead: z.boolean(),
}) satisfies z.ZodType<Abandonment>

const rewardPayment = z.strictObject({
  person: personId,
  to: z.enum(['inventor', 'heirs', 'deposit']),
  proof: line.exactOptional(),
  amountFen: amount,
  paidOn: day,
  voucher: line,
})

export const rewardPayments = z.strictObject({ payments: z.array(rewardPayment).min(1).max(40) }) satisfies z.ZodType<RewardPayments>
