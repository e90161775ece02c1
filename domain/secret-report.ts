import type { ActionFacts } from './action.ts'
import type { Actor } from './actor.ts'
import { stateSecretsArticle } from './disclosure-law.ts'
import { refuse, type Refusal, type Rule } from './refusal.ts'
import { roleOfKey, type Role, type RoleKey } from './role.ts'

/** The grade found, or that the competent administration has yet to fix it (保守国家秘密法 14). */
export const secretLevels = ['top-secret', 'secret', 'confidential', 'to-be-fixed'] as const

/** What may be said here of a secret that was found: its grade, and under which number the classified channel has it. */
export type SecretFound = { readonly level: (typeof secretLevels)[number]; readonly reference: string }

/** The report with whom to ask. No word of it is anybody's own text: it could carry the content on (保守国家秘密法 31(iii)). */
export type SecretReport = SecretFound & { readonly contact: string }

/** Who reports that a matter holds a state secret. */
export const secrecyRoles: readonly Role[] = ['secrecy']

/** Why content may not stay in a system that is not classified, and is reported at once. */
export const secrecyBasis = [stateSecretsArticle('31(iii)'), stateSecretsArticle('47')] as const

/** How every matter ends from which the content was taken out. */
export const handedOver = 'handed-to-secrecy-office'

export const secretRules = {
  notSecrecyOffice: { code: 'matter/not-secrecy-office', citations: secrecyBasis },
} as const satisfies { readonly [name: string]: Rule }

/** Every rule of such a report. */
export const rules: readonly Rule[] = Object.values(secretRules)

/** The role in which somebody reports, or why he may not. */
export function findReporter(actor: Actor): RoleKey | Refusal {
  const key = actor.is === 'person' ? actor.roles.find((one) => secrecyRoles.includes(roleOfKey(one))) : undefined
  return key ?? refuse(secretRules.notSecrecyOffice, { roles: secrecyRoles })
}

/** The facts that a report leaves in the record: none of the content. */
export function factsOfReport({ level, reference, contact }: SecretReport): ActionFacts['ContentErased'] {
  return { basis: secrecyBasis, contact, found: { level, reference } }
}
