import { allocate, fen } from '#domain/money.ts'
import type { NamedPerson } from '../lines.ts'
import type { AgreementFacts } from './agreement-facts.ts'

/** Each member's part of the whole title in basis points: 70% of 50/30/20 is 35/21/14; empty for a use right. */
export function overallParts({
  terms,
  members,
}: Pick<AgreementFacts, 'terms' | 'members'>): { readonly person: NamedPerson; readonly shareBp: number }[] {
  if (terms.title === undefined) return []
  const parts = allocate(
    fen(terms.title.teamBp),
    members.map(({ shareBp }) => shareBp),
  )
  return members.map(({ person }, place) => ({ person, shareBp: parts[place] ?? 0 }))
}
