import { everyDay, rounds, type DailyAt, type RecurringInput } from './steps/recurring.ts'

/** Mail lies on the desk when the office opens at nine. */
export const recurring: DailyAt = { hour: 8, minute: 30 }

/** The office's day: each morning everybody is told in one mail what concerns him. */
export async function officeDay(input: RecurringInput): Promise<never> {
  return everyDay(input, recurring, (days) => rounds.morningRound({ institution: input.institution, ...days }))
}
