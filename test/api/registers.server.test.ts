import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { houseCode, sampleHindered, sampleInvention } from '#cli/samples/registers.ts'
import { checkDigitOf } from '#domain/patent-number.ts'
import { openRig, type Caller, type Rig } from '../rig.ts'

let rig: Rig
let officer: Caller
let inventor: Caller
let outsider: Caller

beforeAll(async () => {
  rig = await openRig({ relay: false })
  officer = await rig.as('ipo_officer')
  inventor = await rig.as('inventor1')
  outsider = await rig.as('evaluator1')
})

afterAll(() => rig.close())

const numberOf = (digits: string) => `ZL${digits}.${checkDigitOf(digits)}`

function patent(digits: string, more: object = {}) {
  const filedOn = '2025-04-01'
  const owners = [{ name: '云栖示范大学（演示）', isHouse: true, since: filedOn }]
  const said = { title: '示例', kind: 'invention', filedOn, status: 'pending', owners, inventors: ['inventor1'], source: '受理通知书' }
  return { number: numberOf(digits), ...said, ...more }
}

const codes = (body: object) => (body as { refusals?: { code: string }[] }).refusals?.map((one) => one.code)

describe('the register of patents', () => {
  it('shows the samples to everybody who is signed in, and to nobody else', async () => {
    const { body } = await outsider.get(`/api/patents?q=${encodeURIComponent('育苗')}`)
    const samples = body['items'] as { number: string; title: string; sample: boolean }[]
    expect(samples.map((one) => one.number)).toContain(sampleInvention)
    expect(samples.every((one) => one.sample && one.title.startsWith('示例'))).toBe(true)
    expect((await rig.nobody.get('/api/patents')).status).toBe(401)
  })

  it('pages by number', async () => {
    const first = await outsider.get('/api/patents?limit=1')
    const second = await outsider.get(`/api/patents?limit=1&cursor=${String(first.body['next'])}`)
    const numbers = [first, second].map(({ body }) => (body['items'] as { number: string }[])[0]?.number)
    expect(numbers[0]).not.toBe(numbers[1])
    expect([...numbers].sort()).toEqual(numbers)
  })

  it('shows an application that is not granted to the office and its inventors only', async () => {
    const entered = await officer.post('/api/patents', patent('202510000001'))
    expect(entered.status, entered.text).toBe(201)
    const path = `/api/patents/${numberOf('202510000001')}`
    expect([(await officer.get(path)).status, (await inventor.get(path)).status]).toEqual([200, 200])
    expect((await outsider.get(path)).status).toBe(404)
    expect((await outsider.get(`${path}/history`)).status).toBe(404)
  })

  it('is kept by the office: others are told who may', async () => {
    const reply = await inventor.post('/api/patents', patent('202510000002'))
    expect([reply.status, codes(reply.body)]).toEqual([403, ['desk/role-needed']])
    expect((await (await rig.as('legal')).post('/api/patents', patent('202510000003'))).status).toBe(201)
  })

  it('refuses a number whose check digit is wrong, with the rule and the remedy', async () => {
    const reply = await officer.post('/api/patents', { ...patent('202510000004'), number: 'ZL202510000004.Y' })
    expect([reply.status, codes(reply.body)]).toEqual([422, ['register/patent-number-wrong']])
    const again = await officer.post('/api/patents', patent('202510000001'))
    expect([again.status, codes(again.body)]).toEqual([409, ['register/known']])
  })

  it('enters an annuity once for a key, and answers a repetition as the first time', async () => {
    const path = `/api/patents/${sampleHindered}/changes`
    const change = { kind: 'AnnuityPaid', facts: { year: 4, paidOn: '2026-03-01' }, source: '缴费收据' }
    const first = await officer.post(path, change, { 'Idempotency-Key': 'annuity' })
    const again = await officer.post(path, change, { 'Idempotency-Key': 'annuity' })
    expect([first.status, again.status]).toEqual([200, 200])
    expect(again.body).toEqual(first.body)
    expect(first.body['annuities']).toContainEqual({ year: 4, dueOn: '2025-05-20', paidOn: '2026-03-01' })
    const twice = await officer.post(path, change)
    expect([twice.status, codes(twice.body)]).toEqual([409, ['register/annuity-paid']])
  })

  it('tells what was known on a day before the change', async () => {
    const then = await officer.get(`/api/patents/${sampleHindered}?knownOn=2026-03-01`)
    expect(then.body['annuities']).toContainEqual({ year: 4, dueOn: '2025-05-20' })
    const now = await officer.get(`/api/patents/${sampleHindered}`)
    expect(now.body['annuities']).toContainEqual({ year: 4, dueOn: '2025-05-20', paidOn: '2026-03-01' })
    expect((await officer.get(`/api/patents/${sampleHindered}?knownOn=2025-12-31`)).status).toBe(404)
  })

  it('keeps owners over time', async () => {
    const digits = '202510000005'
    const granted = { status: 'granted', grantedOn: '2026-02-01' }
    expect((await officer.post('/api/patents', patent(digits, granted))).status).toBe(201)
    const owners = [
      { name: '云栖示范大学（演示）', isHouse: true, shareBp: 7000 },
      { name: '林示例', shareBp: 3000 },
    ]
    const change = { kind: 'OwnerChanged', facts: { since: '2026-03-02', owners }, source: '手续合格通知书' }
    const reply = await officer.post(`/api/patents/${numberOf(digits)}/changes`, change)
    expect(reply.body['owners']).toMatchObject([
      { name: '云栖示范大学（演示）', since: '2025-04-01', until: '2026-03-02' },
      { name: '云栖示范大学（演示）', shareBp: 7000, since: '2026-03-02' },
      { name: '林示例', shareBp: 3000, since: '2026-03-02' },
    ])
    const wrong = { ...change, facts: { since: '2026-03-02', owners: [{ name: '林示例', shareBp: 3000 }] } }
    expect(codes((await officer.post(`/api/patents/${numberOf(digits)}/changes`, wrong)).body)).toEqual([
      'register/owner-shares-do-not-sum',
    ])
  })

  it('tells its history, in which the office is its roles to whoever is outside it', async () => {
    const path = `/api/patents/${sampleHindered}/history`
    const inside = (await officer.get(path)).body['items'] as { kind: string; by: { name: string } }[]
    expect(inside.map((one) => one.kind)).toEqual(['PatentRegistered', 'EncumbranceEntered', 'AnnuityPaid'])
    expect(inside.at(-1)?.by.name).toBe('周模拟')
    const outside = (await inventor.get(path)).text
    expect(outside).not.toContain('周模拟')
  })
})

describe('encumbrances', () => {
  it('bind from their day, and no longer when they are ended', async () => {
    const subject = { register: 'patent', id: sampleInvention }
    const entered = await officer.post('/api/encumbrances', {
      subject,
      kind: 'preservation',
      recorded: true,
      since: '2026-03-02',
      source: '协助执行通知书',
    })
    expect([entered.status, entered.body['inForce']], entered.text).toEqual([201, true])
    const listed = await outsider.get(`/api/encumbrances?register=patent&id=${sampleInvention}&inForceOn=2026-03-02`)
    expect(listed.body['items']).toMatchObject([{ kind: { name: 'preservation', label: '财产保全' } }])
    const end = { subject, endedOn: '2026-03-02', source: '解除保全通知书' }
    const path = `/api/encumbrances/${String(entered.body['id'])}/end`
    expect((await inventor.post(path, end)).status).toBe(403)
    expect((await officer.post(path, end)).body).toMatchObject({ endedOn: '2026-03-02', inForce: false })
    const again = await officer.post(path, end)
    expect([again.status, codes(again.body)]).toEqual([409, ['register/encumbrance-ended']])
  })
})

describe('beside an open licence', () => {
  it('no exclusive licence is entered until the withdrawal is announced', async () => {
    const digits = '202510000007'
    expect((await officer.post('/api/patents', patent(digits, { status: 'granted', grantedOn: '2026-02-01' }))).status).toBe(201)
    const subject = { register: 'patent', id: numberOf(digits) }
    const bind = (kind: string) =>
      officer.post('/api/encumbrances', { subject, kind, recorded: true, since: '2026-03-02', source: '通知书' })
    const offer = await bind('open-licence')
    expect(offer.status, offer.text).toBe(201)
    const refused = await bind('exclusive-licence')
    expect([refused.status, codes(refused.body)]).toEqual([422, ['open-licence/exclusive-barred']])
    const end = { subject, endedOn: '2026-03-02', source: '撤回公告' }
    expect((await officer.post(`/api/encumbrances/${String(offer.body['id'])}/end`, end)).status).toBe(200)
    expect((await bind('exclusive-licence')).status).toBe(201)
  })
})

describe('transformations', () => {
  it('are shown in words, and one is rewarded once', async () => {
    const path = `/api/patents/${numberOf('202510000007')}`
    const enter = (incentives: string[]) =>
      officer.post(`${path}/changes`, {
        kind: 'TransformationEntered',
        facts: { kind: 'licence', on: '2026-03-02', reference: '示例一期', incentives },
        source: '许可合同',
      })
    const entered = await enter(['title-share'])
    expect(entered.body['transformations'], entered.text).toEqual([
      {
        kind: { name: 'licence', label: '许可' },
        on: '2026-03-02',
        reference: '示例一期',
        incentives: [{ name: 'title-share', label: '所有权份额' }],
      },
    ])
    const twice = await enter(['award'])
    expect([twice.status, codes(twice.body)]).toEqual([422, ['title-grant/double-incentive']])
  })
})

describe('parties and interests', () => {
  it('a party is everybody’s to read; whom to call there is for the office', async () => {
    const find = async (who: Caller) =>
      (await who.get(`/api/parties?q=${encodeURIComponent('绿苗')}`)).body['items'] as { contact?: string }[]
    expect((await find(officer))[0]?.contact).toContain('@example.org')
    expect((await find(inventor))[0]).not.toHaveProperty('contact')
    expect((await officer.get(`/api/parties/${houseCode}`)).body).toMatchObject({ isHouse: true })
    expect((await inventor.get(`/api/parties/${houseCode}/history`)).status).toBe(403)
  })

  it('one enters one’s own interest; another’s is hidden and not one’s to enter', async () => {
    const mine = { person: 'inventor1', party: houseCode, relation: 'shareholder', since: '2025-01-01', source: '本人申报' }
    expect((await inventor.post('/api/interests', mine)).status).toBe(201)
    expect((await outsider.post('/api/interests', mine)).status).toBe(403)
    expect((await outsider.get('/api/interests?of=inventor1')).body['items']).toEqual([])
    expect((await officer.get(`/api/interests?of=${houseCode}`)).body['items']).toMatchObject([{ person: { id: 'inventor1' } }])
    const end = await inventor.post(`/api/interests/inventor1~${houseCode}/end`, { until: '2026-03-01', source: '本人申报' })
    expect(end.body).toMatchObject({ until: '2026-03-01', partyName: '云栖示范大学（演示）' })
  })

  it('an interest tells its history and what was known of it on a day, to whoever may see it', async () => {
    const path = `/api/interests/inventor1~${houseCode}`
    expect((await inventor.get(path)).body).toMatchObject({ until: '2026-03-01', knownOn: '2026-03-02', mayChange: true })
    expect((await inventor.get(`${path}?knownOn=2026-03-01`)).status).toBe(404)
    const history = (await officer.get(`${path}/history`)).body['items'] as { kind: string; source: string }[]
    expect(history.map(({ kind, source }) => [kind, source])).toEqual([
      ['InterestDeclared', '本人申报'],
      ['InterestEnded', '本人申报'],
    ])
    expect([(await outsider.get(path)).status, (await outsider.get(`${path}/history`)).status]).toEqual([404, 404])
  })
})

describe('results that are no patents', () => {
  it('are seen by the office and by whoever made them', async () => {
    const owners = [{ name: '云栖示范大学（演示）', isHouse: true, since: '2026-01-05' }]
    const entered = await officer.post('/api/results', {
      title: '示例软件',
      type: 'software',
      owners,
      inventors: ['inventor1'],
      source: '登记证书',
    })
    expect(entered.status, entered.text).toBe(201)
    const path = `/api/results/${String(entered.body['id'])}`
    expect([(await inventor.get(path)).status, (await outsider.get(path)).status]).toEqual([200, 404])
    const change = { kind: 'StatusChanged', facts: { status: 'transferred' }, source: '转让合同' }
    expect((await officer.post(`${path}/changes`, change)).body).toMatchObject({ status: { name: 'transferred', label: '已转让' } })
  })
})

it('the record of the registers verifies', async () => {
  const { body } = await (await rig.as('sysadmin')).post('/api/verify', {})
  expect(body).toMatchObject({ ok: true })
})
