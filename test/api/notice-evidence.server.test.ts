import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/public-notice.ts'
import { demonstration } from '#cli/demonstration-house.ts'
import { publicUploader, type PersonId } from '#domain/actor.ts'
import { addDays, instantOfDayStart, plainDay } from '#domain/day.ts'
import type { MatterId } from '#domain/state.ts'
import { addAttachment, keepUnbound, sweepUnbound } from '#store/desk/attachments.ts'
import { answerCommand, keepCommand } from '#store/desk/commands.ts'
import { startOfficeDay } from '#worker/office-days.ts'
import { complete, openRig, type Caller, type Reply, type Rig } from '../rig.ts'

let rig: Rig
let officer: Caller

beforeAll(async () => {
  rig = await openRig()
  officer = await rig.as('ipo_officer')
})

afterAll(() => rig.close())

/** Moves the office to nine o'clock of a day. */
async function goTo(day: string): Promise<void> {
  await rig.engine.pass(Math.max(1, instantOfDayStart(plainDay(day)) + 9 * 3_600_000 - rig.officeClock.now()))
  await rig.officeClock.follow()
}

async function postNotice(): Promise<string> {
  const team = ['inventor1', 'inventor2', 'inventor3'] as PersonId[]
  const opened = await officer.post('/api/matters', { process: 'public-notice', data: sample.sampleNotice('GRANT', team) })
  const id = String(opened.body['id'])
  await complete(await rig.as('asset'), await rig.task(id, 'approve#1'), 'post', sample.samplePosting(rig.officeClock.today()))
  await rig.engine.until(id as MatterId, (state) => Object.keys(state.waits).length > 0)
  return id
}

const object = (id: string, changes: object = {}): Promise<Reply> =>
  rig.nobody.post(`/api/notices/${id}/objections`, { ...sample.sampleLetter, ...changes })

describe('evidence that no objection names', () => {
  it('is swept by the morning round after its seven days, bytes and all; what an objection named stays', async () => {
    const id = await postNotice()
    const { environment, taskQueue, clockOffset } = rig.engine
    await startOfficeDay(environment.client, { institution: demonstration.id, taskQueue, clockOffset })
    const send = async (raw: string) =>
      (await rig.nobody.ask('POST', `/api/notices/${id}/evidence?name=proof.txt`, { raw, headers: { 'content-type': 'text/plain' } })).body
    const [named, twin, forgotten] = [await send('甲'), await send('甲'), await send('乙')]
    expect(forgotten['keptUntil']).toBe('2026-03-09')
    expect((await object(id, { evidence: [named['id']] })).status).toBe(201)
    const kept = async () =>
      (
        await rig.look<{ id: string }>('SELECT id FROM attachments WHERE id = ANY ($1)', [[named, twin, forgotten].map((one) => one['id'])])
      ).map((row) => row.id)
    await goTo('2026-03-09')
    expect(await kept()).toHaveLength(3)
    await goTo('2026-03-11')
    await rig.until(async () => expect(await kept()).toEqual([named['id']]))
    expect(
      await rig.look("SELECT 1 FROM blobs WHERE sealed_under = 'person/public' AND sha256 = ANY ($1)", [
        [twin['sha256'], forgotten['sha256']],
      ]),
    ).toEqual([])
    const late = await object(id, { evidence: [forgotten['id']] })
    expect(late).toMatchObject({ status: 422, body: { refusals: [{ code: 'objection/evidence-gone', field: '/evidence/0' }] } })
    const [row] = await rig.look<{ matter_id: string }>('SELECT matter_id FROM attachments WHERE id = $1', [named['id']])
    expect((await officer.get(`/api/matters/${String(row?.matter_id)}/attachments`)).body['items']).toMatchObject([{ id: named['id'] }])
  })

  it('begins its days anew when it is named, and nothing goes while an objection is under way', async () => {
    const { store } = rig
    const today = rig.officeClock.today()
    const file = {
      name: 'a.txt',
      mediaType: 'text/plain',
      bytes: Buffer.from('丙'),
      uploadedBy: publicUploader,
      at: 0,
      on: addDays(today, -30),
    }
    const { id } = await addAttachment(store, demonstration.id, file)
    expect(await keepUnbound(store, demonstration.id, publicUploader, [id, 'nowhere'], today)).toEqual([id])
    expect(await sweepUnbound(store, demonstration.id, publicUploader, today)).toBe(0)
    const waiting = { id: 'under-way', name: 'open-matter', bodyHash: 'x', request: {} }
    await keepCommand(store, demonstration.id, { ...waiting, heldFor: 3600 })
    expect(await sweepUnbound(store, demonstration.id, publicUploader, addDays(today, 1))).toBe(0)
    await answerCommand(store, demonstration.id, 'under-way', { status: 'done' })
    expect(await sweepUnbound(store, demonstration.id, publicUploader, addDays(today, 1))).toBe(1)
  })
})

describe('the public door', () => {
  it('lets one address knock only so often', async () => {
    const strict = await openRig({ relay: false, settings: { PUBLIC_POSTS_PER_HOUR: '2' } })
    try {
      const knock = () => strict.nobody.post('/api/notices/nothing/objections', sample.sampleLetter)
      expect((await knock()).status).toBe(404)
      expect((await knock()).status).toBe(404)
      expect((await knock()).status).toBe(429)
    } finally {
      await strict.close()
    }
  })
})
