import type { PersonId } from './actor.ts'
import type { PlainDay } from './day.ts'
import type { PublicDisclosure } from './disclosure-novelty.ts'

/** What kind of result is reported; the list follows 国科发区〔2020〕128号. */
export const resultTypes = [
  'invention',
  'utility-model',
  'design',
  'software',
  'ic-layout',
  'plant-variety',
  'biomedical-variety',
  'know-how',
] as const

export type ResultType = (typeof resultTypes)[number]

/** How the inventors wish it protected; the pre-filing assessment decides. */
export const protectionWishes = ['patent', 'secret', 'register', 'publish', 'undecided'] as const

type ProtectionWish = (typeof protectionWishes)[number]

/** How an inventor stood to the university when the result was made. */
export const relations = ['staff', 'student', 'postdoc', 'visitor', 'left', 'outside'] as const

export type InventorRelation = (typeof relations)[number]

/** What somebody contributed. Only `creative` makes an inventor (专利法实施细则 14; 技术合同纠纷司法解释 6). */
export const contributionKinds = ['creative', 'organising', 'means', 'assistance'] as const

type ContributionKind = (typeof contributionKinds)[number]

/** An employer an inventor came from; `tied` when the result belongs to his duties or task there. */
type FormerEmployer = { readonly name: string; readonly leftOn: PlainDay; readonly tied: boolean }

export type DisclosedInventor = {
  /** The register knows name, nationality and identity number; they never stand in a form. */
  readonly person: PersonId
  readonly role: 'lead' | 'member'
  readonly relation: InventorRelation
  /** Day of retirement, transfer or end of employment; for `left`. */
  readonly leftOn?: PlainDay
  /** For `left`: whether the result belongs to the former duties or an assigned task here. */
  readonly tiedToFormerDuties?: boolean
  /** The other unit he works for; for `visitor` and `outside`. */
  readonly employer?: string
  readonly formerEmployer?: FormerEmployer
  readonly contribution: ContributionKind
  /** The technical feature he contributed. */
  readonly feature: string
  /** The applicant's proposal; the shares agreed later count. */
  readonly contributionBp: number
}

export const fundingSources = ['fiscal', 'horizontal', 'self-raised'] as const

/** Kinds of contract with a partner. */
export const arrangements = ['commissioned', 'cooperation', 'transformation', 'service-contract', 'private-consulting'] as const

/** Whom a contract names as owner; `silent` when it names nobody. */
export const agreedOwners = ['university', 'partner', 'joint', 'silent'] as const

export type Funding = {
  readonly source: (typeof fundingSources)[number]
  readonly projectNumber?: string
  readonly projectName?: string
  readonly partner?: string
  readonly arrangement?: (typeof arrangements)[number]
  /** Whether the partner does research too, or gives only money, equipment or help. */
  readonly partnerDoes?: 'research' | 'means-only'
  readonly agreedOwner?: (typeof agreedOwners)[number]
  /** The clause, as the contract has it. */
  readonly ownershipClause?: string
  /** Whether a new invention arose; for joint transformation. */
  readonly newInvention?: boolean
  /** An applied project, and the day it was completed: starts the clock of Shandong. */
  readonly applied?: boolean
  readonly completedOn?: PlainDay
}

export type Resources = {
  /** Whose task it was: one's own duties, another task the university assigned, or none. */
  readonly task: 'own-duties' | 'assigned-task' | 'no-task'
  readonly mainlyUnitMeans: boolean
  readonly facts?: string
  /** A fee or refund was agreed for the means. */
  readonly feeAgreed: boolean
  /** The means served only to test what was already complete. */
  readonly testingOnly: boolean
  /** Built on results of the university that were not yet public. */
  readonly builtOnUnpublished: boolean
  readonly agreement?: { readonly owner: 'university' | 'inventors' | 'joint'; readonly document: string }
}

/** Something that was or was not used, with the facts and papers that the answer yes needs. */
export type Declared = { readonly used: boolean; readonly facts?: string; readonly documents?: readonly string[] }

export type GeneticResources = Declared & {
  readonly lawfulAccess?: boolean
  readonly directOrigin?: string
  readonly originalOrigin?: string
  /** Why the original origin cannot be named. */
  readonly whyUnknown?: string
}

export type BiologicalMaterial = {
  readonly isNew: boolean
  readonly availableToPublic?: boolean
  readonly deposit?: { readonly institution: string; readonly number: string; readonly on: PlainDay }
}

export type Materials = {
  readonly thirdParty: Declared
  readonly materialTransfer: Declared
  readonly openSource: Declared
  readonly geneticResources: GeneticResources
  readonly biological: BiologicalMaterial
  readonly ethics: Declared
}

/** An interest in a company that might use the result: one's own, a relative's, or a post held there. */
export type Interest = {
  readonly person: PersonId
  readonly company: string
  readonly kind: 'own' | 'relative' | 'post'
  readonly detail?: string
}

/** Plans that reach beyond the border. */
export type ForeignPlans = {
  readonly filing: boolean
  readonly countries?: readonly string[]
  readonly madeInChina: boolean
  readonly exporting: boolean
}

/** What an inventor reports: the start form of the process, and again the form of a revision. */
export type Disclosure = {
  readonly secrecyLevel: 'none' | 'trade-secret'
  readonly titleZh: string
  readonly titleEn?: string
  readonly abstract: string
  /** International Patent Classification, e.g. `A01G`. */
  readonly ipc: readonly string[]
  readonly resultType: ResultType
  readonly protectionWish: ProtectionWish
  /** The day the result was complete. */
  readonly madeOn: PlainDay
  readonly inventors: readonly DisclosedInventor[]
  readonly funding: readonly Funding[]
  readonly resources: Resources
  /** What was, or is to be, made public; empty when nothing. */
  readonly publicDisclosures: readonly PublicDisclosure[]
  readonly materials: Materials
  readonly foreign: ForeignPlans
  readonly interests: { readonly none: boolean; readonly items?: readonly Interest[] }
  /** The inventors were told how their data are used. */
  readonly dataNoticeRead: boolean
  readonly attachments?: readonly string[]
}

/** All that may be kept of a result that is a state secret: that there is one. */
type SecretStub = { readonly secrecyLevel: 'state-secret' }

/** The start form: a whole report, or the stub. */
export type DisclosureOpening = Disclosure | SecretStub
