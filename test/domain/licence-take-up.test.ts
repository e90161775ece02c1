import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/open-licence.ts'
import { addDays, plainDay } from '#domain/day.ts'
import { computeDue } from '#domain/deadline.ts'
import { checkExport, checkNotice } from '#domain/licence-take-up-checks.ts'
import {
  decideTakeUp,
  findPaymentReference,
  licenceBeginsOn,
  numberOfReference,
  paymentReference,
  royaltyOf,
  standOfPayment,
} from '#domain/licence-take-up-decision.ts'
import type { TakeUpNotice } from '#domain/licence-take-up-forms.ts'
import { licenceDeadlines } from '#domain/licence-take-up-docket.ts'
import { fen } from '#domain/money.ts'
import { formatMatterNumber } from '#domain/number-format.ts'
import { liveEntryId } from '#domain/open-licence.ts'
import { matchReceipt } from '#domain/receipt-match.ts'
import type { Encumbrance } from '#domain/register.ts'
import type { MatterId } from '#domain/state.ts'
import { calendar2026 } from '#policy/calendar-2026.ts'
import { play, pays } from '#test/samples/licence-take-up-play.ts'
import { simulate } from '../simulator/simulate.ts'

const today = plainDay('2026-03-02')
const offerOf = (changes: Partial<Encumbrance> = {}) =>
  sample.sampleEncumbrance('open-licence', {
    id: liveEntryId('d-1'),
    since: plainDay('2026-02-02'),
    until: plainDay('2030-12-31'),
    ...changes,
  })

function codesOf(notice: Partial<TakeUpNotice> = {}, offer?: Partial<Encumbrance>, hasOffer = true) {
  const patent = sample.samplePatent({ encumbrances: hasOffer ? [offerOf(offer)] : [] })
  const registers = [{ register: 'patent' as const, id: patent.number, facts: patent }]
  return checkNotice(sample.sampleNotice('d-1', today, notice), { registers, today }).map(({ code }) =>
    code.replace('licence-take-up/', ''),
  )
}

describe('a written notice', () => {
  it('is admitted by identity, days, unchanged terms and the live offer, and by nothing else', () => {
    expect(codesOf()).toEqual([])
    expect(codesOf({}, {}, false)).toEqual(['no-offer'])
    expect(codesOf({}, { since: plainDay('2026-03-03') })).toEqual(['before-announcement'])
    expect(codesOf({ taker: sample.sampleTaker(1, { code: '91990000MA00000011' }) })).toEqual(['party-code-wrong'])
    expect(codesOf({ taker: { ...sample.sampleForeignTaker, registration: ' ' } })).toEqual(['registration-missing'])
    expect(codesOf({ termsAccepted: false })).toEqual(['terms-changed'])
    expect(codesOf({ dispatchedOn: addDays(today, 1) })).toEqual(['days-reversed'])
    expect(codesOf({ startsOn: addDays(today, -1) })).toEqual(['start-before-arrival'])
    expect(codesOf({ startsOn: plainDay('2031-01-01') })).toEqual(['start-after-end'])
    expect(codesOf({ arrivedOn: addDays(today, 1), startsOn: addDays(today, 1) })).toEqual(['day-to-come'])
  })

  it('arrives in time on the day of the withdrawal’s announcement; after it the public’s door is shut and post is answered in writing', () => {
    expect(codesOf({}, { endedOn: today })).toEqual([])
    expect(codesOf({}, { endedOn: addDays(today, -1) })).toEqual(['offer-withdrawn'])
    expect(codesOf({ channel: 'mail' }, { endedOn: addDays(today, -1) })).toEqual([])
    expect(codesOf({}, { until: addDays(today, -1) })).toEqual(['start-after-end', 'offer-over'])
  })

  it('9.11: two takers in the same minute are both admitted, whoever they are', () => {
    const [first, second] = [codesOf({ taker: sample.sampleTaker(1) }), codesOf({ taker: sample.sampleTaker(2) })]
    expect([first, second]).toEqual([[], []])
  })
})

describe('the table of withdrawal', () => {
  const day = (n: number) => addDays(today, n)
  it.each([
    ['arrived and paid before', { arrivedOn: day(-3), paidOn: day(-1) }, 'licensed', 'both-before'],
    ['arrived and paid on the day', { arrivedOn: day(0), paidOn: day(0) }, 'licensed', 'both-before'],
    ['arrived before, paid after', { arrivedOn: day(-3), paidOn: day(1) }, 'legal-review', 'paid-after'],
    ['arrived before, unpaid', { arrivedOn: day(-3) }, 'waiting', 'unpaid'],
    ['arrived after', { arrivedOn: day(1), dispatchedOn: day(1) }, 'offer-gone', 'arrived-after'],
    ['posted before, arrived after', { arrivedOn: day(1) }, 'offer-gone', 'posted-before-arrived-after'],
    ['posted before, paid before, arrived after', { arrivedOn: day(1), paidOn: day(-1) }, 'offer-gone', 'posted-before-arrived-after'],
  ])('%s', (_, days, verdict, line) => {
    expect(decideTakeUp({ dispatchedOn: day(-5), withdrawalAnnouncedOn: today, ...days })).toEqual({ verdict, line })
  })

  it('gives nobody more for a later day, and knows no third party', () => {
    const rank = { 'offer-gone': 0, waiting: 1, 'legal-review': 1, licensed: 2 }
    const offset = fc.integer({ min: -20, max: 20 })
    fc.assert(
      fc.property(offset, offset, offset, (arrived, paid, later) => {
        const at = (paidOn: number, arrivedOn: number) =>
          rank[
            decideTakeUp({ dispatchedOn: day(-30), arrivedOn: day(arrivedOn), paidOn: day(paidOn), withdrawalAnnouncedOn: today }).verdict
          ]
        expect(at(Math.max(paid, later), arrived)).toBeLessThanOrEqual(at(Math.min(paid, later), arrived))
        expect(at(paid, Math.max(arrived, later))).toBeLessThanOrEqual(at(paid, Math.min(arrived, later)))
      }),
    )
  })
})

describe('payments', () => {
  const { fee } = sample.samplePrice()
  it('are complete on the day on which the announced fee was credited in full, in whatever order they were booked', () => {
    const parts = [
      { amountFen: fen(3_000_000), paidOn: plainDay('2026-03-09') },
      { amountFen: fen(2_000_000), paidOn: plainDay('2026-03-04') },
    ]
    expect(standOfPayment(fee, parts, today)).toEqual({
      owedFen: 5_000_000,
      paidFen: 5_000_000,
      missingFen: 0,
      surplusFen: 0,
      completeOn: '2026-03-09',
    })
    expect(standOfPayment(fee, parts.slice(1), today)).toMatchObject({ missingFen: 3_000_000 })
    expect(standOfPayment(fee, parts.slice(1), today).completeOn).toBeUndefined()
  })

  it('owe a royalty to the nearest fen', () => {
    expect(royaltyOf({ royaltyBp: 333 }, fen(150))).toBe(5)
    expect(royaltyOf({ royaltyBp: 300 }, fen(100_000_000))).toBe(3_000_000)
  })

  it('begin the licence when notice, fee and export licence are all there', () => {
    expect(licenceBeginsOn({ arrivedOn: today, paidOn: addDays(today, -2) })).toBe(today)
    expect(licenceBeginsOn({ arrivedOn: today, paidOn: today, exportLicensedOn: addDays(today, 4) })).toBe(addDays(today, 4))
  })

  it('are found by the reference in whatever a payer wrote, and a slip of one character finds none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2020, max: 2099 }), fc.integer({ min: 1, max: 9_999_999 }), (year, serial) => {
        const number = formatMatterNumber({ code: 'KX', year, serial })
        const reference = paymentReference(number)
        expect(numberOfReference(reference)).toBe(number)
        expect(findPaymentReference(`许可费 ${reference.slice(0, 6)} ${reference.slice(6).toLowerCase()}，谢谢`)).toBe(reference)
        const last = Number(reference.at(8))
        expect(findPaymentReference(`${reference.slice(0, 8)}${(last + 1) % 10}${reference.slice(9)}`)).not.toBe(reference)
      }),
    )
    expect(findPaymentReference('KX202600001KK')).toBeUndefined()
  })

  it('9.24: the same credit told twice is one receipt, since its id follows from the voucher', async () => {
    const { receiptId } = await import('#domain/receipt.ts')
    expect(receiptId('demonstration' as never, 'V-1')).toBe(receiptId('demonstration' as never, 'V-1'))
    expect(receiptId('demonstration' as never, 'V-1')).not.toBe(receiptId('elsewhere' as never, 'V-1'))
  })

  it('match by reference and amount alone', () => {
    const reference = paymentReference('KX-2026-00001')
    const candidate = { matter: 'm' as MatterId, number: 'KX-2026-00001', isOpen: true, outstandingFen: fen(5_000_000), interested: [] }
    const receipt = sample.sampleReceipt(today, { reference })
    expect(matchReceipt(receipt, candidate)).toMatchObject({ standing: 'matched' })
    expect(matchReceipt({ ...receipt, amountFen: fen(1) }, candidate)).toMatchObject({ because: 'amount-differs' })
    expect(matchReceipt({ ...receipt, currency: 'USD' }, candidate)).toMatchObject({ because: 'foreign-currency' })
    expect(matchReceipt(receipt, { ...candidate, isOpen: false })).toMatchObject({ because: 'take-up-closed' })
    expect(matchReceipt(receipt, undefined)).toMatchObject({ because: 'reference-unknown' })
    expect(matchReceipt(sample.sampleReceipt(today), candidate)).toMatchObject({ because: 'no-reference' })
  })
})

describe('a foreign taker', () => {
  const codes = (check: Parameters<typeof checkExport>[0], outcome: string) =>
    checkExport(check, { outcome, today }).map(({ code }) => code.replace('licence-take-up/', ''))
  it('9.20: of restricted technology waits for letter of intent and licence; free technology bars nobody', () => {
    expect(codes(sample.sampleExport.restricted, 'cleared')).toEqual([])
    expect(codes({ list: 'restricted' }, 'cleared')).toEqual(['export-unlicensed', 'export-unlicensed', 'export-unlicensed'])
    expect(codes(sample.sampleExport.prohibited, 'cleared')).toEqual(['export-prohibited'])
    expect(codes(sample.sampleExport.free, 'cleared')).toEqual([])
    expect(codes(sample.sampleExport.free, 'barred')).toEqual(['export-not-barred'])
    expect(codes({ list: 'restricted' }, 'barred')).toEqual([])
  })
})

describe('the recordal', () => {
  it('is due three months after the licence took effect, and a holiday moves it', async () => {
    const price = sample.samplePrice({ termEnd: plainDay('2026-12-31') })
    const { state } = await simulate(play({ price, sayings: [pays(5_000_000)] }))
    const [recordal] = licenceDeadlines(state)
    expect(recordal?.rule).toEqual({ months: 3 })
    expect(computeDue({ months: 3 }, plainDay('2026-07-03'), [calendar2026]).on).toBe('2026-10-08')
  })
})
