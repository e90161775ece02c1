import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstration } from '#cli/demonstration-house.ts'
import * as licence from '#cli/samples/open-licence.ts'
import { samplePosting } from '#cli/samples/public-notice.ts'
import { sampleInvention, sampleYoungInvention } from '#cli/samples/registers.ts'
import * as sample from '#cli/samples/title-grant.ts'
import type { PersonId } from '#domain/actor.ts'
import { instantOfDayStart, plainDay, type PlainDay } from '#domain/day.ts'
import type { JsonObject } from '#domain/json.ts'
import type { RoleKey } from '#domain/role.ts'
import type { MatterId, TaskId } from '#domain/state.ts'
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

const inventors = ['inventor1', 'inventor2'] as PersonId[]
const experts = ['evaluator1', 'evaluator2', 'committee3']
const today = () => rig.officeClock.today()
const json = (data: object) => data as unknown as JsonObject

/** A grant of a patent by its two inventors up to where the unit decides. */
async function applyUpToApproval(number: string): Promise<string> {
  const title = '（示例）一种可降解育苗基质'
  const opening = sample.sampleGrant(inventors, { results: [{ register: 'patent', number, title, type: 'invention' }] })
  const opened = await (await rig.as('inventor1')).post('/api/matters', { process: 'title-grant', data: opening })
  expect(opened.status, opened.text).toBe(201)
  const id = String(opened.body['id'])
  for (const inventor of inventors)
    await complete(await rig.as(inventor), await rig.task(id, `agree-split#1/${inventor}`), 'signed', json(sample.sampleStatement))
  await complete(
    await rig.as('inventor1'),
    await rig.task(id, 'apply#1'),
    'ownership',
    json(sample.sampleApplication('ownership', today())),
  )
  await complete(officer, await rig.task(id, 'formal-check#1'), 'accepted', json(sample.sampleFormalCheck(sample.beijingAuthority)))
  const checked = { ...sample.sampleOwnership, universityName: demonstration.nameZh }
  await complete(await rig.as('legal'), await rig.task(id, 'ownership-check#1'), 'clear', json(checked))
  await complete(await rig.as('secrecy'), await rig.task(id, 'secrecy-check#1'), 'cleared', { touches: [] })
  await complete(officer, await rig.task(id, 'convene-review#1'), 'convened', { members: experts })
  for (const expert of experts) await complete(await rig.as(expert), await rig.task(id, `review-vote#1/${expert}`), 'for')
  await rig.task(id, 'approve#1')
  return id
}

/** A declaration of an open licence of the same patent up to where the unit decides on its price. */
async function declareUpToApproval(patent: string): Promise<string> {
  const opened = await officer.post('/api/matters', { process: 'open-licence', data: { ...licence.sampleOpening, patent } })
  expect(opened.status, opened.text).toBe(201)
  const id = String(opened.body['id'])
  for (const inventor of inventors) await complete(await rig.as(inventor), await rig.task(id, `advise#1/${inventor}`), 'noted')
  await complete(await rig.as('tech_manager'), await rig.task(id, 'price#1'), 'proposed', licence.samplePrice())
  await rig.task(id, 'approve#1')
  return id
}

/** Moves the office to nine o'clock of a day. */
async function goTo(day: PlainDay): Promise<void> {
  await rig.engine.pass(Math.max(1, instantOfDayStart(day) + 9 * 3_600_000 - rig.officeClock.now()))
  await rig.officeClock.follow()
}

type Bound = { readonly kind: { readonly name: string }; readonly matter?: string; readonly inForce: boolean }

async function boundBy(patent: string): Promise<readonly Bound[]> {
  const { body } = await officer.get(`/api/encumbrances?register=patent&id=${patent}`)
  return (body['items'] as Bound[]).filter(({ inForce }) => inForce)
}

describe('a grant and an open licence of one patent', () => {
  it('approved at the same moment: exactly one stands, and the other is told why, by whom and what would flip it', async () => {
    const [grant, declaration] = [await applyUpToApproval(sampleYoungInvention), await declareUpToApproval(sampleYoungInvention)]
    const tasks = [await rig.task(grant, 'approve#1'), await rig.task(declaration, 'approve#1')]
    const data = [sample.sampleApproval, {}]
    const replies = await Promise.all(
      tasks.map((task, place) => asset.post(`/api/tasks/${task}/complete`, { outcome: 'approved', data: data[place] })),
    )
    expect(replies.map(({ status }) => status).sort(), replies.map(({ text }) => text).join()).toEqual([200, 422])
    const standing = [grant, declaration][replies.findIndex(({ status }) => status === 200)]
    expect((await boundBy(sampleYoungInvention)).map(({ matter }) => matter)).toEqual([standing])
    const refusal = (replies.find(({ status }) => status === 422)?.body['refusals'] as Json[] | undefined)?.[0]
    expect(refusal?.['code']).toMatch(standing === grant ? /^open-licence\// : /^title-grant\/open-licence$/)
    expect(refusal?.['remedy']).toBeTruthy()
  })
})

describe('a grant through every door', () => {
  let grant: string
  let notice: string

  beforeAll(async () => {
    grant = await applyUpToApproval(sampleInvention)
  })

  it('binds the patent at its approval: a second grant of it is refused at the door', async () => {
    await complete(asset, await rig.task(grant, 'approve#1'), 'approved', json(sample.sampleApproval))
    expect(await boundBy(sampleInvention)).toMatchObject([{ kind: { name: 'title-grant' }, matter: grant }])
    const results = [{ register: 'patent', number: sampleInvention, title: '（示例）', type: 'invention' }] as const
    const again = await (
      await rig.as('inventor1')
    ).post('/api/matters', { process: 'title-grant', data: sample.sampleGrant(inventors, { results }) })
    expect(again.status).toBe(422)
    expect((again.body['refusals'] as Json[]).map(({ code }) => code)).toEqual(['title-grant/already-granted'])
  })

  it('posts its notice, waits for it, and goes on when fifteen days have passed without objection', async () => {
    const state = await rig.engine.until(grant as MatterId, ({ results }) => results['public-notice#1'] !== undefined)
    notice = String(state.results['public-notice#1']?.data['matter'])
    await complete(asset, await rig.task(notice, 'approve#1'), 'post', samplePosting(today()))
    await rig.engine.until(notice as MatterId, ({ waits }) => Object.keys(waits).length > 0)
    await goTo(plainDay('2026-03-20'))
    await rig.task(grant, 'draft-terms#1')
    const { results } = await rig.engine.state(grant as MatterId)
    expect(results['notice-finding#1']).toMatchObject({ outcome: 'clear', data: { notice } })
  })

  it('is signed by each in his own session, and changes hands in the register when the office has registered it', async () => {
    const { results } = await rig.engine.state(grant as MatterId)
    const form = results['apply#1']?.data as unknown as ReturnType<typeof sample.sampleApplication>
    const terms = sample.sampleTerms(form, { rightsEndOn: plainDay('2041-06-09') })
    await complete(await rig.as('legal'), await rig.task(grant, 'draft-terms#1'), 'for-nothing', json(terms))
    await complete(await rig.as('finance'), await rig.task(grant, 'tax-review#1'), 'reviewed', json(sample.sampleTaxReview))
    const early = await (
      await rig.as('inventor2')
    ).post(`/api/tasks/${await rig.task(grant, 'sign-member#1')}/complete`, { outcome: 'signed', data: { termsRead: true } })
    expect(early.status).toBe(403)
    for (const [place, inventor] of inventors.entries()) await sign(await rig.as(inventor), grant, `sign-member#${place + 1}`)
    await refuseStrangers(grant)
    await sign(asset, grant, 'sign-university#1')
    const filing = { ...sample.sampleChangeFiling(today()), numbers: [sampleInvention] }
    await complete(officer, await rig.task(grant, 'file-change#1'), 'filed', json(filing))
    await complete(officer, await rig.task(grant, 'office-reply#1'), 'registered', json(sample.sampleReply(today())))
    await rig.engine.until(grant as MatterId, ({ waits }) => waits['monitoring#1'] !== undefined)
    const [row] = await rig.look<{ body: { owners: { name: string; shareBp?: number; until?: string }[] } }>(
      `SELECT body FROM register_entries WHERE register = 'patent' AND id = $1`,
      [sampleInvention],
    )
    const owners = row?.body.owners.filter(({ until }) => until === undefined).map(({ name, shareBp }) => [name, shareBp])
    expect(owners).toEqual([
      [demonstration.nameZh, 3000],
      ['inventor1', 3500],
      ['inventor2', 3500],
    ])
  })

  it('names each signature in the file with who gave it, the university’s with its mandate', async () => {
    const { papers } = await rig.engine.state(grant as MatterId)
    const signed = papers.findLast(({ template }) => template === 'title-grant/agreement')
    expect(signed?.signatures).toMatchObject([
      { by: inventors[0], capacity: '乙方代表' },
      { by: inventors[1], capacity: '乙方' },
      { by: 'asset', capacity: '甲方', mandate: { basis: 'written-authorisation', number: '（示例）校授〔2026〕5号' } },
    ])
  })

  it('is watched: what else comes to bind the right is considered, and the first report is asked for in its year', async () => {
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
    await complete(officer, await rig.task(grant, 'consider-change#1'), 'noted')
    await goTo(plainDay('2027-03-03'))
    await complete(await rig.as('inventor2'), await rig.task(grant, 'annual-report#1'), 'reported', json(sample.sampleReport))
    await rig.engine.until(grant as MatterId, ({ papers }) => papers.some(({ template }) => template === 'title-grant/annual-report'))
  })

  it('everything of it verifies', async () => {
    expect((await (await rig.as('sysadmin')).post('/api/verify', {})).body).toMatchObject({ ok: true })
  })
})

/** Signs the agreement that the task shows. */
async function sign(caller: Caller, grant: string, occurrence: string): Promise<void> {
  const address = await rig.task(grant, occurrence)
  await complete(caller, address, 'signed', { termsRead: true, ...(await seenIn(caller, address)) })
}

/** Another paper than the one shown is signed by nobody, and nobody signs for the university under somebody else's mandate. */
async function refuseStrangers(grant: string): Promise<void> {
  const address = await rig.task(grant, 'sign-university#1')
  const seen = await seenIn(asset, address)
  const tries = async (caller: Caller, data: object) => {
    const { status, body } = await caller.post(`/api/tasks/${address}/complete`, { outcome: 'signed', data: { termsRead: true, ...data } })
    return [status, ...((body['refusals'] ?? []) as { code: string }[]).map(({ code }) => code)]
  }
  expect(await tries(asset, { sha256: 'f'.repeat(64) })).toEqual([409, 'signing/other-paper'])
  expect(await tries(asset, {})).toEqual([409, 'signing/other-paper'])
  const absence = { from: today(), to: today() }
  for (const deputy of ['hr', 'ipo_officer']) {
    const appointed = await asset.post('/api/deputies', { deputy, ...absence })
    expect(appointed.status, appointed.text).toBe(201)
  }
  expect(await tries(await rig.as('hr'), seen)).toEqual([403, 'signing/deputy-without-mandate'])
  expect(await tries(officer, seen)).toEqual([403, 'signing/mandate-too-narrow'])
  // Past the door, the recording transaction says the same.
  const data = { termsRead: true, sha256: 'f'.repeat(64) }
  const order = { name: 'complete-task', task: 'sign-university#1' as TaskId, outcome: 'signed', data } as const
  const holder = { is: 'person', person: 'asset' as PersonId, roles: ['asset' as RoleKey], deputyFor: [] } as const
  expect(await rig.engine.act('title-grant', grant as MatterId, holder, order)).toMatchObject([{ code: 'signing/other-paper' }])
}
