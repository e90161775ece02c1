import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PersonId } from '#domain/actor.ts'
import { tallyVotes, type Quorum, type Vote } from '#domain/committee.ts'

const members = ['a', 'b', 'c', 'd', 'e'] as PersonId[]
const quorum: Quorum = { present: [2, 3], inFavour: [1, 2], least: 2 }

function votes(...cast: [string, Vote['vote']][]): Vote[] {
  return cast.map(([person, vote]) => ({ person: person as PersonId, vote }))
}

describe('a committee', () => {
  it('carries what half of the eligible members favour while two thirds are present', () => {
    const tally = tallyVotes(members, [], votes(['a', 'for'], ['b', 'for'], ['c', 'for'], ['d', 'against']), quorum, true)
    expect(tally).toMatchObject({ outcome: 'carried', eligible: 5, present: 4, needed: { present: 4, inFavour: 3 } })
  })

  it('counts an abstention as present, not as a vote in favour', () => {
    expect(tallyVotes(members, [], votes(['a', 'for'], ['b', 'for'], ['c', 'abstain'], ['d', 'abstain']), quorum, true).outcome).toBe(
      'lost',
    )
  })

  it('computes quorum and majority anew when a member recuses himself', () => {
    const tally = tallyVotes(members, ['e'] as PersonId[], votes(['a', 'for'], ['b', 'for'], ['c', 'recuse']), quorum, true)
    expect(tally).toMatchObject({ outcome: 'carried', eligible: 3, present: 2, needed: { present: 2, inFavour: 2 } })
  })

  it('has no quorum when recusals leave too few members', () => {
    expect(tallyVotes(members, ['b', 'c', 'd', 'e'] as PersonId[], votes(['a', 'for']), quorum, true).outcome).toBe('no-quorum')
  })

  it('has no quorum when too few have voted by the closing day', () => {
    expect(tallyVotes(members, [], votes(['a', 'for'], ['b', 'for']), quorum, true).outcome).toBe('no-quorum')
    expect(tallyVotes(members, [], votes(['a', 'for'], ['b', 'for']), quorum, false).outcome).toBe('open')
  })

  it('never counts the vote of a barred member or of a stranger', () => {
    const cast = fc.array(
      fc.tuple(
        fc.constantFrom('a', 'b', 'c', 'd', 'e', 'stranger'),
        fc.constantFrom('for' as const, 'against' as const, 'abstain' as const),
      ),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(cast, fc.subarray(members), (ballots, barred) => {
        const seen = new Set<string>()
        const once = ballots.filter(([person]) => !seen.has(person) && seen.add(person))
        const tally = tallyVotes(members, barred, votes(...once), quorum, true)
        const valid = once.filter(([person]) => members.includes(person as PersonId) && !barred.includes(person as PersonId))
        expect(tally.present).toBe(valid.length)
        expect(tally.inFavour + tally.against + tally.abstained).toBe(tally.present)
        if (tally.outcome === 'carried') expect(tally.inFavour * 2).toBeGreaterThanOrEqual(tally.eligible)
      }),
    )
  })
})
