import type { PersonId } from './actor.ts'
import type { PlainDay } from './day.ts'
import type { NoticeKind } from './public-notice-content.ts'
import type { MatterId } from './state.ts'

/** What an objection is about. */
export const objectionGrounds = ['ownership', 'price', 'share', 'person', 'relation', 'procedure', 'other'] as const

export type ObjectionGround = (typeof objectionGrounds)[number]

/** How an objection came: through the page, or to the office by another way, entered by an officer. */
export const objectionChannels = ['online', 'letter', 'counter', 'mail', 'telephone'] as const

export type ObjectionChannel = (typeof objectionChannels)[number]

/** What an objector writes; who gives no name objects anonymously. */
export type ObjectionLetter = {
  readonly about: ObjectionGround
  readonly grounds: string
  readonly objector?: string
  /** Where he can be reached. */
  readonly contactOfObjector?: string
  /** Ids of attachments. */
  readonly evidence: readonly string[]
}

/** An objection with the notice it is made against, as the notice stood when it came. */
export type ObjectionOpening = ObjectionLetter & {
  readonly notice: MatterId
  readonly noticeNumber: string
  readonly noticeTitle: string
  readonly noticeKind: NoticeKind
  readonly contentHash: string
  /** The last day for objections then; absent while the notice was held open. */
  readonly closesOn?: PlainDay
  readonly receivedOn: PlainDay
  readonly channel: ObjectionChannel
  /** From where it came through the page, as a keyed hash: so that nobody floods the office. */
  readonly source?: string
  /** Whom the notice names: they do nothing about objections to it. */
  readonly interested: readonly PersonId[]
}

/** The office has taken note; `note` is for the file. */
export type Acknowledgement = { readonly note?: string }

/** The reasoned answer to an objection. */
export type ObjectionDecision = {
  /** What was found, point by point. */
  readonly findings: readonly string[]
  /** Absent while it is only extended. */
  readonly reasons?: string
  /** Whether those were heard whom the objection touches. */
  readonly heard: boolean
}
