import type { ProcessWords } from '../words.ts'

/** Words of signatures. */
export const words: Partial<ProcessWords> = {
  refusals: {
    'signing/other-text': {
      says: 'The text signed ({seen}) is not the one that stands to be signed ({standing})',
      remedy: 'Open the paper again, read it, and sign what stands now',
      flips: 'The file seen when signing is the one that stands',
    },
    'signing/no-mandate': {
      says: '{person} has no mandate to sign “{paper}” for {principal}',
      remedy: 'Have the legal representative, a mandated person or the team’s representative sign, or record the mandate first',
      flips: 'A mandate on record covers this paper',
    },
    'signing/mandate-not-in-force': {
      says: 'The mandate of {person} ({source}, from {from}) is not in force on {on}',
      remedy: 'Obtain a new mandate, or have another mandated person sign',
      flips: 'The mandate covers the day of signing',
    },
  },
}
