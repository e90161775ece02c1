import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOffice, type Office, type Someone } from './office.ts'

let office: Office
let inventor: Someone
let officer: Someone

beforeAll(async () => {
  office = await openOffice({ COMMAND_SECONDS: '3' })
  inventor = await office.signIn('inventor1')
  officer = await office.signIn('ipo_officer')
})

afterAll(() => office.close())

describe('a command that finds no worker', () => {
  it('is answered 202, kept, and carried out once when it is asked for again', async () => {
    const { id, task } = await office.report(inventor)
    await office.engine.stopWorker()
    const key = { 'idempotency-key': 'slow-claim' }
    const claimed = await officer.post(`/api/tasks/${task}/claim`, {}, key)
    expect(claimed.status).toBe(202)
    const where = claimed.headers.get('location') ?? ''
    expect((await officer.get(where)).body).toMatchObject({ status: 'pending', name: 'claim-task' })
    expect((await inventor.get(where)).status).toBe(404)
    await office.engine.restartWorker()
    await office.until(async () => expect((await officer.post(`/api/tasks/${task}/claim`, {}, key)).status).toBe(200))
    expect((await officer.get(where)).body).toMatchObject({ status: 'done', answer: { seq: expect.any(Number) } })
    expect((await officer.get(`/api/tasks/${task}`)).body).toMatchObject({ assignee: { id: 'ipo_officer' } })
    expect((await office.engine.actions(id)).filter((one) => one.kind === 'TaskClaimed')).toHaveLength(1)
  })

  it('that opens a matter is answered 202 and opens it later, once', async () => {
    await office.engine.stopWorker()
    const key = { 'idempotency-key': 'slow-report' }
    const asked = { process: 'disclosure', data: office.sample() }
    expect((await inventor.post('/api/matters', asked, key)).status).toBe(202)
    await office.engine.restartWorker()
    const opened = await office.until(async () => {
      const reply = await inventor.post('/api/matters', asked, key)
      expect(reply.status).toBe(201)
      return reply
    })
    expect((await inventor.get('/api/matters?limit=200')).body['items']).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: opened.body['id'] })]),
    )
  })
})

it('a bundle that nobody draws is told to be not available now, and is there when somebody does', async () => {
  const { id } = await office.report(inventor)
  await office.engine.stopWorker()
  const asked = await officer.post(`/api/matters/${id}/bundle`)
  expect([asked.status, asked.headers.get('retry-after')]).toEqual([503, '3'])
  await office.engine.restartWorker()
  await office.until(async () => expect((await officer.post(`/api/matters/${id}/bundle`)).status).toBe(200))
})

describe('a command given before', () => {
  it('is answered as the first time, though it would be refused now', async () => {
    const { task } = await office.report(inventor)
    const key = { 'idempotency-key': 'complete-1' }
    const body = { outcome: 'returned', reason: '摘要不完整', data: {} }
    const first = await officer.post(`/api/tasks/${task}/complete`, body, key)
    expect(first.status).toBe(200)
    const again = await officer.post(`/api/tasks/${task}/complete`, body, key)
    expect(again).toMatchObject({ status: 200, body: { command: first.body['command'], seq: first.body['seq'], repeated: true } })
    expect((await officer.post(`/api/tasks/${task}/complete`, body)).status).toBe(409)
    expect((await officer.post(`/api/tasks/${task}/complete`, { ...body, reason: '另一理由' }, key)).status).toBe(422)
  })
})
