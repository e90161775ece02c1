import type { CheckContext } from './checks.ts'
import type { DisputeReport, FormalCheck, OwnershipDecision, SecrecyRuling, SecrecyScreen } from './disclosure-desk-forms.ts'
import { needsAssessment } from './disclosure-assessment.ts'
import { stateSecretsArticle, transformationLawArticle } from './disclosure-law.ts'
import type { Owner } from './disclosure-owner.ts'
import type { SimilarResult } from './disclosure-similar.ts'
import { findDisclosure, findProposedOwnership } from './disclosure-state.ts'
import { wholeBasisPoints } from './money.ts'
import { patentLawArticle } from './patent-citations.ts'
import { byDesign, refuse, type Refusal, type Rule } from './refusal.ts'
import { findResult } from './state.ts'

/** What the office's decisions must state. */
export const decisionRules = {
  similarUndecided: { code: 'disclosure/similar-undecided', citations: [byDesign] },
  duplicateAccepted: { code: 'disclosure/duplicate-accepted', citations: [patentLawArticle('9(1)'), byDesign] },
  duplicateUnnamed: { code: 'disclosure/duplicate-unnamed', citations: [byDesign] },
  measures: { code: 'disclosure/secrecy-measures-missing', citations: [transformationLawArticle('42(1)')] },
  ruledInFuture: { code: 'disclosure/ruling-in-future', citations: [stateSecretsArticle('25')] },
  departure: { code: 'disclosure/departure-unreasoned', citations: [byDesign] },
  ownersOfKind: { code: 'disclosure/owners-do-not-fit', citations: [patentLawArticle('6'), patentLawArticle('8')] },
  nothingToProtect: { code: 'disclosure/no-filing-to-protect', citations: [patentLawArticle('9(2)'), byDesign] },
  ownerShares: { code: 'disclosure/owner-shares-do-not-sum', citations: [byDesign] },
} as const satisfies { readonly [name: string]: Rule }

/** Checks the formal check: every likeness found is decided, and a duplicate is neither accepted nor left unnamed. */
export function checkFormalCheck({ similar = [] }: FormalCheck, { state, outcome }: CheckContext): Refusal[] {
  const found = (state === undefined ? [] : (findResult(state, 'find-similar')?.data['similar'] ?? [])) as readonly SimilarResult[]
  // A report repeats another one, never itself.
  const same = similar.filter((one) => one.decision === 'same' && one.matter !== state?.head.id)
  const open = found.filter((one) => !similar.some((other) => other.matter === one.matter))
  if (outcome === 'duplicate') return same.length > 0 ? [] : [refuse(decisionRules.duplicateUnnamed, {}, '/similar')]
  if (outcome !== 'accepted') return []
  return [
    ...open.map((one) => refuse(decisionRules.similarUndecided, { number: one.number, scoreBp: one.scoreBp }, '/similar')),
    ...(same.length > 0 ? [refuse(decisionRules.duplicateAccepted, { matters: same.map((one) => one.matter) }, '/similar')] : []),
  ]
}

/** Checks a secrecy opinion: a trade secret needs the measures that make it one. */
export function checkSecrecyScreen({ measures }: SecrecyScreen, { outcome }: CheckContext): Refusal[] {
  return outcome === 'trade-secret' && (measures ?? []).length === 0 ? [refuse(decisionRules.measures, {}, '/measures')] : []
}

/** Checks a ruling: as an opinion, and given by today. */
export function checkSecrecyRuling(ruling: SecrecyRuling, context: CheckContext): Refusal[] {
  const { ruledOn } = ruling
  const { today } = context
  return [
    ...checkSecrecyScreen(ruling, context),
    ...(ruledOn > today ? [refuse(decisionRules.ruledInFuture, { ruledOn, today }, '/ruledOn')] : []),
  ]
}

/** Checks the decision on ownership: a departure from the proposal is reasoned, and the owners fit the kind. */
export function checkOwnershipDecision({ owners, departure }: OwnershipDecision, { state, outcome }: CheckContext): Refusal[] {
  if (outcome === undefined || outcome === 'disputed') return []
  const proposed = state === undefined ? undefined : findProposedOwnership(state)
  const departs = proposed !== undefined && (proposed.kind !== outcome || !namesSameOwners(proposed.owners, owners))
  return [
    ...(departs && (departure ?? '').trim() === ''
      ? [refuse(decisionRules.departure, { proposed: proposed.kind, decided: outcome, rule: proposed.rule }, '/departure')]
      : []),
    ...(fitsKind(owners, outcome)
      ? []
      : [refuse(decisionRules.ownersOfKind, { decided: outcome, owners: owners.map((one) => one.who) }, '/owners')]),
    ...checkOwnerShares(owners),
  ]
}

/** Checks a dispute's report: filing goes ahead under dispute only once, and only where a patent is in view. */
export function checkDisputeReport(_report: DisputeReport, { state, outcome }: CheckContext): Refusal[] {
  if (outcome !== 'protect-filing-date' || state === undefined) return []
  const disclosure = findDisclosure(state)
  const isOpened = findResult(state, 'protect-filing-date') !== undefined
  const isPossible = disclosure !== undefined && needsAssessment(disclosure) && !isOpened
  return isPossible ? [] : [refuse(decisionRules.nothingToProtect, { opened: isOpened })]
}

/** The same owners under the same names; where the rules found no name, legal supplies it. */
function namesSameOwners(proposed: readonly Owner[], decided: readonly Owner[]): boolean {
  const isFound = (one: Owner, other: Owner) => one.who === other.who && (one.name ?? other.name ?? '').trim() === (other.name ?? '').trim()
  return (
    proposed.every((one) => decided.some((other) => isFound(one, other))) &&
    decided.every((other) => proposed.some((one) => isFound(one, other)))
  )
}

function fitsKind(owners: readonly Owner[], kind: string): boolean {
  const isOurs = owners.some((one) => one.who === 'university')
  if (kind === 'service') return isOurs && owners.length === 1
  if (kind === 'non-service') return !isOurs && owners.length > 0
  if (kind === 'joint') return isOurs && owners.some((one) => one.who !== 'university')
  // Commissioned without agreement leaves it with the developer, know-how with both; an agreement may name anybody.
  return kind === 'commissioned' ? isOurs : owners.length > 0
}

function checkOwnerShares(owners: readonly Owner[]): Refusal[] {
  const stated = owners.flatMap((one) => (one.shareBp === undefined ? [] : [one.shareBp]))
  const sum = stated.reduce((all, one) => all + one, 0)
  if (stated.length === 0 || (stated.length === owners.length && sum === wholeBasisPoints)) return []
  return [refuse(decisionRules.ownerShares, { sum, stated: stated.length, owners: owners.length }, '/owners')]
}
