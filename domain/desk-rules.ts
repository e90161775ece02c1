import { byDesign, text, type Citation, type Rule } from './refusal.ts'
import { plainDay } from './day.ts'

/** Separation of duties: nobody grants or confirms what concerns himself. */
const separation: Citation = { law: 'policy', article: 'separation-of-duties', sure: 'design' }
const secrets = text('保守国家秘密法', '31', plainDay('2024-02-27'))

/** Rules of the front office: people, roles, files, links, settings. */
export const deskRules = {
  roleNeeded: { code: 'desk/role-needed', citations: [byDesign] },
  ownOnly: { code: 'desk/own-only', citations: [byDesign] },
  keyReused: { code: 'desk/key-reused', citations: [byDesign] },
  ownDoor: { code: 'matter/own-door', citations: [byDesign] },
  mayNotStart: { code: 'matter/may-not-start', citations: [byDesign] },
  noteForOffice: { code: 'comment/office-only', citations: [byDesign] },
  secondPerson: { code: 'role/second-person', citations: [separation] },
  roleDecided: { code: 'role/decided', citations: [byDesign] },
  roleNeedsDepartment: { code: 'role/department-missing', citations: [byDesign] },
  deputyPeriod: { code: 'deputy/period-reversed', citations: [byDesign] },
  deputyOneself: { code: 'deputy/oneself', citations: [byDesign] },
  deputyRole: { code: 'deputy/role-not-held', citations: [byDesign] },
  passwordWrong: { code: 'account/password-wrong', citations: [byDesign] },
  accountExists: { code: 'account/exists', citations: [byDesign] },
  nameTaken: { code: 'account/name-taken', citations: [byDesign] },
  personConfirmed: { code: 'person/confirmed', citations: [byDesign] },
  personKnown: { code: 'person/known', citations: [byDesign] },
  personUnknown: { code: 'person/unknown', citations: [byDesign] },
  departmentUnknown: { code: 'department/unknown', citations: [byDesign] },
  mailMissing: { code: 'person/mail-missing', citations: [byDesign] },
  dayOutOfRange: { code: 'desk/day-out-of-range', citations: [byDesign] },
  textInvisible: { code: 'desk/text-invisible', citations: [byDesign] },
  fileEmpty: { code: 'attachment/empty', citations: [byDesign] },
  fileTooLarge: { code: 'attachment/too-large', citations: [byDesign] },
  fileType: { code: 'attachment/type-not-allowed', citations: [byDesign] },
  fileDiffers: { code: 'attachment/type-differs', citations: [byDesign] },
  classifiedMark: { code: 'desk/classified-mark', citations: [text('保守国家秘密法', '31(iii)', plainDay('2024-02-27'))] },
  fileOfSecret: { code: 'attachment/state-secret', citations: [secrets] },
  linkExpired: { code: 'link/expired', citations: [byDesign] },
  linkUsed: { code: 'link/used', citations: [byDesign] },
  linkChanged: { code: 'link/content-changed', citations: [byDesign] },
  linkCode: { code: 'link/code-wrong', citations: [byDesign] },
  linkCodeNone: { code: 'link/code-not-sent', citations: [byDesign] },
  linkPerson: { code: 'link/person-not-candidate', citations: [byDesign] },
  policyBackDated: { code: 'policy/back-dated', citations: [byDesign] },
  policyStep: { code: 'policy/unknown-step', citations: [byDesign] },
  calendarYear: { code: 'calendar/other-year', citations: [byDesign] },
  calendarWeekday: { code: 'calendar/not-a-weekend', citations: [byDesign] },
  parameterPeriod: { code: 'parameter/period-reversed', citations: [byDesign] },
  registerOwn: { code: 'register/own-subject', citations: [separation] },
  mandateOwn: { code: 'mandate/own', citations: [separation] },
  interestOffice: { code: 'interest/entered-by-office', citations: [separation] },
  incidentClosed: { code: 'incident/resolved', citations: [byDesign] },
} as const satisfies { readonly [name: string]: Rule }

export const rules: readonly Rule[] = Object.values(deskRules)
