import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/open-licence.ts'
import { sampleInvention } from '#cli/samples/registers.ts'
import { addDays, instantOfDayStart, type PlainDay } from '#domain/day.ts'
import type { MatterId, MatterState } from '#domain/state.ts'
import { complete, openRig, signSeen, type Caller, type Json, type Reply, type Rig } from '../rig.ts'

const papersOf = ({ papers }: MatterState) => papers.map(({ template }) => template.split('/')[1])
const refusalsOf = ({ body }: Reply) => ((body['refusals'] ?? []) as Json[]).map(({ code, fact }) => ({ code, fact }))

let rig: Rig
let officer: Caller
let asset: Caller
let finance: Caller
let legal: Caller
let serial = 0
let vouchers = 0

const today = () => rig.officeClock.today()

/** Moves the office to nine o'clock of a day. */
async function goTo(day: PlainDay): Promise<void> {
  await rig.engine.pass(Math.max(1, instantOfDayStart(day) + 9 * 3_600_000 - rig.officeClock.now()))
  await rig.officeClock.follow()
}

/** An offer of the sample invention, announced today; the unit posts no price before filing. */
async function announce(): Promise<string> {
  const opened = await officer.post('/api/matters', { process: 'open-licence', data: { ...sample.sampleOpening, patent: sampleInvention } })
  const id = String(opened.body['id'])
  for (const inventor of ['inventor1', 'inventor2'])
    await complete(await rig.as(inventor), await rig.task(id, `advise#1/${inventor}`), 'noted')
  await complete(await rig.as('tech_manager'), await rig.task(id, 'price#1'), 'proposed', sample.samplePrice())
  await complete(asset, await rig.task(id, 'approve#1'), 'approved')
  await signSeen(asset, await rig.task(id, 'sign-declaration#1'))
  await complete(officer, await rig.task(id, 'file#1'), 'filed', sample.sampleFiling(today()))
  await complete(officer, await rig.task(id, 'office-reply#1'), 'announced', sample.sampleAnnouncement(today()))
  await rig.engine.until(id as MatterId, ({ waits }) => waits['offer#1'] !== undefined)
  return id
}

function take(offer: string): Promise<Reply> {
  const taker = sample.sampleTaker((serial += 1))
  return rig.nobody.post(`/api/open-licences/${offer}/take-ups`, { taker, use: '（示例）育苗', startsOn: today(), termsAccepted: true })
}

/** A taker whose notice is there, and who has not paid. */
async function takeAndWait(offer: string): Promise<{ readonly id: MatterId; readonly reference: string }> {
  const { body, text, status } = await take(offer)
  expect(status, text).toBe(201)
  const id = await matterOf(body)
  await rig.engine.until(id, ({ waits }) => waits['payment#1'] !== undefined)
  return { id, reference: String(body['reference']) }
}

async function matterOf({ number }: Json): Promise<MatterId> {
  const [row] = await rig.look<{ id: MatterId }>('SELECT id FROM matters WHERE number = $1', [number])
  return String(row?.id) as MatterId
}

const nextVoucher = () => `RACE-${String((vouchers += 1)).padStart(4, '0')}`
const credit = (reference: string, creditedOn: string, changes: object = {}): Promise<Reply> =>
  finance.post('/api/receipts', sample.sampleReceipt(creditedOn, { voucher: nextVoucher(), reference, ...changes }))

beforeAll(async () => {
  rig = await openRig()
  officer = await rig.as('ipo_officer')
  asset = await rig.as('asset')
  finance = await rig.as('finance')
  legal = await rig.as('legal')
  const numbers = { priceNotice: 0, reliefNeedsRecordedLicence: 1 }
  expect((await officer.put('/api/policies/open-licence', { body: { numbers }, from: today() })).status).toBe(200)
})

afterAll(() => rig.close())

/** Up to the day on which the withdrawal is filed; answers what happened at the same moment as the filing. */
async function withdraw<T>(offer: string, beside: () => Promise<T[]> = async () => []): Promise<T[]> {
  const asked = await officer.post(`/api/matters/${offer}/messages/withdraw-declaration`, { data: sample.sampleWithdrawal })
  expect(asked.status, asked.text).toBe(200)
  await complete(legal, await rig.task(offer, 'approve-withdrawal#1'), 'approved')
  await signSeen(asset, await rig.task(offer, 'sign-withdrawal#1'))
  const filing = await rig.task(offer, 'file-withdrawal#1')
  const [happened] = await Promise.all([beside(), complete(officer, filing, 'filed', { filedOn: today(), receiptNumber: '（示例）CH-1' })])
  return happened
}

describe('a withdrawal and its takers at the same moment', () => {
  const rounds = [1, 2, 3]

  it.each(rounds)(
    'round %i: filed, it binds nobody; entered, one recorded order decides, and both sides are told by which days',
    async () => {
      await goTo(addDays(today(), 1))
      const offer = await announce()
      const [prompt, slow, silent] = [await takeAndWait(offer), await takeAndWait(offer), await takeAndWait(offer)]
      const beside = await withdraw(offer, () => Promise.all([take(offer), take(offer), take(offer)]))
      expect(
        beside.map(({ status }) => status),
        'a filed withdrawal shuts nobody out',
      ).toEqual([201, 201, 201])
      // Announced the day after; the office enters it a day late, while takers come and money is told.
      const endedOn = addDays(today(), 1)
      const reply = await rig.task(offer, 'withdrawal-reply#1')
      // Time is skipped only when nobody is at work any more.
      for (const { body } of beside) await rig.engine.until(await matterOf(body), ({ waits }) => waits['payment#1'] !== undefined)
      await goTo(addDays(endedOn, 1))
      const entered = { ...sample.sampleAnnouncement(today()), announcedOn: endedOn, announcementNumber: '（示例）公告2026-40' }
      const [replies] = await Promise.all([
        Promise.all([take(offer), take(offer), take(offer), take(offer)]),
        complete(officer, reply, 'announced', entered),
        credit(prompt.reference, endedOn),
        credit(slow.reference, today()),
      ])
      await rig.engine.until(offer as MatterId, ({ standing }) => standing.is === 'closed')
      for (const one of replies) {
        if (one.status !== 201) {
          expect(refusalsOf(one)).toMatchObject([{ code: 'licence-take-up/offer-withdrawn', fact: { arrivedOn: today(), endedOn } }])
          continue
        }
        // Admitted before the end was on record: the same days decide, and the answer is a letter.
        const late = await rig.engine.until(await matterOf(one.body), (state) => papersOf(state).includes('offer-gone-letter'))
        expect(late.results['decision#1']).toMatchObject({
          outcome: 'offer-gone',
          data: { line: 'arrived-after', withdrawalAnnouncedOn: endedOn },
        })
        expect(late.results['licence#1']).toBeUndefined()
      }
      const paid = await rig.engine.until(prompt.id, ({ results }) => results['licence#1'] !== undefined)
      expect(['no-withdrawal', 'both-before']).toContain(paid.results['decision#1']?.data['line'])
      const looked = await rig.engine.until(
        slow.id,
        ({ results, tasks }) => (results['licence#1'] ?? tasks['legal-review#1']) !== undefined,
      )
      if (looked.tasks['legal-review#1'] !== undefined)
        await complete(legal, await rig.task(slow.id, 'legal-review#1'), 'licensed', { opinion: '（示例）通知在撤回公告前到达。' })
      const kept = await rig.engine.until(slow.id, ({ results }) => results['licence#1'] !== undefined)
      const isKnown = kept.results['decision#1']?.data['withdrawalAnnouncedOn'] !== undefined
      expect(kept.results['decision#1']?.data['line']).toBe(isKnown ? 'paid-after' : 'no-withdrawal')
      const told = await rig.engine.until(silent.id, ({ messages }) => messages.some(({ name }) => name === 'offer-ended'))
      expect(told.messages).toMatchObject([{ name: 'offer-ended', data: { cause: 'withdrawn', endedOn } }])
      for (const { body } of [...beside, { body: { number: told.head.number } }]) {
        const heard = await rig.engine.until(await matterOf(body), ({ waits }) => waits['payment#2'] !== undefined)
        expect(heard.messages).toMatchObject([{ name: 'offer-ended', data: { endedOn } }])
      }
      for (const { id } of [prompt, slow]) await rig.task(id, 'file-recordal#1')
    },
  )

  it('everything of it verifies', async () => {
    expect((await (await rig.as('sysadmin')).post('/api/verify', {})).body).toMatchObject({ ok: true })
  })
})
