import type { PlainDay } from './day.ts'
import { civilCodeArticle } from './disclosure-law.ts'
import { checkAgainstOpenLicence } from './open-licence-conflicts.ts'
import { isPartyCode } from './party-code.ts'
import { patentLawArticle, patentRulesArticle, recalled } from './patent-citations.ts'
import { filingYearOf, isPatentNumber, patentTypeOf } from './patent-number.ts'
import { lastPatentYear, mostCompensationDays } from './patent-term.ts'
import { byDesign, refuse, type Refusal, type Rule } from './refusal.ts'
import { checkBesideGrant, checkTransfer } from './register-disposal.ts'
import { factsOfChange, withCorrected } from './register-fold.ts'
import {
  isInForce,
  type Encumbrance,
  type InterestFacts,
  type Owner,
  type PartyFacts,
  type PatentFacts,
  type RegisterChange,
  type RegisterFacts,
  type ResultFacts,
  type Transformation,
} from './register.ts'
import type { MandateFacts } from './signing-mandate.ts'
import type { MatterId } from './state.ts'
import { checkIncentives, listIncentives } from './title-grant-incentive.ts'

const numbering = recalled('专利申请号标准')

const compensationBasis = [
  patentLawArticle('42(2)'),
  patentRulesArticle('78'),
  patentLawArticle('42(3)'),
  patentRulesArticle('82'),
] as const

/** Rules of what may be entered in the registers. */
export const registerRules = {
  unknown: { code: 'register/unknown', citations: [byDesign] },
  known: { code: 'register/known', citations: [byDesign] },
  number: { code: 'register/patent-number-wrong', citations: [numbering] },
  numberOtherKind: { code: 'register/patent-number-of-another-kind', citations: [numbering] },
  partyCode: { code: 'register/party-code-wrong', citations: [recalled('GB 32100-2015')] },
  dayOrder: { code: 'register/days-reversed', citations: [byDesign] },
  priority: { code: 'register/priority-after-filing', citations: [patentLawArticle('29')] },
  grant: { code: 'register/grant-before-filing', citations: [patentLawArticle('39'), patentLawArticle('40')] },
  future: { code: 'register/day-to-come', citations: [byDesign] },
  ownerNone: { code: 'register/owner-missing', citations: [patentLawArticle('6')] },
  ownerShares: { code: 'register/owner-shares-do-not-sum', citations: [patentLawArticle('14')] },
  ownerOrder: { code: 'register/owner-change-back-dated', citations: [patentLawArticle('10(3)')] },
  annuityYear: { code: 'register/annuity-year-beyond-term', citations: [patentLawArticle('42'), patentLawArticle('43')] },
  annuityUnknown: { code: 'register/annuity-not-entered', citations: [patentLawArticle('43')] },
  annuityPaid: { code: 'register/annuity-paid', citations: [patentLawArticle('43')] },
  evaluation: { code: 'register/evaluation-of-invention', citations: [patentLawArticle('66(2)')] },
  compensationKind: { code: 'register/compensation-of-no-invention', citations: [patentLawArticle('42(2)'), patentLawArticle('42(3)')] },
  compensationKnown: { code: 'register/compensation-known', citations: [patentRulesArticle('81'), byDesign] },
  compensationDays: { code: 'register/compensation-too-long', citations: compensationBasis },
  status: { code: 'register/status-final', citations: [patentLawArticle('44'), patentLawArticle('47(1)')] },
  grantDay: { code: 'register/grant-day-missing', citations: [patentLawArticle('39'), patentLawArticle('40')] },
  encumbranceKnown: { code: 'register/encumbrance-known', citations: [byDesign] },
  encumbranceUnknown: { code: 'register/encumbrance-unknown', citations: [byDesign] },
  encumbranceEnded: { code: 'register/encumbrance-ended', citations: [byDesign] },
  encumbranceOfMatter: { code: 'register/encumbrance-of-a-matter', citations: [byDesign] },
  mandateVague: { code: 'register/mandate-vague', citations: [civilCodeArticle('165')] },
  mandateRevoked: { code: 'register/mandate-revoked', citations: [civilCodeArticle('173')] },
} as const satisfies { readonly [name: string]: Rule }

export const rules: readonly Rule[] = Object.values(registerRules)

/**
 * Whether `change` may be entered on what the register says now; every refusal, none when it may. `by` is the matter whose action
 * makes it: what its own process has decided is not asked again; absent where the office enters it.
 */
export function checkRegisterChange(before: RegisterFacts | undefined, change: RegisterChange, by?: MatterId): Refusal[] {
  const makes = change.kind.endsWith('Registered') || change.kind === 'InterestDeclared'
  if (!makes && before === undefined) return [refuse(registerRules.unknown, { register: change.register, id: change.id })]
  if (change.kind.endsWith('Registered') && before !== undefined)
    return [refuse(registerRules.known, { register: change.register, id: change.id })]
  switch (change.register) {
    case 'patent':
      return checkPatent(before as PatentFacts | undefined, change, by)
    case 'result':
      return checkResult(before as ResultFacts | undefined, change, by)
    case 'party':
      return change.kind === 'PartyRegistered' ? checkParty(factsOfChange(change, 'PartyRegistered')) : []
    case 'interest':
      return checkInterest(before as InterestFacts | undefined, change)
    case 'mandate':
      return checkMandateChange(before as MandateFacts | undefined, change)
  }
}

function checkPatent(before: PatentFacts | undefined, change: RegisterChange, by?: MatterId): Refusal[] {
  if (change.kind === 'PatentRegistered') return checkNewPatent(factsOfChange(change, 'PatentRegistered'), change.on)
  if (before === undefined) return []
  switch (change.kind) {
    case 'PatentCorrected':
      return checkPatentDays({ ...before, ...factsOfChange(change, 'PatentCorrected') })
    case 'AnnuityDue':
      return checkAnnuityYear(before, factsOfChange(change, 'AnnuityDue').year)
    case 'AnnuityPaid':
      return checkAnnuity(before, change)
    case 'EvaluationReceived':
      return before.kind === 'invention' ? [refuse(registerRules.evaluation, { number: before.number })] : []
    case 'TermCompensated':
      return checkCompensation(before, factsOfChange(change, 'TermCompensated'), change.on)
    case 'StatusChanged':
      return checkStatus(before, change)
    default:
      return checkHolding(before, change, by)
  }
}

/** The office decides it, of an invention that was granted late or protects a new drug, once on each ground. */
function checkCompensation(patent: PatentFacts, entered: RegisterChangeFacts<'TermCompensated'>, today: PlainDay): Refusal[] {
  const { ground, days, decidedOn, approvedOn } = entered
  if (patent.kind !== 'invention') return [refuse(registerRules.compensationKind, { number: patent.number })]
  const known = patent.termCompensations?.find((one) => one.ground === ground)
  if (known !== undefined) return [refuse(registerRules.compensationKnown, { ground, decidedOn: known.decidedOn }, '/ground')]
  const future = Object.entries({ decidedOn, approvedOn }).flatMap(([field, day]) =>
    day !== undefined && day > today ? [refuse(registerRules.future, { day, today }, `/${field}`)] : [],
  )
  const most = mostCompensationDays(patent, entered)
  return [...future, ...(days > most ? [refuse(registerRules.compensationDays, { ground, days, most }, '/days')] : [])]
}

function checkNewPatent(facts: RegisterChangeFacts<'PatentRegistered'>, on: PlainDay): Refusal[] {
  if (!isPatentNumber(facts.number)) return [refuse(registerRules.number, { number: facts.number }, '/number')]
  const refusals: Refusal[] = []
  const named = { kind: patentTypeOf(facts.number), year: filingYearOf(facts.number) }
  if (named.kind !== facts.kind)
    refusals.push(refuse(registerRules.numberOtherKind, { number: facts.number, kind: facts.kind, named: named.kind }, '/kind'))
  refusals.push(...checkPatentDays(facts), ...checkOwners(facts.owners, '/owners'))
  refusals.push(...facts.annuities.flatMap((one) => checkAnnuityYear(facts, one.year)))
  if (facts.evaluation !== undefined && facts.kind === 'invention')
    refusals.push(refuse(registerRules.evaluation, { number: facts.number }, '/evaluation'))
  if (facts.filedOn > on) refusals.push(refuse(registerRules.future, { day: facts.filedOn, today: on }, '/filedOn'))
  return [...refusals, ...(facts.encumbrances ?? []).flatMap(checkPeriod)]
}

type RegisterChangeFacts<Kind extends Parameters<typeof factsOfChange>[1]> = ReturnType<typeof factsOfChange<Kind>>

type PatentDays = Pick<PatentFacts, 'filedOn' | 'priorityOn' | 'grantedOn' | 'status'>

function checkPatentDays({ filedOn, priorityOn, grantedOn, status }: PatentDays): Refusal[] {
  const refusals: Refusal[] = []
  if (priorityOn !== undefined && priorityOn > filedOn)
    refusals.push(refuse(registerRules.priority, { priorityOn, filedOn }, '/priorityOn'))
  if (grantedOn !== undefined && grantedOn < filedOn) refusals.push(refuse(registerRules.grant, { grantedOn, filedOn }, '/grantedOn'))
  if (grantedOn === undefined && status === 'granted') refusals.push(refuse(registerRules.grantDay, {}, '/grantedOn'))
  return refusals
}

function checkOwners(owners: readonly Pick<Owner, 'name' | 'shareBp'>[], field: string): Refusal[] {
  if (owners.length === 0) return [refuse(registerRules.ownerNone, {}, field)]
  const shares = owners.flatMap((owner) => owner.shareBp ?? [])
  if (shares.length === 0) return []
  const sumBp = shares.reduce((sum, share) => sum + share, 0)
  return shares.length === owners.length && sumBp === 10_000 ? [] : [refuse(registerRules.ownerShares, { sumBp }, field)]
}

function checkAnnuityYear(patent: Parameters<typeof lastPatentYear>[0], year: number): Refusal[] {
  const last = lastPatentYear(patent)
  return year >= 1 && year <= last ? [] : [refuse(registerRules.annuityYear, { year, termYears: last }, '/year')]
}

function checkAnnuity(before: PatentFacts, change: RegisterChange): Refusal[] {
  const { year, paidOn, dueOn } = factsOfChange(change, 'AnnuityPaid')
  const beyond = checkAnnuityYear(before, year)
  if (beyond.length > 0) return beyond
  const known = before.annuities.find((one) => one.year === year)
  if (known === undefined && dueOn === undefined) return [refuse(registerRules.annuityUnknown, { year }, '/year')]
  if (known?.paidOn !== undefined) return [refuse(registerRules.annuityPaid, { year, paidOn: known.paidOn }, '/year')]
  return paidOn > change.on ? [refuse(registerRules.future, { day: paidOn, today: change.on }, '/paidOn')] : []
}

/** Invalidity and the end of the term are final; a lapsed patent may be restored (专利法实施细则 6). */
function checkStatus(before: PatentFacts, change: RegisterChange): Refusal[] {
  const { status, grantedOn } = factsOfChange(change, 'StatusChanged')
  if (before.status === 'invalidated' || before.status === 'expired')
    return [refuse(registerRules.status, { status: before.status, wanted: status }, '/status')]
  const granted = grantedOn ?? before.grantedOn
  return checkPatentDays({ ...before, status: status as PatentFacts['status'], ...(granted === undefined ? {} : { grantedOn: granted }) })
}

function checkResult(before: ResultFacts | undefined, change: RegisterChange, by?: MatterId): Refusal[] {
  if (change.kind === 'ResultRegistered') {
    const facts = factsOfChange(change, 'ResultRegistered')
    return [...checkOwners(facts.owners, '/owners'), ...(facts.encumbrances ?? []).flatMap(checkPeriod)]
  }
  return before === undefined ? [] : checkHolding(before, change, by)
}

function checkHolding(before: PatentFacts | ResultFacts, change: RegisterChange, by?: MatterId): Refusal[] {
  switch (change.kind) {
    case 'OwnerChanged':
      return [
        ...checkOwnerChange(before, change),
        ...(by === undefined ? checkTransfer(before, factsOfChange(change, 'OwnerChanged')) : []),
      ]
    case 'EncumbranceEntered': {
      const entered = factsOfChange(change, 'EncumbranceEntered')
      const known = before.encumbrances.some((one) => one.id === entered.id)
      if (known) return [refuse(registerRules.encumbranceKnown, { encumbrance: entered.id })]
      return [
        ...checkPeriod(entered),
        ...('number' in before ? checkBesideOpenLicence(before, change) : []),
        ...(by === undefined ? checkBesideGrant(before, entered) : []),
      ]
    }
    case 'EncumbranceRecorded':
    case 'GrantAgreed':
    case 'EncumbranceEnded':
      return checkEncumbranceChange(before, change, by)
    case 'TransformationEntered':
      return checkTransformation(before, factsOfChange(change, 'TransformationEntered'), change.on)
    case 'TransformationsCorrected':
      return checkIncentives(
        listIncentives(withCorrected(before.transformations, factsOfChange(change, 'TransformationsCorrected'))),
        undefined,
        '/incentives',
      )
    default:
      return []
  }
}

/** What the patent is bound by from one day on is looked at on that day, and, where it still holds, today. */
function checkBesideOpenLicence(patent: PatentFacts, { facts, source, on }: RegisterChange): Refusal[] {
  const entered = { ...facts, source } as unknown as Encumbrance
  const days = [...new Set([entered.since, on])].filter((day) => isInForce(entered, day))
  return days.flatMap((day) => checkAgainstOpenLicence(entered.kind, patent, day)).slice(0, 1)
}

/** What has not happened is not entered; and one transformation is rewarded once, whoever enters the second reward (不重复激励). */
function checkTransformation({ transformations = [] }: PatentFacts | ResultFacts, entered: Transformation, today: PlainDay): Refusal[] {
  const future = entered.on > today ? [refuse(registerRules.future, { day: entered.on, today }, '/on')] : []
  return [...future, ...checkIncentives(listIncentives([...transformations, entered]), undefined, '/incentives')]
}

function checkOwnerChange(before: PatentFacts | ResultFacts, change: RegisterChange): Refusal[] {
  const { since, owners } = factsOfChange(change, 'OwnerChanged')
  const latest = before.owners.reduce<PlainDay | undefined>(
    (day, one) => (day === undefined || one.since > day ? one.since : day),
    undefined,
  )
  const backDated = latest !== undefined && since < latest ? [refuse(registerRules.ownerOrder, { since, latest }, '/since')] : []
  // A transfer takes effect on registration: one that is to come has not (专利法 10(3)).
  const future = since > change.on ? [refuse(registerRules.future, { day: since, today: change.on }, '/since')] : []
  return [...backDated, ...future, ...checkOwners(owners, '/owners')]
}

function checkPeriod({ since, until }: Pick<Encumbrance, 'since' | 'until'>): Refusal[] {
  return until !== undefined && until < since ? [refuse(registerRules.dayOrder, { from: since, to: until }, '/until')] : []
}

/** What a matter decided and keeps, an offer to everybody or a grant, is ended by it and not beside it. */
const keptByMatters: readonly Encumbrance['kind'][] = ['open-licence', 'title-grant']

function checkEncumbranceChange(before: PatentFacts | ResultFacts, change: RegisterChange, by?: MatterId): Refusal[] {
  const id = String(change.facts['id'])
  const known = before.encumbrances.find((one) => one.id === id)
  if (known === undefined) return [refuse(registerRules.encumbranceUnknown, { encumbrance: id, id: change.id })]
  if (change.kind !== 'EncumbranceEnded') return []
  if (known.matter !== undefined && known.matter !== by && keptByMatters.includes(known.kind))
    return [refuse(registerRules.encumbranceOfMatter, { encumbrance: id, kind: known.kind, matter: known.matter })]
  const { endedOn } = factsOfChange(change, 'EncumbranceEnded')
  if (known.endedOn !== undefined) return [refuse(registerRules.encumbranceEnded, { encumbrance: id, endedOn: known.endedOn })]
  return endedOn < known.since ? [refuse(registerRules.dayOrder, { from: known.since, to: endedOn }, '/endedOn')] : []
}

function checkParty({ code, country }: PartyFacts): Refusal[] {
  const isRight = country === 'CN' ? isPartyCode(code) : code.startsWith(`${country}-`) && code.length > country.length + 1
  return isRight ? [] : [refuse(registerRules.partyCode, { code, country }, '/code')]
}

function checkInterest(before: InterestFacts | undefined, change: RegisterChange): Refusal[] {
  const { since, until } =
    change.kind === 'InterestDeclared'
      ? factsOfChange(change, 'InterestDeclared')
      : { since: before?.since, until: factsOfChange(change, 'InterestEnded').until }
  if (since === undefined || until === undefined || until >= since) return []
  return [refuse(registerRules.dayOrder, { from: since, to: until }, '/until')]
}

/** A letter of authority names what may be signed and until when (民法典 165); a mandate is revoked once. */
function checkMandateChange(before: MandateFacts | undefined, change: RegisterChange): Refusal[] {
  if (change.kind === 'MandateRevoked')
    return before?.revokedOn === undefined ? [] : [refuse(registerRules.mandateRevoked, { revokedOn: before.revokedOn })]
  const { basis, papers, givenOn, since, until, number } = factsOfChange(change, 'MandateRegistered')
  const refusals = checkPeriod(until === undefined ? { since } : { since, until })
  if (givenOn > change.on) refusals.push(refuse(registerRules.future, { day: givenOn, today: change.on }, '/givenOn'))
  if (basis === 'legal-representative') return refusals
  if (papers.length === 0) refusals.push(refuse(registerRules.mandateVague, { number, missing: 'papers' }, '/papers'))
  if (until === undefined) refusals.push(refuse(registerRules.mandateVague, { number, missing: 'until' }, '/until'))
  return refusals
}
