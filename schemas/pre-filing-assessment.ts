import { z } from 'zod'
import type { DepartmentId } from '#domain/actor.ts'
import { relations, resultTypes } from '#domain/disclosure-form.ts'
import type {
  AppealPanel,
  Approval,
  Assignment,
  Ballot,
  CoOwnerConsents,
  CostEstimate,
  DecisionForm,
  HandOverElection,
  HandOverTerms,
  Interview,
  NoveltySearch,
  PartyConfirmation,
  Score,
  TaxReview,
  TeamReply,
} from '#domain/pre-filing-assessment-forms.ts'
import type { AssessmentOpening } from '#domain/pre-filing-assessment.ts'
import { day, matterId, paperHash, personId, visibleText } from './api/common.ts'
import { basisPoints, line, paragraph, publicDisclosure } from './disclosure-parts.ts'
import { abandonment, filingRecord, officeEvent, rewardPayments } from './pre-filing-assessment-filing.ts'
import { amount, country, longText, patentType } from './pre-filing-assessment-parts.ts'

const opening = z.strictObject({
  disclosure: matterId.exactOptional(),
  disclosureNumber: line.exactOptional(),
  title: visibleText(120),
  titleEn: visibleText(240).exactOptional(),
  abstract: visibleText(1500),
  field: z.string().regex(/^[A-H]\d{2}[A-Z](\d{1,4}(\/\d{2,6})?)?$/),
  inventors: z
    .array(z.strictObject({ person: personId, shareBp: basisPoints, relation: z.enum(relations) }))
    .min(1)
    .max(20),
  publicDisclosures: z.array(publicDisclosure).max(10),
  department: (line as unknown as z.ZodType<DepartmentId, DepartmentId>).exactOptional(),
  resultType: z.enum(resultTypes),
  foreignPlan: z.boolean(),
  exportPlan: z.boolean(),
  secrecyLevel: z.enum(['none', 'trade-secret']),
  coOwners: z
    .array(z.strictObject({ name: line, contact: personId.exactOptional() }))
    .max(10)
    .exactOptional(),
  candidateLicensees: z.array(line).max(20).exactOptional(),
}) satisfies z.ZodType<AssessmentOpening>

const assignment = z.strictObject({ techManager: personId, evaluators: z.array(personId).min(1).max(9) }) satisfies z.ZodType<Assignment>

const priorArt = z.strictObject({
  number: line,
  category: z.enum(['X', 'Y', 'A']),
  publishedOn: day,
  relevance: z.string().trim().min(1).max(300),
})

const noveltySearch = z.strictObject({
  searchedOn: day,
  databases: z.array(line).min(1).max(10),
  query: paragraph,
  documents: z.array(priorArt).max(15),
  finding: z.enum(['novel', 'doubtful', 'anticipated']),
  distinction: paragraph.exactOptional(),
}) satisfies z.ZodType<NoveltySearch>

const interview = z.strictObject({
  heldOn: day,
  inventors: z.array(personId).min(1).max(20),
  readiness: z.int().min(1).max(9),
  problemSolved: paragraph,
  advantage: paragraph,
  market: paragraph,
  proposedProtection: z.enum(['patent', 'secret', 'software', 'publication']),
  candidateLicensees: z.array(line).max(20),
  publicDisclosures: z.array(publicDisclosure).max(10),
}) satisfies z.ZodType<Interview>

const decisions = ['file-cn', 'file-cn-pct', 'same-day-dual', 'keep-secret', 'publish', 'not-file', 'more-data', 'reject'] as const

const score = z.strictObject({
  interest: z.enum(['no-interest', 'family', 'employment', 'investment', 'collaboration', 'rivalry', 'other']),
  scores: z.array(z.strictObject({ criterion: line, points: z.int().min(0).max(100), evidence: z.string().trim().max(300) })).max(15),
  recommendation: z.enum(decisions).exactOptional(),
  remarks: paragraph.exactOptional(),
}) satisfies z.ZodType<Score>

const costEstimate = z.strictObject({
  items: z
    .array(
      z.strictObject({
        part: z.enum(['domestic', 'dual', 'pct', 'foreign']),
        kind: z.enum(['official-fee', 'agency-fee', 'translation', 'annuity', 'other']),
        country,
        amountFen: amount,
        basis: line,
      }),
    )
    .min(1)
    .max(30),
  funding: z.enum(['university-fund', 'department', 'project', 'team', 'sponsor']),
  remarks: paragraph.exactOptional(),
}) satisfies z.ZodType<CostEstimate>

const decision = z.strictObject({
  reasons: longText,
  factsConsidered: z.array(line).min(1).max(15),
  noUnlawfulGain: z.boolean(),
  countries: z.array(country).max(30),
  panel: z.array(personId).max(15),
  patentType: patentType.exactOptional(),
  dual: z.strictObject({ shapeOrStructure: z.boolean(), warningRead: z.boolean() }).exactOptional(),
  secrecy: z.strictObject({ custodian: personId, measures: z.array(line).max(15), reviewMonths: z.int().min(1).max(60) }).exactOptional(),
  publicationReview: z.strictObject({ reviewedOn: day, opinion: paragraph }).exactOptional(),
  rejectionGround: z.enum(['excluded-subject', 'not-reproducible', 'unlawful', 'not-service-invention', 'already-filed']).exactOptional(),
  dataWanted: paragraph.exactOptional(),
}) satisfies z.ZodType<DecisionForm>

const ballot = z.strictObject({ remarks: paragraph.exactOptional() }) satisfies z.ZodType<Ballot>
const approval = z.strictObject({ remarks: paragraph.exactOptional() }) satisfies z.ZodType<Approval>

const reply = z.strictObject({
  statement: longText.exactOptional(),
  grounds: z.array(paragraph).max(10).exactOptional(),
}) satisfies z.ZodType<TeamReply>

const appealPanel = z.strictObject({ members: z.array(personId).min(1).max(15) }) satisfies z.ZodType<AppealPanel>
const election = z.strictObject({ remarks: paragraph.exactOptional() }) satisfies z.ZodType<HandOverElection>

const consents = z.strictObject({
  consents: z.array(z.strictObject({ coOwner: line, consentedOn: day, letter: line })).max(10),
}) satisfies z.ZodType<CoOwnerConsents>

const handOverTerms = z.strictObject({
  priceFen: amount,
  universityShareBp: basisPoints,
  effectiveOn: day,
  takers: z
    .array(z.strictObject({ person: personId, shareBp: basisPoints }))
    .min(1)
    .max(20),
  representative: personId,
  researchUseReserved: z.boolean(),
  reportEveryMonths: z.int().min(1).max(60),
  foreignTaker: z.boolean(),
  exportLicence: line.exactOptional(),
}) satisfies z.ZodType<HandOverTerms>

const taxReview = z.strictObject({
  marketPriceFen: amount,
  basis: paragraph,
  exemption: line.exactOptional(),
}) satisfies z.ZodType<TaxReview>
const confirmation = z.strictObject({ termsRead: z.boolean(), sha256: paperHash.exactOptional() }) satisfies z.ZodType<PartyConfirmation>

/** Every form of the process by its key. */
export const forms = {
  'pre-filing-assessment/open': opening,
  'pre-filing-assessment/assign': assignment,
  'pre-filing-assessment/novelty-search': noveltySearch,
  'pre-filing-assessment/interview': interview,
  'pre-filing-assessment/score': score,
  'pre-filing-assessment/cost-estimate': costEstimate,
  'pre-filing-assessment/decide': decision,
  'pre-filing-assessment/panel-vote': ballot,
  'pre-filing-assessment/approve-filing': approval,
  'pre-filing-assessment/filing-consents': consents,
  'pre-filing-assessment/record-filing': filingRecord,
  'pre-filing-assessment/record-office-event': officeEvent,
  'pre-filing-assessment/abandon-utility-model': abandonment,
  'pre-filing-assessment/pay-reward': rewardPayments,
  'pre-filing-assessment/reply': reply,
  'pre-filing-assessment/convene-appeal': appealPanel,
  'pre-filing-assessment/appeal-vote': ballot,
  'pre-filing-assessment/hand-over-election': election,
  'pre-filing-assessment/co-owner-consents': consents,
  'pre-filing-assessment/hand-over-terms': handOverTerms,
  'pre-filing-assessment/tax-review': taxReview,
  'pre-filing-assessment/hand-over-refused': approval,
  'pre-filing-assessment/sign-hand-over': confirmation,
  'pre-filing-assessment/seal-hand-over': confirmation,
} as const
