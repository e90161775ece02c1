import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InstitutionId } from '#domain/actor.ts'
import type { MatterId, TaskId } from '#domain/state.ts'
import { taskAddress } from '#schemas/api/task-address.ts'
import { takeOutbox } from '#store/outbox.ts'
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

async function mailed(kind: 'link' | 'link-code'): Promise<{ readonly [name: string]: string }> {
  const tellings = await takeOutbox(office.engine.store, 'demonstration' as InstitutionId, 500, 0)
  const last = tellings.filter((one) => one.kind === kind).at(-1)
  return (last?.body['facts'] ?? {}) as { [name: string]: string }
}

/** A report that was returned: its revision waits for the applicant by name. */
async function returned(): Promise<{ id: MatterId; revise: string }> {
  const { id, task } = await office.report(inventor)
  await officer.post(`/api/tasks/${task}/complete`, { outcome: 'returned', reason: '摘要不完整', data: {} })
  await office.engine.until(id, (state) => state.tasks['revise#1'] !== undefined)
  return { id, revise: taskAddress(id, 'revise#1' as TaskId) }
}

async function linkFor(task: string, person = 'inventor1'): Promise<string> {
  const made = await officer.post('/api/links', { task, person })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const { url = '' } = await mailed('link')
  return `/api/links/${url.split('/').at(-1)}`
}

async function codeFor(link: string): Promise<string> {
  expect((await office.ask('POST', `${link}/code`, { body: {} })).status).toBe(204)
  return (await mailed('link-code'))['code'] ?? ''
}

describe('a one-time link', () => {
  it('is made by the office, for somebody who may do the task', async () => {
    const { revise } = await returned()
    expect((await inventor.post('/api/links', { task: revise, person: 'inventor1' })).status).toBe(403)
    expect((await officer.post('/api/links', { task: revise, person: 'inventor2' })).body).toMatchObject({
      refusals: [{ code: 'link/person-not-candidate' }, {}],
    })
    const made = await officer.post('/api/links', { task: revise, person: 'inventor1' })
    expect(made.body).toMatchObject({ mailTo: 'i…1@example.org' })
  })

  it('shows what it is for and nothing of the content, however often a mail scanner looks', async () => {
    const { id, revise } = await returned()
    const link = await linkFor(revise)
    const seq = (await office.engine.state(id)).seq
    for (let look = 0; look < 5; look += 1) {
      const { body } = await office.ask('GET', link)
      expect(body).toMatchObject({ state: 'ready', step: { name: 'revise' }, mailTo: 'i…1@example.org' })
      expect(JSON.stringify(body)).not.toMatch(/育苗|林示例/)
    }
    expect((await office.engine.state(id)).seq).toBe(seq)
  })

  it('opens by the code that was mailed apart, and acts once', async () => {
    const { id, revise } = await returned()
    const link = await linkFor(revise)
    expect((await office.ask('POST', `${link}/open`, { body: { code: '000000' } })).body).toMatchObject({
      refusals: [{ code: 'link/code-not-sent' }],
    })
    const code = await codeFor(link)
    expect((await office.ask('GET', link)).body).toMatchObject({ codeSent: true })
    const opened = await office.ask('POST', `${link}/open`, { body: { code } })
    expect(opened).toMatchObject({ status: 200, body: { person: '林示例', form: { key: 'disclosure/revise' } } })
    const act = { code, outcome: 'resubmitted', data: office.sample(), contentHash: opened.body['contentHash'] }
    expect((await office.ask('POST', link, { body: { ...act, contentHash: 'other' } })).body).toMatchObject({
      refusals: [{ code: 'link/content-changed' }],
    })
    expect((await office.ask('POST', link, { body: { ...act, data: {} } })).status).toBe(422)
    const done = await Promise.all([1, 2].map(() => office.ask('POST', link, { body: act })))
    expect(done.map((one) => one.status).sort()).toEqual([200, 409])
    expect((await office.ask('GET', link)).body).toMatchObject({ state: 'used' })
    const completed = (await office.engine.actions(id)).filter((one) => one.kind === 'TaskCompleted').at(-1)
    expect(completed?.actor).toMatchObject({ person: 'inventor1', as: 'self', byLink: true })
  })

  it('is closed to whoever guesses the code', async () => {
    const { revise } = await returned()
    const link = await linkFor(revise)
    const code = await codeFor(link)
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
    for (let guess = 0; guess < 5; guess += 1)
      expect((await office.ask('POST', `${link}/open`, { body: { code: wrong } })).status).toBe(403)
    expect((await office.ask('POST', `${link}/open`, { body: { code } })).body).toMatchObject({
      refusals: [{ code: 'link/code-not-sent' }],
    })
  })

  it('is over when its task is done by other means, and one that was never made does not exist', async () => {
    const { revise } = await returned()
    const link = await linkFor(revise)
    expect((await inventor.post(`/api/tasks/${revise}/complete`, { outcome: 'resubmitted', data: office.sample() })).status).toBe(200)
    expect((await office.ask('GET', link)).body).toMatchObject({ state: 'used' })
    expect((await office.ask('POST', `${link}/code`, { body: {} })).status).toBe(409)
    expect((await office.ask('GET', '/api/links/demonstration.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')).status).toBe(404)
  })
})

describe('an attachment', () => {
  const pdf = Buffer.from('%PDF-1.7\n%示例\n1 0 obj\n')
  const send = (who: Someone, query: string, type: string, bytes: Buffer, more: { [name: string]: string } = {}) =>
    office.ask('POST', `/api/attachments?${query}`, {
      headers: { cookie: who.cookie, 'content-type': type, ...more },
      raw: new Uint8Array(bytes),
    })

  it('is kept under its hash and given back byte for byte, as a download', async () => {
    const { id } = await office.report(inventor)
    const name = encodeURIComponent('实验 记录.pdf')
    const { status, body } = await send(inventor, `name=${name}&matter=${id}`, 'application/pdf', pdf)
    expect(status).toBe(201)
    expect(body).toMatchObject({ name: '实验 记录.pdf', size: pdf.length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    const back = await officer.get(String(body['href']))
    expect(back.bytes.equals(pdf)).toBe(true)
    expect(back.headers.get('content-disposition')).toMatch(/^attachment;/)
    expect(back.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await inventor.get(`/api/matters/${id}/attachments`)).body).toMatchObject({ items: [{ id: body['id'] }] })
    const stranger = await office.signIn('evaluator1')
    expect((await stranger.get(String(body['href']))).status).toBe(404)
    expect((await send(stranger, `name=x.pdf&matter=${id}`, 'application/pdf', pdf)).status).toBe(404)
  })

  it('without a matter is its uploader’s alone until the matter is opened with it', async () => {
    const { body } = await send(inventor, 'name=a.pdf', 'application/pdf', pdf)
    expect((await officer.get(String(body['href']))).status).toBe(404)
    expect((await inventor.get(String(body['href']))).status).toBe(200)
    const opened = await inventor.post('/api/matters', { process: 'disclosure', data: { ...office.sample(), attachments: [body['id']] } })
    expect(opened.status, JSON.stringify(opened.body)).toBe(201)
    expect((await officer.get(`/api/matters/${String(opened.body['id'])}/attachments`)).body).toMatchObject({ items: [{ id: body['id'] }] })
  })

  it.each([
    ['application/pdf', Buffer.from('MZ this is a program'), 'attachment/type-differs'],
    ['text/html', Buffer.from('<script>'), 'attachment/type-not-allowed'],
    ['application/pdf', Buffer.alloc(0), 'attachment/empty'],
  ])('is refused as %s where it is none', async (type, bytes, code) => {
    expect(await send(inventor, 'name=x', type, bytes)).toMatchObject({ status: 422, body: { refusals: [{ code }] } })
  })

  it('is kept once for a key', async () => {
    const key = { 'idempotency-key': 'file-1' }
    const first = await send(inventor, 'name=b.pdf', 'application/pdf', pdf, key)
    expect((await send(inventor, 'name=b.pdf', 'application/pdf', pdf, key)).body).toEqual(first.body)
    expect((await send(inventor, 'name=c.pdf', 'application/pdf', pdf, key)).status).toBe(422)
  })
})
