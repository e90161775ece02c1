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

/**
 * Whether nobody else can do it for whom it was given to: one's own statement, and a vote or a score that was asked of somebody by
 * name and of no role. A member who votes for another would have two votes, and a score is worth what its evaluator is.
 */
export function isPersonal(task: Work & { readonly people: readonly string[] }): boolean {
  return isOwnStatement(task) || (task.act !== 'declares' && task.roles.length === 0 && task.people.length > 0)
}
