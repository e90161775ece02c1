import type { ProcessPolicy } from '#domain/policy-slice.ts'

/** What a university sets for money that comes in. */
export const defaults: ProcessPolicy = {
  due: { clarify: { workingDays: 3 } },
  remindBefore: { '*': [1] },
}
