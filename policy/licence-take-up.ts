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
  numbers: {
    /** Days after the answer to a notice that came too late within which counsel may be asked to look. */
    reviewDays: 15,
  },
}
