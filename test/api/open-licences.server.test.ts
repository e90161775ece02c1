import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/open-licence.ts'
import { samplePosting } from '#cli/samples/public-notice.ts'
import { sampleInvention } from '#cli/samples/registers.ts'
import { demonstration } from '#cli/demonstration-house.ts'
import { addDays, instantOfDayStart, plainDay } from '#domain/day.ts'
import { paymentReference } from '#domain/licence-take-up-decision.ts'
import { receiptId } from '#domain/receipt.ts'
import type { MatterId } from '#domain/state.ts'
import { workflowIdOf } from '#workflows/messages.ts'
import { complete, openRig, signSeen, type Caller, type Json, type Reply, type Rig } from '../rig.ts'

let rig: Rig
let officer: Caller
let asset: Caller
let finance: Caller
let declaration: string

const today = () => rig.officeClock.today()

/** Moves the office to nine o'clock of a day. */
async function goTo(day: string): Promise<void> {
  await rig.engine.pass(Math.max(1, instantOfDayStart(plainDay(day)) + 9 * 3_600_000 - rig.officeClock.now()))
  await rig.officeClock.follow()
}

/** A declaration of the sample invention, announced by the patent office. */
async function announce(): Promise<string> {
  const opened = await officer.post('/api/matters', { process: 'open-licence', data: { ...sample.sampleOpening, patent: sampleInvention } })
  expect(opened.status, opened.text).toBe(201)
  const id = String(opened.body['id'])
  for (const inventor of ['inventor1', 'inventor2'])
    await complete(await rig.as(inventor), await rig.task(id, `advise#1/${inventor}`), 'noted')
  await complete(await rig.as('tech_manager'), await rig.task(id, 'price#1'), 'proposed', sample.samplePrice())
  await complete(asset, await rig.task(id, 'approve#1'), 'approved')
  const state = await rig.engine.until(id as MatterId, ({ results }) => results['price-notice#1'] !== undefined)
  const notice = String(state.results['price-notice#1']?.data['matter'])
  await complete(asset, await rig.task(notice, 'approve#1'), 'post', samplePosting(today()))
  await rig.engine.until(notice as MatterId, ({ waits }) => Object.keys(waits).length > 0)
  await goTo('2026-03-20')
  await signSeen(asset, await rig.task(id, 'sign-declaration#1'))
  await complete(officer, await rig.task(id, 'file#1'), 'filed', sample.sampleFiling(today()))
  expect((await rig.nobody.get(`/api/open-licences/${id}`)).status).toBe(404)
  await complete(officer, await rig.task(id, 'office-reply#1'), 'announced', sample.sampleAnnouncement(today()))
  await rig.engine.until(id as MatterId, ({ waits }) => waits['offer#1'] !== undefined)
  return id
}

const wish = (serial: number, changes: object = {}) => ({
  taker: sample.sampleTaker(serial),
  use: '（示例）规模化生产育苗基质。',
  startsOn: today(),
  termsAccepted: true,
  ...changes,
})
const take = (serial: number, changes: object = {}, key?: string): Promise<Reply> =>
  rig.nobody.post(`/api/open-licences/${declaration}/take-ups`, wish(serial, changes), key === undefined ? {} : { 'idempotency-key': key })

/** The office enters a letter as it came. */
const enter = (serial: number, changes: object = {}, key?: string): Promise<Reply> =>
  officer.post(
    `/api/open-licences/${declaration}/letters`,
    wish(serial, { channel: 'mail', dispatchedOn: today(), arrivedOn: today(), ...changes }),
    key === undefined ? {} : { 'idempotency-key': key },
  )

/** The matter of a take-up, by its number. */
async function matterOf(number: unknown): Promise<MatterId> {
  const [row] = await rig.look<{ id: string }>('SELECT id FROM matters WHERE number = $1', [number])
  return String(row?.id) as MatterId
}

beforeAll(async () => {
  rig = await openRig()
  officer = await rig.as('ipo_officer')
  asset = await rig.as('asset')
  finance = await rig.as('finance')
  declaration = await announce()
})

afterAll(() => rig.close())

describe('the catalogue without signing in', () => {
  it('shows every live offer, to people and to machines', async () => {
    const { body, headers } = await rig.nobody.get('/api/open-licences?q=ZL2021')
    expect(body['items']).toMatchObject([
      { id: declaration, patent: sampleInvention, fee: { method: { name: 'lump-sum' }, fixedFen: 5_000_000 }, termEnd: '2030-12-31' },
    ])
    expect(headers.get('link')).toContain('application/ld+json')
    const twin = JSON.parse((await rig.nobody.get('/api/open-licences.jsonld')).text) as Json
    expect(twin).toMatchObject({
      '@type': 'OfferCatalog',
      numberOfItems: 1,
      itemListElement: [
        {
          '@type': 'Offer',
          price: '50000.00',
          priceCurrency: 'CNY',
          itemOffered: { identifier: sampleInvention },
          validThrough: '2030-12-31',
        },
      ],
    })
    expect((await rig.nobody.get(`/api/open-licences/${declaration}`)).body).toMatchObject({
      licences: 0,
      twin: `/api/open-licences/${declaration}.jsonld`,
    })
    expect(JSON.parse((await rig.nobody.get(`/api/open-licences/${declaration}.jsonld`)).text)).toMatchObject({
      '@context': { '@vocab': 'https://schema.org/' },
    })
    expect((await rig.nobody.get('/api/open-licences/nowhere')).status).toBe(404)
  })

  it('answers machines under the permanent addresses of the pages too', async () => {
    for (const page of [`/open-licences/${declaration}`, '/open-licences']) {
      const told = await rig.nobody.ask('GET', page, { headers: { accept: 'application/ld+json, text/html;q=0.5' } })
      expect(told.text).toBe((await rig.nobody.get(`/api${page}.jsonld`)).text)
      expect(told.headers.get('vary')?.split(', ')).toContain('Accept')
    }
  })
})

describe('takers', () => {
  it('two in the same minute are both taken in, and a repetition is the same notice (9.11)', async () => {
    const replies = await Promise.all([take(1, {}, 'first'), take(2, {}, 'second'), take(1, {}, 'first')])
    expect(
      replies.map(({ status }) => status),
      replies.map(({ text }) => text).join(),
    ).toEqual([201, 201, 201])
    const numbers = replies.map(({ body }) => body['number'])
    expect(numbers[2]).toBe(numbers[0])
    expect(numbers[1]).not.toBe(numbers[0])
    const shown = ['trigger', 'counted', 'skipped', 'extended', 'calendar'].map((kind) => expect.objectContaining({ kind }) as unknown)
    expect(replies[0]?.body).toMatchObject({
      reference: paymentReference(String(numbers[0])),
      amountFen: 5_000_000,
      payBy: '2026-04-07',
      due: { raw: '2026-04-04', on: '2026-04-07', provisional: false, derivation: expect.arrayContaining(shown) },
    })
    const { head } = await rig.engine.state(await matterOf(numbers[0]))
    expect(head).toMatchObject({ process: 'licence-take-up', parent: declaration, openedBy: { is: 'system', name: 'public' } })
  })

  it('are refused by the law alone: identity and changed terms', async () => {
    const wrong = await take(3, { taker: sample.sampleTaker(3, { code: '91990000MA00000001' }) })
    expect(wrong).toMatchObject({ status: 422, body: { refusals: [{ code: 'licence-take-up/party-code-wrong' }] } })
    expect((await take(3, { termsAccepted: false })).body).toMatchObject({ refusals: [{ code: 'licence-take-up/terms-changed' }] })
  })

  it('leave nothing in the declaration, which keeps no list of them', async () => {
    const before = (await rig.engine.state(declaration as MatterId)).seq
    for (const serial of [11, 12, 13]) expect((await take(serial)).status).toBe(201)
    expect((await rig.engine.state(declaration as MatterId)).seq).toBe(before)
  })
})

describe('a notice that comes by letter', () => {
  it('is entered under its declaration with the days of the letter, once, and shows how it is paid', async () => {
    const days = { dispatchedOn: addDays(today(), -2), arrivedOn: today() }
    const entered = await enter(41, days, 'letter-41')
    expect(entered.status, entered.text).toBe(201)
    const id = String(entered.body['id']) as MatterId
    expect((await enter(41, days, 'letter-41')).body).toMatchObject({ id, repeated: true })
    const state = await rig.engine.until(id, ({ waits }) => waits['payment#1'] !== undefined)
    expect(state.head).toMatchObject({ parent: declaration, openedBy: { is: 'person' } })
    expect(state.data).toMatchObject({ ...days, channel: 'mail', declaration, patent: sampleInvention })
    const { body } = await officer.get(`/api/matters/${id}`)
    expect(body['owes']).toEqual({
      reference: paymentReference(state.head.number),
      amountFen: 5_000_000,
      account: sample.samplePrice().account,
      // Fifteen days end on 4 April, a holiday until the sixth.
      payBy: '2026-04-07',
    })
  })

  it('is refused by the same law as any other, and entered by the office alone', async () => {
    const before = await enter(42, { dispatchedOn: addDays(today(), -40), arrivedOn: addDays(today(), -30), startsOn: today() })
    expect(before).toMatchObject({
      status: 422,
      body: { refusals: [{ code: 'licence-take-up/before-announcement', field: '/arrivedOn' }] },
    })
    expect((await enter(42, { termsAccepted: false })).body).toMatchObject({ refusals: [{ code: 'licence-take-up/terms-changed' }] })
    expect((await enter(42, { arrivedOn: addDays(today(), 1), startsOn: addDays(today(), 1) })).body).toMatchObject({
      refusals: [{ code: 'licence-take-up/day-to-come' }],
    })
    expect((await enter(42, { channel: 'online' })).status).toBe(422)
    const letter = wish(42, { channel: 'mail', dispatchedOn: today(), arrivedOn: today() })
    expect((await finance.post(`/api/open-licences/${declaration}/letters`, letter)).status).toBe(403)
    expect((await rig.nobody.post(`/api/open-licences/${declaration}/letters`, letter)).status).toBe(401)
    expect((await officer.post('/api/open-licences/nowhere/letters', letter)).status).toBe(404)
  })
})

describe('a receipt', () => {
  const tell = (who: Caller, data: object): Promise<Reply> => who.post('/api/receipts', data)

  it('of the announced fee makes the licence, on the day credited; told again it is the same, with other content it is refused (9.24)', async () => {
    const { body } = await take(21)
    const id = await matterOf(body['number'])
    await rig.engine.until(id, ({ waits }) => waits['payment#1'] !== undefined)
    const data = sample.sampleReceipt(today(), { voucher: 'BANK-0021', reference: String(body['reference']) })
    expect((await tell(officer, data)).status).toBe(403)
    const first = await tell(finance, data)
    expect(first.status, first.text).toBe(201)
    expect(first.body['id']).toBe(receiptId(demonstration.id, 'BANK-0021'))
    expect(workflowIdOf('receipt', first.body['id'] as MatterId)).toBe(`receipt/${demonstration.id}/BANK-0021`)
    const again = await tell(finance, data)
    expect(again).toMatchObject({ status: 200, body: { id: first.body['id'], number: first.body['number'], repeated: true } })
    expect(await tell(finance, { ...data, amountFen: 1 })).toMatchObject({
      status: 422,
      body: { refusals: [{ code: 'receipt/voucher-differs' }] },
    })
    const state = await rig.engine.until(id, ({ results }) => results['licence#1'] !== undefined)
    expect(state.results['licence#1']?.data).toMatchObject({ beginsOn: today(), endsOn: '2030-12-31' })
    expect(state.messages).toMatchObject([
      { name: 'receipt-matched', by: { is: 'system', name: 'relay' }, data: { voucher: 'BANK-0021', paidOn: today() } },
    ])
    const page = await officer.get(`/api/matters/${encodeURIComponent(String(first.body['id']))}`)
    expect(page.body).toMatchObject({ standing: 'closed', outcome: { name: 'matched' } })
  })

  it('that says nothing is found out by finance', async () => {
    const { body } = await take(22)
    const take22 = await matterOf(body['number'])
    const told = await tell(finance, sample.sampleReceipt(today(), { voucher: 'BANK-0022', text: '（示例）许可费' }))
    const task = await rig.task(String(told.body['id']), 'clarify#1')
    await complete(finance, task, 'match-again', { reference: body['reference'] })
    await rig.engine.until(take22, ({ results }) => results['licence#1'] !== undefined)
  })
})

describe('a withdrawal', () => {
  let licensed: MatterId
  let unpaid: MatterId
  let byLetter: MatterId
  let reference: string

  beforeAll(async () => {
    const [one, two] = [await take(31), await take(32)]
    licensed = await matterOf(one.body['number'])
    unpaid = await matterOf(two.body['number'])
    reference = String(two.body['reference'])
    byLetter = String((await enter(36)).body['id']) as MatterId
    await rig.engine.until(byLetter, ({ waits }) => waits['payment#1'] !== undefined)
    await rig.engine.until(licensed, ({ waits }) => waits['payment#1'] !== undefined)
    await finance.post('/api/receipts', sample.sampleReceipt(today(), { voucher: 'BANK-0031', reference: String(one.body['reference']) }))
    await complete(officer, await rig.task(licensed, 'file-recordal#1'), 'filed', sample.sampleRecordalFiling(today()))
    await complete(officer, await rig.task(licensed, 'recordal-reply#1'), 'recorded', sample.sampleRecorded(today()))
    await rig.engine.until(licensed, ({ waits }) => waits['running#1'] !== undefined)
    const asked = await officer.post(`/api/matters/${declaration}/messages/withdraw-declaration`, { data: sample.sampleWithdrawal })
    expect(asked.status, asked.text).toBe(200)
    await complete(await rig.as('legal'), await rig.task(declaration, 'approve-withdrawal#1'), 'approved')
    await signSeen(asset, await rig.task(declaration, 'sign-withdrawal#1'))
    await complete(officer, await rig.task(declaration, 'file-withdrawal#1'), 'filed', { filedOn: today(), receiptNumber: '（示例）CH-1' })
  })

  it('that is filed still binds: takers are taken in, and no exclusive licence is possible', async () => {
    expect((await rig.nobody.get(`/api/open-licences/${declaration}`)).body).toMatchObject({ withdrawalFiledOn: today() })
    expect((await take(33)).status).toBe(201)
  })

  it('when announced reaches every taker, leaves those who had paid, and shuts the door on the day after', async () => {
    await complete(officer, await rig.task(declaration, 'withdrawal-reply#1'), 'announced', {
      ...sample.sampleAnnouncement(today()),
      announcementNumber: '（示例）公告2026-40',
    })
    await rig.engine.until(declaration as MatterId, ({ standing }) => standing.is === 'closed')
    const told = await rig.engine.until(licensed, ({ messages }) => messages.some(({ name }) => name === 'offer-ended'))
    expect(told.standing.is).toBe('open')
    await rig.engine.until(licensed, ({ papers }) => papers.some(({ template }) => template.endsWith('withdrawal-explanation')))
    for (const id of [unpaid, byLetter]) await rig.engine.until(id, ({ messages }) => messages.some(({ name }) => name === 'offer-ended'))
    expect((await rig.nobody.get(`/api/open-licences/${declaration}`)).status).toBe(404)
    await goTo(addDays(today(), 1))
    expect(await take(34)).toMatchObject({ status: 422, body: { refusals: [{ code: 'licence-take-up/offer-withdrawn' }] } })
  })

  it('leaves whoever pays after it to counsel', async () => {
    await finance.post('/api/receipts', sample.sampleReceipt(today(), { voucher: 'BANK-0032', reference }))
    const task = await rig.task(unpaid, 'legal-review#1')
    await complete(await rig.as('legal'), task, 'licensed', { opinion: '（示例）通知在撤回公告前到达，许可成立。' })
    const state = await rig.engine.until(unpaid, ({ results }) => results['licence#1'] !== undefined)
    expect(state.results['decision#1']?.data['line']).toBe('paid-after')
  })

  it('of a notice in the post is answered in writing, and nothing is to be paid on it', async () => {
    const opened = await enter(35, { dispatchedOn: addDays(today(), -3) })
    expect(opened.status, opened.text).toBe(201)
    const state = await rig.engine.until(String(opened.body['id']) as MatterId, ({ papers }) =>
      papers.some(({ template }) => template.endsWith('offer-gone-letter')),
    )
    expect(state.results['decision#1']?.data['line']).toBe('posted-before-arrived-after')
    expect((await officer.get(`/api/matters/${String(opened.body['id'])}`)).body['owes']).toBeUndefined()
  })

  it('everything of it verifies', async () => {
    expect((await (await rig.as('sysadmin')).post('/api/verify', {})).body).toMatchObject({ ok: true })
  })
})
