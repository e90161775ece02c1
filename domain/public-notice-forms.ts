import type { PlainDay } from './day.ts'
import type { MatterId } from './state.ts'

/** Before anything is published its content is reviewed for secrecy (保守国家秘密法 35). */
export type SecrecyReview = { readonly reviewedOn: PlainDay; readonly opinion: string }

/** What whoever posts a notice stands for; who sends it back need not. */
export type Posting = {
  readonly secrecyReview?: SecrecyReview
  /** Opened from inside the unit without signing in. */
  readonly channelReached: boolean
  /** The assessment of what publishing means for the people named (个人信息保护法 55); needed where people are named. */
  readonly impactAssessed: boolean
  readonly note?: string
}

/** The secrecy office's word on a defence patent. */
export type SecrecyRelease = { readonly opinion: string }

/** Why the office takes a notice back. */
export type Cancellation = { readonly reason: string }

/** An objection has been made. */
export type ObjectionLodged = {
  readonly objection: MatterId
  readonly number: string
  readonly receivedOn: PlainDay
  readonly late: boolean
}

/** An objection has been decided. */
export type ObjectionDecided = {
  readonly objection: MatterId
  readonly number: string
  readonly outcome: 'dismissed' | 'upheld'
  readonly late: boolean
}
