import { z } from 'zod'
import {
  agreedOwners,
  arrangements,
  contributionKinds,
  fundingSources,
  relations,
  type BiologicalMaterial,
  type Declared,
  type DisclosedInventor,
  type ForeignPlans,
  type Funding,
  type GeneticResources,
  type Interest,
  type Materials,
  type Resources,
} from '#domain/disclosure-form.ts'
import { publicationKinds, type PublicDisclosure } from '#domain/disclosure-novelty.ts'
import { day, personId, visibleText } from './api/common.ts'

/** Text of one line. */
export const line = visibleText(200)

/** Text of a paragraph; a matter's whole content stays small. */
export const paragraph = visibleText(500)

/** Basis points of a whole. */
export const basisPoints = z.int().min(0).max(10_000).meta({ unit: 'basis-points' })

const documents = z.array(z.string().min(1).max(200)).max(20)

const formerEmployer = z.strictObject({ name: line, leftOn: day, tied: z.boolean() })

export const disclosedInventor = z.strictObject({
  person: personId,
  role: z.enum(['lead', 'member']),
  relation: z.enum(relations),
  leftOn: day.exactOptional(),
  tiedToFormerDuties: z.boolean().exactOptional(),
  employer: line.exactOptional(),
  formerEmployer: formerEmployer.exactOptional(),
  contribution: z.enum(contributionKinds),
  feature: z.string().trim().max(120),
  contributionBp: basisPoints,
}) satisfies z.ZodType<DisclosedInventor>

export const funding = z.strictObject({
  source: z.enum(fundingSources),
  projectNumber: line.exactOptional(),
  projectName: line.exactOptional(),
  partner: line.exactOptional(),
  arrangement: z.enum(arrangements).exactOptional(),
  partnerDoes: z.enum(['research', 'means-only']).exactOptional(),
  agreedOwner: z.enum(agreedOwners).exactOptional(),
  ownershipClause: paragraph.exactOptional(),
  newInvention: z.boolean().exactOptional(),
  applied: z.boolean().exactOptional(),
  completedOn: day.exactOptional(),
}) satisfies z.ZodType<Funding>

export const resources = z.strictObject({
  task: z.enum(['own-duties', 'assigned-task', 'no-task']),
  mainlyUnitMeans: z.boolean(),
  facts: paragraph.exactOptional(),
  feeAgreed: z.boolean(),
  testingOnly: z.boolean(),
  builtOnUnpublished: z.boolean(),
  agreement: z.strictObject({ owner: z.enum(['university', 'inventors', 'joint']), document: line }).exactOptional(),
}) satisfies z.ZodType<Resources>

export const publicDisclosure = z.strictObject({
  kind: z.enum(publicationKinds),
  standing: z.enum(['made', 'planned']),
  on: day,
  where: line,
  organiser: line.exactOptional(),
  learnedOn: day.exactOptional(),
}) satisfies z.ZodType<PublicDisclosure>

const declaredShape = { used: z.boolean(), facts: paragraph.exactOptional(), documents: documents.exactOptional() }

const declared = z.strictObject(declaredShape) satisfies z.ZodType<Declared>

const geneticResources = z.strictObject({
  ...declaredShape,
  lawfulAccess: z.boolean().exactOptional(),
  directOrigin: line.exactOptional(),
  originalOrigin: line.exactOptional(),
  whyUnknown: line.exactOptional(),
}) satisfies z.ZodType<GeneticResources>

const biologicalMaterial = z.strictObject({
  isNew: z.boolean(),
  availableToPublic: z.boolean().exactOptional(),
  deposit: z.strictObject({ institution: line, number: line, on: day }).exactOptional(),
}) satisfies z.ZodType<BiologicalMaterial>

export const materials = z.strictObject({
  thirdParty: declared,
  materialTransfer: declared,
  openSource: declared,
  geneticResources,
  biological: biologicalMaterial,
  ethics: declared,
}) satisfies z.ZodType<Materials>

export const foreignPlans = z.strictObject({
  filing: z.boolean(),
  countries: z.array(line).max(60).exactOptional(),
  madeInChina: z.boolean(),
  exporting: z.boolean(),
}) satisfies z.ZodType<ForeignPlans>

const interest = z.strictObject({
  person: personId,
  company: line,
  kind: z.enum(['own', 'relative', 'post']),
  detail: paragraph.exactOptional(),
}) satisfies z.ZodType<Interest>

export const interests = z.strictObject({ none: z.boolean(), items: z.array(interest).max(20).exactOptional() })
