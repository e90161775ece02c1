import type { PersonId } from './actor.ts'
import type { ProcessPolicy } from './policy-slice.ts'

export type Vote = { readonly person: PersonId; readonly vote: 'for' | 'against' | 'abstain' | 'recuse' }

export type Quorum = NonNullable<ProcessPolicy['quorum']>

/** How a vote stands; `open` while the missing votes could still change it. */
export type Tally = {
  readonly outcome: 'carried' | 'lost' | 'no-quorum' | 'open'
  readonly eligible: number
  readonly present: number
  readonly inFavour: number
  readonly against: number
  readonly abstained: number
  readonly needed: { readonly present: number; readonly inFavour: number }
}

/**
 * Counts a committee's votes. Members who are interested or recuse themselves leave the number on which quorum and
 * majority are computed; abstaining counts as present. Source: the policy's quorum.
 */
export function tallyVotes(
  members: readonly PersonId[],
  barred: readonly PersonId[],
  votes: readonly Vote[],
  quorum: Quorum,
  isLast: boolean,
): Tally {
  const recused = new Set([...barred, ...votes.filter((one) => one.vote === 'recuse').map((one) => one.person)])
  const eligible = members.filter((member) => !recused.has(member)).length
  const counted = votes.filter((one) => !recused.has(one.person) && members.includes(one.person))
  const count = (vote: Vote['vote']) => counted.filter((one) => one.vote === vote).length
  const needed = { present: Math.max(quorum.least, atLeast(eligible, quorum.present)), inFavour: atLeast(eligible, quorum.inFavour) }
  const tally = {
    eligible,
    present: counted.length,
    inFavour: count('for'),
    against: count('against'),
    abstained: count('abstain'),
    needed,
  }
  return { ...tally, outcome: outcomeOf(tally, isLast || counted.length === eligible) }
}

function outcomeOf(tally: Omit<Tally, 'outcome'>, isOver: boolean): Tally['outcome'] {
  if (tally.eligible < tally.needed.present) return 'no-quorum'
  if (!isOver) return 'open'
  if (tally.present < tally.needed.present) return 'no-quorum'
  return tally.inFavour >= tally.needed.inFavour ? 'carried' : 'lost'
}

function atLeast(whole: number, [numerator, denominator]: readonly [number, number]): number {
  return Math.ceil((whole * numerator) / denominator)
}
