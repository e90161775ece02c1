import { z } from 'zod'
import type { Consent, Estimate, Fee } from '#domain/open-licence-forms.ts'
import { day } from './api/common.ts'
import { basisPoints, line, paragraph } from './disclosure-parts.ts'
import { amount } from './pre-filing-assessment-parts.ts'

/** A patent's number as the register writes it; its check digit is the law's to look at. */
export const patentNo = z.string().trim().min(1).max(20)

export const remarks = z.strictObject({ remarks: paragraph.exactOptional() })

export const consent = z.strictObject({
  party: line,
  patent: patentNo,
  consentedOn: day,
  letter: line,
  paper: line.exactOptional(),
}) satisfies z.ZodType<Consent>

export const fee = z.strictObject({
  method: z.enum(['lump-sum', 'running-royalty', 'entry-and-royalty']),
  fixedFen: amount.exactOptional(),
  royaltyBp: basisPoints.exactOptional(),
  royaltyBase: z.enum(['net-sales', 'profit']).exactOptional(),
  reportMonths: z.int().min(3).max(12).exactOptional(),
  paymentDays: z.int().min(1).max(180),
}) satisfies z.ZodType<Fee>

export const estimate = z.strictObject({
  basis: z.enum(['own-exploitation', 'past-royalties', 'industry-statistics', 'world-rates', 'asset-valuation']),
  explanation: z.string().trim().min(20).max(1000),
  sources: z.array(line).max(10),
  lowFen: amount.exactOptional(),
  highFen: amount.exactOptional(),
  lowBp: basisPoints.exactOptional(),
  highBp: basisPoints.exactOptional(),
}) satisfies z.ZodType<Estimate>
