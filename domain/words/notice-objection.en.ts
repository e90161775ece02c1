import type { FieldWords, ProcessWords } from '../words.ts'

const decision: { readonly [path: string]: FieldWords } = {
  findings: { label: 'Findings', help: 'One to a line.' },
  reasons: { label: 'Reasons' },
  heard: { label: 'Those concerned were heard' },
}

/** Everything people read of objections to public notices. */
export const words: ProcessWords = {
  process: 'Objection to a public notice',
  purpose: 'An objection to a public notice: acknowledged, looked into, decided in writing, and told to the notice.',
  steps: {
    acknowledge: 'Acknowledgement',
    receipt: 'Letter of acknowledgement',
    decide: 'Decision on the objection',
    'review-late': 'Review of a late objection',
    served: 'Mail the decision to the objector',
    decision: 'Written decision',
  },
  outcomes: {
    'acknowledge/acknowledged': 'acknowledged',
    'decide/dismissed': 'dismissed',
    'decide/upheld': 'upheld',
    'decide/extended': 'time extended',
    'review-late/dismissed': 'dismissed',
    'review-late/upheld': 'upheld',
  },
  endings: { dismissed: 'Dismissed', upheld: 'Upheld', withdrawn: 'Withdrawn' },
  forms: {
    'notice-objection/open': {
      about: { label: 'About' },
      grounds: { label: 'Grounds', help: 'Facts and what they rest on; no identity or card numbers.' },
      objector: { label: 'Objector', help: 'May be left empty: the objection is then anonymous.' },
      contactOfObjector: { label: 'Where the objector is reached', help: 'Needed with a name: the decision is served there.' },
      evidence: { label: 'Evidence' },
      notice: { label: 'Notice' },
      noticeNumber: { label: 'Number of the notice' },
      noticeTitle: { label: 'Subject of the notice' },
      noticeKind: { label: 'Kind of notice' },
      contentHash: { label: 'Hash of its content' },
      closesOn: { label: 'Notice closes on', help: 'Empty while another objection holds it open.' },
      receivedOn: { label: 'Received on' },
      channel: { label: 'Came by' },
      source: { label: 'Source', help: 'Filled in by the program, against floods.' },
      interested: { label: 'People concerned by the notice' },
    },
    'notice-objection/acknowledge': { note: { label: 'Note' } },
    'notice-objection/decide': decision,
    'notice-objection/review-late': decision,
  },
  values: {
    ownership: 'ownership',
    price: 'price',
    share: 'share or amount',
    person: 'person',
    relation: 'relation to the other side',
    procedure: 'procedure',
    other: 'other',
    online: 'online',
    letter: 'letter',
    counter: 'in person',
    mail: 'mail',
    telephone: 'telephone',
    PRICE: 'Notice of a negotiated price',
    GRANT: 'Notice of a title grant',
    CASH_TAX: 'Notice of cash awards',
    LEADER: "Notice of leading officials' proceeds",
    AWARD: 'Notice of awards',
    RELATED: 'Notice of a related-party transaction',
  },
  messages: {},
  refusals: {
    'objection/received-in-future': {
      says: 'The day of receipt, {receivedOn}, is later than today, {today}.',
      remedy: 'Give the day on which it came.',
    },
    'objection/online-by-officer': {
      says: 'What an officer enters did not come online.',
      remedy: 'Choose letter, in person, mail or telephone.',
    },
    'objection/personal-number': {
      says: 'The text contains an identity number or a bank card number.',
      remedy: 'Take the number out; where it is needed it is shown in person.',
    },
    'objection/objector-unreachable': {
      says: 'There is a name and no way to reach whose it is.',
      remedy: 'Say where you can be reached, or give no name.',
    },
    'objection/too-many-pending': {
      says: '{pending} objections to this notice came through its page: too many undecided from one source, or too many altogether.',
      remedy: 'Wait for those made; a further one can be handed to the contact of the notice by letter or in person.',
      flips: 'The earlier ones are decided.',
    },
    'objection/notice-ended': {
      says: 'The notice has ended and takes no objections any more.',
      remedy: 'Object to the new notice if there is one.',
    },
    'objection/evidence-gone': {
      says: 'A file named here is not there: what no objection names within {days} days is swept.',
      remedy: 'Hand the file in again and send the objection.',
      flips: 'The file is handed in again.',
    },
    'objection/extended-twice': {
      says: 'The time has been extended once already.',
      remedy: 'Decide.',
      flips: 'It was not extended before.',
    },
    'objection/reasons-missing': { says: 'Findings and reasons are missing.', remedy: 'Write down both.' },
    'objection/unheard': {
      says: 'Those whom the objection touches were not heard.',
      remedy: 'Hear them before you uphold it.',
      flips: 'Those concerned were heard.',
    },
  },
  documents: {
    'notice-objection/receipt': 'Acknowledgement of an objection',
    'notice-objection/decision': 'Decision on an objection',
  },
  deadlines: {},
}
