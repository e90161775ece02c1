import { compareDays } from './day.ts'
import type { JsonObject } from './json.ts'
import type {
  Encumbrance,
  InterestFacts,
  Owner,
  PartyFacts,
  PatentFacts,
  RegisterChange,
  RegisterEvent,
  RegisterEventFacts,
  RegisterFacts,
  ResultFacts,
  Transformation,
} from './register.ts'
import type { MandateFacts } from './signing-mandate.ts'

/**
 * What the register says after `change`, which was checked. What was known on a day is the fold of the changes that were
 * entered up to it.
 * @throws Error where the row that the change needs is missing; `checkRegisterChange` refuses that before.
 */
export function foldRegister(before: RegisterFacts | undefined, change: RegisterChange): RegisterFacts {
  switch (change.register) {
    case 'patent':
      return foldPatent(before as PatentFacts | undefined, change)
    case 'result':
      return foldResult(before as ResultFacts | undefined, change)
    case 'party':
      return foldParty(before as PartyFacts | undefined, change)
    case 'interest':
      return foldInterest(before as InterestFacts | undefined, change)
    case 'mandate':
      return foldMandate(before as MandateFacts | undefined, change)
  }
}

/** The facts of a change as its kind types them; whoever made or parsed it answers for their shape. */
export function factsOfChange<Kind extends RegisterEvent>(change: RegisterChange, kind: Kind): RegisterEventFacts[Kind] {
  if (change.kind !== kind) throw new Error(`A change ${change.kind} was read as ${kind}`)
  return change.facts as unknown as RegisterEventFacts[Kind]
}

function need<Facts>(before: Facts | undefined, change: RegisterChange): Facts {
  if (before === undefined) throw new Error(`${change.register} ${change.id} is not on the register; ${change.kind} needs it`)
  return before
}

function foldPatent(before: PatentFacts | undefined, change: RegisterChange): PatentFacts {
  if (change.kind === 'PatentRegistered') return { encumbrances: [], ...factsOfChange(change, 'PatentRegistered') }
  const facts = need(before, change)
  switch (change.kind) {
    case 'PatentCorrected':
      return { ...facts, ...factsOfChange(change, 'PatentCorrected') }
    case 'AnnuityDue':
    case 'AnnuityPaid':
      return { ...facts, annuities: withAnnuity(facts, change.facts) }
    case 'EvaluationReceived':
      return { ...facts, evaluation: { ...factsOfChange(change, 'EvaluationReceived'), source: change.source, since: change.on } }
    case 'TermCompensated': {
      const one = { ...factsOfChange(change, 'TermCompensated'), source: change.source }
      return { ...facts, termCompensations: [...(facts.termCompensations ?? []), one] }
    }
    case 'StatusChanged':
      return { ...facts, ...(change.facts as Pick<PatentFacts, 'status' | 'grantedOn'>) }
    default:
      return foldHolding(facts, change)
  }
}

function withAnnuity(facts: PatentFacts, change: JsonObject): PatentFacts['annuities'] {
  const one = change as unknown as PatentFacts['annuities'][number]
  const known = facts.annuities.find((annuity) => annuity.year === one.year)
  const others = facts.annuities.filter((annuity) => annuity.year !== one.year)
  return [...others, { ...known, ...one }].sort((a, b) => a.year - b.year)
}

function foldResult(before: ResultFacts | undefined, change: RegisterChange): ResultFacts {
  if (change.kind === 'ResultRegistered') return { encumbrances: [], ...factsOfChange(change, 'ResultRegistered') }
  const facts = need(before, change)
  switch (change.kind) {
    case 'ResultCorrected':
      return { ...facts, ...factsOfChange(change, 'ResultCorrected') }
    case 'StatusChanged':
      return { ...facts, status: change.facts['status'] as ResultFacts['status'] }
    default:
      return foldHolding(facts, change)
  }
}

/** What patents and other results have in common: owners, encumbrances, uses. */
function foldHolding<Facts extends PatentFacts | ResultFacts>(facts: Facts, change: RegisterChange): Facts {
  switch (change.kind) {
    case 'OwnerChanged':
      return { ...facts, owners: withOwners(facts.owners, factsOfChange(change, 'OwnerChanged')) }
    case 'EncumbranceEntered': {
      const entered: Encumbrance = { ...factsOfChange(change, 'EncumbranceEntered'), source: change.source }
      return { ...facts, encumbrances: [...facts.encumbrances, entered] }
    }
    case 'EncumbranceRecorded':
      return withEncumbrance(facts, change, { recorded: true })
    case 'GrantAgreed':
      return withEncumbrance(facts, change, { grantedTo: factsOfChange(change, 'GrantAgreed').grantedTo })
    case 'EncumbranceEnded':
      return withEncumbrance(facts, change, { endedOn: factsOfChange(change, 'EncumbranceEnded').endedOn })
    case 'TransformationEntered':
      return { ...facts, transformations: [...(facts.transformations ?? []), factsOfChange(change, 'TransformationEntered')] }
    case 'TransformationsCorrected':
      return { ...facts, transformations: withCorrected(facts.transformations, factsOfChange(change, 'TransformationsCorrected')) }
    default:
      throw new Error(`${change.kind} is no change of a ${change.register}`)
  }
}

/** Owners over time: those who held it until now cease on the day from which the new ones hold it. */
function withOwners(owners: readonly Owner[], { since, owners: next }: RegisterEventFacts['OwnerChanged']): Owner[] {
  const past = owners.map((owner) => (owner.until === undefined ? { ...owner, until: since } : owner))
  return [...past, ...next.map((owner) => ({ ...owner, since }))].sort((a, b) => compareDays(a.since, b.since))
}

/** What others told stays; what this matter told is what it tells now. */
export function withCorrected(
  known: readonly Transformation[] = [],
  { matter, transformations }: RegisterEventFacts['TransformationsCorrected'],
): readonly Transformation[] {
  return [...known.filter((one) => one.matter !== matter), ...transformations].sort((a, b) => compareDays(a.on, b.on))
}

function withEncumbrance<Facts extends PatentFacts | ResultFacts>(
  facts: Facts,
  change: RegisterChange,
  more: Pick<Encumbrance, 'recorded'> | Pick<Required<Encumbrance>, 'endedOn'> | Pick<Required<Encumbrance>, 'grantedTo'>,
): Facts {
  const encumbrances = facts.encumbrances.map((one) => (one.id === change.facts['id'] ? { ...one, ...more } : one))
  return { ...facts, encumbrances }
}

function foldParty(before: PartyFacts | undefined, change: RegisterChange): PartyFacts {
  if (change.kind === 'PartyRegistered') return factsOfChange(change, 'PartyRegistered')
  return { ...need(before, change), ...factsOfChange(change, 'PartyCorrected') }
}

function foldInterest(before: InterestFacts | undefined, change: RegisterChange): InterestFacts {
  if (change.kind === 'InterestDeclared') return factsOfChange(change, 'InterestDeclared')
  return { ...need(before, change), ...factsOfChange(change, 'InterestEnded') }
}

function foldMandate(before: MandateFacts | undefined, change: RegisterChange): MandateFacts {
  if (change.kind === 'MandateRegistered') return factsOfChange(change, 'MandateRegistered')
  return { ...need(before, change), revokedOn: change.on }
}
