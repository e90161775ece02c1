import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMetrics } from '#api/metrics.ts'
import { createRoutes } from '#api/routes.ts'
import { demonstrationPassword } from '#cli/demonstration-house.ts'
import { openOffice, type Office, type Someone } from './office.ts'

let office: Office
let admin: Someone

beforeAll(async () => {
  office = await openOffice({ SIGN_INS_PER_QUARTER: '100', METRICS_TOKEN: 'measure-me' })
  admin = await office.signIn('sysadmin')
})

afterAll(() => office.close())

describe('signing in', () => {
  it('sets a cookie that scripts cannot read and other sites cannot send', async () => {
    const { headers, body } = await office.ask('POST', '/api/session', { body: { username: 'Inventor1', password: demonstrationPassword } })
    expect(headers.getSetCookie()[0]).toMatch(/^conveyance_session=.*HttpOnly; SameSite=Strict/)
    expect(body).toMatchObject({
      person: { id: 'inventor1' },
      roles: [{ role: 'inventor' }],
      mayStart: expect.arrayContaining([expect.objectContaining({ name: 'disclosure' })]),
    })
  })

  it('says the same of a wrong password and an unknown name', async () => {
    const wrong = await office.ask('POST', '/api/session', { body: { username: 'legal', password: 'wrong password 1' } })
    const unknown = await office.ask('POST', '/api/session', { body: { username: 'nobody', password: 'wrong password 1' } })
    expect(wrong.status).toBe(401)
    expect(unknown.body).toEqual(wrong.body)
  })

  it('ends with signing out: the cookie then opens nothing', async () => {
    const someone = await office.signIn('evaluator1')
    expect((await someone.get('/api/me')).status).toBe(200)
    expect((await someone.drop('/api/session')).status).toBe(204)
    expect((await someone.get('/api/me')).status).toBe(401)
  })

  it('with another password ends the other sessions and keeps this one', async () => {
    const [here, there] = [await office.signIn('committee1'), await office.signIn('committee1')]
    expect((await here.put('/api/me/password', { current: 'not mine at all', next: 'a much better password' })).status).toBe(422)
    expect((await here.put('/api/me/password', { current: demonstrationPassword, next: 'aaaaaaaaaaaaaaaa' })).status).toBe(422)
    expect((await here.put('/api/me/password', { current: demonstrationPassword, next: 'a much better password' })).status).toBe(204)
    expect((await here.get('/api/me')).status).toBe(200)
    expect((await there.get('/api/me')).status).toBe(401)
  })

  it('by a token is for programs: shown once, revocable, needing no site', async () => {
    const made = await admin.post('/api/me/tokens', { name: 'nightly', days: 7 })
    const authorization = `Bearer ${String(made.body['token'])}`
    const call = () => office.ask('GET', '/api/me', { headers: { authorization } })
    expect((await call()).body).toMatchObject({ person: { id: 'sysadmin' } })
    const crossing = { authorization, origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
    expect((await office.ask('POST', '/api/verify', { headers: crossing, body: {} })).status).toBe(200)
    expect(JSON.stringify((await admin.get('/api/me/tokens')).body)).not.toContain(String(made.body['token']).split('.')[1])
    expect((await admin.drop(`/api/me/tokens/${String(made.body['id'])}`)).status).toBe(204)
    expect((await call()).status).toBe(401)
  })
})

describe('a request from another site', () => {
  it.each([{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'https://evil.example' }, { origin: 'null' }])(
    'changes nothing though it carries the cookie: %j',
    async (headers) => {
      expect((await office.ask('POST', '/api/verify', { headers: { cookie: admin.cookie, ...headers }, body: {} })).status).toBe(403)
    },
  )

  it('cannot be sent by a form: only JSON is taken', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const reply = await office.ask('POST', '/api/verify', { headers: { cookie: admin.cookie, 'content-type': type }, raw: '{}' })
      expect(reply.status, type).toBe(400)
    }
  })
})

describe('bad input', () => {
  const json = { 'content-type': 'application/json' }

  it.each(['{', '', 'nul', '{"a":1}}', '[1,'])('that is no JSON is 400: %j', async (raw) => {
    const reply = await office.ask('POST', '/api/verify', { headers: { cookie: admin.cookie, ...json }, raw })
    expect(reply.status).toBe(raw === '' ? 200 : 400)
  })

  it.each(['{"matter":"a\\u0000b"}', '{"matter":"\\ud800"}', '{"__proto__":{"a":1}}', '['.repeat(3000) + ']'.repeat(3000)])(
    'that no table can hold is 400: %s',
    async (raw) => {
      expect((await office.ask('POST', '/api/verify', { headers: { cookie: admin.cookie, ...json }, raw })).status).toBe(400)
    },
  )

  it('that is too large is 413', async () => {
    expect((await admin.post('/api/verify', { matter: 'x'.repeat(2_000_000) })).status).toBe(413)
  })

  it.each([
    '%',
    '%00',
    '%E0%A4%A',
    encodeURIComponent("'; DROP TABLE matters; --"),
    '..%2f..%2fetc',
    'a'.repeat(3000),
    '{id}',
    '\u{1f600}',
  ])('as an id in a path is no fault of ours: %s', async (id) => {
    for (const path of [
      `/api/matters/${id}`,
      `/api/tasks/${id}`,
      `/api/documents/${id}`,
      `/api/commands/${id}`,
      `/api/attachments/${id}`,
      `/api/links/${id}`,
      `/api/people/${id}`,
    ]) {
      const { status } = await admin.get(path)
      expect([400, 403, 404, 414, 431], `${path}: ${status}`).toContain(status)
    }
  })

  it.each([
    'limit=0',
    'limit=x',
    'limit=1e9',
    'cursor=%00',
    'cursor=bm9wZQ',
    'cursor=WyJhIiwiYiIsImMiXQ',
    'cursor=WzEsMl0',
    'cursor=W251bGxd',
    'dueBefore=2026-02-30',
    'list=all&list=mine',
  ])('as a query is no fault of ours: %s', async (query) => {
    for (const path of ['/api/tasks', '/api/matters', '/api/people', '/api/refusals', '/api/incidents', '/api/deadlines']) {
      const { status } = await admin.get(`${path}?${query}`)
      expect(status, `${path}?${query}`).toBeLessThan(500)
    }
  })

  it.each(['sysadmin', 'ipo_officer'])('of every wrong type to every route is answered to the %s, never 500', async (username) => {
    const { cookie } = await office.signIn(username)
    const values: unknown[] = [
      {},
      [],
      null,
      1,
      'x',
      { data: [] },
      { outcome: 1, data: 'x' },
      { tasks: [{}], to: 3 },
      { fields: { '/': { a: [] } } },
    ]
    const faults: string[] = []
    for (const { operation } of createRoutes(createMetrics())) {
      if (['/api/session', '/api/me/password'].includes(operation.path)) continue // they would end the session or reach the limit
      const path = operation.path.replace(/\{process\}/g, 'disclosure').replace(/\{\w+\}/g, 'demonstration.aaaaaaaaaaaaaaaaaaaaaaaaaa')
      for (const body of operation.method === 'get' ? [undefined] : values) {
        const { status } = await office.ask(operation.method.toUpperCase(), path, {
          headers: { cookie },
          ...(body === undefined ? {} : { body }),
        })
        if (status >= 500 && status !== 503) faults.push(`${operation.method} ${path} ${JSON.stringify(body)}: ${status}`)
      }
    }
    expect(faults).toEqual([])
  })
})

describe('without a session', () => {
  it('everything but the open doors is 401', async () => {
    const notices = ['', '.atom', '/{id}', '/{id}.jsonld', '/{id}/files/{file}', '/{id}/evidence', '/{id}/objections']
    const offers = ['', '.jsonld', '/{id}', '/{id}.jsonld', '/{id}/take-ups']
    const open = new Set([
      '/healthz',
      '/readyz',
      '/metrics',
      '/api/openapi.json',
      '/api/session',
      ...notices.map((rest) => `/api/notices${rest}`),
      ...offers.map((rest) => `/api/open-licences${rest}`),
    ])
    for (const { operation } of createRoutes(createMetrics())) {
      if (operation.for === 'anybody') {
        expect(open.has(operation.path) || /links|invitations/.test(operation.path), operation.path).toBe(true)
        continue
      }
      const path = operation.path.replace(/\{\w+\}/g, 'x')
      const body = operation.method === 'get' ? {} : { body: {} }
      expect((await office.ask(operation.method.toUpperCase(), path, body)).status, `${operation.method} ${path}`).toBe(401)
    }
  })

  it('an address that does not exist is 404', async () => {
    expect((await office.ask('GET', '/api/nothing')).status).toBe(404)
  })
})

describe('the program', () => {
  it('says that it runs and can work', async () => {
    expect((await office.ask('GET', '/healthz')).body).toEqual({ status: 'ok' })
    expect((await office.ask('GET', '/readyz')).body).toEqual({ status: 'ok', parts: { database: 'ok', temporal: 'ok' } })
  })

  it('gives its counters to whoever has the token', async () => {
    expect((await office.ask('GET', '/metrics')).status).toBe(404)
    const { bytes } = await office.ask('GET', '/metrics', { headers: { authorization: 'Bearer measure-me' } })
    expect(bytes.toString()).toMatch(/conveyance_http_seconds_count\{method="POST",route="\/api\/session",status="201"\} \d+/)
    expect(bytes.toString()).toMatch(/^conveyance_commands_unanswered \d+$/m)
  })

  it('describes itself', async () => {
    const { body } = await office.ask('GET', '/api/openapi.json')
    expect(body).toMatchObject({ openapi: '3.1.0', paths: { '/api/tasks/{id}/claim': { post: {} } } })
  })

  it('logs routes and never what was in them', async () => {
    await office.ask('GET', '/api/links/demonstration.this-is-a-secret-token')
    await admin.get(`/api/search?q=${encodeURIComponent('机密词')}`)
    const log = office.lines.join('')
    expect(log).toContain('/api/links/{token}')
    expect(log).not.toMatch(/this-is-a-secret-token|机密词|demo-password|conveyance_session/)
  })

  it('lets nobody try passwords without end', async () => {
    const statuses: number[] = []
    for (let attempt = 0; attempt < 120; attempt += 1) {
      statuses.push((await office.ask('POST', '/api/session', { body: { username: 'legal', password: `guess number ${attempt}` } })).status)
      if (statuses.at(-1) === 429) break
    }
    expect(statuses.at(-1)).toBe(429)
  })
})
