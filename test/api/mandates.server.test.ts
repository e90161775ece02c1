import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRig, type Caller, type Rig } from '../rig.ts'

let rig: Rig
let legal: Caller

beforeAll(async () => {
  rig = await openRig({ relay: false })
  legal = await rig.as('legal')
})

afterAll(() => rig.close())

const letter = (person: string, changes: object = {}) => ({
  person,
  basis: 'written-authorisation',
  number: '（示例）校授〔2026〕9号',
  givenOn: '2026-03-01',
  post: '技术转移办公室副主任',
  since: '2026-03-01',
  until: '2026-12-31',
  papers: ['title-grant/agreement'],
  source: '授权委托书原件（示例）',
  ...changes,
})
const codes = (body: object) => (body as { refusals?: { code: string }[] }).refusals?.map((one) => one.code)
const of = async (caller: Caller, person: string) =>
  ((await caller.get(`/api/mandates?of=${person}`)).body['items'] ?? []) as { number: string; inForce: boolean; revokedOn?: string }[]

describe('the register of signing mandates', () => {
  it('takes from legal the letter of somebody else, once for a key, and shows it to the office and to whom it was given', async () => {
    const entered = await legal.post('/api/mandates', letter('tech_manager'), { 'Idempotency-Key': 'letter' })
    expect(entered.status, entered.text).toBe(201)
    expect(entered.body).toMatchObject({
      inForce: true,
      basis: { name: 'written-authorisation' },
      papers: [{ name: 'title-grant/agreement' }],
    })
    const again = await legal.post('/api/mandates', letter('tech_manager'), { 'Idempotency-Key': 'letter' })
    expect(again.body).toEqual(entered.body)
    expect(await of(await rig.as('tech_manager'), 'tech_manager')).toHaveLength(1)
    expect(await of(await rig.as('finance'), 'tech_manager')).toHaveLength(1)
    expect(await of(await rig.as('inventor1'), 'tech_manager')).toEqual([])
    expect((await rig.nobody.get('/api/mandates')).status).toBe(401)
  })

  it.each(['asset', 'ipo_officer', 'sysadmin', 'committee1', 'inventor1'])('takes none from %s', async (account) => {
    const reply = await (await rig.as(account)).post('/api/mandates', letter('hr'))
    expect([reply.status, codes(reply.body)]).toEqual([403, ['desk/role-needed']])
  })

  it('takes from nobody a mandate of his own', async () => {
    const reply = await legal.post('/api/mandates', letter('legal'))
    expect([reply.status, codes(reply.body)]).toEqual([403, ['mandate/own']])
  })

  it('takes no letter that does not say which papers, or until when', async () => {
    const { until: _, ...endless } = letter('finance')
    expect(codes((await legal.post('/api/mandates', endless)).body)).toEqual(['register/mandate-vague'])
    expect(codes((await legal.post('/api/mandates', letter('finance', { papers: [] }))).body)).toEqual(['register/mandate-vague'])
    expect((await legal.post('/api/mandates', letter('finance', { number: 'a~b' }))).status).toBe(422)
    expect((await legal.post('/api/mandates', letter('nobody-here'))).status).toBe(422)
  })

  it('ends a mandate on the day on which it is revoked, once', async () => {
    const path = `/api/mandates/${encodeURIComponent('tech_manager~（示例）校授〔2026〕9号')}/revoke`
    const revoked = await legal.post(path, { reason: '离任', source: '撤销授权通知（示例）' })
    expect([revoked.status, revoked.body['inForce']], revoked.text).toEqual([200, false])
    const twice = await legal.post(path, { reason: '离任', source: '撤销授权通知（示例）' })
    expect([twice.status, codes(twice.body)]).toEqual([409, ['register/mandate-revoked']])
    expect((await (await rig.as('inventor1')).post(path, { reason: '?', source: '?' })).status).toBe(404)
  })

  it('holds in the chain of the person, whose rows follow from it', async () => {
    expect((await (await rig.as('sysadmin')).post('/api/verify', {})).body).toMatchObject({ ok: true })
  })
})
