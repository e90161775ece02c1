import type { ProcessPolicy } from '#domain/policy-slice.ts'

/** What a university sets for taking up its open licences; the terms themselves are the announced ones. */
export const defaults: ProcessPolicy = {
  due: {
    'export-check': { workingDays: 5 },
    'legal-review': { workingDays: 5 },
    'file-recordal': { workingDays: 10 },
    'recordal-reply': { months: 2 },
    'royalty-report': { days: 30 },
    refund: { workingDays: 5 },
  },
  remindBefore: { '*': [1], 'file-recordal': [5, 1], 'royalty-report': [15, 5, 1], refund: [2, 1] },
  // Set by an officer of the intellectual property office under Policies, from a day on; a take-up keeps what stood when it was opened.
  numbers: {
    /**
     * Days after the last day of payment on which the bank's voucher may still come in: the day credited decides, not the day it is
     * told. At least 1, since the credit of a last day is told on the next.
     */
    bookingDays: 5,
    /** Days after the answer to a notice that came too late within which counsel may be asked to look. */
    reviewDays: 15,
  },
}
