import type { ProcessPolicy } from '#domain/policy-slice.ts'

/** What a university sets for objections to its notices; no text fixes these days. */
export const defaults: ProcessPolicy = {
  due: {
    acknowledge: { workingDays: 3 },
    // Extended once, by as much again.
    decide: { workingDays: 15 },
    'review-late': { workingDays: 15 },
  },
  remindBefore: { '*': [1], decide: [5, 1], 'review-late': [5, 1] },
}
