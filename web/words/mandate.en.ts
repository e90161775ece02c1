import type { SameShape } from './words.zh.ts'
import type { mandateZh } from './mandate.zh.ts'

/** Words of signing mandates. */
export const mandateEn: SameShape<typeof mandateZh> = {
  mandates: {
    title: 'Signing mandates',
    lead: 'Whoever signs for the university has a mandate; a role or a deputyship is none. Legal enters them, nobody his own.',
    empty: 'No mandate is entered.',
    person: 'Person',
    post: 'Post',
    basis: 'Basis',
    number: 'Number',
    givenOn: 'Given on',
    papers: 'Papers',
    all: 'every paper',
    upTo: 'up to {{amount}} yuan',
    upToFen: 'Up to (yuan; empty: no limit)',
    standing: 'Standing',
    inForce: 'in force',
    notInForce: 'not in force',
    revoked: 'revoked',
    revoke: 'Revoke',
    reason: 'Why it is revoked',
    new: 'Enter a mandate',
    bases: { 'legal-representative': 'Legal representative', 'written-authorisation': 'Letter of authority' },
    kinds: {
      'title-grant/agreement': 'Title-grant agreement',
      'open-licence/declaration-sheet': 'Open licence declaration',
      'open-licence/withdrawal-sheet': 'Withdrawal of an open licence declaration',
      'pre-filing-assessment/hand-over-agreement': 'Hand-over agreement',
    },
  },
}
