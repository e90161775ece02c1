import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/**
 * The numbered cases of the rules sheet that these processes must get right: section 9, and the worked numbers of 1.2
 * (days), 1.4 (money) and 3.5 (annuities). A case without a test of its number says why.
 */
const later = {
  contract: 'comes with contract signing',
  distribution: 'comes with royalty distribution',
  funding: 'comes with proof-of-concept funding',
}

const cases: { readonly [number: string]: { readonly says: string; readonly later?: string } } = {
  '9.1': { says: 'an open licence is barred by an exclusive or sole licence' },
  '9.2': { says: 'no exclusive licence while an open licence lives' },
  '9.3': { says: 'an objection on the fifteenth day, a holiday, is in time' },
  '9.4': { says: 'one fen among three inventors' },
  '9.5': { says: 'the main contributor has at least half of the award', later: later.distribution },
  '9.6': { says: 'an inventor dies before payment' },
  '9.7': { says: 'an inventor leaves' },
  '9.8': { says: 'a student without a contract as co-inventor' },
  '9.9': { says: 'a silent co-owner does not consent' },
  '9.10': { says: 'one member of a team refuses a transfer' },
  '9.11': { says: 'two takers in the same minute' },
  '9.12': { says: 'a utility model with a negative evaluation report' },
  '9.13': { says: 'the cap of a fixed fee' },
  '9.14': { says: 'a deadline on a working Saturday' },
  '9.15': { says: 'the table of a year arrives late' },
  '9.16': { says: 'income in foreign currency', later: later.distribution },
  '9.17': { says: 'no cash relief for equity or services', later: later.distribution },
  '9.18': { says: 'no cash relief before the contract is registered', later: later.distribution },
  '9.19': { says: 'a pledged patent needs the pledgee' },
  '9.20': { says: 'a foreign licensee and restricted technology' },
  '9.21': { says: 'a result turns out to be a state secret' },
  '9.22': { says: 'second stage funds without evidence of the first', later: later.funding },
  '9.23': { says: 'a patent invalidated after royalties were paid', later: later.distribution },
  '9.24': { says: 'a receipt told twice' },
  '9.25': { says: 'a utility model ends on the grant of its twin' },
  '9.26': { says: 'ties in rounding are stable' },
  ...numbered('1.2', [
    '15 days from 2026-09-16',
    '15 working days from 2026-09-21',
    '15 working days from 2026-02-09',
    '3 months from 2026-07-03',
    '3 months from 2026-11-30',
    '36 months from 2024-03-15',
  ]),
  ...numbered('1.4', ['623,756.00 among three', '0.01 among three', '1.00 among three']),
  ...numbered('4', ['70% of 50/30/20', '891,080.00 between team and university', 'the members of 70%', '20% by a use right']),
  ...numbered('3.5', ['year 6 with 85% reduction', 'paid on 2026-10-10', 'paid on 2026-10-11', 'open licence relief alone']),
}

function numbered(section: string, worked: readonly string[]): typeof cases {
  return Object.fromEntries(worked.map((says, index) => [`${section} worked ${index + 1}`, { says }]))
}

/** The numbered cases that titles of tests begin with; a further test of a case names it behind, `… (9.25)`. */
function listTested(): string[] {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((name) => /\.test\.tsx?$/.test(name))
  const title = /(?:\bit|\btest|\))\(\s*['"`](9\.\d+|\d+(?:\.\d+)? worked \d+): /g
  return files.flatMap((name) =>
    [...readFileSync(join(import.meta.dirname, name), 'utf8').matchAll(title)].flatMap((match) => match[1] ?? []),
  )
}

describe('the numbered cases of the rules', () => {
  const tested = listTested()
  const due = Object.keys(cases).filter((number) => cases[number]?.later === undefined)

  it.each(due)('%s has exactly one test that begins with its number', (number) => {
    expect(tested.filter((one) => one === number)).toEqual([number])
  })

  it('that come with a later process have no test yet; with one, they leave this list', () => {
    expect(tested.filter((number) => cases[number]?.later !== undefined)).toEqual([])
  })

  it('are all that titles name', () => {
    expect(tested.filter((number) => cases[number] === undefined)).toEqual([])
  })
})
