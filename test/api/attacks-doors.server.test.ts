import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/public-notice.ts'
import { houseCode } from '#cli/samples/registers.ts'
import type { PersonId } from '#domain/actor.ts'
import { checkDigitOf } from '#domain/patent-number.ts'
import type { MatterId } from '#domain/state.ts'
import { complete, openRig, type Caller, type Json, type Reply, type Rig } from '../rig.ts'

let rig: Rig
let officer: Caller
let legal: Caller
let outsider: Caller
let notice: string
let posted: string
let foreign: string

const title = '育苗 <script>alert(1)</script> ]]> & "x" \ufffe'

beforeAll(async () => {
  rig = await openRig({ relay: false })
  officer = await rig.as('ipo_officer')
  legal = await rig.as('legal')
  outsider = await rig.as('evaluator1')
  const handIn = async (who: Caller, raw: string) =>
    String((await who.ask('POST', '/api/attachments?name=a.txt', { raw, headers: { 'content-type': 'text/plain' } })).body['id'])
  foreign = await handIn(await rig.as('inventor3'), '别人的草稿')
  posted = await handIn(officer, '随公示发布')
  const attachments = [posted, foreign]
  const data = sample.sampleNotice('GRANT', ['inventor1', 'inventor2'] as PersonId[], { attachments })
  const opened = await officer.post('/api/matters', { process: 'public-notice', data: { ...data, subject: { ...data.subject, title } } })
  expect(opened.status, opened.text).toBe(201)
  notice = String(opened.body['id'])
  await complete(await rig.as('asset'), await rig.task(notice, 'approve#1'), 'post', sample.samplePosting(rig.officeClock.today()))
  await rig.engine.until(notice as MatterId, (state) => Object.keys(state.waits).length > 0)
})

afterAll(() => rig.close())

const json = { 'content-type': 'application/json' }
const codes = ({ body }: Reply) => (body as { refusals?: { code: string }[] }).refusals?.map((one) => one.code)
const numberOf = (digits: string) => `ZL${digits}.${checkDigitOf(digits)}`

function patent(digits: string, inventor: string): Json {
  const filedOn = '2025-04-01'
  const owners = [{ name: '示例大学', isHouse: true, since: filedOn }]
  const said = { title: '未公开的示例', kind: 'invention', filedOn, status: 'pending', owners, source: '受理通知书' }
  return { number: numberOf(digits), ...said, inventors: [inventor] }
}

describe('a keeper of the registers', () => {
  it('enters nothing of what he made himself, by no address and in no role', async () => {
    const number = numberOf('202510000021')
    expect(codes(await officer.post('/api/patents', patent('202510000022', 'ipo_officer')))).toEqual(['register/own-subject'])
    expect((await legal.post('/api/patents', patent('202510000021', 'ipo_officer'))).status).toBe(201)
    const subject = { register: 'patent', id: number }
    const binding = { subject, kind: 'pledge', recorded: true, since: '2026-01-05', source: '登记通知书' }
    const asked: readonly (readonly [string, Json])[] = [
      [`/api/patents/${number}/changes`, { kind: 'StatusChanged', facts: { status: 'granted', grantedOn: '2026-02-01' }, source: '公告' }],
      [`/api/patents/${number}/changes`, { kind: 'PatentCorrected', facts: { inventors: ['inventor1'] }, source: '更正' }],
      ['/api/encumbrances', binding],
    ]
    for (const [path, body] of asked) {
      const reply = await officer.post(path, body)
      expect([reply.status, codes(reply)], path).toEqual([403, ['register/own-subject']])
    }
    const entered = await legal.post('/api/encumbrances', binding)
    expect(entered.status, entered.text).toBe(201)
    const end = { subject, endedOn: '2026-02-01', source: '注销通知书' }
    expect(codes(await officer.post(`/api/encumbrances/${String(entered.body['id'])}/end`, end))).toEqual(['register/own-subject'])
  })

  it('makes nothing public by the end of an application that was never granted', async () => {
    const number = numberOf('202510000023')
    expect((await officer.post('/api/patents', patent('202510000023', 'inventor1'))).status).toBe(201)
    const lapsed = { kind: 'StatusChanged', facts: { status: 'lapsed' }, source: '视为撤回通知书' }
    expect((await officer.post(`/api/patents/${number}/changes`, lapsed)).status).toBe(200)
    for (const path of [`/api/patents/${number}`, `/api/patents/${number}/history`, `/api/encumbrances?register=patent&id=${number}`])
      expect((await outsider.get(path)).status, path).toBe(404)
    expect((await outsider.get(`/api/patents?q=${number}`)).text).not.toContain('未公开的示例')
    expect((await (await rig.as('inventor1')).get(`/api/patents/${number}`)).status).toBe(200)
  })
})

describe('an interest that the office entered', () => {
  it('is neither ended nor written over by whose it is', async () => {
    const finance = await rig.as('finance')
    const tie = { person: 'finance', party: houseCode, relation: 'shareholder', since: '2025-01-01', source: '工商登记' }
    expect((await legal.post('/api/interests', tie)).status).toBe(201)
    const ended = await finance.post(`/api/interests/finance~${houseCode}/end`, { until: '2025-01-02', source: '本人说明' })
    expect([ended.status, codes(ended)]).toEqual([403, ['interest/entered-by-office']])
    const over = await finance.post('/api/interests', { ...tie, relation: 'other', until: '2025-01-02' })
    expect([over.status, codes(over)]).toEqual([403, ['interest/entered-by-office']])
    expect((await finance.get('/api/interests?of=finance')).text).toContain('shareholder')
  })
})

describe('a public page', () => {
  it('carries no title as markup, and its feed stays XML whatever somebody wrote', async () => {
    const feed = (await rig.nobody.get('/api/notices.atom')).text
    expect(feed).toContain('&lt;script&gt;')
    expect(feed).not.toMatch(/<script/i)
    // eslint-disable-next-line no-control-regex
    expect(feed).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
    const twin = await rig.nobody.get(`/api/notices/${notice}.jsonld`)
    expect(twin.headers.get('x-content-type-options')).toBe('nosniff')
    expect(twin.text).not.toContain('desk')
  })

  it.each(['..%2f..%2fetc%2fpasswd', '%00', "'%20OR%201=1--", 'a'.repeat(3000), '__proto__', '%F0%9F%92%A9'])(
    'under a made-up address (%s) is absent, and takes nothing in',
    async (id) => {
      for (const path of [`/api/notices/${id}`, `/api/notices/${id}.jsonld`, `/api/open-licences/${id}`, `/api/open-licences/${id}.jsonld`])
        expect([400, 404], path).toContain((await rig.nobody.get(path)).status)
      expect([400, 404]).toContain((await rig.nobody.post(`/api/notices/${id}/objections`, sample.sampleLetter)).status)
      const takeUp = { taker: { name: 'x', country: 'CN', address: 'x', email: 'x@example.org' }, use: 'x', startsOn: '2026-03-02' }
      expect([400, 404]).toContain((await rig.nobody.post(`/api/open-licences/${id}/take-ups`, { ...takeUp, termsAccepted: true })).status)
    },
  )

  it('makes public the files handed in for it, and no other that somebody names in it', async () => {
    expect((await rig.nobody.get(`/api/notices/${notice}/files/${posted}`)).text).toBe('随公示发布')
    expect((await rig.nobody.get(`/api/notices/${notice}/files/${foreign}`)).status).toBe(404)
    const { files } = (await rig.nobody.get(`/api/notices/${notice}`)).body as { files: { id: string }[] }
    expect(files.map((one) => one.id)).toEqual([posted])
  })

  it('tells nobody of a house that is not there, nor of a matter that is no notice', async () => {
    expect((await rig.nobody.get(`/api/notices/${notice}?institution=elsewhere`)).status).toBe(404)
    expect((await rig.nobody.get(`/api/open-licences/${notice}`)).status).toBe(404)
    const takeUp = { taker: { name: 'x', country: 'CN', address: 'x', email: 'x@example.org' }, use: 'x', startsOn: '2026-03-02' }
    expect((await rig.nobody.post(`/api/open-licences/${notice}/take-ups`, { ...takeUp, termsAccepted: true })).status).toBe(404)
  })
})

describe('junk as a cursor or a search', () => {
  const cursors = [[1], ['\u0000'], ['\u0000', '\u0000'], [null, null], ['9999', "' OR 1=1"], [{}, []], ['x'.repeat(5000), 'x']].map(
    (one) => Buffer.from(JSON.stringify(one)).toString('base64url'),
  )
  it('breaks no list of the public or of the registers', async () => {
    const lists = ['notices', 'open-licences', 'patents', 'results', 'parties', 'interests']
    for (const list of lists) {
      const caller = list === 'notices' || list === 'open-licences' ? rig.nobody : outsider
      for (const cursor of ['x', '%00', ...cursors])
        expect([200, 400, 404, 422], `${list} ${cursor}`).toContain((await caller.get(`/api/${list}?cursor=${cursor}`)).status)
      for (const q of ["'; DROP TABLE matters; --", '%', '\\', "%' OR '1'='1", '(', '{}'])
        expect([200, 422], `${list} ${q}`).toContain((await caller.get(`/api/${list}?q=${encodeURIComponent(q)}`)).status)
    }
  })
})

describe('an objection at the public door', () => {
  const send = (raw: string, headers: Record<string, string> = json) =>
    rig.nobody.ask('POST', `/api/notices/${notice}/objections`, { raw, headers })
  const withField = (field: string) => `${JSON.stringify(sample.sampleLetter).slice(0, -1)},${field}}`

  it.each([
    '"__proto__":{"channel":"letter"}',
    '"constructor":{"prototype":{"late":false}}',
    '"channel":"letter"',
    '"receivedOn":"2020-01-01"',
    '"interested":[]',
    '"source":"00000000000000000000000000000000"',
    '"notice":"another"',
  ])('with a field of the desk’s own (%s) is refused', async (field) => {
    expect([400, 422]).toContain((await send(withField(field))).status)
    expect(({} as Json)['channel']).toBeUndefined()
  })

  it('of another type or size is not taken in', async () => {
    expect((await send(JSON.stringify(sample.sampleLetter), { 'content-type': 'text/plain' })).status).toBe(400)
    expect((await send(withField(`"x":"${'x'.repeat(2_000_000)}"`))).status).toBe(413)
  })

  it('cannot have its evidence taken by whoever guesses its key and its name first', async () => {
    const hand = (raw: string) =>
      rig.nobody.ask('POST', `/api/notices/${notice}/evidence?name=proof.txt`, {
        raw,
        headers: { 'content-type': 'text/plain', 'idempotency-key': '1' },
      })
    const [foreign, own, again] = [await hand('占位'), await hand('证据'), await hand('证据')]
    expect([foreign?.status, own?.status]).toEqual([201, 201])
    expect(own?.body['id']).not.toBe(foreign?.body['id'])
    expect(again?.body['id']).toBe(own?.body['id'])
  })

  it('hides its author from those whom the notice names, wherever they look', async () => {
    const objector = '王异议示例'
    const letter = { ...sample.sampleLetter, objector, contactOfObjector: 'objector@example.org' }
    const reply = await rig.nobody.post(`/api/notices/${notice}/objections`, letter)
    expect(reply.status, reply.text).toBe(201)
    const [row] = await rig.look<{ id: string }>('SELECT id FROM matters WHERE number = $1', [reply.body['number']])
    const objection = String(row?.id)
    const named = await rig.as('inventor1')
    for (const path of [`/api/matters/${objection}`, `/api/matters/${objection}/actions`, `/api/matters/${objection}/documents`])
      expect((await named.get(path)).status, path).toBe(404)
    expect((await named.post(`/api/matters/${objection}/bundle`)).status).toBe(404)
    const whatIf = { task: 'decide#1', outcome: 'dismissed', data: {} }
    expect((await named.post(`/api/matters/${objection}/what-if`, whatIf)).status).toBe(404)
    for (const path of [
      '/api/matters',
      `/api/matters/${notice}`,
      `/api/matters/${notice}/actions`,
      `/api/search?q=${encodeURIComponent(objector)}`,
    ]) {
      const { text } = await named.get(path)
      expect(text.includes(objector) || text.includes('objector@example.org'), path).toBe(false)
    }
  })
})
