import { byDesign, refuse, type Refusal, type Rule } from './refusal.ts'

/** The least number of characters a password has. */
const leastPasswordLength = 12

/** How many characters must be left of a password beside the user name in it, and how many must differ. */
const leastBesideName = 8
const leastDifferent = 5

/** Rules of accounts and of the passwords that open them. */
export const accountRules = {
  passwordShort: { code: 'account/password-too-short', citations: [byDesign] },
  passwordIsName: { code: 'account/password-is-name', citations: [byDesign] },
  passwordMonotonous: { code: 'account/password-monotonous', citations: [byDesign] },
  accountUnknown: { code: 'account/unknown', citations: [byDesign] },
  invitationUnknown: { code: 'invitation/unknown', citations: [byDesign] },
  invitationExpired: { code: 'invitation/expired', citations: [byDesign] },
  invitationUsed: { code: 'invitation/used', citations: [byDesign] },
} as const satisfies { readonly [name: string]: Rule }

export const rules: readonly Rule[] = Object.values(accountRules)

/** Whether the password will do for this user name; `field` is its JSON pointer in the form. */
export function checkPassword(username: string, password: string, field: string): Refusal[] {
  const characters = [...password]
  if (characters.length < leastPasswordLength) return [refuse(accountRules.passwordShort, { least: leastPasswordLength }, field)]
  const beside = password.toLowerCase().replaceAll(username.toLowerCase(), '')
  if (beside !== password.toLowerCase() && [...beside].length < leastBesideName)
    return [refuse(accountRules.passwordIsName, { username }, field)]
  if (new Set(characters).size < leastDifferent) return [refuse(accountRules.passwordMonotonous, { least: leastDifferent }, field)]
  return []
}
