import { ActivityFailure, condition, continueAsNew, proxyActivities } from '@temporalio/workflow'
import type { Activities } from '#activities/registry.gen.ts'
import type { InstitutionId } from '#domain/actor.ts'
import { addDays, dayOfInstant, instantOfDayStart, type PlainDay } from '#domain/day.ts'

/** What a recurring story is started with, and hands to itself each day. */
export type RecurringInput = {
  readonly institution: InstitutionId
  /** Milliseconds that the office clock is ahead of Temporal's. */
  readonly clockOffset: number
  /** The day to be served next; absent at the first start. */
  readonly day?: PlainDay
  /** The last day that was served in full. */
  readonly last?: PlainDay
}

/** When in the day a story comes again, by the office clock. */
export type DailyAt = { readonly hour: number; readonly minute: number }

/** Deeds of a round may take long and say that they live; one that has not come about by the evening is left to the next day. */
export const rounds = proxyActivities<Activities>({
  scheduleToCloseTimeout: '10h',
  startToCloseTimeout: '30m',
  heartbeatTimeout: '1m',
  retry: { initialInterval: '10s', backoffCoefficient: 2, maximumInterval: '10m' },
})

/**
 * Serves one office day at its hour and renews itself for the next, so that a run never outlives a day and a new build is in
 * force the day after. `serve` is told the day and the last one served, and answers whether it served this one; a day that was
 * slept through, or could not be served, is made up for by the next.
 */
export async function everyDay(
  input: RecurringInput,
  at: DailyAt,
  serve: (days: { readonly today: PlainDay; readonly last: PlainDay }) => Promise<boolean>,
): Promise<never> {
  const now = Date.now() + input.clockOffset
  const planned = input.day ?? firstDay(now, at)
  await condition(() => false, Math.max(1, instantOf(planned, at) - now))
  const reached = dayOfInstant(Date.now() + input.clockOffset)
  const today = reached > planned ? reached : planned
  const last = input.last ?? addDays(today, -1)
  const isServed = await serve({ today, last }).catch(giveUp)
  return continueAsNew<(input: RecurringInput) => Promise<never>>({ ...input, day: addDays(today, 1), last: isServed ? today : last })
}

function giveUp(error: unknown): boolean {
  if (error instanceof ActivityFailure) return false
  throw error
}

function instantOf(day: PlainDay, { hour, minute }: DailyAt): number {
  return instantOfDayStart(day) + (hour * 60 + minute) * 60_000
}

/** Today while its hour is still to come, else tomorrow. */
function firstDay(now: number, at: DailyAt): PlainDay {
  const today = dayOfInstant(now)
  return now < instantOf(today, at) ? today : addDays(today, 1)
}
