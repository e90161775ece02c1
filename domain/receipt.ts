import type { Action } from './action.ts'
import type { CheckContext } from './checks.ts'
import type { PlainDay } from './day.ts'
import { userTaskStep, type ProcessDefinition, type Telling } from './definition.ts'
import type { InstitutionId } from './actor.ts'
import type { Fen } from './money.ts'
import { byDesign, refuse, type Refusal, type Rule } from './refusal.ts'
import { stepOfTask, type MatterId, type MatterState } from './state.ts'

/** Money credited to the university's account, as the bank's voucher tells it. */
export type ReceiptData = {
  readonly voucher: string
  readonly payer: string
  readonly amountFen: Fen
  /** ISO 4217; amounts of other currencies than CNY are their hundredths. */
  readonly currency: string
  /** The day credited is the day paid. */
  readonly creditedOn: PlainDay
  readonly reference?: string
  readonly text?: string
}

/** What finance finds out about a receipt that matched nothing. */
export type FinanceAnswer = { readonly reference?: string; readonly acceptAmount?: boolean; readonly remarks?: string }

const stem = 'receipt'

export const receiptRules = {
  creditedToCome: { code: 'receipt/credited-to-come', citations: [byDesign] },
  referenceMissing: { code: 'receipt/reference-missing', citations: [byDesign] },
  voucherDiffers: { code: 'receipt/voucher-differs', citations: [byDesign] },
} as const satisfies { readonly [name: string]: Rule }

/** Every rule of this process. */
export const rules: readonly Rule[] = Object.values(receiptRules)

/** The id of a receipt follows from its voucher, so that the same money happens once. */
export function receiptId(institution: InstitutionId, voucher: string): MatterId {
  return `${institution}~${voucher}` as MatterId
}

/** Every stop of a receipt. */
export const steps = {
  match: { word: 'service', name: 'match', party: 'office' },
  clarify: userTaskStep<FinanceAnswer>()({
    name: 'clarify',
    party: 'office',
    act: 'declares',
    roles: ['finance'],
    form: `${stem}/clarify`,
    outcomes: ['match-again', 'other-income', 'returned'],
    reasonFor: ['other-income', 'returned'],
    due: { workingDays: 3, class: 'service' },
    escalatesTo: ['ipo_officer'],
  }),
  told: { word: 'service', name: 'told', party: 'office' },
} as const satisfies ProcessDefinition['steps']

/** What the matter was opened with. */
export function readReceipt(state: MatterState): ReceiptData {
  return state.data as unknown as ReceiptData
}

/** The take-up is told amount and day as the bank gave them. */
function listTellings(_: MatterState | undefined, state: MatterState, action: Action): Telling[] {
  if (action.kind !== 'StepDone' || stepOfTask(action.facts.step) !== steps.told.name) return []
  const { voucher, amountFen, creditedOn } = readReceipt(state)
  const matter = String(action.facts.data['matter']) as MatterId
  return [
    {
      matter,
      message: 'receipt-matched',
      data: { receipt: state.head.id, number: state.head.number, voucher, amountFen, paidOn: creditedOn },
    },
  ]
}

/** A receipt's day has come. */
export function checkReceipt({ creditedOn }: ReceiptData, { today }: Pick<CheckContext, 'today'>): Refusal[] {
  return creditedOn > today ? [refuse(receiptRules.creditedToCome, { creditedOn, today }, '/creditedOn')] : []
}

/** Whoever wants it matched again says by which reference. */
export function checkAnswer({ reference }: FinanceAnswer, { outcome }: Pick<CheckContext, 'outcome'>): Refusal[] {
  return outcome === 'match-again' && (reference ?? '').trim() === '' ? [refuse(receiptRules.referenceMissing, {}, '/reference')] : []
}

/** 到账: one credit on the university's account, matched to what it pays for. */
export const definition = {
  stem,
  code: 'SK',
  opens: { roles: ['finance'], form: `${stem}/open`, door: '/api/receipts' },
  steps,
  outcomes: ['matched', 'other-income', 'returned'],
  messages: {},
  mayWithdraw: () => false,
  title: (state) => `${readReceipt(state).payer ?? ''} ${readReceipt(state).voucher ?? ''}`.trim(),
  people: () => [],
  documents: [],
  tells: listTellings,
} as const satisfies ProcessDefinition
