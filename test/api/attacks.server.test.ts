import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleDisclosure } from '#cli/samples/disclosure.ts'
import type { PersonId } from '#domain/actor.ts'
import { openRig, type Caller, type Json, type Rig } from '../rig.ts'

let rig: Rig
let inventor: Caller
let matter: string

const sample = (changes: Json = {}) =>
  JSON.parse(JSON.stringify({ ...sampleDisclosure(['inventor1', 'inventor2', 'outside-inventor'] as PersonId[]), ...changes })) as Json

async function report(data: Json = sample()): Promise<string> {
  const reply = await inventor.post('/api/matters', { process: 'disclosure', data })
  expect(reply.status, reply.text.slice(0, 500)).toBe(201)
  return String(reply.body['id'])
}

beforeAll(async () => {
  rig = await openRig()
  inventor = await rig.as('inventor1')
  matter = await report()
  await rig.task(matter, 'formal-check#1')
})

afterAll(() => rig.close())

const json = { 'content-type': 'application/json' }

describe('a request from another site', () => {
  it.each([
    ['with a foreign origin', { ...json, origin: 'https://evil.example' }],
    ['with no origin to name', { ...json, origin: 'null' }],
    ['that its browser calls cross-site', { ...json, 'sec-fetch-site': 'cross-site' }],
    ['from a neighbouring subdomain', { ...json, 'sec-fetch-site': 'same-site' }],
    ['with half a token to get past the guard', { ...json, origin: 'https://evil.example', authorization: 'Bearer x y' }],
  ])('%s changes nothing', async (_, headers) => {
    const before = await rig.engine.state(matter as never)
    const reply = await inventor.ask('POST', `/api/matters/${matter}/withdraw`, { raw: JSON.stringify({ reason: '?' }), headers })
    expect(reply.status).toBe(403)
    expect(await rig.engine.state(matter as never)).toEqual(before)
  })

  it.each([undefined, 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'as a form (%s) is not read',
    async (type) => {
      const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type }
      const raw = type === undefined ? new Blob(['{"reason":"?"}']) : '{"reason":"?"}'
      expect((await inventor.ask('POST', `/api/matters/${matter}/withdraw`, { raw, headers })).status).toBe(400)
      expect((await inventor.ask('DELETE', '/api/session', { raw, headers })).status).toBe(400)
    },
  )
})

describe('junk', () => {
  const bodies: readonly (readonly [string, string])[] = [
    ['not JSON', '{"reason":'],
    ['nothing', ''],
    ['a text', '"reason"'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a wrong type', '{"reason":{"$ne":1}}'],
    ['another field', '{"reason":"x","isAdmin":true}'],
    ['a key to the prototype', '{"reason":"x","__proto__":{"isAdmin":true}}'],
    ['a key to the constructor', '{"reason":"x","constructor":{"prototype":{"isAdmin":true}}}'],
    ['a NUL', '{"reason":"a\\u0000b"}'],
    ['half a character', '{"reason":"\\ud800"}'],
    ['deep nesting', `{"reason":${'['.repeat(5000)}${']'.repeat(5000)}}`],
  ]

  it.each(bodies)('of %s is refused as the asker’s fault', async (_, raw) => {
    const reply = await inventor.ask('POST', `/api/matters/${matter}/withdraw`, { raw, headers: json })
    expect([400, 422]).toContain(reply.status)
    expect(reply.headers.get('content-type')).toContain('application/problem+json')
  })

  it('of two megabytes is not taken in', async () => {
    expect((await inventor.post(`/api/matters/${matter}/withdraw`, { reason: 'x'.repeat(2_000_000) })).status).toBe(413)
  })

  it('in a draft’s pointers does not reach an object’s prototype', async () => {
    for (const pointer of ['/__proto__/isAdmin', '/constructor/prototype/isAdmin', '/a/__proto__/b', 'x', '/-1', '/999999999']) {
      const { status } = await inventor.put('/api/processes/disclosure/draft', { fields: { [pointer]: true } })
      expect([200, 400, 422], pointer).toContain(status)
    }
    expect(({} as Json)['isAdmin']).toBeUndefined()
    expect((await inventor.get('/api/processes/__proto__')).status).toBe(404)
    expect((await inventor.get('/api/processes/constructor/diagram')).status).toBe(404)
    expect((await inventor.post('/api/matters', { process: 'toString', data: {} })).status).toBe(404)
  })

  const ids = [
    '..%2f..%2fetc%2fpasswd',
    '%00',
    '%ff',
    "'%20OR%201=1--",
    '*',
    '%25',
    'a'.repeat(3000),
    '..',
    '.formal-check.1',
    `x.formal-check.1.${'y'.repeat(500)}`,
    '%F0%9F%92%A9',
  ]
  it.each(ids)('as an address (%s) is absent', async (id) => {
    for (const path of [
      `/api/matters/${id}`,
      `/api/tasks/${id}`,
      `/api/documents/${id}`,
      `/api/attachments/${id}`,
      `/api/commands/${id}`,
      `/api/links/${id}`,
      `/api/invitations/${id}`,
      `/api/people/${id}`,
    ]) {
      const { status } = await inventor.get(path)
      // `..` is taken off by the client, as any browser does.
      expect(id === '..' ? [404, 401, 200] : [400, 404], path).toContain(status)
    }
    expect([400, 404]).toContain((await inventor.post(`/api/tasks/${id}/claim`)).status)
  })

  it('as a cursor shows a first page or none, and nothing of others', async () => {
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    for (const cursor of [
      'x',
      '%00',
      encode([1]),
      encode([[], {}]),
      encode(['9999', "' OR 1=1", 'x']),
      encode([1e308, 'x']),
      encode([null, null]),
      encode(['9'.repeat(40), 'x']),
      encode([-1, '\u0000']),
    ]) {
      for (const path of [
        '/api/matters',
        `/api/matters/${matter}/actions`,
        '/api/tasks?list=mine',
        '/api/deadlines',
        '/api/people',
        '/api/refusals',
      ]) {
        const { status, text } = await (await rig.as('evaluator1')).get(`${path}${path.includes('?') ? '&' : '?'}cursor=${cursor}`)
        expect([200, 400, 404, 422], `${path} ${cursor}`).toContain(status)
        expect(text.includes(matter), path).toBe(false)
      }
    }
  })

  it('as a cursor of a list one may read breaks nothing', async () => {
    const cursors = [[1], ['x'], [-1], ['9'.repeat(17)], [2 ** 40], [1, 'x'], ['x', 'y'], ['9'.repeat(16), 'x']].map((one) =>
      Buffer.from(JSON.stringify(one)).toString('base64url'),
    )
    const callers = await Promise.all(['inventor1', 'ipo_officer'].map((one) => rig.as(one)))
    for (const path of [
      `/api/matters/${matter}/actions`,
      `/api/matters/${matter}/readings`,
      '/api/refusals',
      '/api/incidents',
      '/api/deadlines',
      '/api/matters',
      '/api/people',
    ]) {
      for (const caller of callers)
        for (const cursor of cursors)
          expect([200, 400, 403], `${path} ${cursor}`).toContain((await caller.get(`${path}?cursor=${cursor}`)).status)
    }
  })

  it('as a search is a search', async () => {
    for (const q of ["'; DROP TABLE matters; --", '%', '_', '\\', "%' OR '1'='1", '$1', '育苗\\', '"', '(', '{}', '\u202e']) {
      const asked = encodeURIComponent(q)
      for (const path of [
        `/api/search?q=${asked}`,
        `/api/matters?q=${asked}`,
        `/api/tasks?list=group&q=${asked}`,
        `/api/people?q=${asked}`,
      ]) {
        const { status, text } = await (await rig.as('evaluator1')).get(path)
        expect(status, `${path} ${text.slice(0, 200)}`).toBe(200)
        expect(text.includes(matter), path).toBe(false)
      }
    }
    expect(await rig.look('SELECT 1 FROM matters')).not.toEqual([])
  })
})

describe('a key of repetition', () => {
  it('used for another content is refused, and for the same answers the same', async () => {
    const key = { 'idempotency-key': 'attack-1' }
    const officer = await rig.as('ipo_officer')
    const first = await officer.post(`/api/matters/${matter}/comments`, { text: '请补充' }, key)
    expect(first.status).toBe(201)
    expect((await officer.post(`/api/matters/${matter}/comments`, { text: '请补充' }, key)).text).toBe(first.text)
    expect((await officer.post(`/api/matters/${matter}/comments`, { text: '别的话' }, key)).body).toMatchObject({
      status: 422,
      refusals: [{ code: 'desk/key-reused' }],
    })
    expect((await officer.post(`/api/matters/${matter}/suspend`, { reason: '别的事' }, key)).status).toBe(422)
  })

  it('used for two contents at the same moment does one of them and refuses the other', async () => {
    const officer = await rig.as('ipo_officer')
    const said = ['甲', '乙', '丙']
    const comments = await Promise.all(
      said.map((text) => officer.post(`/api/matters/${matter}/comments`, { text }, { 'idempotency-key': 'attack-2' })),
    )
    expect(comments.map(({ status }) => status).toSorted()).toEqual([201, 422, 422])
    const { items } = (await officer.get(`/api/matters/${matter}/comments`)).body as { items: { text: string }[] }
    const kept = items.filter(({ text }) => said.includes(text)).map(({ text }) => text)
    expect(kept).toEqual(comments.filter(({ status }) => status === 201).map(({ body }) => body['text']))
    const orders = await Promise.all(
      said.map((reason) => officer.post(`/api/matters/${matter}/suspend`, { reason }, { 'idempotency-key': 'attack-3' })),
    )
    expect(orders.map(({ status }) => status).toSorted()).toEqual([200, 422, 422])
    const actions = (await officer.get(`/api/matters/${matter}/actions?limit=200`)).text
    expect(said.map((reason) => actions.includes(`"${reason}"`))).toEqual(orders.map(({ status }) => status === 200))
    expect((await officer.post(`/api/matters/${matter}/resume`)).status).toBe(200)
  })

  it('whose deed was refused is free for another content', async () => {
    const key = { 'idempotency-key': 'attack-5' }
    const admin = await rig.as('sysadmin')
    const department = { id: 'attack', nameZh: '试验系', nameEn: 'Trial' }
    expect((await admin.post('/api/departments', { ...department, id: 'computing' }, key)).status).toBe(409)
    const entered = await admin.post('/api/departments', department, key)
    expect(entered.status, entered.text).toBe(201)
    expect((await admin.post('/api/departments', department, key)).text).toBe(entered.text)
    expect(await rig.look(`SELECT 1 FROM commands WHERE status = 'pending'`)).toEqual([])
  })

  it('of somebody else opens nothing of his', async () => {
    const key = { 'idempotency-key': 'attack-1' }
    const other = await (await rig.as('inventor2')).post(`/api/matters/${matter}/comments`, { text: '请补充' }, key)
    expect(other.body).toMatchObject({ author: { id: 'inventor2' } })
  })

  it.each(['x'.repeat(201), 'a\u00ffb'])('that is none is refused or taken, never a fault of ours', async (key) => {
    expect([200, 201, 400, 422]).toContain(
      (await inventor.post(`/api/matters/${matter}/comments`, { text: '一' }, { 'idempotency-key': key })).status,
    )
  })
})

describe('a file that says it is another', () => {
  const html = '<!doctype html><script>alert(1)</script>'
  it.each([
    ['application/pdf', html],
    ['image/png', '%PDF-1.7'],
    ['text/html', html],
    ['image/svg+xml', '<svg onload="alert(1)"/>'],
    ['application/zip', 'PK'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK\u0003\u0004nothing'],
    ['', html],
  ])('%s is refused', async (type, raw) => {
    const reply = await inventor.ask('POST', `/api/attachments?name=a&matter=${matter}`, {
      raw: Buffer.from(raw),
      headers: { 'content-type': type },
    })
    expect(reply.status).toBe(422)
  })

  it('is given out as a download that no page can run, whatever its name', async () => {
    const name = 'a"\r\nSet-Cookie: x=1; <b>.txt'
    const sent = await inventor.ask('POST', `/api/attachments?name=${encodeURIComponent(name)}&matter=${matter}`, {
      raw: html,
      headers: { 'content-type': 'text/plain' },
    })
    expect(sent.status, sent.text).toBe(201)
    const got = await inventor.get(String(sent.body['href']))
    expect(got.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[^"\r\n<>]*$/)
    expect(got.headers.get('x-content-type-options')).toBe('nosniff')
    expect(got.headers.getSetCookie()).toEqual([])
    expect((await (await rig.as('evaluator1')).get(String(sent.body['href']))).status).toBe(404)
  })
})
