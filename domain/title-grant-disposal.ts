import type { PersonId } from './actor.ts'
import type { PlainDay } from './day.ts'
import { refuse, type Refusal } from './refusal.ts'
import { listEncumbrances, type PatentFacts, type ResultFacts } from './register.ts'
import type { DecisionMechanism, DecisionWay, TeamMember, TeamSplit } from './title-grant-forms.ts'
import { monitoringRules } from './title-grant-rules.ts'

/** What is to be done with a right that university and team own together. */
export type Disposal = {
  readonly kind: 'ordinary-licence' | 'exclusive-licence' | 'transfer' | 'pledge'
  readonly university: boolean
  /** Members and the heirs of the dead, by whom each has said yes or no; who is not here is silent. */
  readonly votes: { readonly [person: string]: boolean }
}

function wayFor({ kind }: Disposal, mechanism: DecisionMechanism | undefined): DecisionWay | undefined {
  // Agreements name no way for a pledge: it needs everybody.
  if (mechanism === undefined || kind === 'pledge') return undefined
  return kind === 'transfer' ? mechanism.transfer : kind === 'exclusive-licence' ? mechanism.exclusiveLicence : mechanism.ordinaryLicence
}

/** Who speaks for a member's part: he himself, or all his heirs together. */
function votersOf({ person, standing, heirs = [] }: TeamMember): readonly PersonId[] {
  return standing === 'deceased' ? heirs : [person]
}

function teamAgrees({ members }: TeamSplit, votes: Disposal['votes'], leastBp: number): boolean {
  const agreeing = members.filter((member) => votersOf(member).length > 0 && votersOf(member).every((person) => votes[person] === true))
  const inFavour = agreeing.reduce((sum, { shareBp }) => sum + shareBp, 0)
  return inFavour >= leastBp
}

function mayDispose(disposal: Disposal, way: DecisionWay | undefined, team: TeamSplit): boolean {
  const { university, votes } = disposal
  const representative = votes[team.representative] === true
  switch (way) {
    case 'representative':
      return representative
    case 'university':
      return university
    case 'university-and-representative':
      return university && representative
    case 'majority':
      return university && teamAgrees(team, votes, 5001)
    case 'all':
      return university && teamAgrees(team, votes, 10_000)
    case undefined:
      // Nothing agreed: one co-owner alone may give an ordinary licence, all else needs everybody (专利法 14).
      return disposal.kind === 'ordinary-licence'
        ? university || Object.values(votes).includes(true)
        : university && teamAgrees(team, votes, 10_000)
  }
}

/** Whether a granted right may be disposed of so: by the way agreed, else by the law's default; who is silent does not consent. */
export function checkDisposal(disposal: Disposal, team: TeamSplit, mechanism: DecisionMechanism | undefined): Refusal[] {
  const voters = [...new Set(team.members.flatMap(votersOf))]
  const strangers = Object.keys(disposal.votes).filter((person) => !voters.some((one) => one === person))
  if (strangers.length > 0) return [refuse(monitoringRules.disposalStranger, { people: strangers })]
  if (mayDispose(disposal, wayFor(disposal, mechanism), team)) return []
  const against = voters.filter((person) => disposal.votes[person] !== true)
  const way = wayFor(disposal, mechanism) ?? 'law'
  return [refuse(monitoringRules.disposalBlocked, { kind: disposal.kind, way, people: against, university: disposal.university })]
}

/** The same for what the registers know: by every agreement on the right that is in force on `on`; the university is who enters it. */
export function checkGranted(
  facts: PatentFacts | ResultFacts,
  { kind, on, consents }: { readonly kind: Disposal['kind']; readonly on: PlainDay; readonly consents: readonly string[] },
): Refusal[] {
  const votes = Object.fromEntries(consents.map((person) => [person, true]))
  return listEncumbrances(facts, on, ['title-grant']).flatMap(({ grantedTo }) =>
    grantedTo === undefined ? [] : checkDisposal({ kind, university: true, votes }, grantedTo.team, grantedTo.decision),
  )
}
