import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstration } from '#cli/demonstration-house.ts'
import { sampleDisclosure } from '#cli/samples/disclosure.ts'
import * as sample from '#cli/samples/public-notice.ts'
import type { PersonId } from '#domain/actor.ts'
import { processes } from '#domain/registry.gen.ts'
import type { MatterId } from '#domain/state.ts'
import { rebuildRecord } from '#store/record/rebuild.ts'
import { verifyRecord } from '#store/record/verify.ts'
import { findInDatabase } from '../find-in-database.ts'
import { complete, openRig, type Caller, type Json, type Rig } from '../rig.ts'

const team = ['inventor1', 'inventor2', 'inventor3'] as PersonId[]
const report = { level: 'to-be-fixed', reference: 'BM2026-0007', contact: '010-99990000' }

let rig: Rig
let inventor: Caller
let officer: Caller
let secrecy: Caller

beforeAll(async () => {
  rig = await openRig()
  inventor = await rig.as('inventor1')
  officer = await rig.as('ipo_officer')
  secrecy = await rig.as('secrecy')
})

afterAll(() => rig.close())

async function disclose(title: string): Promise<string> {
  const data = JSON.parse(JSON.stringify({ ...sampleDisclosure(team), titleZh: title, abstract: `${title}。`.repeat(8) })) as Json
  const opened = await inventor.post('/api/matters', { process: 'disclosure', data })
  expect(opened.status, opened.text.slice(0, 300)).toBe(201)
  return String(opened.body['id'])
}

const reportSecret = (caller: Caller, id: string, body: object = report) => caller.post(`/api/matters/${id}/report-secret`, body)
const isErased = (id: string) =>
  rig.engine.until(id as MatterId, ({ erased, standing }) => erased !== undefined && standing.is === 'closed')
const codesOf = (body: Json) => (body['refusals'] as readonly Json[] | undefined)?.map(({ code }) => code)

/** What still lies beside the record of a matter, and what a key still opens. */
async function listLeft(id: string): Promise<string[]> {
  const left: string[] = []
  for (const table of ['drafts', 'comments', 'attachments', 'blobs', 'documents', 'publications', 'matter_subjects']) {
    const rows = await rig.look(`SELECT 1 FROM ${table} WHERE matter_id = $1`, [id])
    left.push(...rows.map(() => table))
  }
  // What was due of a task says no more than its day.
  const due = await rig.look("SELECT 1 FROM deadlines WHERE matter_id = $1 AND source <> 'task'", [id])
  const sealed = await rig.look(
    `SELECT kind FROM actions a JOIN matter_keys k ON k.institution_id = a.institution_id AND k.matter_id = a.matter_id
      AND k.generation = a.key_generation WHERE a.matter_id = $1 AND a.kind NOT IN ('ContentErased', 'MatterClosed')`,
    [id],
  )
  return [...left, ...due.map(() => 'deadlines'), ...sealed.map(() => 'actions')]
}

describe('a result found to be a state secret while its ownership is looked into', () => {
  const title = '一种砗磲纹理的隐蔽涂层（示例）'
  let id: string

  beforeAll(async () => {
    id = await disclose(title)
    await officer.post(`/api/matters/${id}/comments`, { text: `关于${title}` })
    const file = `/api/attachments?name=${encodeURIComponent(title)}.txt&matter=${id}`
    await inventor.ask('POST', file, { raw: title, headers: { 'content-type': 'text/plain' } })
    await complete(await rig.as('dept_admin'), await rig.task(id, 'formal-check#1'), 'accepted')
    await complete(secrecy, await rig.task(id, 'secrecy-screen#1'), 'none', { mayPublish: true })
    const finding = await rig.task(id, 'ownership-finding#1')
    await (await rig.as('legal')).put(`/api/tasks/${finding}/draft`, { fields: { '/remarks': title } })
    expect((await secrecy.get(`/api/search?q=${encodeURIComponent('砗磲纹理')}`)).text).toContain(id)
  })

  it('is reported by nobody but the secrecy office, to whom every other is sent (保守国家秘密法 31(iii), 47)', async () => {
    for (const account of ['ipo_officer', 'legal', 'asset']) {
      const { status, body } = await reportSecret(await rig.as(account), id)
      expect([account, status]).toEqual([account, 403])
      const [refusal] = body['refusals'] as readonly Json[]
      expect(refusal).toMatchObject({ code: 'matter/not-secrecy-office', citations: [{ law: '保守国家秘密法', article: '31(iii)' }, {}] })
      expect(refusal?.['remedy']).toContain('涉密渠道')
    }
    expect((await reportSecret(inventor, id)).status).toBe(403)
    expect((await secrecy.get(`/api/matters/${id}`)).body['may']).toMatchObject({ reportSecret: { may: true } })
  })

  it('is reported without a sentence of its content: no field takes one', async () => {
    for (const wrong of [{ reference: title }, { contact: title }, { level: title }, { reason: title }])
      expect((await reportSecret(secrecy, id, { ...report, ...wrong })).status, JSON.stringify(wrong)).toBe(422)
    expect((await rig.engine.state(id as MatterId)).erased).toBeUndefined()
  })

  it('is frozen and hidden by the report itself, and closed when everything is gone (9.21)', async () => {
    const { status, body, text } = await reportSecret(secrecy, id)
    expect(status, text).toBe(200)
    expect(body['related']).toEqual([])
    const state = await rig.engine.state(id as MatterId)
    expect(state).toMatchObject({ data: {}, results: {}, papers: [], erased: { contact: report.contact } })
    const late = await officer.post(`/api/matters/${id}/suspend`, { reason: '核查' })
    expect(late.status).toBe(409)
    await isErased(id)
    expect((await secrecy.get(`/api/matters/${id}`)).body).toMatchObject({
      title: '',
      outcome: { name: 'handed-to-secrecy-office', label: '已转保密渠道' },
      erased: { contact: report.contact },
    })
    expect((await reportSecret(secrecy, id)).status).toBe(409)
  })

  it('stands nowhere in the database, and nothing of it is left that a key opens', async () => {
    expect(await findInDatabase(rig, '砗磲纹理', '隐蔽涂层')).toEqual([])
    expect(await listLeft(id)).toEqual([])
    expect(await rig.histories()).not.toContain('砗磲')
  })

  it('is shown to nobody any more and found by no search; who read it stays in the log', async () => {
    for (const account of ['inventor1', 'ipo_officer', 'legal', 'secrecy']) {
      const caller = await rig.as(account)
      for (const part of ['', '/actions?limit=200', '/documents', '/comments', '/attachments', '/diagram', '/deadlines']) {
        const { status, text } = await caller.get(`/api/matters/${id}${part}`)
        expect([part, status, text.includes('砗磲')]).toEqual([part, 200, false])
      }
      expect((await caller.get(`/api/search?q=${encodeURIComponent('砗磲纹理')}`)).text.includes(id)).toBe(false)
      expect((await caller.get('/api/tasks?list=done&limit=200')).text.includes('砗磲')).toBe(false)
    }
    expect((await rig.look('SELECT 1 FROM read_log WHERE matter_id = $1', [id])).length).toBeGreaterThan(0)
    const { body } = await secrecy.get(`/api/matters/${id}/actions?limit=200`)
    const erased = (body['items'] as readonly Json[]).find(({ kind }) => kind === 'ContentErased')
    expect(erased).toMatchObject({ actor: { name: expect.any(String) }, facts: { found: { reference: report.reference } } })
  })
})

describe('a notice of a result that turns out to be a state secret', () => {
  it('comes down with the report, which names what hangs on it (9.21)', async () => {
    const subject = { title: '一种鲎血清的示例试剂' }
    const data = sample.sampleNotice('PRICE', team, { subject: { ...sample.sampleNotice('PRICE', team).subject, ...subject } })
    const opened = await officer.post('/api/matters', { process: 'public-notice', data })
    expect(opened.status, opened.text.slice(0, 300)).toBe(201)
    const id = String(opened.body['id'])
    await complete(await rig.as('asset'), await rig.task(id, 'approve#1'), 'post', sample.samplePosting(rig.officeClock.today()))
    await rig.until(async () => expect((await rig.nobody.get(`/api/notices/${id}`)).text).toContain('鲎血清'))
    expect((await rig.nobody.post(`/api/notices/${id}/objections`, sample.sampleLetter)).status).toBe(201)

    const { status, body, text } = await reportSecret(secrecy, id)
    expect(status, text).toBe(200)
    const [objection, ...others] = body['related'] as readonly Json[]
    expect(others).toEqual([])
    expect(objection).toMatchObject({ process: { name: 'notice-objection' }, standing: 'open' })
    expect((await rig.nobody.get(`/api/notices/${id}`)).status).toBe(404)
    expect((await rig.nobody.get('/api/notices')).text).not.toContain('鲎血清')
    await isErased(id)

    // What hangs on it holds its title, and is reported in its turn.
    const child = String(objection?.['id'])
    expect((await reportSecret(secrecy, child)).body).toMatchObject({ related: [] })
    await isErased(child)
    expect(await findInDatabase(rig, '鲎血清')).toEqual([])
    expect([...(await listLeft(id)), ...(await listLeft(child))]).toEqual([])
  })
})

describe('a result whose matter was over when the secret was found', () => {
  it('is erased by its own story, begun again for that; the matter stays as it ended (9.21)', async () => {
    const id = await disclose('一种犰狳甲片的示例护具')
    expect((await inventor.post(`/api/matters/${id}/withdraw`, { reason: '犰狳甲片须补实验' })).status).toBe(200)
    await rig.engine.until(id as MatterId, ({ standing }) => standing.is === 'closed')
    const { status, text } = await reportSecret(secrecy, id)
    expect(status, text).toBe(200)
    await rig.until(async () => expect(await listLeft(id)).toEqual([]))
    expect(await rig.engine.state(id as MatterId)).toMatchObject({ data: {}, standing: { is: 'closed', outcome: 'withdrawn' } })
    expect(await findInDatabase(rig, '犰狳甲片')).toEqual([])
    expect((await reportSecret(secrecy, id)).body['refusals']).toMatchObject([{ code: 'matter/content-erased' }])
    expect(codesOf((await officer.post(`/api/matters/${id}/suspend`, { reason: '核查' })).body)).toEqual(['matter/closed'])
  })
})

it('the chains still verify and the lists are what the record says', async () => {
  expect(await verifyRecord(rig.store, demonstration.id)).toMatchObject({ ok: true })
  expect(await rebuildRecord(rig.store, demonstration.id, processes)).toMatchObject({ erased: 4, differences: [] })
})
