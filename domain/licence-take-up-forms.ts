import type { PlainDay } from './day.ts'
import type { Fen } from './money.ts'
import type { MatterId } from './state.ts'

/** How a written notice came. */
export type NoticeChannel = 'online' | 'mail' | 'hand' | 'e-mail'

/** Who takes the licence. */
export type Taker = {
  readonly name: string
  /** ISO 3166, two letters. */
  readonly country: string
  /** 统一社会信用代码 for organisations registered in China. */
  readonly code?: string
  /** Number of a foreign organisation on the register of its country. */
  readonly registration?: string
  readonly address: string
  readonly email: string
}

/** The taker's written notice; whoever takes up takes the announced terms as they are. */
export type TakeUpNotice = {
  readonly declaration: MatterId
  readonly patent: string
  readonly taker: Taker
  readonly channel: NoticeChannel
  readonly dispatchedOn: PlainDay
  readonly arrivedOn: PlainDay
  readonly use: string
  readonly startsOn: PlainDay
  /** Whether the announced fee and terms are taken without change. */
  readonly termsAccepted: boolean
}

/** Whether technology may leave the country for this taker. */
export type ExportCheck = {
  readonly list: 'free' | 'restricted' | 'prohibited'
  readonly registrationNumber?: string
  readonly letterOfIntent?: string
  readonly licenceNumber?: string
  readonly licensedOn?: PlainDay
  readonly remarks?: string
}

export type LegalOpinion = { readonly opinion: string }

export type RecordalFiling = { readonly by: 'patentee' | 'licensee'; readonly filedOn: PlainDay; readonly receiptNumber?: string }

export type RecordalReply = {
  readonly receivedOn: PlainDay
  readonly paper: string
  readonly recordalNumber?: string
  readonly recordedOn?: PlainDay
  readonly defects?: string
}

/** What a licensee reports for a period, and what it owes by the announced rate. */
export type RoyaltyReport = {
  readonly from: PlainDay
  readonly to: PlainDay
  readonly baseFen: Fen
  readonly royaltyFen: Fen
  readonly statement: string
}

export type Refund = { readonly refundedOn: PlainDay; readonly voucher: string; readonly amountFen: Fen }
