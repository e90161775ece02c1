import type { ProcessPolicy } from '#domain/policy-slice.ts'

export const defaults: ProcessPolicy = { remindBefore: { '*': [1] } }
