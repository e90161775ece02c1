import { dayOfInstant } from '#domain/day.ts'
import type { OfficeClock } from './dependencies.ts'

/** An office clock that is `offset` ms ahead of `now`, which is Temporal's time: the wall clock, or a rehearsal's. */
export function createOfficeClock(offset: number, now: () => number = Date.now): OfficeClock {
  return { offset, now: () => now() + offset, today: () => dayOfInstant(now() + offset) }
}
