import { addDays, type PlainDay } from './day.ts'
import type { AnnouncedStandard } from './open-licence-forms.ts'
import type { PatentStatus } from './register.ts'

/** Why and from which day an offer is over. */
export type OfferEnd = {
  readonly cause: 'withdrawn' | 'expired' | 'lapsed' | 'invalidated'
  /** The last day on which a notice could still arrive in time. */
  readonly endedOn: PlainDay
  readonly announcementNumber?: string
}

/** Whether an offer has ended by itself: with its term or with its patent (专利法 44, 47(1)); undefined while it stands. */
export function findOwnEnd(standard: Pick<AnnouncedStandard, 'termEnd'>, status: PatentStatus, today: PlainDay): OfferEnd | undefined {
  if (status === 'invalidated' || status === 'lapsed') return { cause: status, endedOn: today }
  return status === 'expired' || today > standard.termEnd
    ? { cause: 'expired', endedOn: today > standard.termEnd ? standard.termEnd : addDays(today, -1) }
    : undefined
}
