import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstration } from '#cli/demonstration-house.ts'
import * as sample from '#cli/samples/open-licence.ts'
import { sampleInvention } from '#cli/samples/registers.ts'
import { addDays } from '#domain/day.ts'
import { checkDigitOf } from '#domain/patent-number.ts'
import type { MatterId } from '#domain/state.ts'
import { complete, openRig, type Caller, type Json, type Reply, type Rig } from '../rig.ts'
import { announceOffer, matterNumbered } from './announced-offer.ts'

let rig: Rig
let officer: Caller
let finance: Caller
let offer: string
let serial = 0

const today = () => rig.officeClock.today()
const subject = { register: 'patent', id: sampleInvention } as const
const said = ({ status, body }: Reply) => [status, ...((body['refusals'] ?? []) as Json[]).map(({ code }) => code)]
const numberOf = (digits: string) => `ZL${digits}.${checkDigitOf(digits)}`

beforeAll(async () => {
  rig = await openRig()
  officer = await rig.as('ipo_officer')
  finance = await rig.as('finance')
  offer = await announceOffer(rig, sampleInvention)
})

afterAll(() => rig.close())

describe('numbers and codes at the door', () => {
  const owners = [{ name: demonstration.nameZh, isHouse: true, since: '2025-04-01' }]
  const register = (number: string, more: object = {}) => {
    const facts = { title: '示例', kind: 'invention', filedOn: '2025-04-01', status: 'pending', owners, inventors: ['inventor1'] }
    return officer.post('/api/patents', { number, ...facts, source: '受理通知书', ...more })
  }

  it('two digits in each other’s place, a wrong check digit, or a number of another kind are refused', async () => {
    const digits = '202510712345'
    expect(said(await register(`ZL202510172345.${checkDigitOf(digits)}`))).toEqual([422, 'register/patent-number-wrong'])
    expect(said(await register(`ZL${digits}.${checkDigitOf(digits) === 'X' ? '1' : 'X'}`))).toEqual([422, 'register/patent-number-wrong'])
    expect(said(await register(numberOf('202520712345')))).toEqual([422, 'register/patent-number-of-another-kind'])
    expect(said(await register(numberOf(digits), { owners: [{ ...owners[0], shareBp: 9999 }] }))).toEqual([
      422,
      'register/owner-shares-do-not-sum',
    ])
  })

  it('a code whose characters changed places is nobody’s', async () => {
    const { code = '' } = sample.sampleTaker(77)
    const swapped = code.replace('91990000MA', '91990000AM')
    const party = (wrong: string) =>
      officer.post('/api/parties', { code: wrong, name: '（示例）某公司', country: 'CN', source: '营业执照' })
    expect(said(await party(swapped))).toEqual([422, 'register/party-code-wrong'])
    expect(said(await party(code.replace('MA', 'MI')))).toEqual([422, 'register/party-code-wrong'])
  })
})

describe('what would bind the patent beside a live offer', () => {
  const bind = (kind: string, more: object = {}) =>
    officer.post('/api/encumbrances', { subject, kind, recorded: false, since: today(), source: '合同', ...more })

  it('an exclusive or a sole licence is refused, now and for a later day of the offer; an ordinary one at another fee stands', async () => {
    expect(said(await bind('exclusive-licence'))).toEqual([422, 'open-licence/exclusive-barred'])
    expect(said(await bind('sole-licence'))).toEqual([422, 'open-licence/exclusive-barred'])
    expect(said(await bind('exclusive-licence', { since: '2028-01-10' }))).toEqual([422, 'open-licence/exclusive-barred'])
    expect(said(await bind('exclusive-licence', { since: '2031-01-02' }))).toEqual([201])
    expect(said(await bind('ordinary-licence'))).toEqual([201])
  })

  it('the offer itself is ended by its withdrawal and by nobody at the desk', async () => {
    const { body } = await officer.get(`/api/encumbrances?register=patent&id=${sampleInvention}`)
    const live = (body['items'] as Json[]).find(({ kind, inForce }) => (kind as Json)['name'] === 'open-licence' && inForce === true)
    const ended = await officer.post(`/api/encumbrances/${encodeURIComponent(String(live?.['id']))}/end`, {
      subject,
      endedOn: today(),
      source: '（示例）',
    })
    expect(said(ended)).toEqual([422, 'register/encumbrance-of-a-matter'])
  })

  it('owners change on the day of registration, which has come', async () => {
    const changes = { since: addDays(today(), 1), owners: [{ name: '（示例）某公司' }] }
    const changed = await officer.post(`/api/patents/${sampleInvention}/changes`, {
      kind: 'OwnerChanged',
      facts: changes,
      source: '合格通知书',
    })
    expect(said(changed)).toEqual([422, 'register/day-to-come'])
  })
})

describe('a written notice', () => {
  const letter = (more: object) => {
    const taker = sample.sampleTaker((serial += 1))
    const days = { dispatchedOn: today(), arrivedOn: today(), startsOn: today() }
    const notice = { taker, use: '（示例）育苗', channel: 'mail', termsAccepted: true, ...days, ...more }
    return officer.post(`/api/open-licences/${offer}/letters`, notice)
  }

  it('has its days in their order, and none to come', async () => {
    const tomorrow = addDays(today(), 1)
    expect(said(await letter({ dispatchedOn: tomorrow }))).toEqual([422, 'licence-take-up/days-reversed'])
    expect(said(await letter({ arrivedOn: tomorrow, startsOn: tomorrow }))).toEqual([422, 'licence-take-up/day-to-come'])
    expect(said(await letter({ startsOn: addDays(today(), -1) }))).toEqual([422, 'licence-take-up/start-before-arrival'])
    expect(said(await letter({ startsOn: '2031-01-01' }))).toEqual([422, 'licence-take-up/start-after-end'])
  })

  it('takes the terms as they were announced, from somebody who says who he is, and of nobody else is more asked', async () => {
    expect(said(await letter({ termsAccepted: false }))).toEqual([422, 'licence-take-up/terms-changed'])
    const { registration: _, ...nameless } = sample.sampleForeignTaker
    expect(said(await letter({ taker: nameless }))).toEqual([422, 'licence-take-up/registration-missing'])
    const everything = await letter({ taker: { ...sample.sampleTaker(88), code: '91990000MA00000881' }, termsAccepted: false })
    expect(said(everything)).toEqual([422, 'licence-take-up/party-code-wrong', 'licence-take-up/terms-changed'])
  })
})

describe('a credit', () => {
  let id: MatterId
  let reference: string

  beforeAll(async () => {
    const notice = { taker: sample.sampleTaker((serial += 1)), use: '（示例）育苗', startsOn: today(), termsAccepted: true }
    const { body } = await rig.nobody.post(`/api/open-licences/${offer}/take-ups`, notice)
    reference = String(body['reference'])
    id = await matterNumbered(rig, body['number'])
    await rig.engine.until(id, ({ waits }) => waits['payment#1'] !== undefined)
  })

  const tell = (voucher: string, changes: object) =>
    finance.post('/api/receipts', sample.sampleReceipt(today(), { voucher, reference, ...changes }))
  const askedAbout = async (voucher: string) => {
    const receipt = `${demonstration.id}~${voucher}`
    await rig.task(receipt, 'clarify#1')
    return (await rig.engine.state(receipt as MatterId)).tasks['clarify#1']?.given?.['because']
  }

  it('of a day to come, of nothing, of less than nothing or of parts of a fen is none', async () => {
    expect(said(await tell('CASE-1', { creditedOn: addDays(today(), 1) }))).toEqual([422, 'receipt/credited-to-come'])
    for (const amountFen of [0, -5_000_000, 0.5]) expect((await tell('CASE-1', { amountFen })).status, String(amountFen)).toBe(422)
  })

  it('in another currency, under a slip of the reference, or a fen too short is for finance to look at', async () => {
    await tell('CASE-2', { currency: 'USD' })
    await tell('CASE-3', {
      reference: reference.replace(/(\d)(\d)([A-K]{2})$/, '$2$1$3').replace(/[A-K]$/, (letter) => (letter === 'A' ? 'B' : 'A')),
    })
    await tell('CASE-4', { amountFen: 4_999_999 })
    expect([await askedAbout('CASE-2'), await askedAbout('CASE-3'), await askedAbout('CASE-4')]).toEqual([
      'foreign-currency',
      'no-reference',
      'amount-differs',
    ])
    expect((await rig.engine.state(id)).messages).toEqual([])
  })

  it('one fen short makes no licence; the fen that was missing completes it, on the day it was credited', async () => {
    const short = `${demonstration.id}~CASE-4`
    await complete(finance, await rig.task(short, 'clarify#1'), 'match-again', { reference, acceptAmount: true })
    const part = await rig.engine.until(id, ({ results }) => results['payments#1'] !== undefined)
    expect(part.results['payments#1']).toMatchObject({ outcome: 'part', data: { missingFen: 1 } })
    // However the payer writes it: with strokes, in small letters, inside his own words.
    const written = `开放许可费 ${reference.slice(0, 2).toLowerCase()}-${reference.slice(2, 6)}-${reference.slice(6)} 尾款`
    expect(
      said(await finance.post('/api/receipts', { ...sample.sampleReceipt(today(), { voucher: 'CASE-5' }), amountFen: 1, text: written })),
    ).toEqual([201])
    const licensed = await rig.engine.until(id, ({ results }) => results['licence#1'] !== undefined)
    expect(licensed.results['licence#1']?.data).toMatchObject({ paidOn: today(), beginsOn: today() })
    expect((await officer.get(`/api/matters/${id}`)).body['owes']).toMatchObject({ amountFen: 0 })
  })

  it('that finance has looked at stays what it was: another content under its voucher is refused', async () => {
    expect(said(await tell('CASE-2', { currency: 'CNY' }))).toEqual([422, 'receipt/voucher-differs'])
    expect((await (await rig.as('inventor3')).post('/api/receipts', sample.sampleReceipt(today()))).status).toBe(403)
  })
})
