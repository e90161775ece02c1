import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleDisclosure } from '#cli/samples/disclosure.ts'
import type { PersonId } from '#domain/actor.ts'
import type { TaskId } from '#domain/state.ts'
import { taskAddress } from '#schemas/api/task-address.ts'
import { complete, openRig, type Caller, type Json, type Rig } from '../rig.ts'

let rig: Rig
let inventor: Caller
let matter: string
let check: string

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
  check = await rig.task(matter, 'formal-check#1')
})

afterAll(() => rig.close())

describe('roles that reach for more', () => {
  it('an administrator decides nothing, not even by making himself a deputy', async () => {
    const admin = await rig.as('sysadmin')
    expect((await admin.post(`/api/tasks/${check}/claim`)).status).toBe(404)
    const period = { from: '2026-03-02', to: '2026-03-31' }
    expect((await admin.post('/api/deputies', { person: 'ipo_officer', deputy: 'sysadmin', ...period })).body).toMatchObject({
      status: 403,
      refusals: [{ code: 'deputy/self-appointed' }],
    })
    expect((await admin.post('/api/deputies', { person: 'secrecy', deputy: 'hr', ...period })).body).toMatchObject({
      status: 403,
      refusals: [{ code: 'deputy/guarded-role' }],
    })
    expect((await admin.post('/api/roles', { person: 'sysadmin', role: 'sysadmin' })).status).toBeGreaterThanOrEqual(403)
    const proposed = await admin.post('/api/roles', { person: 'hr', role: 'finance' })
    expect(proposed.body).toMatchObject({ status: 'proposed' })
    expect((await admin.post(`/api/roles/${String(proposed.body['id'])}/decide`, { approved: true })).status).toBe(403)
    expect((await (await rig.as('hr')).get('/api/me')).text).not.toContain('"finance"')
  })

  it('a deputy of an interested colleague is barred with him, and an interested deputy is barred himself', async () => {
    const shared = await report(sample({ inventors: sampleDisclosure(['inventor1', 'ipo_officer', 'inventor2'] as PersonId[]).inventors }))
    const task = await rig.task(shared, 'formal-check#1')
    const period = { from: '2026-03-02', to: '2026-03-31' }
    expect((await (await rig.as('ipo_officer')).post('/api/deputies', { deputy: 'tech_manager', ...period })).status).toBe(201)
    expect(
      (await (await rig.as('tech_manager')).post(`/api/tasks/${task}/complete`, { outcome: 'accepted', data: {} })).body,
    ).toMatchObject({ status: 403, refusals: [{ code: 'task/deputy-for-interested' }] })
    expect((await (await rig.as('dept_admin')).post('/api/deputies', { deputy: 'ipo_officer', ...period })).status).toBe(201)
    expect((await (await rig.as('ipo_officer')).post(`/api/tasks/${task}/complete`, { outcome: 'accepted', data: {} })).body).toMatchObject(
      { status: 403, refusals: [{ code: 'task/interested' }] },
    )
    // The same deputy may act where his principal has no share.
    const free = await rig.task(await report(), 'formal-check#1')
    expect((await (await rig.as('tech_manager')).post(`/api/tasks/${free}/claim`)).status).toBe(200)
  })

  it('a secretary sees and dispatches nothing of another department’s', async () => {
    const reply = await (
      await rig.as('inventor3')
    ).post('/api/matters', {
      process: 'disclosure',
      data: sample({ inventors: sampleDisclosure(['inventor3'] as PersonId[]).inventors }),
      department: 'materials',
    })
    expect(reply.status, reply.text.slice(0, 300)).toBe(201)
    const task = await rig.task(String(reply.body['id']), 'formal-check#1')
    const secretary = await rig.as('dept_admin')
    expect((await secretary.get(`/api/matters/${String(reply.body['id'])}`)).status).toBe(404)
    expect((await secretary.post(`/api/tasks/${task}/reassign`, { to: 'dept_admin', reason: '?' })).status).toBe(404)
  })

  it('a matter is not opened for a department that does not exist', async () => {
    expect((await inventor.post('/api/matters', { process: 'disclosure', data: sample(), department: 'nowhere' })).status).toBe(422)
  })

  it('nobody lets himself into the account of a member of the office', async () => {
    for (const account of ['dept_admin', 'hr', 'ipo_officer'])
      expect((await (await rig.as(account)).post('/api/people/legal/invitation', { for: 'password' })).status, account).toBe(403)
    expect((await (await rig.as('inventor1')).patch('/api/people/inventor2', { account: '1' })).status).toBe(403)
    expect((await inventor.patch('/api/people/inventor1', { relation: 'staff' })).status).toBe(403)
  })

  it('one’s own statement is delegated to nobody', async () => {
    await complete(
      await rig.as('dept_admin'),
      check,
      'returned',
      {},
      { reason: '摘要过短', remarks: [{ field: '/abstract', remark: '请补充' }] },
    )
    const revise = await rig.task(matter, 'revise#1')
    expect((await inventor.post(`/api/tasks/${revise}/delegate`, { to: 'inventor2' })).body).toMatchObject({
      status: 403,
      refusals: [{ code: 'task/own-statement' }],
    })
    expect((await (await rig.as('ipo_officer')).post(`/api/tasks/${revise}/reassign`, { to: 'inventor2', reason: '?' })).status).toBe(403)
    expect((await inventor.post('/api/deputies', { deputy: 'inventor2', from: '2026-03-02', to: '2026-03-31' })).status).toBe(201)
    expect(
      (await (await rig.as('inventor2')).post(`/api/tasks/${revise}/complete`, { outcome: 'resubmitted', data: sample() })).body,
    ).toMatchObject({ status: 403, refusals: [{ code: 'task/own-statement' }] })
    expect((await rig.engine.state(matter as never)).tasks['revise#1' as TaskId]).toBeDefined()
    expect(taskAddress(matter as never, 'revise#1' as TaskId)).toBe(revise)
  })
})
