import type { Refusal } from '#domain/refusal.ts'

/** The one asking may not, or whom he names may not; somebody else may. */
const notYou: ReadonlySet<string> = new Set([
  'task/not-candidate',
  'task/interested',
  'task/deputy-for-interested',
  'task/four-eyes',
  'task/own-statement',
  'task/personal-duty',
  'task/receiver-not-candidate',
  'task/receiver-interested',
  'task/receiver-four-eyes',
  'task/link-for-another',
  'matter/not-applicant',
  'matter/not-officer',
  'matter/not-secrecy-office',
  'matter/message-not-yours',
  'matter/interested',
  'matter/may-not-start',
  'correction/second-person',
  'record/role-not-held',
  'desk/role-needed',
  'desk/own-only',
  'comment/office-only',
  'role/second-person',
  'role/own-grant',
  'register/own-subject',
  'interest/entered-by-office',
  'mandate/own',
  'signing/mandate-missing',
  'signing/deputy-without-mandate',
  'signing/mandate-not-in-force',
  'signing/mandate-too-narrow',
  'deputy/self-appointed',
  'deputy/guarded-role',
  'link/code-wrong',
])

/** Not now: another state would allow it. */
const notNow: ReadonlySet<string> = new Set([
  'task/not-open',
  'task/held-by-other',
  'task/not-held',
  'task/not-delegated',
  'matter/closed',
  'matter/content-erased',
  'matter/suspended',
  'matter/not-suspended',
  'matter/past-withdrawal',
  'matter/message-not-awaited',
  'correction/no-such-step',
  'correction/not-correctable',
  'correction/unknown',
  'role/decided',
  'role/held-already',
  'role/not-in-force',
  'role/last-administrator',
  'role/unknown',
  'deputy/unknown',
  'deputy/revoked',
  'department/known',
  'account/unknown',
  'invitation/unknown',
  'invitation/expired',
  'invitation/used',
  'account/exists',
  'account/name-taken',
  'person/confirmed',
  'person/known',
  'link/expired',
  'link/used',
  'link/content-changed',
  'link/code-not-sent',
  'incident/resolved',
  'register/known',
  'register/annuity-paid',
  'register/mandate-revoked',
  'signing/other-paper',
  'register/status-final',
  'register/encumbrance-known',
  'register/encumbrance-unknown',
  'register/encumbrance-ended',
  'objection/too-many-pending',
  'objection/notice-ended',
])

/** The status that answers these refusals: 403 before 409 before 422; whatever is content or law is 422. */
export function statusOfRefusals(refusals: readonly Refusal[]): 403 | 409 | 422 {
  if (refusals.some((one) => notYou.has(one.code))) return 403
  if (refusals.some((one) => notNow.has(one.code))) return 409
  return 422
}

/** Every code that is answered otherwise than 422. */
export const codesByStatus: { readonly 403: ReadonlySet<string>; readonly 409: ReadonlySet<string> } = { 403: notYou, 409: notNow }
