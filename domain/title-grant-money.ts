import type { PersonId } from './actor.ts'
import { allocate, fen, type Fen } from './money.ts'
import type { GrantMode, Parts, TaxFlag, TeamMember } from './title-grant-forms.ts'

/** One member's part, in fen or in basis points of the whole. */
type Part<Value> = { readonly person: PersonId; readonly part: Value }

/** What each side and each member gets of one net amount; all parts sum to it. */
export type IncomeSplit = { readonly university: Fen; readonly team: Fen; readonly members: readonly Part<Fen>[] }

/** The members' parts of the whole title in basis points: the team's share split by the team's own shares (70% of 50/30/20 → 35/21/14). */
export function overallShares(title: Parts, members: readonly TeamMember[]): readonly Part<number>[] {
  const parts = allocate(
    fen(title.teamBp),
    members.map(({ shareBp }) => shareBp),
  )
  return members.map(({ person }, place) => ({ person, part: parts[place] ?? 0 }))
}

/**
 * Splits net income, in fen: first between university and team, then among the members by their own split. Odd fen go by largest
 * remainder, ties to the earlier on the record. Throws a RangeError for a negative amount.
 */
export function splitIncome(net: Fen, income: Parts, members: readonly TeamMember[]): IncomeSplit {
  const [team = fen(0), university = fen(0)] = allocate(net, [income.teamBp, income.universityBp])
  const parts = allocate(
    team,
    members.map(({ shareBp }) => shareBp),
  )
  return { university, team, members: members.map(({ person }, place) => ({ person, part: parts[place] ?? fen(0) })) }
}

/** What a cost of the right comes to for each side; by the ratio of the title unless they agreed otherwise. */
export function shareCost(cost: Fen, parts: Parts): { readonly university: Fen; readonly team: Fen } {
  const [university = fen(0), team = fen(0)] = allocate(cost, [parts.universityBp, parts.teamBp])
  return { university, team }
}

/**
 * What finance must look at: a grant of a share for nothing is a deemed sale; a member's licence income is royalty and the sale
 * of his share is unsettled (个人所得税法实施条例 6(iv) or (viii)); each is taxed on his own part; the relief for cash awards is not for it.
 */
export function listTaxFlags(mode: GrantMode, considerationFen: Fen): TaxFlag[] {
  const forNothing: TaxFlag[] = considerationFen === 0 ? ['deemed-sale'] : []
  const ofShare: TaxFlag[] = mode === 'ownership' ? ['royalty', 'sale-of-share'] : []
  return [...forNothing, ...ofShare, 'own-part', 'no-cash-relief']
}
