import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/open-licence.ts'
import { samplePosting } from '#cli/samples/public-notice.ts'
import { sampleInvention, sampleYoungInvention } from '#cli/samples/registers.ts'
import { demonstration } from '#cli/demonstration-house.ts'
import { instantOfDayStart, plainDay } from '#domain/day.ts'
import type { MatterId } from '#domain/state.ts'
import { complete, openRig, seenIn, type Caller, type Json, type Rig } from '../rig.ts'

let rig: Rig
let officer: Caller
let asset: Caller

beforeAll(async () => {
  rig = await openRig()
  officer = await rig.as('ipo_officer')
  asset = await rig.as('asset')
})

afterAll(() => rig.close())

/** Moves the office to nine o'clock of a day. */
async function goTo(day: string): Promise<void> {
  await rig.engine.pass(Math.max(1, instantOfDayStart(plainDay(day)) + 9 * 3_600_000 - rig.officeClock.now()))
  await rig.officeClock.follow()
}

const today = () => rig.officeClock.today()

/** A declaration of an open licence up to where the unit decides on its price. */
async function declareUpToApproval(patent: string): Promise<string> {
  const opened = await officer.post('/api/matters', { process: 'open-licence', data: { ...sample.sampleOpening, patent } })
  expect(opened.status, opened.text).toBe(201)
  const id = String(opened.body['id'])
  for (const inventor of ['inventor1', 'inventor2'])
    await complete(await rig.as(inventor), await rig.task(id, `advise#1/${inventor}`), 'noted')
  await complete(await rig.as('tech_manager'), await rig.task(id, 'price#1'), 'proposed', sample.samplePrice())
  await rig.task(id, 'approve#1')
  return id
}

type Bound = { readonly id: string; readonly kind: { readonly name: string }; readonly matter?: string; readonly inForce: boolean }

async function boundBy(patent: string): Promise<readonly Bound[]> {
  return (await officer.get(`/api/encumbrances?register=patent&id=${patent}`)).body['items'] as Bound[]
}

describe('two declarations of one patent', () => {
  it('approved at the same moment: exactly one stands, and the other is told why', async () => {
    const matters = [await declareUpToApproval(sampleYoungInvention), await declareUpToApproval(sampleYoungInvention)]
    const approvals = matters.map(async (id) =>
      asset.post(`/api/tasks/${await rig.task(id, 'approve#1')}/complete`, { outcome: 'approved', data: {} }),
    )
    const replies = await Promise.all(approvals)
    expect(replies.map(({ status }) => status).sort(), replies.map(({ text }) => text).join()).toEqual([200, 422])
    const refused = replies.find(({ status }) => status === 422)?.body['refusals'] as Json[]
    expect(refused[0]?.['code']).toMatch(/^open-licence\//)
    const inForce = (await boundBy(sampleYoungInvention)).filter((one) => one.inForce)
    expect(inForce.map((one) => one.matter)).toEqual([matters[replies.findIndex(({ status }) => status === 200)]])
  })
})

describe('a declaration and the notice of its price', () => {
  let declaration: string
  let notice: string

  beforeAll(async () => {
    declaration = await declareUpToApproval(sampleInvention)
    await complete(asset, await rig.task(declaration, 'approve#1'), 'approved')
    const state = await rig.engine.until(declaration as MatterId, ({ results }) => results['price-notice#1'] !== undefined)
    notice = String(state.results['price-notice#1']?.data['matter'])
  })

  it('the child knows its parent, and the parent waits for it', async () => {
    const { head } = await rig.engine.state(notice as MatterId)
    expect([head.process, head.parent]).toEqual(['public-notice', declaration])
    await rig.engine.until(declaration as MatterId, ({ waits }) => waits['notice-closed#1'] !== undefined)
  })

  it('the parent goes on when the child has told it how it ended', async () => {
    await complete(asset, await rig.task(notice, 'approve#1'), 'post', samplePosting(today()))
    await rig.engine.until(notice as MatterId, ({ waits }) => Object.keys(waits).length > 0)
    await goTo('2026-03-20')
    const signing = await rig.task(declaration, 'sign-declaration#1')
    await complete(asset, signing, 'signed', await seenIn(asset, signing))
    const task = await rig.task(declaration, 'file#1')
    const { messages } = await rig.engine.state(declaration as MatterId)
    expect(messages).toMatchObject([{ name: 'notice-closed', by: { is: 'system', name: 'relay' }, data: { outcome: 'closed-ok', notice } }])
    await complete(officer, task, 'filed', sample.sampleFiling(today(), [demonstration.nameZh]))
  })

  it('an offer that is announced binds the patent, and whoever waits over it hears what else comes to bind it', async () => {
    await complete(officer, await rig.task(declaration, 'office-reply#1'), 'announced', sample.sampleAnnouncement(today()))
    await rig.engine.until(declaration as MatterId, ({ waits }) => waits['offer#1'] !== undefined)
    expect((await boundBy(sampleInvention)).filter((one) => one.inForce)).toMatchObject([
      { kind: { name: 'open-licence' }, matter: declaration },
    ])
    const entered = await (
      await rig.as('legal')
    ).post('/api/encumbrances', {
      subject: { register: 'patent', id: sampleInvention },
      kind: 'preservation',
      recorded: true,
      since: today(),
      source: '协助执行通知书',
    })
    expect(entered.status, entered.text).toBe(201)
    await rig.task(declaration, 'yearly-check#1')
    const { messages } = await rig.engine.state(declaration as MatterId)
    expect(messages.at(-1)).toMatchObject({
      name: 'fact-changed',
      data: { subject: `patent/${sampleInvention}`, kind: 'EncumbranceEntered' },
    })
  })

  it('everything of it verifies', async () => {
    expect((await (await rig.as('sysadmin')).post('/api/verify', {})).body).toMatchObject({ ok: true })
  })
})
