import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MatterId, TaskId } from '#domain/state.ts'
import { taskAddress } from '#schemas/api/task-address.ts'
import { openOffice, type Office, type Someone } from './office.ts'

let office: Office
let inventor: Someone
let officer: Someone

beforeAll(async () => {
  office = await openOffice()
  inventor = await office.signIn('inventor1')
  officer = await office.signIn('ipo_officer')
})

afterAll(() => office.close())

type Rows = { readonly [key: string]: unknown }[]
const itemsOf = (reply: { body: { [key: string]: unknown } }): Rows => reply.body['items'] as Rows
const address = (id: MatterId, task: string) => taskAddress(id, task as TaskId)

/** A second officer, so that two can want the same task. */
async function grantOfficer(person: string): Promise<Someone> {
  const admin = await office.signIn('sysadmin')
  const granted = await admin.post('/api/roles', { person, role: 'ipo_officer', from: '2026-03-01' })
  expect(granted.status, JSON.stringify(granted.body)).toBe(201)
  return office.signIn(person)
}

describe('a task page', () => {
  it('has the form, its labels, the outcomes, the due day with its proof and the alarms to come', async () => {
    const { task } = await office.report(inventor)
    const { body } = await officer.get(`/api/tasks/${task}`)
    expect(body).toMatchObject({
      may: true,
      step: { name: 'formal-check' },
      dueOn: '2026-03-09',
      form: { key: 'disclosure/formal-check', schema: { type: 'object' } },
      verbs: { claim: { may: true }, release: { may: false }, resolve: { may: false } },
    })
    expect((body['outcomes'] as Rows).find((one) => one['name'] === 'returned')).toMatchObject({ reasonRequired: true })
    expect((body['alarms'] as Rows).map((one) => one['what'])).toContain('escalate')
  })

  it('says why one may not', async () => {
    const { task } = await office.report(inventor)
    const { body } = await inventor.get(`/api/tasks/${task}`)
    expect(body).toMatchObject({ may: false, whyNot: { code: 'task/interested', remedy: expect.stringMatching(/.+/) } })
    expect((await inventor.post(`/api/tasks/${task}/claim`)).status).toBe(403)
  })

  it('speaks the language asked for, Chinese where neither is', async () => {
    const { task } = await office.report(inventor)
    const english = await officer.get(`/api/tasks/${task}`, undefined, { 'accept-language': 'en' })
    const french = await officer.get(`/api/tasks/${task}`, undefined, { 'accept-language': 'fr' })
    const label = (reply: { body: { [key: string]: unknown } }) => (reply.body['step'] as { label: string }).label
    expect(label(english)).toMatch(/^[\x20-\x7e]+$/)
    expect(label(french)).toMatch(/[\u4e00-\u9fff]/)
  })
})

describe('work on a task', () => {
  it('is won by one of two who claim it at the same moment; the other is told who', async () => {
    const { task } = await office.report(inventor)
    const second = await grantOfficer('tech_manager')
    const replies = await Promise.all([officer.post(`/api/tasks/${task}/claim`), second.post(`/api/tasks/${task}/claim`)])
    expect(replies.map((one) => one.status).sort()).toEqual([200, 409])
    const lost = replies.find((one) => one.status === 409)
    expect(lost?.body).toMatchObject({ refusals: [{ code: 'task/held-by-other', says: expect.stringMatching(/周模拟|吴范本/) }] })
  })

  it('is claimed, released, delegated and comes back, both names in the trail', async () => {
    const { id, task } = await office.report(inventor)
    expect((await officer.post(`/api/tasks/${task}/claim`)).status).toBe(200)
    expect((await officer.post(`/api/tasks/${task}/release`)).status).toBe(200)
    expect((await officer.post(`/api/tasks/${task}/claim`)).status).toBe(200)
    expect((await officer.post(`/api/tasks/${task}/delegate`, { to: 'inventor1' })).status).toBe(403)
    expect((await officer.post(`/api/tasks/${task}/delegate`, { to: 'nobody' })).status).toBe(422)
    expect((await officer.post(`/api/tasks/${task}/delegate`, { to: 'tech_manager', reason: '出差' })).status).toBe(200)
    const delegate = await office.signIn('tech_manager')
    expect(itemsOf(await officer.get('/api/tasks?list=delegated')).map((one) => one['id'])).toContain(task)
    expect((await delegate.post(`/api/tasks/${task}/resolve`)).status).toBe(200)
    const trail = itemsOf(await officer.get(`/api/matters/${id}/actions?limit=200`)).map((one) => String(one['sentence']))
    expect(trail.some((one) => one.includes('周模拟') && one.includes('吴范本'))).toBe(true)
  })

  it('is returned with remarks on fields, and the resubmission shows only what changed', async () => {
    const { id, task } = await office.report(inventor)
    const noReason = await officer.post(`/api/tasks/${task}/complete`, { outcome: 'returned', data: {} })
    expect(noReason).toMatchObject({ status: 422, body: { refusals: [{ code: 'task/reason-missing', field: '/reason' }] } })
    const remarks = [{ field: '/abstract', remark: '请写明配比' }]
    expect(
      (await officer.post(`/api/tasks/${task}/complete`, { outcome: 'returned', reason: '摘要不完整', data: {}, remarks })).status,
    ).toBe(200)
    await office.engine.until(id, (state) => state.tasks['revise#1'] !== undefined)
    const revise = address(id, 'revise#1')
    const { body } = await inventor.get(`/api/tasks/${revise}`)
    expect(body).toMatchObject({ may: true, remarks })
    const changed = [{ field: '/titleZh', before: office.sample()['titleZh'], now: '（示例）改过的题目' }]
    await inventor.put(`/api/tasks/${revise}/draft`, { fields: { '/titleZh': '（示例）改过的题目' } })
    expect((await inventor.get(`/api/tasks/${revise}`)).body['previous']).toMatchObject({ occurrence: 'formal-check#1', changed })
    const data = { ...office.sample(), titleZh: '（示例）改过的题目' }
    expect((await inventor.post(`/api/tasks/${revise}/complete`, { outcome: 'resubmitted', data })).status).toBe(200)
    await office.engine.until(id, (state) => state.tasks['formal-check#2'] !== undefined)
    const again = await officer.get(`/api/tasks/${address(id, 'formal-check#2')}`)
    expect(again.body['previous']).toMatchObject({ occurrence: 'revise#1', outcome: { name: 'resubmitted' }, changed })
    expect((await inventor.get(`/api/tasks/${task}`)).body).toMatchObject({
      status: 'done',
      outcome: { name: 'returned' },
      reason: '摘要不完整',
      may: false,
    })
    expect((await inventor.get('/api/tasks?list=done')).status).toBe(200)
  })
})

describe('a draft', () => {
  it('is kept without validation, and two who write different fields lose nothing', async () => {
    const { task } = await office.report(inventor)
    const path = `/api/tasks/${task}/draft`
    const saved = await Promise.all([
      officer.put(path, { fields: { '/note': 7 } }),
      officer.put(path, { fields: { '/similar/0/note': '半句' } }),
    ])
    expect(saved.map((one) => one.status)).toEqual([200, 200])
    const { body } = await officer.get(`/api/tasks/${task}`)
    expect(body['draft']).toMatchObject({ data: { note: 7, similar: [{ note: '半句' }] }, version: 2, by: { id: 'ipo_officer' } })
    expect((await inventor.put(path, { fields: { '/note': 1 } })).status).toBe(403)
    expect((await officer.put(path, { fields: { note: 1 } })).status).toBe(422)
  })

  it('is gone when the task is done', async () => {
    const { id, task } = await office.report(inventor)
    await officer.put(`/api/tasks/${task}/draft`, { fields: { '/note': '草稿' } })
    await officer.post(`/api/tasks/${task}/complete`, { outcome: 'returned', reason: '退回', data: {} })
    await office.engine.until(id, (state) => state.tasks['revise#1'] !== undefined)
    expect((await officer.get(`/api/tasks/${task}`)).body['draft']).toBeUndefined()
  })
})

describe('the lists of tasks', () => {
  it('count what they list, page by page, the most urgent first', async () => {
    await Promise.all([1, 2, 3].map(() => office.report(inventor)))
    const { body: counts } = await officer.get('/api/tasks/counts')
    const all: Rows = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const reply = await officer.get(`/api/tasks?list=group&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`)
      all.push(...itemsOf(reply))
      cursor = reply.body['next'] as string | null
    }
    expect(all).toHaveLength(counts['group'] as number)
    expect(new Set(all.map((one) => one['id'])).size).toBe(all.length)
    const days = all.map((one) => String(one['dueOn'] ?? '9999'))
    expect(days).toEqual(days.toSorted())
    const early = days.filter((day) => day < String(days.at(-1))).length
    const narrowed = await officer.get(`/api/tasks/counts?step=formal-check&dueBefore=${String(days.at(-1))}`)
    expect(narrowed.body['group']).toBe(early)
    expect((await officer.get('/api/tasks/counts?process=title-grant')).body['group']).toBe(0)
  })

  it('are not found by a title that one may not read', async () => {
    const { task } = await office.report(inventor)
    const { matter } = (await officer.get(`/api/tasks/${task}`)).body as { matter: { number: string; title: string } }
    const found = async (who: Someone, q: string) =>
      itemsOf(await who.get(`/api/tasks?list=overdue&dueBefore=2999-01-01&q=${encodeURIComponent(q)}`)).length +
      itemsOf(await who.get(`/api/tasks?list=group&q=${encodeURIComponent(q)}`)).length
    expect(await found(officer, matter.title)).toBeGreaterThan(0)
    expect(await found(await office.signIn('asset'), matter.title)).toBe(0)
  })

  it('never list what one may not take: an inventor does not find his own report to decide on', async () => {
    const { task } = await office.report(inventor)
    for (const list of ['mine', 'group', 'overdue']) {
      expect(
        itemsOf(await inventor.get(`/api/tasks?list=${list}`)).map((one) => one['id']),
        list,
      ).not.toContain(task)
    }
  })

  it('are narrowed by a filter that is saved on the server, shared and found by its address', async () => {
    const { task } = await office.report(inventor)
    const filter = { name: '形式审查', list: 'tasks', query: { list: 'group', step: 'formal-check' }, shared: true }
    const saved = await officer.post('/api/filters', filter)
    expect(saved.status).toBe(201)
    const found = itemsOf(await officer.get(`/api/tasks?filter=${String(saved.body['id'])}&limit=200`))
    expect(found.map((one) => one['id'])).toContain(task)
    expect(found.every((one) => (one['step'] as { name: string }).name === 'formal-check')).toBe(true)
    const other = await office.signIn('legal')
    expect(itemsOf(await other.get('/api/filters'))).toMatchObject([{ name: '形式审查', mine: false }])
    expect((await other.drop(`/api/filters/${String(saved.body['id'])}`)).status).toBe(404)
    expect((await officer.drop(`/api/filters/${String(saved.body['id'])}`)).status).toBe(204)
    expect((await officer.get(`/api/tasks?filter=${String(saved.body['id'])}`)).status).toBe(404)
  })

  it('are put into other hands many at once, and do what the preview promised', async () => {
    const second = await grantOfficer('hr')
    const tasks = await Promise.all([office.report(inventor), office.report(inventor)])
    const ids = [...tasks.map((one) => one.task), address('gone' as MatterId, 'formal-check#1')]
    const asked = { tasks: ids, to: 'hr', reason: '分工调整' }
    const preview = await officer.post('/api/tasks/reassign', { ...asked, preview: true })
    expect(preview.body).toMatchObject({ preview: true, counts: { moved: 2, refused: 1, pending: 0 } })
    expect((await second.get('/api/tasks/counts')).body['mine']).toBe(0)
    const done = await officer.post('/api/tasks/reassign', asked)
    expect(done.body).toMatchObject({ preview: false, counts: { moved: 2, refused: 1, pending: 0 } })
    expect((await second.get('/api/tasks/counts')).body['mine']).toBe(2)
    const barred = await officer.post('/api/tasks/reassign', { tasks: [tasks[0].task], to: 'inventor2', preview: true })
    expect(barred.body['items']).toMatchObject([{ outcome: 'refused', refusals: [{ code: 'task/receiver-interested' }] }])
  })
})

describe('a deputy', () => {
  it('works for an absent colleague, in his name', async () => {
    const { id, task } = await office.report(inventor)
    const asset = await office.signIn('asset')
    expect((await asset.post(`/api/tasks/${task}/claim`)).status).toBe(403)
    expect((await officer.post('/api/deputies', { deputy: 'asset', from: '2026-03-02', to: '2026-03-13' })).status).toBe(201)
    expect((await asset.post(`/api/tasks/${task}/claim`)).status).toBe(200)
    expect(itemsOf(await asset.get('/api/tasks?list=mine')).map((one) => one['id'])).toContain(task)
    const trail = itemsOf(await officer.get(`/api/matters/${id}/actions?limit=200`))
    expect(trail.at(-1)).toMatchObject({ kind: 'TaskClaimed', actor: { name: '蒋资样', onBehalfOf: { name: '周模拟' } } })
  })
})
