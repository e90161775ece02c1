import { z } from 'zod'
import { resultTypes } from '#domain/disclosure-form.ts'
import {
  decisionWays,
  exitTriggers,
  improvementOwners,
  memberStandings,
  provincialResultTypes,
  transformationKinds,
} from '#domain/title-grant-forms.ts'
import type {
  CostSharing,
  DecisionMechanism,
  GrantApplication,
  GrantedResult,
  GrantTerms,
  Parts,
  TeamMember,
  TransformationPlan,
} from '#domain/title-grant-forms.ts'
import { day, personId } from './api/common.ts'
import { basisPoints } from './disclosure-parts.ts'
import { amount } from './pre-filing-assessment-parts.ts'

/** A text of a few sentences; a grant lives for decades, and its whole content stays small. */
export const sentences = z.string().trim().min(1).max(200)

export const grantedResult = z.strictObject({
  register: z.enum(['patent', 'result']),
  number: z.string().trim().min(1).max(60),
  title: z.string().trim().min(1).max(120),
  type: z.enum([...resultTypes, ...provincialResultTypes]),
  endsOn: day.exactOptional(),
}) satisfies z.ZodType<GrantedResult>

const member = z.strictObject({
  person: personId,
  shareBp: basisPoints,
  standing: z.enum(memberStandings),
  leadingPost: z.string().trim().min(1).max(60).exactOptional(),
  heirs: z.array(personId).max(6).exactOptional(),
  heirProof: z.string().trim().min(1).max(120).exactOptional(),
}) satisfies z.ZodType<TeamMember>

/** A team and who represents it; twenty members at most. */
export const split = { members: z.array(member).min(1).max(20), representative: personId }

const parts = z.strictObject({ universityBp: basisPoints, teamBp: basisPoints }) satisfies z.ZodType<Parts>

const decision = z.strictObject({
  ordinaryLicence: z.enum(decisionWays),
  exclusiveLicence: z.enum(decisionWays),
  transfer: z.enum(decisionWays),
  deadlock: sentences,
}) satisfies z.ZodType<DecisionMechanism>

const costs = z.strictObject({ transformation: parts, maintenance: parts }) satisfies z.ZodType<CostSharing>

/** The items of the law, proposed in the application and settled in the agreement. */
export const grantTerms = {
  title: parts.exactOptional(),
  termYears: z.int().min(1).max(50).exactOptional(),
  income: parts,
  decision,
  costs,
  improvements: z.enum(improvementOwners),
  firstReportOn: day,
  exitTriggers: z.array(z.enum(exitTriggers)).max(6),
  considerationFen: amount,
} satisfies { readonly [item in keyof GrantTerms]-?: z.ZodType }

const plan = z.strictObject({
  reference: z.string().trim().min(1).max(40),
  kind: z.enum(transformationKinds),
  taker: z.string().trim().min(1).max(100),
  prospect: sentences,
  milestones: z
    .array(z.strictObject({ what: z.string().trim().min(1).max(60), by: day }))
    .min(1)
    .max(6),
  fundingFen: amount,
  fundingSource: z.string().trim().min(1).max(60),
}) satisfies z.ZodType<TransformationPlan>

export const grantApplication = z.strictObject({
  ...grantTerms,
  plan,
  valuation: z.strictObject({ amountFen: amount, basis: sentences, on: day }).exactOptional(),
  priorIncentives: z
    .array(z.strictObject({ transformation: z.string().trim().min(1).max(40), incentive: z.enum(['title-share', 'award']), on: day }))
    .max(6),
  oneIncentive: z.boolean(),
}) satisfies z.ZodType<GrantApplication>
