import type { ProcessWords } from '../words.ts'

/** Money received. */
export const words: ProcessWords = {
  process: 'Receipt',
  purpose: 'Matches one credit by its payment reference and amount and tells the matter it pays for; finance looks into the rest.',
  steps: { match: 'Match the receipt', clarify: 'Finance looks into it', told: 'Tell the matter it pays for' },
  outcomes: {
    'clarify/match-again': 'Match again',
    'clarify/other-income': 'Other income',
    'clarify/returned': 'Returned to the payer',
    done: 'Done',
    told: 'Told',
  },
  endings: { matched: 'Matched', 'other-income': 'Other income', returned: 'Returned', withdrawn: 'Withdrawn by the applicant' },
  forms: {
    'receipt/open': {
      voucher: { label: "Bank's voucher", help: 'A voucher is entered once.' },
      payer: { label: 'Payer' },
      amountFen: { label: 'Amount' },
      currency: { label: 'Currency' },
      creditedOn: { label: 'Credited on', help: 'The day credited is the day paid.' },
      reference: { label: 'Payment reference' },
      text: { label: 'Text' },
    },
    'receipt/clarify': {
      reference: { label: 'Reference it belongs to' },
      acceptAmount: { label: 'Match it although the amount differs' },
      remarks: { label: 'Remarks' },
    },
  },
  values: {
    'no-reference': 'No payment reference',
    'reference-unknown': 'Reference unknown',
    'take-up-closed': 'The matter it names is closed',
    'amount-differs': 'Not the amount owed',
    'foreign-currency': 'Foreign currency',
    interested: 'Told by somebody with a share in the licence; another of finance must match it',
  },
  messages: {},
  refusals: {
    'receipt/credited-to-come': { says: 'Credited on {creditedOn}, after today.', remedy: "Enter the day on the bank's voucher." },
    'receipt/reference-missing': { says: 'Matching again names no reference.', remedy: 'Enter the reference it belongs to.' },
    'receipt/voucher-differs': {
      says: 'Voucher {voucher} is entered with other content.',
      remedy: 'Check the voucher; correct the matter that has it.',
    },
  },
  documents: {},
  deadlines: {},
}
