import type { PersonId } from '#domain/actor.ts'
import type { UserTaskStep } from '#domain/definition.ts'
import type { JsonObject } from '#domain/json.ts'
import { equalShares, findGaps, type Share, type ShareProposal } from '#domain/negotiation.ts'
import { everybody } from './everybody.ts'
import type { MatterRun } from './matter.ts'

/** How a negotiation ended: the agreed shares, or the default of equal shares when the rounds ran out. */
export type Negotiated = { readonly shares: readonly Share[]; readonly rounds: number; readonly agreed: boolean }

/**
 * The inventors propose their shares in private, round by round; each new round opens with the gap between the last
 * proposals and the default, never with who proposed what.
 */
export async function negotiateShares(
  m: MatterRun,
  step: UserTaskStep<{ readonly shares: ShareProposal }, 'proposed'>,
  people: readonly PersonId[],
  options: { readonly rounds: number; readonly given?: JsonObject },
): Promise<Negotiated> {
  const fallback = equalShares(people)
  let gaps = findGaps(people, [])
  for (let round = 1; round <= options.rounds; round += 1) {
    const given = { ...options.given, round, rounds: options.rounds, people, default: fallback, gaps: round === 1 ? [] : gaps }
    const answers = await everybody(m, step, people, { given })
    const proposals = Object.values(answers).map((answer) => answer.data.shares)
    gaps = findGaps(people, proposals)
    const agreed = proposals[0]
    if (gaps.length === 0 && agreed !== undefined) {
      return { shares: people.map((person) => ({ person, shareBp: agreed[person] ?? 0 })), rounds: round, agreed: true }
    }
  }
  return { shares: fallback, rounds: options.rounds, agreed: false }
}
