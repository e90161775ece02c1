import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TaskId } from '#domain/state.ts'
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

describe('a report over HTTP', () => {
  it('is opened, numbered, pinned to a policy that can be looked up, and found again', async () => {
    const { id, number } = await office.report(inventor)
    const { body } = await inventor.get(`/api/matters/${id}`)
    expect(body).toMatchObject({
      id,
      number,
      standing: 'open',
      masked: false,
      whereabouts: [{ step: { name: 'formal-check' }, myTurn: false }],
    })
    const { body: process } = await inventor.get('/api/processes/disclosure')
    expect(body['policyVersion']).toBe((process['policy'] as { version: string }).version)
    expect(itemsOf(await officer.get(`/api/matters?q=${encodeURIComponent(number)}`)).map((row) => row['id'])).toContain(id)
  })

  it('is opened once for a key, and the repetition is answered with the same matter', async () => {
    const answers = await Promise.all([office.report(inventor, 'press-1'), office.report(inventor, 'press-1')])
    expect(answers[0]).toEqual(answers[1])
    const again = await inventor.post('/api/matters', { process: 'disclosure', data: office.sample() }, { 'idempotency-key': 'press-1' })
    expect(again).toMatchObject({ status: 201, body: { id: answers[0].id, repeated: true } })
  })

  it('is refused under a key that was used for another content', async () => {
    await office.report(inventor, 'press-2')
    const other = { ...office.sample(), titleZh: '（示例）另一项成果' }
    const { status, body } = await inventor.post('/api/matters', { process: 'disclosure', data: other }, { 'idempotency-key': 'press-2' })
    expect(status).toBe(422)
    expect(body).toMatchObject({ refusals: [{ code: 'desk/key-reused' }] })
  })

  it('is told every fault of its form by field', async () => {
    const { status, body } = await inventor.post('/api/matters', { process: 'disclosure', data: { secrecyLevel: 'none', titleZh: '' } })
    expect(status).toBe(422)
    expect((body['errors'] as Rows).every((one) => String(one['field']).startsWith('/data'))).toBe(true)
    expect((body['errors'] as Rows).length).toBeGreaterThan(3)
  })

  it('is refused by the law with rule, fact and remedy, and the refusal is on record', async () => {
    const sample = office.sample()
    const inventors = (sample['inventors'] as { contributionBp: number }[]).map((one) => ({ ...one, contributionBp: 1 }))
    const { status, body } = await inventor.post('/api/matters', { process: 'disclosure', data: { ...sample, inventors } })
    expect(status).toBe(422)
    const [refusal] = body['refusals'] as { code: string; remedy: string; citations: unknown[] }[]
    expect(refusal?.remedy).toBeTruthy()
    expect(refusal?.citations.length).toBeGreaterThan(0)
    const log = itemsOf(await officer.get(`/api/refusals?code=${encodeURIComponent(refusal?.code ?? '')}`))
    expect(log[0]).toMatchObject({ asked: 'open-matter', person: { id: 'inventor1' } })
  })

  it('of a state secret leaves nothing of its content anywhere in the database', async () => {
    const marker = '绝密配方甲乙丙丁'
    const data = { ...office.sample(), secrecyLevel: 'state-secret', titleZh: marker, abstract: marker.repeat(20) }
    const { status, body } = await inventor.post('/api/matters', { process: 'disclosure', data }, { 'idempotency-key': 'secret-1' })
    expect(status, JSON.stringify(body)).toBe(201)
    const draft = await inventor.put('/api/processes/disclosure/draft', { fields: { '/secrecyLevel': 'state-secret', '/titleZh': marker } })
    expect(draft.body).toMatchObject({ data: { secrecyLevel: 'state-secret' } })
    const { body: matter } = await officer.get(`/api/matters/${String(body['id'])}`)
    expect(JSON.stringify(matter)).not.toContain(marker)
    expect(office.lines.join('')).not.toContain(marker)
    const database = new Client({ connectionString: office.engine.database.ownerUrl })
    await database.connect()
    const { rows } = await database.query<{ found: number }>(
      `SELECT count(*)::int AS found FROM commands c WHERE c::text LIKE '%' || $1 || '%'`,
      [marker],
    )
    await database.end()
    expect(rows[0]?.found).toBe(0)
  })
})

describe('who sees a matter', () => {
  it('is whoever is tied to it and the office; to everybody else it does not exist', async () => {
    const { id } = await office.report(inventor)
    const [coInventor, secretary, evaluator, finance] = await Promise.all(
      ['inventor2', 'dept_admin', 'evaluator1', 'finance'].map((one) => office.signIn(one)),
    )
    expect((await coInventor?.get(`/api/matters/${id}`))?.status).toBe(200)
    expect((await secretary?.get(`/api/matters/${id}`))?.body).toMatchObject({ masked: false })
    for (const path of ['', '/actions', '/documents', '/deadlines', '/comments', '/attachments', '/diagram']) {
      expect((await evaluator?.get(`/api/matters/${id}${path}`))?.status, path).toBe(404)
    }
    const masked = await finance?.get(`/api/matters/${id}`)
    expect(masked).toMatchObject({ status: 200, body: { masked: true, title: null, people: [], results: [] } })
    expect(JSON.stringify(masked?.body)).not.toContain('育苗')
    expect(JSON.stringify((await finance?.get('/api/matters'))?.body)).not.toContain('育苗')
    expect(JSON.stringify((await finance?.get(`/api/search?q=${encodeURIComponent('育苗基质')}`))?.body)).not.toContain(id)
  })

  it('leaves a line in its reading log', async () => {
    const { id } = await office.report(inventor)
    await inventor.get(`/api/matters/${id}`)
    const readings = itemsOf(await officer.get(`/api/matters/${id}/readings`))
    expect(readings).toEqual(
      expect.arrayContaining([expect.objectContaining({ what: 'matter', person: expect.objectContaining({ id: 'inventor1' }) })]),
    )
  })

  it('notes of the office and of counsel are never shown to the inventors', async () => {
    const { id } = await office.report(inventor)
    const legal = await office.signIn('legal')
    const hr = await office.signIn('hr')
    expect((await officer.post(`/api/matters/${id}/comments`, { text: '请补充实验记录', mentions: ['inventor1'] })).status).toBe(201)
    expect((await officer.post(`/api/matters/${id}/comments`, { text: '内部意见', visibility: 'office' })).status).toBe(201)
    expect((await legal.post(`/api/matters/${id}/comments`, { text: '律师意见', visibility: 'privileged' })).status).toBe(201)
    expect(itemsOf(await inventor.get(`/api/matters/${id}/comments`)).map((one) => one['text'])).toEqual(['请补充实验记录'])
    expect(itemsOf(await officer.get(`/api/matters/${id}/comments`))).toHaveLength(3)
    expect((await inventor.post(`/api/matters/${id}/comments`, { text: '?', visibility: 'office' })).status).toBe(403)
    expect((await hr.post(`/api/matters/${id}/comments`, { text: '?' })).status).toBe(404)
  })

  it('a comment is written once for a key', async () => {
    const { id } = await office.report(inventor)
    const key = { 'idempotency-key': 'comment-1' }
    const first = await officer.post(`/api/matters/${id}/comments`, { text: '一次' }, key)
    expect((await officer.post(`/api/matters/${id}/comments`, { text: '一次' }, key)).body).toEqual(first.body)
    expect(itemsOf(await officer.get(`/api/matters/${id}/comments`))).toHaveLength(1)
  })
})

describe('the course of a matter', () => {
  it('is withdrawn by its applicant alone, and then closed to everybody', async () => {
    const { id, task } = await office.report(inventor)
    expect((await officer.post(`/api/matters/${id}/withdraw`, { reason: '?' })).status).toBe(403)
    expect((await inventor.post(`/api/matters/${id}/withdraw`, {})).status).toBe(422)
    expect((await inventor.post(`/api/matters/${id}/withdraw`, { reason: '实验需要重做' })).status).toBe(200)
    await office.engine.until(id, (state) => state.standing.is === 'closed')
    const late = await officer.post(`/api/tasks/${task}/claim`)
    expect(late).toMatchObject({ status: 409, body: { refusals: [{ code: 'matter/closed' }] } })
    expect((await inventor.get(`/api/matters/${id}`)).body).toMatchObject({
      standing: 'closed',
      outcome: { name: 'withdrawn', label: expect.stringContaining('撤回') },
    })
  })

  it('stops service days while it is suspended, and says so', async () => {
    const { id, task } = await office.report(inventor)
    expect((await inventor.post(`/api/matters/${id}/suspend`, { reason: '?' })).status).toBe(403)
    expect((await officer.post(`/api/matters/${id}/suspend`, { reason: '等待合作单位' })).status).toBe(200)
    expect((await officer.post(`/api/tasks/${task}/claim`)).status).toBe(409)
    expect((await inventor.get(`/api/matters/${id}`)).body).toMatchObject({ standing: 'suspended', suspended: { reason: '等待合作单位' } })
    expect((await officer.post(`/api/matters/${id}/resume`)).status).toBe(200)
    expect((await officer.post(`/api/matters/${id}/resume`)).body).toMatchObject({ refusals: [{ code: 'matter/not-suspended' }] })
  })

  it('is told in sentences, oldest first, page by page', async () => {
    const { id, task } = await office.report(inventor)
    await officer.post(`/api/tasks/${task}/claim`)
    const first = await inventor.get(`/api/matters/${id}/actions?limit=2`)
    const rest = await inventor.get(`/api/matters/${id}/actions?limit=200&cursor=${String(first.body['next'])}`)
    const trail = [...itemsOf(first), ...itemsOf(rest)]
    expect(trail.map((one) => one['seq'])).toEqual(trail.map((_, place) => place + 1))
    expect(trail.at(-1)).toMatchObject({ kind: 'TaskClaimed', sentence: expect.stringContaining('知识产权') })
    expect(JSON.stringify(trail)).not.toContain('周模拟')
    const told = itemsOf(await officer.get(`/api/matters/${id}/actions?limit=200`))
    expect(told.at(-1)).toMatchObject({ sentence: expect.stringContaining('周模拟'), hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  it('shows its due days with their derivation, and where it stands on the drawing', async () => {
    const { id } = await office.report(inventor)
    const deadlines = itemsOf(await inventor.get(`/api/matters/${id}/deadlines`))
    expect(deadlines).toMatchObject([
      { source: 'task', due: { on: '2026-03-09', derivation: expect.arrayContaining([expect.objectContaining({ kind: 'counted' })]) } },
    ])
    const { body } = await inventor.get(`/api/matters/${id}/diagram`)
    expect(body).toMatchObject({ conforms: true, active: [{ element: 'formal-check' }] })
  })

  it('is corrected by two people: one proposes, another decides', async () => {
    const { id, task } = await office.report(inventor)
    await officer.post(`/api/tasks/${task}/complete`, { outcome: 'accepted', data: await office.formalCheck(id) })
    await office.engine.until(id, (state) => state.results['formal-check#1'] !== undefined)
    const proposal = { do: 'propose', step: 'formal-check#1', data: await office.formalCheck(id), reason: '录入有误' }
    expect((await inventor.post(`/api/matters/${id}/correct`, proposal)).status).toBe(403)
    expect((await officer.post(`/api/matters/${id}/correct`, proposal)).status).toBe(200)
    const [correction] = (await officer.get(`/api/matters/${id}`)).body['corrections'] as { id: string; decide: { may: boolean } }[]
    expect(correction?.decide.may).toBe(false)
    const decision = { do: 'decide', correction: correction?.id, approved: false, reason: '原记录无误' }
    expect((await officer.post(`/api/matters/${id}/correct`, decision)).body).toMatchObject({
      refusals: [{ code: 'correction/second-person' }],
    })
    const legal = await office.signIn('legal')
    expect((await legal.post(`/api/matters/${id}/correct`, decision)).status).toBe(200)
  })

  it('refuses a message that it does not await', async () => {
    const { id } = await office.report(inventor)
    expect((await inventor.post(`/api/matters/${id}/messages/no-such`, { data: {} })).status).toBe(404)
  })
})

describe('the papers of a matter', () => {
  it('are issued on the way and given to whoever may know the matter', async () => {
    const { id, task } = await office.report(inventor)
    const complete = async (address: string, body: unknown, who = officer) =>
      expect((await who.post(`/api/tasks/${address}/complete`, body)).status).toBe(200)
    await complete(task, { outcome: 'accepted', data: await office.formalCheck(id) })
    await office.engine.until(id, (state) => state.tasks['secrecy-screen#1'] !== undefined || state.papers.length > 0)
    const secrecy = await office.signIn('secrecy')
    await office.until(async () => {
      const state = await office.engine.state(id)
      if (state.tasks['secrecy-screen#1'] === undefined) throw new Error('not there yet')
    })
    await complete(taskAddress(id, 'secrecy-screen#1' as TaskId), { outcome: 'none', data: { mayPublish: true } }, secrecy)
    const state = await office.engine.until(id, (now) => now.papers.length > 0)
    const papers = itemsOf(await inventor.get(`/api/matters/${id}/documents`))
    expect(papers).toHaveLength(state.papers.length)
    const paper = papers[0] as { href: string; sha256: string; readings: { href: string }[] }
    const { bytes, headers } = await inventor.get(paper.href)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(headers.get('etag')).toBe(`"${paper.sha256}"`)
    expect((await inventor.get(paper.readings[0]?.href ?? '')).bytes.subarray(0, 5).toString()).toBe('%PDF-')
    const evaluator = await office.signIn('evaluator1')
    expect((await evaluator.get(paper.href)).status).toBe(404)
    const [once, again] = [await officer.post(`/api/matters/${id}/bundle`), await inventor.post(`/api/matters/${id}/bundle`)]
    expect(once.headers.get('content-type')).toContain('application/pdf')
    expect(once.bytes.equals(again.bytes)).toBe(true)
    expect((await evaluator.post(`/api/matters/${id}/bundle`)).status).toBe(404)
  })
})

describe('a process with a door of its own', () => {
  it.each([
    ['licence-take-up', '/api/open-licences/{id}/letters', 'ipo_officer'],
    ['notice-objection', '/api/notices/{id}/letters', 'ipo_officer'],
    ['receipt', '/api/receipts', 'finance'],
  ])('%s: is opened by it alone, and the refusal names it', async (process, route, username) => {
    const who = await office.signIn(username)
    const refused = await who.post('/api/matters', { process, data: {} })
    expect(refused.status).toBe(422)
    expect(refused.body).toMatchObject({ refusals: [{ code: 'matter/own-door', fact: { route } }] })
    expect(JSON.stringify(refused.body)).toContain(`POST ${route}`)
    expect((await who.get(`/api/processes/${process}`)).body).toMatchObject({ door: route })
  })
})
