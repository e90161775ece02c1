import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstration } from '#cli/demonstration-house.ts'
import { takeOutbox } from '#store/outbox.ts'
import { openOffice, type Office, type Someone } from './office.ts'

let office: Office
let admin: Someone
let officer: Someone
let inventor: Someone

beforeAll(async () => {
  office = await openOffice()
  admin = await office.signIn('sysadmin')
  officer = await office.signIn('ipo_officer')
  inventor = await office.signIn('inventor1')
})

afterAll(() => office.close())

type Rows = { readonly [key: string]: unknown }[]
const itemsOf = (reply: { body: { [key: string]: unknown } }): Rows => reply.body['items'] as Rows

/** The secret of a link that was mailed, from the telling in the outbox. */
async function mailed(kind: string): Promise<{ [name: string]: string }> {
  const tellings = await takeOutbox(office.engine.store, demonstration.id, 500, 0)
  const last = tellings.filter((one) => one.kind === kind).at(-1)
  return (last?.body['facts'] ?? {}) as { [name: string]: string }
}

describe('the register of people', () => {
  it('shows names to everybody, more to the office and to oneself, and numbers to nobody', async () => {
    const own = await inventor.get('/api/people/inventor1')
    expect(own.body).toMatchObject({
      name: '林示例',
      mail: 'inventor1@example.org',
      identityMasked: expect.stringMatching(/^\d{3}\*+\d{4}$/),
    })
    const other = await inventor.get('/api/people/legal')
    expect(other.body).not.toHaveProperty('mail')
    const seen = JSON.stringify([
      own.body,
      (await officer.get('/api/people/inventor1')).body,
      (await officer.get('/api/people?q=inventor')).body,
    ])
    expect(seen).not.toMatch(/99000019800101\d{4}|9999000000000\d{3}/)
  })

  it('is kept by the office; others are refused with the reason', async () => {
    const person = { name: '示新人', employer: 'here', relation: 'staff', department: 'computing', identity: '990000198001019999' }
    expect((await inventor.post('/api/people', person)).body).toMatchObject({
      status: 403,
      refusals: [{ code: 'desk/role-needed', says: expect.stringContaining('人事') }],
    })
    const added = await officer.post('/api/people', { id: 'new-person', ...person })
    expect(added.status).toBe(201)
    expect(JSON.stringify(added.body)).not.toContain('990000198001019999')
    expect((await officer.post('/api/people', { id: 'new-person', ...person })).status).toBe(409)
    expect((await officer.post('/api/people', { ...person, department: 'nowhere' })).body).toMatchObject({
      refusals: [{ code: 'department/unknown' }],
    })
    expect((await officer.patch('/api/people/new-person', { title: '讲师' })).body).toMatchObject({ title: '讲师' })
    const secretary = await office.signIn('dept_admin')
    expect((await secretary.patch('/api/people/new-person', { title: '教授' })).status).toBe(200)
    expect((await secretary.patch('/api/people/legal', { title: '教授' })).status).toBe(403)
    expect((await secretary.patch('/api/people/new-person', { account: '9999000000000999' })).status).toBe(403)
    const hr = await office.signIn('hr')
    expect((await hr.patch('/api/people/new-person', { account: '9999000000000999' })).body).toMatchObject({
      accountMasked: expect.stringMatching(/^\*+0999$/),
    })
  })

  it('takes a co-inventor from outside on an inventor’s word, and the office confirms him', async () => {
    const proposed = await inventor.post('/api/people/outside', { name: '王外示', employerName: '虚构医院', mail: 'wang@example.org' })
    expect(proposed).toMatchObject({ status: 201, body: { status: 'proposed', employer: 'elsewhere' } })
    const path = `/api/people/${String(proposed.body['id'])}/confirm`
    expect((await inventor.post(path)).status).toBe(403)
    expect((await officer.post(path)).body).toMatchObject({ status: 'active' })
    expect((await officer.post(path)).status).toBe(409)
  })

  it('lets everybody change his own address and nothing else', async () => {
    expect((await inventor.patch('/api/people/inventor1', { mail: 'lin@example.org' })).body).toMatchObject({ mail: 'lin@example.org' })
    expect((await inventor.patch('/api/people/inventor1', { title: '院士' })).status).toBe(403)
    expect((await inventor.patch('/api/people/inventor2', { mail: 'x@example.org' })).status).toBe(403)
  })

  it('is filled from a spreadsheet: all rows or none, and a dry run changes nothing', async () => {
    const send = (text: string, dryRun: string) =>
      office.ask('POST', `/api/people/import?dryRun=${dryRun}`, {
        headers: { cookie: officer.cookie, 'content-type': 'text/csv' },
        raw: text,
      })
    const head = '工号,姓名,院系,人员类别\n'
    const good = `${head}T001,甲示例,computing,staff\nT002,乙示例,computing,student\n`
    const dry = await send(good, 'true')
    expect(dry.status, JSON.stringify(dry.body)).toBe(200)
    expect(dry.body).toMatchObject({ dryRun: true })
    expect((await officer.get('/api/people/T001')).status).toBe(404)
    const bad = await send(`${good}T003,,nowhere,staff\n`, 'false')
    expect((bad.body['counts'] as { faulty: number }).faulty).toBe(1)
    expect((await officer.get('/api/people/T001')).status).toBe(404)
    expect((await send(good, 'false')).body).toMatchObject({ counts: { created: 2, faulty: 0 } })
    expect((await send(good, 'false')).body).toMatchObject({ counts: { unchanged: 2 } })
    expect(
      (await office.ask('POST', '/api/people/import', { headers: { cookie: inventor.cookie, 'content-type': 'text/csv' }, raw: good }))
        .status,
    ).toBe(403)
  })
})

describe('roles', () => {
  it('are granted by an administrator; a guarded one takes a second', async () => {
    expect((await officer.post('/api/roles', { person: 'evaluator1', role: 'tech_manager' })).status).toBe(403)
    expect((await admin.post('/api/roles', { person: 'evaluator1', role: 'tech_manager' })).body).toMatchObject({ status: 'active' })
    const proposed = await admin.post('/api/roles', { person: 'evaluator1', role: 'finance' })
    expect(proposed.body).toMatchObject({ status: 'proposed' })
    const path = `/api/roles/${String(proposed.body['id'])}/decide`
    expect((await admin.post(path, { approved: true })).status).toBe(403)
    const second = await office.signIn('sysadmin2')
    expect((await second.post(path, { approved: true })).body).toMatchObject({ status: 'active', secondedBy: '吕管乙' })
    expect((await second.post(path, { approved: true })).status).toBe(409)
    expect((await admin.post('/api/roles', { person: 'sysadmin', role: 'committee' })).status).toBe(403)
  })

  it('of a department name it, and end with a day', async () => {
    expect((await admin.post('/api/roles', { person: 'evaluator2', role: 'dept_admin' })).body).toMatchObject({
      refusals: [{ code: 'role/department-missing' }],
    })
    const granted = await admin.post('/api/roles', { person: 'evaluator2', role: 'dept_admin', department: 'materials' })
    expect(granted.body).toMatchObject({ key: 'dept_admin@materials', department: { name: '材料学院' } })
    expect((await admin.drop(`/api/roles/${String(granted.body['id'])}`)).body).toMatchObject({ to: '2026-03-02' })
    expect(itemsOf(await admin.get('/api/roles?person=evaluator2')).length).toBeGreaterThan(0)
  })

  it('are granted once for a key', async () => {
    const key = { 'idempotency-key': 'grant-1' }
    const first = await admin.post('/api/roles', { person: 'committee2', role: 'legal' }, key)
    expect((await admin.post('/api/roles', { person: 'committee2', role: 'legal' }, key)).body).toEqual(first.body)
    expect((await admin.post('/api/roles', { person: 'committee2', role: 'legal' })).status).toBe(409)
  })
})

describe('a deputyship', () => {
  it('is one’s own to give, or the office’s', async () => {
    expect(
      (await inventor.post('/api/deputies', { person: 'legal', deputy: 'inventor2', from: '2026-03-02', to: '2026-03-06' })).status,
    ).toBe(403)
    expect((await inventor.post('/api/deputies', { deputy: 'inventor1', from: '2026-03-02', to: '2026-03-06' })).body).toMatchObject({
      refusals: [{ code: 'deputy/oneself' }],
    })
    expect((await inventor.post('/api/deputies', { deputy: 'inventor2', from: '2026-03-06', to: '2026-03-02' })).status).toBe(422)
    const made = await inventor.post('/api/deputies', { deputy: 'inventor2', from: '2026-03-02', to: '2026-03-06' })
    expect(made.status).toBe(201)
    expect(itemsOf(await inventor.get('/api/deputies'))).toHaveLength(1)
    expect((await inventor.get('/api/deputies?person=legal')).status).toBe(403)
    expect((await inventor.drop(`/api/deputies/${String(made.body['id'])}`)).body).toMatchObject({ revoked: true })
    expect((await inventor.drop(`/api/deputies/${String(made.body['id'])}`)).status).toBe(409)
  })
})

describe('an invitation', () => {
  it('is mailed, shows whom it is for, and opens an account once', async () => {
    expect((await inventor.post('/api/people/outside-inventor/invitation')).status).toBe(403)
    const sent = await officer.post('/api/people/outside-inventor/invitation')
    expect(sent).toMatchObject({ status: 201, body: { mail: 'outside-inventor@example.org' } })
    const { url = '' } = await mailed('invitation')
    const token = url.split('/').at(-1) ?? ''
    expect(JSON.stringify(sent.body)).not.toContain(token)
    const path = `/api/invitations/${token}`
    for (const look of [1, 2]) expect((await office.ask('GET', path)).body, String(look)).toMatchObject({ person: { name: '曹外例' } })
    expect((await office.ask('POST', path, { body: { username: 'cao', password: 'short' } })).status).toBe(422)
    expect((await office.ask('POST', path, { body: { username: 'legal', password: 'a much better password' } })).status).toBe(409)
    expect((await office.ask('POST', path, { body: { username: 'cao', password: 'a much better password' } })).status).toBe(204)
    expect((await office.ask('POST', path, { body: { username: 'cao2', password: 'a much better password' } })).status).toBe(409)
    expect((await office.ask('POST', '/api/session', { body: { username: 'cao', password: 'a much better password' } })).status).toBe(201)
    expect((await officer.post('/api/people/outside-inventor/invitation')).status).toBe(409)
  })
})

describe('what a university changes without a programmer', () => {
  it('is a policy published from a day on; matters opened before keep theirs', async () => {
    const { id } = await office.report(inventor)
    const before = (await officer.get(`/api/matters/${id}`)).body['policyVersion']
    const body = { due: { 'formal-check': { workingDays: 3 } } }
    expect((await inventor.put('/api/policies/disclosure', { body, from: '2026-03-02' })).status).toBe(403)
    expect((await officer.put('/api/policies/disclosure', { body, from: '2026-02-27' })).body).toMatchObject({
      refusals: [{ code: 'policy/back-dated' }],
    })
    expect(
      (await officer.put('/api/policies/disclosure', { body: { due: { 'no-such-step': { days: 1 } } }, from: '2026-03-02' })).status,
    ).toBe(422)
    const published = await officer.put('/api/policies/disclosure', { body, from: '2026-03-02', note: '校发〔2026〕1号' })
    expect(published.body).toMatchObject({
      body: { due: { 'formal-check': { workingDays: 3 } } },
      versions: [{ by: '周模拟', note: '校发〔2026〕1号' }],
    })
    const next = await office.report(inventor)
    expect((await officer.get(`/api/matters/${next.id}`)).body['policyVersion']).toBe(published.body['version'])
    expect((await officer.get(`/api/tasks/${next.task}`)).body).toMatchObject({ dueOn: '2026-03-05' })
    expect((await officer.get(`/api/matters/${id}`)).body['policyVersion']).toBe(before)
  })

  it('is a year’s calendar, once and of that year', async () => {
    const notice = { year: 2031, source: '示例通知', issuedOn: '2026-03-02', invented: true, off: ['2031-01-01'], workingWeekends: [] }
    expect((await inventor.post('/api/calendars', notice)).status).toBe(403)
    expect((await officer.post('/api/calendars', { ...notice, off: ['2033-01-01'] })).status).toBe(422)
    expect((await officer.post('/api/calendars', notice)).status).toBe(201)
    expect(itemsOf(await inventor.get('/api/calendars')).map((one) => one['year'])).toContain(2031)
  })

  it('is a dated value with its citation', async () => {
    const row = { name: 'SAMPLE_DAYS', value: 7, from: '2026-03-02', citations: [{ law: 'policy', sure: 'design' }] }
    expect((await inventor.post('/api/parameters', row)).status).toBe(403)
    expect((await officer.post('/api/parameters', row)).status).toBe(201)
    expect(itemsOf(await inventor.get('/api/parameters?name=SAMPLE_DAYS&asOf=2026-03-03'))).toMatchObject([{ value: 7 }])
    expect(itemsOf(await inventor.get('/api/parameters?name=SAMPLE_DAYS&asOf=2026-03-01'))).toEqual([])
  })

  it('is a department', async () => {
    expect((await officer.post('/api/departments', { id: 'physics', nameZh: '物理学院', nameEn: 'School of Physics' })).status).toBe(201)
    expect((await officer.post('/api/departments', { id: 'physics', nameZh: '物理', nameEn: 'Physics' })).status).toBe(409)
    expect(itemsOf(await inventor.get('/api/departments', undefined, { 'accept-language': 'en' }))).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'School of Physics' })]),
    )
  })
})

describe('the rules', () => {
  it('are told with citation, sureness and remedy as of a day', async () => {
    const rules = itemsOf(await inventor.get('/api/rules?asOf=2026-03-02'))
    expect(rules.length).toBeGreaterThan(50)
    const doubtful = rules.find((one) => one['verified'] === false)
    if (doubtful !== undefined) expect(doubtful['note']).toContain('未经核实')
    expect(rules.every((one) => (one['citations'] as unknown[]).length > 0)).toBe(true)
  })
})

describe('the record', () => {
  it('is verified by whoever watches over it, a single matter by whoever sees it', async () => {
    const { id } = await office.report(inventor)
    expect((await inventor.post('/api/verify')).status).toBe(403)
    expect((await inventor.post('/api/verify', { matter: id })).body).toMatchObject({ ok: true, chains: 1 })
    const watch = await office.signIn('discipline')
    expect((await watch.post('/api/verify')).body).toMatchObject({ ok: true, faults: [] })
    expect((await inventor.get('/api/incidents')).status).toBe(403)
    expect((await officer.get('/api/incidents')).body).toMatchObject({ items: [], next: null })
  })
})
