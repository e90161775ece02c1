import { z } from 'zod'
import { roles } from '#domain/role.ts'
import { day, departmentRef, labelled, personRef } from './common.ts'

export const signIn = z
  .strictObject({
    username: z.string().trim().min(1).max(100),
    password: z.string().min(1).max(200),
    institution: z.string().max(100).optional().meta({ description: 'Where the installation serves several' }),
  })
  .meta({ id: 'SignIn', examples: [{ username: 'zhou', password: 'correct horse battery' }] })

export const passwordChange = z
  .strictObject({ current: z.string().min(1).max(200), next: z.string().min(12).max(200) })
  .meta({ id: 'PasswordChange', examples: [{ current: 'correct horse battery', next: 'staple battery horse correct' }] })

export const heldRole = z
  .object({ key: z.string(), role: z.enum(roles), label: z.string(), department: departmentRef.optional() })
  .meta({ id: 'HeldRole', examples: [{ key: 'ipo_officer', role: 'ipo_officer', label: '知识产权办公室' }] })

/** Whoever is signed in, with everything the pages need to know before they ask for more. */
export const me = z
  .object({
    person: personRef,
    username: z.string().optional(),
    institution: z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string() }),
    language: z.string().meta({ description: 'Language of mail to this person' }),
    roles: z.array(heldRole),
    deputyFor: z.array(z.object({ person: personRef, from: day, to: day })),
    mayStart: z.array(labelled).meta({ description: 'Processes he may open a matter of' }),
    today: day.meta({ description: "The office's day" }),
    openTasks: z.int(),
    rehearsal: z.boolean().meta({ description: 'Whether time is skipped here, and a sysadmin may let days pass' }),
  })
  .meta({ id: 'Me' })

/** A personal token for programs; `token` is shown once. */
export const apiToken = z
  .object({ id: z.string(), name: z.string(), createdAt: z.string(), expiresAt: z.string().optional(), token: z.string().optional() })
  .meta({ id: 'ApiToken', examples: [{ id: 't1', name: 'nightly report', createdAt: '2026-03-02T09:15:00.000Z' }] })

export const apiTokenList = z.object({ items: z.array(apiToken) }).meta({ id: 'ApiTokenList' })

export const newApiToken = z
  .strictObject({ name: z.string().trim().min(1).max(100), days: z.int().min(1).max(366).default(90) })
  .meta({ id: 'NewApiToken', examples: [{ name: 'nightly report', days: 90 }] })

export type SignIn = z.infer<typeof signIn>
export type Me = z.infer<typeof me>
export type HeldRole = z.infer<typeof heldRole>
