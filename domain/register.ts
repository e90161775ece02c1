import type { PersonId } from './actor.ts'
import type { PlainDay } from './day.ts'
import type { ResultType } from './disclosure-form.ts'
import type { JsonObject } from './json.ts'
import type { PatentType } from './patent-type.ts'
import type { MandateFacts } from './signing-mandate.ts'
import type { MatterId } from './state.ts'
import type { DecisionMechanism, TeamSplit } from './title-grant-forms.ts'

/** The registers of the house that more than one matter reads. */
export const registerNames = ['patent', 'result', 'party', 'interest', 'mandate'] as const

export type RegisterName = (typeof registerNames)[number]

/** Every fact says whence it is known and from which day it holds. */
export type Sourced = { readonly source: string; readonly since: PlainDay }

export const encumbranceKinds = [
  'exclusive-licence',
  'sole-licence',
  'ordinary-licence',
  'open-licence',
  'pledge',
  'ownership-dispute',
  'preservation',
  'title-grant',
  'negative-list',
] as const

export type EncumbranceKind = (typeof encumbranceKinds)[number]

/** To whom a right was granted, and how they and the university decide about it by their agreement. */
export type GrantedTo = { readonly team: TeamSplit; readonly decision: DecisionMechanism }

/** What binds a patent or another result; in force from `since` until `endedOn`, or past `until`. */
export type Encumbrance = Sourced & {
  readonly id: string
  readonly kind: EncumbranceKind
  /** Whether the patent office has it on its own register (专利法实施细则 15, 106). */
  readonly recorded: boolean
  /** Last day it holds by its own terms; open when absent. */
  readonly until?: PlainDay
  readonly endedOn?: PlainDay
  /** Code of the party on the register of parties, or a name. */
  readonly holder?: string
  /** The matter it came from. */
  readonly matter?: MatterId
  readonly note?: string
  /** Of a grant of title whose agreement everybody has signed. */
  readonly grantedTo?: GrantedTo
  /** Who of a team with a granted right has consented in writing. */
  readonly consents?: readonly string[]
}

export const ownerChangeGrounds = ['transfer', 'succession', 'decision'] as const

export const patentStatuses = ['pending', 'granted', 'lapsed', 'invalidated', 'expired'] as const

export type PatentStatus = (typeof patentStatuses)[number]

/** Who owns it, from `since` to the day before `until`. */
export type Owner = {
  readonly name: string
  readonly party?: string
  readonly isHouse?: boolean
  readonly shareBp?: number
  readonly since: PlainDay
  readonly until?: PlainDay
}

/** One year's fee; `paidOn` absent while it is owed. */
export type Annuity = { readonly year: number; readonly dueOn: PlainDay; readonly paidOn?: PlainDay }

/** The evaluation report of a utility model or design (专利法 66). */
export type Evaluation = Sourced & { readonly conclusion: 'positive' | 'negative' | 'pending'; readonly number?: string }

/** How contributors were rewarded for one transformation: a share of the title, or an award out of the unit's income. */
export const incentives = ['title-share', 'award'] as const

export type Incentive = (typeof incentives)[number]

export const compensationGrounds = ['grant-delay', 'new-drug'] as const

/** Days added to the term of an invention patent by a decision of the office, which registers and announces it (专利法 42; 实施细则 84). */
export type TermCompensation = {
  readonly ground: (typeof compensationGrounds)[number]
  readonly days: number
  readonly decidedOn: PlainDay
  /** Of a new drug: when it was approved for the market. */
  readonly approvedOn?: PlainDay
  readonly source: string
}

/** One use that brought or may bring income: what "transformed" means where a rule counts. */
export type Transformation = {
  readonly kind: 'licence' | 'open-licence' | 'transfer' | 'equity' | 'self' | 'cooperation'
  readonly on: PlainDay
  /** Names this one transformation: it is rewarded once. */
  readonly reference?: string
  readonly incentives?: readonly Incentive[]
  readonly matter?: MatterId
}

export type PatentFacts = {
  /** `ZL…` with its check digit. */
  readonly number: string
  readonly title: string
  readonly titleEn?: string
  readonly kind: PatentType
  readonly filedOn: PlainDay
  readonly priorityOn?: PlainDay
  readonly grantedOn?: PlainDay
  readonly status: PatentStatus
  readonly owners: readonly Owner[]
  readonly annuities: readonly Annuity[]
  readonly evaluation?: Evaluation
  readonly termCompensations?: readonly TermCompensation[]
  readonly inventors: readonly PersonId[]
  readonly encumbrances: readonly Encumbrance[]
  readonly transformations?: readonly Transformation[]
  /** Marked as made up, for demonstrations. */
  readonly sample?: true
}

export const resultStatuses = ['held', 'transferred', 'lapsed'] as const

export type ResultFacts = {
  readonly id: string
  readonly title: string
  readonly titleEn?: string
  readonly type: ResultType
  readonly owners: readonly Owner[]
  readonly inventors: readonly PersonId[]
  readonly status: (typeof resultStatuses)[number]
  readonly encumbrances: readonly Encumbrance[]
  readonly transformations?: readonly Transformation[]
  readonly sample?: true
}

export type PartyFacts = {
  /** 统一社会信用代码 in China; elsewhere `<country>-<number of its own register>`. */
  readonly code: string
  readonly name: string
  readonly nameEn?: string
  readonly address?: string
  /** Who binds it by law (民法典 61). */
  readonly legalRepresentative?: string
  /** ISO 3166, two letters. */
  readonly country: string
  readonly isHouse?: boolean
  /** For the office only. */
  readonly contact?: string
  readonly sample?: true
}

export const interestRelations = ['employer', 'shareholder', 'director', 'relative', 'other'] as const

export type InterestFacts = {
  readonly person: PersonId
  readonly party: string
  readonly relation: (typeof interestRelations)[number]
  readonly since: PlainDay
  readonly until?: PlainDay
}

/** What a register says of each of its subjects. */
export type RegisterFactsOf = {
  readonly patent: PatentFacts
  readonly result: ResultFacts
  readonly party: PartyFacts
  readonly interest: InterestFacts
  readonly mandate: MandateFacts
}

export type RegisterFacts = RegisterFactsOf[RegisterName]

/** One row of a register, narrowed by its name. */
export type RegisterRow = {
  readonly [Name in RegisterName]: { readonly register: Name; readonly id: string; readonly facts: RegisterFactsOf[Name] }
}[RegisterName]

/** What a change says, by kind. The kinds ending in `Registered` and `InterestDeclared` make the row; all others need it. */
export type RegisterEventFacts = {
  PatentRegistered: Omit<PatentFacts, 'encumbrances'> & { readonly encumbrances?: readonly Encumbrance[] }
  PatentCorrected: Partial<Pick<PatentFacts, 'title' | 'titleEn' | 'filedOn' | 'priorityOn' | 'grantedOn' | 'inventors'>>
  ResultRegistered: Omit<ResultFacts, 'encumbrances'> & { readonly encumbrances?: readonly Encumbrance[] }
  ResultCorrected: Partial<Pick<ResultFacts, 'title' | 'titleEn' | 'inventors'>>
  /**
   * Everybody who owns it from `since` on; those before stay with the day they ceased. By transfer unless said otherwise: succession
   * and an authority's decision need nobody's consent (专利法实施细则 15).
   */
  OwnerChanged: {
    readonly since: PlainDay
    readonly owners: readonly Omit<Owner, 'since' | 'until'>[]
    readonly ground?: (typeof ownerChangeGrounds)[number]
    readonly consents?: readonly string[]
  }
  AnnuityDue: { readonly year: number; readonly dueOn: PlainDay }
  AnnuityPaid: { readonly year: number; readonly paidOn: PlainDay; readonly dueOn?: PlainDay }
  EvaluationReceived: Omit<Evaluation, 'source' | 'since'>
  TermCompensated: Omit<TermCompensation, 'source'>
  StatusChanged: { readonly status: PatentStatus | ResultFacts['status']; readonly grantedOn?: PlainDay }
  EncumbranceEntered: Omit<Encumbrance, 'source' | 'endedOn' | 'grantedTo'>
  EncumbranceRecorded: { readonly id: string }
  /** The agreement of a grant of title was concluded. */
  GrantAgreed: { readonly id: string; readonly grantedTo: GrantedTo }
  EncumbranceEnded: { readonly id: string; readonly endedOn: PlainDay }
  TransformationEntered: Transformation
  /** All that one matter has told of the transformation, where what it told before was corrected. */
  TransformationsCorrected: { readonly matter: MatterId; readonly transformations: readonly Transformation[] }
  PartyRegistered: PartyFacts
  PartyCorrected: Partial<Omit<PartyFacts, 'code' | 'isHouse' | 'sample'>>
  InterestDeclared: InterestFacts
  InterestEnded: { readonly until: PlainDay }
  MandateRegistered: Omit<MandateFacts, 'revokedOn'>
  /** From the day of the entry on nothing is signed under it. */
  MandateRevoked: { readonly reason: string }
}

export type RegisterEvent = keyof RegisterEventFacts

/** A change of one register's row: `source` says whence it is known, `on` the day it is entered. */
export type RegisterChange = {
  readonly register: RegisterName
  readonly id: string
  readonly kind: RegisterEvent
  readonly facts: JsonObject
  readonly source: string
  readonly on: PlainDay
}

/** Makes a change with the facts its kind demands. */
export function registerChange<Kind extends RegisterEvent>(
  subject: { readonly register: RegisterName; readonly id: string },
  kind: Kind,
  facts: RegisterEventFacts[Kind],
  known: { readonly source: string; readonly on: PlainDay },
): RegisterChange {
  return { register: subject.register, id: subject.id, kind, facts: facts, source: known.source, on: known.on }
}

/** Registers of what is known of a person: their rows are named `<person>~…` and their history lies in his chain. */
export const personalRegisters: readonly RegisterName[] = ['interest', 'mandate']

/** The chain in which a row's history lies: a patent's or result's own; a person's for his interests and mandates. */
export function subjectOf({ register, id }: { readonly register: RegisterName; readonly id: string }): string {
  return personalRegisters.includes(register) ? `person/${id.split('~')[0] ?? id}` : `${register}/${id}`
}

/** The id of the row that says how `person` is tied to `party`. */
export function interestId(person: PersonId, party: string): string {
  return `${person}~${party}`
}

/** Finds a patent among rows by its number, with or without `ZL`. */
export function findPatent(rows: readonly RegisterRow[], number: string): PatentFacts | undefined {
  const wanted = number.startsWith('ZL') ? number : `ZL${number}`
  return findFacts(rows, 'patent', wanted)
}

/** Finds the facts of one subject among rows. */
export function findFacts<Name extends RegisterName>(
  rows: readonly RegisterRow[],
  register: Name,
  id: string,
): RegisterFactsOf[Name] | undefined {
  const row = rows.find((one) => one.register === register && one.id === id)
  // The name of the register decides the type of its facts.
  return row === undefined ? undefined : (row.facts as RegisterFactsOf[Name])
}

/** Whether an encumbrance holds on `day`. */
export function isInForce(encumbrance: Encumbrance, day: PlainDay): boolean {
  const { since, until, endedOn } = encumbrance
  return since <= day && (until === undefined || day <= until) && (endedOn === undefined || day < endedOn)
}

/** The encumbrances of some kinds that hold on `day`; of every kind when none is named. */
export function listEncumbrances(
  facts: { readonly encumbrances: readonly Encumbrance[] },
  day: PlainDay,
  kinds: readonly EncumbranceKind[] = encumbranceKinds,
): readonly Encumbrance[] {
  return facts.encumbrances.filter((one) => kinds.includes(one.kind) && isInForce(one, day))
}

/** Who owns it on `day`. */
export function listOwners(facts: { readonly owners: readonly Owner[] }, day: PlainDay): readonly Owner[] {
  return facts.owners.filter((one) => one.since <= day && (one.until === undefined || day < one.until))
}

/** Annuities that were due by `day` and are not paid. */
export function listUnpaidAnnuities(facts: PatentFacts, day: PlainDay): readonly Annuity[] {
  return facts.annuities.filter((one) => one.dueOn <= day && (one.paidOn === undefined || one.paidOn > day))
}
