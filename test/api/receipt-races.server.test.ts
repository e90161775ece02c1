import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/open-licence.ts'
import { sampleInvention } from '#cli/samples/registers.ts'
import { demonstration } from '#cli/demonstration-house.ts'
import { addDays, instantOfDayStart, plainDay, type PlainDay } from '#domain/day.ts'
import type { MatterId } from '#domain/state.ts'
import { complete, openRig, type Caller, type Json, type Reply, type Rig } from '../rig.ts'
import { announceOffer, matterNumbered } from './announced-offer.ts'

let rig: Rig
let finance: Caller
let offer: string
let serial = 0

const today = () => rig.officeClock.today()
const fee = 5_000_000
const refusalsOf = ({ body }: Reply) => ((body['refusals'] ?? []) as Json[]).map(({ code }) => code)

async function goTo(day: PlainDay): Promise<void> {
  await rig.engine.pass(Math.max(1, instantOfDayStart(day) + 9 * 3_600_000 - rig.officeClock.now()))
  await rig.officeClock.follow()
}

async function takeUp(): Promise<{ readonly id: MatterId; readonly reference: string; readonly payBy: PlainDay }> {
  const body = { taker: sample.sampleTaker((serial += 1)), use: '（示例）育苗', startsOn: today(), termsAccepted: true }
  const reply = await rig.nobody.post(`/api/open-licences/${offer}/take-ups`, body)
  expect(reply.status, reply.text).toBe(201)
  const id = await matterNumbered(rig, reply.body['number'])
  await rig.engine.until(id, ({ waits }) => waits['payment#1'] !== undefined)
  return { id, reference: String(reply.body['reference']), payBy: plainDay(String(reply.body['payBy'])) }
}

const tell = (voucher: string, changes: object): Promise<Reply> =>
  finance.post('/api/receipts', sample.sampleReceipt(today(), { voucher, ...changes }))

beforeAll(async () => {
  rig = await openRig()
  finance = await rig.as('finance')
  offer = await announceOffer(rig, sampleInvention)
})

afterAll(() => rig.close())

describe('one voucher told by many at once', () => {
  it('is one receipt, and the take-up hears of its money once (9.24)', async () => {
    const { id, reference } = await takeUp()
    const replies = await Promise.all(Array.from({ length: 8 }, () => tell('RACE-8', { reference })))
    expect(
      replies.every(({ status }) => [200, 201].includes(status)),
      replies.map(({ text }) => text).join(),
    ).toBe(true)
    expect(new Set(replies.map(({ body }) => body['number'])).size).toBe(1)
    const state = await rig.engine.until(id, ({ results }) => results['licence#1'] !== undefined)
    expect(state.messages.filter(({ name }) => name === 'receipt-matched')).toHaveLength(1)
    expect(await rig.look("SELECT 1 FROM matters WHERE process = 'receipt'")).toHaveLength(1)
    // Typed in other letters it is the same voucher.
    expect((await tell(' race-8', { reference })).body).toMatchObject({ repeated: true })
  })

  it('with two contents is what one of them says; whoever tells the other is told that it differs', async () => {
    const { reference } = await takeUp()
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, place) => tell('RACE-9', { reference, amountFen: place % 2 === 0 ? fee : fee - 1 })),
    )
    const accepted = new Set(replies.flatMap(({ status }, place) => ([200, 201].includes(status) ? [place % 2] : [])))
    expect(accepted.size, replies.map(({ text }) => text).join()).toBe(1)
    const refused = replies.filter(({ status }) => ![200, 201].includes(status))
    expect(refused).toHaveLength(4)
    for (const one of refused) expect([one.status, ...refusalsOf(one)]).toEqual([422, 'receipt/voucher-differs'])
    expect(await rig.look("SELECT 1 FROM matters WHERE process = 'receipt'")).toHaveLength(2)
  })
})

describe('two vouchers of one fee at once', () => {
  it('make one licence, and what was paid twice goes back', async () => {
    const { id, reference } = await takeUp()
    await Promise.all([tell('TWICE-1', { reference }), tell('TWICE-2', { reference })])
    const licensed = await rig.engine.until(id, ({ tasks }) => (tasks['refund#1'] ?? tasks['file-recordal#1']) !== undefined)
    if (licensed.tasks['refund#1'] === undefined) {
      // Told after the licence was confirmed, the second payment is looked at when the recordal is done.
      const officer = await rig.as('ipo_officer')
      await complete(officer, await rig.task(id, 'file-recordal#1'), 'filed', sample.sampleRecordalFiling(today()))
      await complete(officer, await rig.task(id, 'recordal-reply#1'), 'recorded', sample.sampleRecorded(today()))
    }
    const settled = await rig.until(async () => {
      const receipts = ['TWICE-1', 'TWICE-2'].map((voucher) => `${demonstration.id}~${voucher}` as MatterId)
      const [taken, ...told] = await Promise.all([id, ...receipts].map((one) => rig.engine.state(one)))
      const seen = [taken?.tasks['refund#1'], ...told.map(({ tasks }) => tasks['clarify#1'])].filter((task) => task !== undefined)
      expect(seen, 'it goes back, or finance looks into it: nothing is kept unseen').toHaveLength(1)
      return taken
    })
    expect(Object.keys(settled?.results ?? {}).filter((step) => step.startsWith('licence#'))).toHaveLength(1)
  })
})

describe('money that comes while its take-up is closing', () => {
  it('makes a licence, or is given back, or is looked into by finance: it is never lost', async () => {
    const { id, reference, payBy } = await takeUp()
    const start = today()
    // The last morning on which the bank may tell of it, and the night after.
    await goTo(addDays(payBy, 5))
    const told = tell('LATE-1', { reference, creditedOn: start })
    await Promise.all([told, rig.engine.pass(24 * 3_600_000)])
    await rig.officeClock.follow()
    expect((await told).status, (await told).text).toBe(201)
    const receipt = `${demonstration.id}~LATE-1` as MatterId
    const where = await rig.until(async () => {
      const [taken, money] = [await rig.engine.state(id), await rig.engine.state(receipt)]
      const found = {
        licensed: taken.results['licence#1'] !== undefined,
        givenBack: taken.tasks['refund#1'] !== undefined,
        askedAbout: money.tasks['clarify#1'] !== undefined,
      }
      expect(Object.values(found).filter(Boolean)).toHaveLength(1)
      return found
    })
    if (where.licensed) expect((await rig.engine.state(id)).results['licence#1']?.data['paidOn']).toBe(start)
  })

  it('told after the take-up has closed is for finance, who gives it back with a reason', async () => {
    const { id, reference, payBy } = await takeUp()
    await goTo(addDays(payBy, 12))
    await rig.engine.until(id, ({ standing }) => standing.is === 'closed')
    await tell('LATE-2', { reference })
    const receipt = `${demonstration.id}~LATE-2`
    const task = await rig.task(receipt, 'clarify#1')
    expect((await rig.engine.state(receipt as MatterId)).tasks['clarify#1']?.given).toMatchObject({ because: 'take-up-closed' })
    await complete(finance, task, 'returned', {}, { reason: '（示例）许可未成立，原路退回' })
    const closed = await rig.engine.until(receipt as MatterId, ({ standing }) => standing.is === 'closed')
    expect(closed.standing).toMatchObject({ outcome: 'returned' })
  })

  it('everything of it verifies', async () => {
    expect((await (await rig.as('sysadmin')).post('/api/verify', {})).body).toMatchObject({ ok: true })
  })
})
