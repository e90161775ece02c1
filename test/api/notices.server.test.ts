import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/public-notice.ts'
import { people } from '#cli/demonstration-house.ts'
import type { PersonId } from '#domain/actor.ts'
import { instantOfDayStart, plainDay } from '#domain/day.ts'
import type { NoticeKind, NoticeOpening } from '#domain/public-notice-content.ts'
import type { MatterId } from '#domain/state.ts'
import { complete, openRig, type Caller, type Json, type Reply, type Rig } from '../rig.ts'

const team = ['inventor1', 'inventor2', 'inventor3'] as PersonId[]

let rig: Rig
let officer: Caller
let asset: Caller
let legal: Caller

beforeAll(async () => {
  rig = await openRig()
  officer = await rig.as('ipo_officer')
  asset = await rig.as('asset')
  legal = await rig.as('legal')
})

afterAll(() => rig.close())

/** Moves the office to nine o'clock of a day, or so many hours later. */
async function goTo(day: string, hours = 0): Promise<void> {
  const target = instantOfDayStart(plainDay(day)) + (9 + hours) * 3_600_000
  await rig.engine.pass(Math.max(1, target - rig.officeClock.now()))
  await rig.officeClock.follow()
}

async function open(kind: NoticeKind, changes: Partial<NoticeOpening> = {}): Promise<string> {
  const opened = await officer.post('/api/matters', { process: 'public-notice', data: sample.sampleNotice(kind, team, changes) })
  expect(opened.status, opened.text).toBe(201)
  return String(opened.body['id'])
}

async function post(id: string, changes: object = {}): Promise<void> {
  await complete(asset, await rig.task(id, 'approve#1'), 'post', { ...sample.samplePosting(rig.officeClock.today()), ...changes })
  await rig.engine.until(id as MatterId, (state) => Object.keys(state.waits).length > 0)
}

const look = async (id: string): Promise<Json> => (await rig.nobody.get(`/api/notices/${id}`)).body
const object = (id: string, changes: object = {}, key?: string): Promise<Reply> =>
  rig.nobody.post(
    `/api/notices/${id}/objections`,
    { ...sample.sampleLetter, ...changes },
    key === undefined ? {} : { 'idempotency-key': key },
  )
const standing = (body: Json) => (body['standing'] as Json)['name']

/** The matter of an objection, by its number. */
async function objectionOf(number: unknown): Promise<string> {
  const [row] = await rig.look<{ id: string }>('SELECT id FROM matters WHERE number = $1', [number])
  return String(row?.id)
}

async function decide(objection: string, step: string, outcome: string): Promise<void> {
  await complete(officer, await rig.task(objection, 'acknowledge#1'), 'acknowledged')
  await complete(legal, await rig.task(objection, `${step}#1`), outcome, sample.sampleDecision)
}

describe('a notice without signing in', () => {
  let id: string
  let file: string

  beforeAll(async () => {
    const plan = await officer.ask('POST', '/api/attachments?name=plan.txt', {
      raw: '转化实施方案',
      headers: { 'content-type': 'text/plain' },
    })
    file = String(plan.body['id'])
    id = await open('GRANT', { attachments: [file] })
  })

  it('is not there before two people have posted it', async () => {
    expect((await rig.nobody.get(`/api/notices/${id}`)).status).toBe(404)
    expect((await object(id)).status).toBe(404)
    const task = await rig.task(id, 'approve#1')
    const own = await officer.post(`/api/tasks/${task}/complete`, { outcome: 'post', data: sample.samplePosting(rig.officeClock.today()) })
    expect(own.status).toBe(403)
    const unreviewed = await asset.post(`/api/tasks/${task}/complete`, {
      outcome: 'post',
      data: { channelReached: true, impactAssessed: true },
    })
    expect(unreviewed.status).toBe(422)
    expect(unreviewed.text).toContain('notice/secrecy-unreviewed')
    await post(id)
  })

  it('shows the names its basis demands, no ids and no numbers, under a permanent address', async () => {
    const notice = await look(id)
    expect(notice).toMatchObject({
      number: 'GS-2026-00001',
      closesOn: '2026-03-17',
      postedOn: '2026-03-02',
      mayObject: true,
      provisional: false,
    })
    expect(String(notice['address'])).toMatch(new RegExp(`/notices/${id}$`))
    const { text } = await rig.nobody.get(`/api/notices/${id}`)
    for (const person of people.slice(0, 3)) {
      expect(text).toContain(person.name)
      for (const number of [person.identity, person.account]) if (number !== undefined) expect(text).not.toContain(number)
    }
    expect(text).not.toContain('"inventor1"')
    expect(text).not.toContain('desk')
  })

  it('has a twin for machines whose content has the hash that is shown', async () => {
    const twin = await rig.nobody.get(`/api/notices/${id}.jsonld`)
    expect(twin.headers.get('content-type')).toContain('application/ld+json')
    const said = JSON.parse(twin.text) as Json
    const content = (said['notice:content'] as Json)['@value']
    const hash = createHash('sha256')
      .update(canonicalize(content) ?? '')
      .digest('hex')
    expect(hash).toBe(said['notice:sha256'])
    expect(hash).toBe((await look(id))['contentHash'])
    const there = await rig.nobody.ask('GET', `/notices/${id}`, { headers: { accept: 'application/ld+json' } })
    expect([there.status, there.text]).toEqual([200, twin.text])
    expect(there.headers.get('vary')?.split(', ')).toContain('Accept')
  })

  it('shows what was posted, whatever the people in it are called later', async () => {
    const before = (await look(id))['content']
    const rename = (name: string) => rig.look("UPDATE people SET name = $1 WHERE id = 'inventor2' RETURNING id", [name])
    await rename('改名')
    expect((await look(id))['content']).toEqual(before)
    await rename(String(people[1]?.name))
  })

  it('gives out the files that are posted with it, and no others', async () => {
    expect((await look(id))['files']).toMatchObject([{ id: file, name: 'plan.txt' }])
    const posted = await rig.nobody.get(`/api/notices/${id}/files/${file}`)
    expect([posted.status, posted.text]).toEqual([200, '转化实施方案'])
    const other = await officer.ask('POST', '/api/attachments?name=own.txt', { raw: '内部', headers: { 'content-type': 'text/plain' } })
    expect((await rig.nobody.get(`/api/notices/${id}/files/${String(other.body['id'])}`)).status).toBe(404)
  })

  it('is in the list and in the feed, which name nobody', async () => {
    const list = await rig.nobody.get('/api/notices?open=true&kind=GRANT')
    expect((list.body['items'] as Json[]).map((one) => one['id'])).toContain(id)
    expect((await rig.nobody.get('/api/notices?kind=PRICE')).body).toMatchObject({ items: [], next: null })
    const feed = await rig.nobody.get('/api/notices.atom')
    expect(feed.headers.get('content-type')).toContain('application/atom+xml')
    expect(feed.text).toContain('GS-2026-00001')
    expect(feed.text).not.toContain(people[0]?.name)
  })

  it('that the program does not know, or that is no notice, is not there', async () => {
    for (const path of ['/api/notices/nothing', '/api/notices/nothing.jsonld']) expect((await rig.nobody.get(path)).status).toBe(404)
    expect((await rig.nobody.post('/api/notices/nothing/objections', sample.sampleLetter)).status).toBe(404)
  })
})

describe('an objection from the public', () => {
  let id: string

  beforeAll(async () => {
    id = await open('PRICE')
    await post(id)
  })

  it('needs grounds and no personal numbers, and an address where there is a name', async () => {
    expect((await object(id, { grounds: '短' })).status).toBe(422)
    const numbered = await object(id, { grounds: '公示价格偏低，联系人身份证11010519491231002X，请核实。' })
    expect(numbered.status).toBe(422)
    expect(numbered.text).toContain('objection/personal-number')
    const { contactOfObjector: _, ...nameless } = sample.sampleLetter
    expect((await rig.nobody.post(`/api/notices/${id}/objections`, nameless)).text).toContain('objection/objector-unreachable')
  })

  it('takes evidence of the types that are taken, under the key of its own matter, hidden from those the notice names', async () => {
    const send = (raw: string, type: string) =>
      rig.nobody.ask('POST', `/api/notices/${id}/evidence?name=proof.txt`, { raw, headers: { 'content-type': type } })
    expect((await send('<script>', 'text/html')).status).toBe(422)
    expect((await send('no pdf', 'application/pdf')).status).toBe(422)
    const kept = await send('成交价证据', 'text/plain')
    expect(kept.status, kept.text).toBe(201)
    const receipt = await object(id, { evidence: [kept.body['id']] }, 'with-evidence')
    expect(receipt.status, receipt.text).toBe(201)
    expect(receipt.body).toMatchObject({
      notice: expect.stringMatching(/^GS-/),
      late: false,
      closesOn: '2026-03-17',
      receivedOn: '2026-03-02',
    })
    const objection = await objectionOf(receipt.body['number'])
    const files = await officer.get(`/api/matters/${objection}/attachments`)
    expect(files.body['items']).toMatchObject([{ id: kept.body['id'], name: 'proof.txt' }])
    const inventor = await rig.as('inventor1')
    expect((await inventor.get(`/api/matters/${id}`)).status).toBe(200)
    expect((await inventor.get(`/api/matters/${objection}`)).status).toBe(404)
    expect((await inventor.get(`/api/attachments/${String(kept.body['id'])}`)).status).toBe(404)
    expect((await rig.nobody.get(`/api/notices/${id}`)).text).not.toContain('吴异议')
  })

  it('sent twice under one key is one, and holds the notice open', async () => {
    const again = await object(id, {}, 'twice')
    expect((await object(id, {}, 'twice')).body).toEqual(again.body)
    const notice = await rig.until(async () => {
      const body = await look(id)
      expect((body['history'] as Json[]).filter((one) => (one['what'] as Json)['name'] === 'objection-received')).toHaveLength(2)
      return body
    })
    expect(standing(notice)).toBe('objected')
    expect(notice['closesOn']).toBeUndefined()
  })

  it('from one source is refused when three are undecided; what is only sent again gets its first answer', async () => {
    const third = await object(id, { about: 'procedure' }, 'third')
    expect(third.status).toBe(201)
    const fourth = await object(id, { about: 'other' })
    expect(fourth.status).toBe(409)
    expect(fourth.text).toContain('objection/too-many-pending')
    expect((await object(id, { about: 'procedure' }, 'third')).body).toEqual(third.body)
  })

  it('that is upheld ends the notice, which then takes none any more', async () => {
    const rows = await rig.look<{ matter_id: string }>(
      "SELECT matter_id FROM publications WHERE kind = 'notice-objection' AND body ->> 'notice' = $1",
      [id],
    )
    await decide(String(rows[0]?.matter_id), 'decide', 'upheld')
    const state = await rig.engine.until(id as MatterId, ({ standing: now }) => now.is === 'closed')
    expect(state.standing).toMatchObject({ outcome: 'closed-upheld' })
    const after = await look(id)
    expect(after).toMatchObject({ mayObject: false })
    expect(after['content']).toBeUndefined()
    expect((await object(id)).status).toBe(409)
  })

  it('is answered by mail with the paper, once, under an address that no log keeps', async () => {
    const [row] = await rig.look<{ number: string }>(
      "SELECT m.number FROM matters m JOIN mails l ON l.matter_id = m.id WHERE l.address = 'objector of ' || m.number",
    )
    const sent = rig.letters.filter(({ to }) => to === 'objector@example.com')
    expect(sent.map(({ letter }) => letter.subject)).toEqual([`【让渡】${String(row?.number)}：异议处理决定书`])
    const enclosures = sent[0]?.letter.enclosures ?? []
    expect(enclosures.map(({ name }) => name)).toEqual([`${String(row?.number)}-D02.pdf`, `${String(row?.number)}-D02-en.pdf`])
    expect(enclosures.every(({ bytes }) => bytes.subarray(0, 5).toString() === '%PDF-')).toBe(true)
    expect(sent[0]?.letter.text).toContain(
      createHash('sha256')
        .update(enclosures[0]?.bytes ?? '')
        .digest('hex'),
    )
    expect(await rig.look("SELECT 1 FROM mails WHERE address LIKE '%objector@%'")).toEqual([])
  })
})

describe('a notice whose fifteenth day is a holiday (9.3)', () => {
  it('hears an objection until the day after the holiday is over, closes with the decision, and its names come down', async () => {
    await goTo('2026-09-16')
    const id = await open('GRANT')
    await post(id)
    expect(await look(id)).toMatchObject({ closesOn: '2026-10-08' })
    await goTo('2026-10-08', 13)
    const receipt = await object(id)
    expect(receipt.status, receipt.text).toBe(201)
    expect(receipt.body).toMatchObject({ receivedOn: '2026-10-08', closesOn: '2026-10-08', late: false })
    await rig.engine.until(id as MatterId, (state) => state.messages.length === 1)
    // Decided on a Saturday that is worked, after the last day: the day of the decision closes it.
    await goTo('2026-10-10')
    expect(standing(await look(id))).toBe('objected')
    await decide(await objectionOf(receipt.body['number']), 'decide', 'dismissed')
    await rig.engine.until(id as MatterId, (state) => state.docket['notice-closes']?.due.on === '2026-10-10')
    await goTo('2026-10-13')
    const closed = await rig.engine.until(id as MatterId, (state) => state.docket['names-come-down'] !== undefined)
    expect(closed.papers.map(({ template }) => template)).toEqual(['public-notice/announcement', 'public-notice/statement'])
    expect(standing(await look(id))).toBe('closed-ok')
    // A letter that comes now is late; the office enters it and legal alone looks at it.
    const entered = { ...sample.sampleLetter, receivedOn: '2026-10-13', channel: 'letter' }
    const letter = await officer.post(`/api/notices/${id}/letters`, entered)
    expect(letter.status, letter.text).toBe(201)
    await decide(String(letter.body['id']), 'review-late', 'dismissed')
    expect((await look(id))['content']).toBeDefined()
    await goTo('2026-11-13')
    await rig.engine.until(id as MatterId, (state) => state.standing.is === 'closed')
    const down = await look(id)
    expect(down['content']).toBeUndefined()
    expect(down).toMatchObject({ number: expect.any(String), contentHash: expect.stringMatching(/^[0-9a-f]{64}$/), postedOn: '2026-09-16' })
    const said = (await rig.nobody.get(`/api/notices/${id}`)).text
    for (const person of people.slice(0, 3)) expect(said).not.toContain(person.name)
    expect((down['history'] as Json[]).map((one) => (one['what'] as Json)['name'])).toEqual([
      'posted',
      'objection-received',
      'objection-dismissed',
      'closed-ok',
      'objection-late',
      'objection-dismissed',
      'names-down',
    ])
  })
})
