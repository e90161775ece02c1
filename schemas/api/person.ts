import { z } from 'zod'
import { roles } from '#domain/role.ts'
import { day, departmentRef, instant, page, pageQuery, personId, personRef } from './common.ts'
import { refusalView } from './refusal.ts'

const employer = z.enum(['here', 'elsewhere'])
const relation = z.enum(['staff', 'student', 'postdoc', 'visitor', 'left', 'outside'])

/** A person as everybody in the house sees him. */
export const personRow = z
  .object({
    id: personId,
    name: z.string(),
    nameLatin: z.string().optional(),
    department: departmentRef.optional(),
    employer,
    employerName: z.string().optional(),
    relation,
    title: z.string().optional(),
    status: z.enum(['active', 'proposed']),
  })
  .meta({ id: 'PersonRow', examples: [{ id: 'p-lin', name: '林岚', employer: 'here', relation: 'staff', status: 'active' }] })

export const personPage = page(personRow, 'PersonPage')

/** A person as the office and he himself see him; numbers are masked always. */
export const personView = z
  .object({
    ...personRow.shape,
    isNaturalPerson: z.boolean().optional(),
    nationality: z.string().optional(),
    supervisor: personRef.optional(),
    leftOn: day.optional(),
    mail: z.string().optional(),
    language: z.string().optional(),
    idType: z.string().optional(),
    identityMasked: z.string().optional(),
    accountMasked: z.string().optional(),
    roles: z.array(
      z.object({
        id: z.string(),
        role: z.enum(roles),
        key: z.string(),
        label: z.string(),
        department: departmentRef.optional(),
        from: day,
        to: day.optional(),
        status: z.string(),
      }),
    ),
  })
  .meta({ id: 'Person' })

export const personQuery = z.object({
  ...pageQuery.shape,
  q: z.string().trim().max(100).optional(),
  department: z.string().max(100).optional(),
  role: z.enum(roles).optional(),
  status: z.enum(['active', 'proposed']).optional(),
})

const personFields = {
  name: z.string().trim().min(1).max(100),
  nameLatin: z.string().trim().max(100).optional(),
  department: z.string().max(100).optional(),
  employer,
  employerName: z.string().trim().max(200).optional(),
  relation,
  isNaturalPerson: z.boolean().default(true),
  title: z.string().trim().max(100).optional(),
  nationality: z.string().trim().max(100).optional(),
  supervisor: personId.optional(),
  leftOn: day.optional(),
  mail: z.email().max(200).optional(),
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
}

const numbers = {
  idType: z.enum(['resident-id', 'passport', 'hk-macau-permit', 'taiwan-permit', 'unified-social-credit-code']).optional(),
  identity: z.string().trim().max(50).optional().meta({ description: 'Goes in, never comes out; kept under the key of this person' }),
  account: z.string().trim().max(50).optional().meta({ description: 'Bank account; goes in, never comes out' }),
}

export const newPerson = z
  .strictObject({
    id: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,60}$/)
      .optional(),
    ...personFields,
    ...numbers,
  })
  .meta({ id: 'NewPerson', examples: [{ name: '何静', employer: 'here', relation: 'staff' }] })

export const personChange = z
  .strictObject({
    ...z.strictObject({ ...personFields, ...numbers }).partial().shape,
    isNaturalPerson: z.boolean().optional(),
    language: z.enum(['zh-CN', 'en']).optional(),
  })
  .meta({ id: 'PersonChange', examples: [{ title: '教授' }] })

/** An inventor names a co-inventor from outside; the office confirms him. */
export const outsideProposal = z
  .strictObject({
    name: personFields.name,
    nameLatin: personFields.nameLatin,
    employerName: z.string().trim().min(1).max(200),
    title: personFields.title,
    nationality: personFields.nationality,
    mail: z.email().max(200),
    language: personFields.language,
  })
  .meta({ id: 'OutsideProposal', examples: [{ name: '王海', employerName: '海州医院', mail: 'wang@example.org' }] })

export const invitation = z
  .strictObject({ for: z.enum(['account', 'password']).default('account'), days: z.int().min(1).max(60).default(14) })
  .meta({ id: 'NewInvitation', examples: [{ for: 'account', days: 14 }] })

export const invitationView = z.object({ person: personRef, mail: z.string(), expiresAt: instant }).meta({ id: 'Invitation' })

export const invitationAcceptance = z
  .strictObject({ username: z.string().regex(/^[A-Za-z0-9._-]{2,60}$/), password: z.string().min(12).max(200) })
  .meta({ id: 'InvitationAcceptance', examples: [{ username: 'wanghai', password: 'correct horse battery' }] })

export const importQuery = z.object({ dryRun: z.enum(['true', 'false']).default('false') })

/** What became of a list of people read from CSV; a dry run changes nothing. */
export const importOutcome = z
  .object({
    dryRun: z.boolean(),
    counts: z.object({ created: z.int(), changed: z.int(), unchanged: z.int(), faulty: z.int() }),
    rows: z.array(
      z.object({
        line: z.int(),
        id: z.string().optional(),
        outcome: z.enum(['created', 'changed', 'unchanged', 'faulty']),
        refusals: z.array(refusalView).optional(),
      }),
    ),
  })
  .meta({ id: 'ImportOutcome' })

export const newRole = z
  .strictObject({
    person: personId,
    role: z.enum(roles),
    department: z.string().max(100).optional(),
    from: day.optional(),
    to: day.optional(),
  })
  .meta({ id: 'NewRole', examples: [{ person: 'p-zhou', role: 'ipo_officer' }] })

export const roleView = z
  .object({
    id: z.string(),
    person: personRef,
    role: z.enum(roles),
    key: z.string(),
    label: z.string(),
    department: departmentRef.optional(),
    from: day,
    to: day.optional(),
    status: z.enum(['proposed', 'active', 'declined']),
    grantedBy: z.string(),
    secondedBy: z.string().optional(),
  })
  .meta({ id: 'RoleAssignment' })

export const roleList = z.object({ items: z.array(roleView) }).meta({ id: 'RoleList' })
export const roleQuery = z.object({
  person: personId.optional(),
  role: z.enum(roles).optional(),
  past: z.enum(['true', 'false']).optional(),
})
export const roleDecision = z.strictObject({ approved: z.boolean() }).meta({ id: 'RoleDecision', examples: [{ approved: true }] })

export const newDeputy = z
  .strictObject({
    deputy: personId,
    from: day,
    to: day,
    roles: z.array(z.string()).max(20).optional(),
    reason: z.string().trim().max(500).optional(),
    person: personId.optional(),
  })
  .meta({ id: 'NewDeputy', examples: [{ deputy: 'p-wu', from: '2026-03-02', to: '2026-03-13' }] })

export const deputyView = z
  .object({
    id: z.string(),
    person: personRef,
    deputy: personRef,
    roles: z.array(z.string()),
    from: day,
    to: day,
    reason: z.string().optional(),
    revoked: z.boolean(),
  })
  .meta({ id: 'Deputy' })

export const deputyQuery = z.object({ person: personId.optional() })
export const deputyList = z.object({ items: z.array(deputyView) }).meta({ id: 'DeputyList' })
export const departmentView = z
  .object({ id: z.string(), name: z.string(), nameZh: z.string(), nameEn: z.string(), parent: z.string().optional() })
  .meta({ id: 'Department', examples: [{ id: 'materials', name: '材料学院', nameZh: '材料学院', nameEn: 'School of Materials' }] })
export const departmentList = z.object({ items: z.array(departmentView) }).meta({ id: 'DepartmentList' })
export const newDepartment = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]{1,60}$/),
    nameZh: z.string().trim().min(1).max(100),
    nameEn: z.string().trim().min(1).max(100),
    parent: z.string().max(60).optional(),
  })
  .meta({ id: 'NewDepartment', examples: [{ id: 'materials', nameZh: '材料学院', nameEn: 'School of Materials' }] })

export type PersonRow = z.infer<typeof personRow>
export type PersonView = z.infer<typeof personView>
export type NewPerson = z.infer<typeof newPerson>
export type RoleView = z.infer<typeof roleView>
export type DeputyView = z.infer<typeof deputyView>
