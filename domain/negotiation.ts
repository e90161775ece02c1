import type { PersonId } from './actor.ts'
import { sharesOfWhole } from './shares.ts'

/** One proposal: everybody's share in basis points, by person. */
export type ShareProposal = { readonly [person: string]: number }

export type Share = { readonly person: PersonId; readonly shareBp: number }

/** How far the proposals lie apart for one person: lowest and highest share proposed for him. */
export type ShareGap = { readonly person: PersonId; readonly lowBp: number; readonly highBp: number }

/** The default while not everybody signs another: equal shares, the odd basis points to the earlier on the record. */
export function equalShares(people: readonly PersonId[]): Share[] {
  const parts = sharesOfWhole(people.length)
  return people.map((person, place) => ({ person, shareBp: parts[place] ?? 0 }))
}

/** Where the proposals differ; empty when all agree. */
export function findGaps(people: readonly PersonId[], proposals: readonly ShareProposal[]): ShareGap[] {
  return people.flatMap((person) => {
    const named = proposals.map((proposal) => proposal[person] ?? 0)
    const gap = { person, lowBp: Math.min(...named), highBp: Math.max(...named) }
    return gap.lowBp === gap.highBp ? [] : [gap]
  })
}
