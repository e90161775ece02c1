import type { ProcessWords } from '../words.ts'

/** Words of signatures and of the mandates they rest on. */
export const words: Partial<ProcessWords> = {
  values: {
    'register/mandate': 'Signing mandate',
    'mandate/legal-representative': 'legal representative',
    'mandate/written-authorisation': 'letter of authority',
    'action/MandateRegistered': '{who} registered a signing mandate',
    'action/MandateRevoked': '{who} revoked a signing mandate',
  },
  refusals: {
    'signing/other-paper': {
      says: 'What was confirmed is not the paper to be signed, {number} (its SHA-256 differs).',
      remedy: 'Open the task again, read the paper to be signed, and sign then.',
      flips: 'The SHA-256 confirmed is that of the paper to be signed.',
    },
    'signing/mandate-missing': {
      says: 'You have no mandate to sign such a paper for the university ({paper}).',
      remedy:
        'The legal representative or somebody with a letter of authority signs; a mandate that was given is registered by legal first.',
      flips: 'A mandate of your own is registered and in force.',
    },
    'signing/deputy-without-mandate': {
      says: 'Standing in for a colleague brings his work, not his mandate to sign ({paper}); it cannot be passed on.',
      remedy: 'Whoever has a mandate himself signs, or the university gives you one and legal registers it.',
      flips: 'A mandate of the deputy’s own is registered.',
    },
    'signing/mandate-not-in-force': {
      says: 'The mandate {number} is not in force today ({today}): from {since} to {until}.',
      remedy: 'Somebody whose mandate is in force signs, or the university gives a new one and legal registers it.',
      flips: 'A mandate in force today is registered.',
    },
    'signing/mandate-too-narrow': {
      says: 'The mandate {number} does not cover this paper ({paper}), or its sum.',
      remedy: 'Somebody whose mandate reaches far enough signs, or the university gives another and legal registers it.',
      flips: 'A mandate that covers such papers and the sum is registered.',
    },
    'register/mandate-vague': {
      says: 'The letter of authority {number} does not state the papers that may be signed, or until when.',
      remedy: 'A letter of authority states which papers may be signed and until when; complete it from the original.',
      flips: 'It states the papers and its last day.',
    },
    'register/mandate-revoked': { says: 'This mandate was revoked on {revokedOn}.', remedy: 'Nothing more is to be entered.' },
    'mandate/own': { says: 'Nobody enters or revokes a mandate of his own.', remedy: 'Ask another colleague of the legal office.' },
  },
}
