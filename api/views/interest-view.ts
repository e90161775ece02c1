import type { PlainDay } from '#domain/day.ts'
import type { InterestFacts, PartyFacts } from '#domain/register.ts'
import type { InterestRow, InterestView } from '#schemas/api/interest.ts'
import { labelled, type Words } from '../words.ts'
import type { Lookup } from './lookup.ts'

/** The register's names: of people, and of the parties that are on it. */
export type Named = { readonly words: Words; readonly lookup: Lookup; readonly parties: ReadonlyMap<string, PartyFacts> }

/** How a person is tied to a party, as a list shows it. */
export function viewInterestRow(id: string, facts: InterestFacts, { words, lookup, parties }: Named): InterestRow {
  const { person, party, relation, since, until } = facts
  const known = parties.get(party)
  const name = words.language === 'en' ? (known?.nameEn ?? known?.name) : known?.name
  return {
    id,
    person: lookup.person(person),
    party,
    ...(name === undefined ? {} : { partyName: name }),
    relation: labelled(relation, words.desk(`interest/${relation}`)),
    since,
    ...(until === undefined ? {} : { until }),
  }
}

/** The same with the day it was known on, and whether the reader may enter its end. */
export function viewInterest(row: InterestRow, on: PlainDay, mayChange: boolean): InterestView {
  return { ...row, knownOn: on, mayChange }
}
