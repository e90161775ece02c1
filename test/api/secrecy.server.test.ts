import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people } from '#cli/demonstration-house.ts'
import { sampleDisclosure } from '#cli/samples/disclosure.ts'
import type { PersonId } from '#domain/actor.ts'
import { findInDatabase } from '../find-in-database.ts'
import { complete, openRig, type Caller, type Json, type Rig } from '../rig.ts'

let rig: Rig
let inventor: Caller

beforeAll(async () => {
  rig = await openRig()
  inventor = await rig.as('inventor1')
})

afterAll(() => rig.close())

const sample = (changes: Json = {}) =>
  JSON.parse(JSON.stringify({ ...sampleDisclosure(['inventor1', 'inventor2', 'inventor3'] as PersonId[]), ...changes })) as Json

describe('a result reported as a state secret', () => {
  const words = ['靛青色机密配方', '密点在第七段']
  let id: string

  beforeAll(async () => {
    const file = await inventor.ask('POST', '/api/attachments?name=plan.txt', {
      raw: words[1] ?? '',
      headers: { 'content-type': 'text/plain' },
    })
    expect(file.status).toBe(201)
    const attachment = String(file.body['id'])
    await inventor.put('/api/processes/disclosure/draft', { fields: { '/titleZh': words[0], '/abstract': words[1] } })
    await inventor.put('/api/processes/disclosure/draft', { fields: { '/secrecyLevel': 'state-secret' } })
    const data = sample({ secrecyLevel: 'state-secret', titleZh: words[0], abstract: words[1], attachments: [attachment] })
    const key = { 'idempotency-key': 'secret-report' }
    const opened = await inventor.post('/api/matters', { process: 'disclosure', data }, key)
    expect(opened.status, opened.text).toBe(201)
    id = String(opened.body['id'])
    expect((await inventor.post('/api/matters', { process: 'disclosure', data }, key)).body).toMatchObject({ id, repeated: true })
    await rig.engine.until(id as never, (state) => state.standing.is === 'closed')
  })

  it('leaves no word of its content in the database, in Temporal or in the log (保守国家秘密法 31)', async () => {
    expect(await findInDatabase(rig, ...words)).toEqual([])
    const histories = await rig.histories()
    expect(histories.includes('secrecyLevel')).toBe(true)
    for (const word of words)
      expect(histories.includes(word) || rig.lines.join('').includes(word) || JSON.stringify(rig.letters).includes(word)).toBe(false)
  })

  it('keeps nothing of it under seal either: neither the file nor the draft', async () => {
    expect(await rig.look("SELECT id FROM attachments WHERE uploaded_by = 'inventor1' AND matter_id IS NULL")).toEqual([])
    expect(await rig.look("SELECT sha256 FROM blobs WHERE sealed_under = 'person/inventor1'")).toEqual([])
    expect(await rig.look("SELECT subject FROM drafts WHERE subject = 'start/disclosure/inventor1'")).toEqual([])
  })

  it('takes no file and shows nothing but where it went', async () => {
    const sent = await inventor.ask('POST', `/api/attachments?name=a.txt&matter=${id}`, {
      raw: 'x',
      headers: { 'content-type': 'text/plain' },
    })
    expect(sent.status).toBe(422)
    expect((await inventor.get(`/api/matters/${id}`)).body).toMatchObject({
      standing: 'closed',
      outcome: { name: 'handed-to-secrecy-office' },
    })
  })
})

describe('a text that bears a secrecy mark though it is said to be none', () => {
  it('is refused, and the refusal repeats nothing of it', async () => {
    const marked = '绝密★三十年 紫铜盘管工艺'
    const refused = await inventor.post('/api/matters', { process: 'disclosure', data: sample({ titleZh: marked }) })
    expect(refused.status).toBe(422)
    expect(refused.text.includes('紫铜盘管')).toBe(false)
    expect(await findInDatabase(rig, '紫铜盘管')).toEqual([])
  })

  it('is kept by no other door either: draft, name of a file, comment, reason, another process', async () => {
    const marked = '机　密★十年 黄铜弯管工艺'
    const officer = await rig.as('ipo_officer')
    const opened = await inventor.post('/api/matters', { process: 'disclosure', data: sample({ titleZh: '一种弯管（示例）' }) })
    const id = String(opened.body['id'])
    const check = await rig.task(id, 'formal-check#1')
    const { secrecyLevel, abstract } = sample()
    const draft = { '/title': marked, '/secrecyLevel': 'state-secret' }
    const doors = [
      await inventor.put('/api/processes/disclosure/draft', { fields: { '/abstract': marked } }),
      await officer.put('/api/processes/pre-filing-assessment/draft', { fields: draft }),
      await inventor.ask('POST', `/api/attachments?name=${encodeURIComponent(marked)}.txt`, {
        raw: 'x',
        headers: { 'content-type': 'text/plain' },
      }),
      await officer.post(`/api/matters/${id}/comments`, { text: marked }),
      await officer.post(`/api/tasks/${check}/complete`, { outcome: 'returned', data: {}, reason: marked }),
      await officer.post('/api/matters', { process: 'pre-filing-assessment', data: { title: marked, secrecyLevel, abstract } }),
      await rig.nobody.post('/api/session', { username: marked, password: 'x' }),
    ]
    for (const { status, text } of doors) {
      expect(status, text.slice(0, 300)).toBe(422)
      expect(text).toContain('desk/classified-mark')
      expect(text.includes('黄铜弯管')).toBe(false)
    }
    expect(await findInDatabase(rig, '黄铜弯管')).toEqual([])
    expect(await rig.look("SELECT subject FROM drafts WHERE subject LIKE 'start/%'")).toEqual([])
    expect((await rig.look("SELECT 1 FROM refusals WHERE asked = 'hand-in'")).length).toBeGreaterThanOrEqual(5)
  })
})

describe('a result that the secrecy office finds to be a state secret', () => {
  const title = '一种砗磲纹理的隐蔽涂层（示例）'
  let id: string

  beforeAll(async () => {
    const opened = await inventor.post('/api/matters', {
      process: 'disclosure',
      data: sample({ titleZh: title, abstract: `${title}。`.repeat(8) }),
    })
    expect(opened.status, opened.text.slice(0, 300)).toBe(201)
    id = String(opened.body['id'])
    await (await rig.as('ipo_officer')).post(`/api/matters/${id}/comments`, { text: `关于${title}` })
    await inventor.ask('POST', `/api/attachments?name=${encodeURIComponent(title)}.txt&matter=${id}`, {
      raw: title,
      headers: { 'content-type': 'text/plain' },
    })
    const check = await rig.task(id, 'formal-check#1')
    await (await rig.as('dept_admin')).post(`/api/tasks/${check}/complete`, { outcome: 'returned', data: {}, reason: `${title}：摘要不清` })
    const revise = await rig.task(id, 'revise#1')
    await inventor.put(`/api/tasks/${revise}/draft`, { fields: { '/titleZh': title } })
    await complete(inventor, revise, 'resubmitted', sample({ titleZh: title, abstract: `${title}。`.repeat(8) }))
    await complete(await rig.as('dept_admin'), await rig.task(id, 'formal-check#2'), 'accepted')
    const screen = await rig.task(id, 'secrecy-screen#1')
    const found = await (
      await rig.as('secrecy')
    ).post(`/api/tasks/${screen}/complete`, { outcome: 'state-secret', data: { mayPublish: false } })
    expect(found.status, found.text.slice(0, 500)).toBe(200)
    await rig.engine.until(id as never, (state) => state.standing.is === 'closed')
  })

  it('is erased: the title stands nowhere in the database (保守国家秘密法 31(iii))', async () => {
    expect(await findInDatabase(rig, '砗磲纹理', '隐蔽涂层')).toEqual([])
    expect(await rig.look('SELECT token FROM matter_tokens WHERE matter_id = $1', [id])).toHaveLength(
      (await rig.look('SELECT token FROM matter_tokens WHERE matter_id = $1 AND token NOT LIKE $2', [id, '%磲%'])).length,
    )
  })

  it('leaves nothing under seal that a key still opens', async () => {
    for (const table of ['drafts', 'comments', 'attachments', 'blobs', 'documents'])
      expect(await rig.look(`SELECT 1 FROM ${table} WHERE matter_id = $1`, [id]), table).toEqual([])
    expect(
      await rig.look(
        "SELECT 1 FROM commands WHERE matter_id = $1 AND status <> 'pending' AND (sealed_request IS NOT NULL OR sealed_answer IS NOT NULL)",
        [id],
      ),
    ).toEqual([])
  })

  it('is reported where its histories could not be deleted, as in skipped time', async () => {
    const incidents = await rig.look('SELECT kind, status, detail::text AS detail FROM incidents WHERE matter_id = $1', [id])
    expect(incidents).toMatchObject([{ kind: 'history-not-erased', status: 'open' }])
    expect(JSON.stringify(incidents)).not.toContain('砗磲')
  })

  it('is shown to nobody any more, and found by no search', async () => {
    for (const account of ['inventor1', 'ipo_officer', 'legal', 'secrecy']) {
      const caller = await rig.as(account)
      for (const path of [
        `/api/matters/${id}`,
        `/api/matters/${id}/actions?limit=200`,
        `/api/matters/${id}/documents`,
        `/api/matters/${id}/comments`,
        `/api/matters/${id}/attachments`,
        `/api/matters/${id}/diagram`,
        '/api/tasks?list=done&limit=200',
        '/api/refusals?limit=200',
      ]) {
        const { status, text } = await caller.get(path)
        expect(status, path).toBe(200)
        expect(text.includes('砗磲'), `${account} ${path}`).toBe(false)
      }
      expect((await caller.get(`/api/search?q=${encodeURIComponent('砗磲纹理')}`)).text.includes(id)).toBe(false)
    }
  })
})

describe('numbers of identity and accounts', () => {
  it('stand in no history of Temporal, no row, no log and no letter, whatever was done', async () => {
    const numbers = people.flatMap(({ identity, account }) => [identity, account]).filter((one) => one !== undefined)
    expect(numbers.length).toBeGreaterThan(30)
    await (await rig.as('inventor2')).patch('/api/people/inventor2', { identity: '990000198001019990', account: '9999000000000777' })
    const all = [...numbers, '990000198001019990', '9999000000000777']
    const told = [await rig.histories(), rig.lines.join('\n'), JSON.stringify(rig.letters)].join('\n')
    expect(all.filter((number) => told.includes(number))).toEqual([])
    expect(await findInDatabase(rig, ...all)).toEqual([])
  })
})
