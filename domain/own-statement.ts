import type { Party } from './definition.ts'

/** What tells a statement from an office's work: how one acts, who is waited for, which roles may carry it out. */
type Work = { readonly act: string; readonly party: Party; readonly roles: readonly string[] }

/**
 * Whether a task is one's own statement: one applies, confirms, consents, withdraws or signs for oneself. What a role of the
 * office may carry out, or the office is waited for, is the office's work, also where it only records or pays; separation of
 * duties keeps whoever has an interest from all of that.
 */
export function isOwnStatement({ act, party, roles }: Work): boolean {
  return act === 'declares' && party !== 'office' && roles.every((key) => key === 'inventor')
}
