import type { PlainDay } from '#domain/day.ts'
import type { Owner, OwnershipEffect, OwnershipFinding, OwnershipKind } from '#domain/disclosure-owner.ts'
import { findOwnershipDecision, findProposedOwnership, listInventors } from '#domain/disclosure-state.ts'
import type { Citation, RuleCode } from '#domain/refusal.ts'
import { listResults } from '#domain/state.ts'
import { personOf, type Both, type NamedPerson, type ResultTitle } from '../lines.ts'
import type { PaperContext } from '../paper-context.ts'
import { titlesOf } from './lines.ts'

/** The finding on ownership as papers tell it: what the rules proposed, what legal decided, why it departs. */
export type OwnershipFacts = ResultTitle & {
  readonly matter: string
  readonly inventors: readonly NamedPerson[]
  readonly kind: OwnershipKind
  readonly owners: readonly Owner[]
  readonly proposal: {
    readonly kind: OwnershipKind
    readonly rule: RuleCode
    readonly citations: readonly Citation[]
    readonly effects: readonly OwnershipEffect[]
  }
  readonly follows: boolean
  readonly departure?: string
  readonly note?: string
  readonly decidedBy?: NamedPerson
  readonly decidedOn: PlainDay
  readonly institution: Both
  readonly on: PlainDay
}

/** Gathers the finding; throws where nothing was decided yet. */
export function gatherOwnership({ state, people, institution, on }: PaperContext): OwnershipFacts {
  const decision = findOwnershipDecision(state)
  const proposal = findProposedOwnership(state)
  const result = listResults(state, 'ownership-finding').findLast((one) => one.outcome !== 'disputed')
  if (decision === undefined || proposal === undefined || result === undefined)
    throw new Error(`No ownership was found in matter ${state.head.id}`)
  const { kind, owners, departure, note } = decision
  return {
    matter: state.head.number,
    ...titlesOf(state),
    inventors: listInventors(state).map((person) => personOf(people, person)),
    kind,
    owners,
    proposal: { kind: proposal.kind, rule: proposal.rule, citations: proposal.citations, effects: proposal.effects },
    follows: isFollowed(proposal, kind, departure),
    decidedOn: result.on,
    institution: { zh: institution.nameZh, en: institution.nameEn },
    on,
    ...(departure === undefined ? {} : { departure }),
    ...(note === undefined ? {} : { note }),
    ...(result.by.is === 'person' ? { decidedBy: personOf(people, result.by.person) } : {}),
  }
}

function isFollowed(proposal: OwnershipFinding, kind: OwnershipKind, departure: string | undefined): boolean {
  return proposal.kind === kind && (departure ?? '') === ''
}
