import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleDisclosure } from '#cli/samples/disclosure.ts'
import { demonstrationPassword } from '#cli/demonstration-house.ts'
import { silent } from '#cli/servers/report.ts'
import { openSkippedHouse, type SkippedHouse } from '#cli/skipped-house.ts'
import type { PersonId } from '#domain/actor.ts'
import { addDays, plainDay } from '#domain/day.ts'
import type { Json } from '#domain/json.ts'
import { createCaller, type Caller } from '../rig.ts'

let house: SkippedHouse
let sysadmin: Caller
let officer: Caller

async function signIn(username: string): Promise<Caller> {
  const reply = await createCaller(house.url, username).post('/api/session', { username, password: demonstrationPassword })
  expect(reply.status, reply.text).toBe(201)
  return createCaller(house.url, username, reply.headers.getSetCookie()[0]?.split(';')[0])
}

const advance = (days: number, key?: string) =>
  sysadmin.post('/api/rehearsal/advance', { days }, key === undefined ? {} : { 'idempotency-key': key })

const today = async () => plainDay(String((await sysadmin.get('/api/rehearsal')).body['today']))

beforeAll(async () => {
  house = await openSkippedHouse(silent, { PORT: '0', LOG_LEVEL: 'silent' })
  sysadmin = await signIn('sysadmin')
  officer = await signIn('ipo_officer')
})

afterAll(() => house.close())

describe('days that pass in a rehearsal', () => {
  it('pass once for a key, however often and at whatever moment they are asked for', async () => {
    const from = await today()
    const [first, second] = await Promise.all([advance(3, 'three-days'), advance(3, 'three-days')])
    expect(first).toMatchObject({ status: 200, body: { from, to: addDays(from, 3) } })
    expect(second?.body).toEqual(first?.body)
    expect((await advance(3, 'three-days')).body).toEqual(first?.body)
    expect(await today()).toBe(addDays(from, 3))
  })

  it('are not to be asked for otherwise under the same key', async () => {
    const before = await today()
    expect(await advance(4, 'three-days')).toMatchObject({ status: 422, body: { refusals: [{ code: 'desk/key-reused' }] } })
    expect(await today()).toBe(before)
  })

  it('pass again for another key, and for none', async () => {
    const from = await today()
    expect((await advance(1, 'another')).body).toMatchObject({ from, to: addDays(from, 1) })
    expect((await advance(1)).body).toMatchObject({ from: addDays(from, 1), to: addDays(from, 2) })
    expect((await advance(1)).body).toMatchObject({ from: addDays(from, 2), to: addDays(from, 3) })
  })

  it('tell in words which matter’s step a timer spoke of, and nothing that somebody wrote', async () => {
    const inventor = await signIn('inventor1')
    const report = sampleDisclosure(['inventor1', 'inventor2'] as PersonId[], { titleZh: '（示例）只有发明人知道的名称' })
    const opened = await inventor.post('/api/matters', { process: 'disclosure', data: JSON.parse(JSON.stringify(report)) as Json })
    expect(opened.status, opened.text).toBe(201)
    const walk = await advance(10)
    expect(walk.status, walk.text).toBe(200)
    const fired = walk.body['fired'] as readonly { matter: string; what: string }[]
    const own = fired.filter(({ matter }) => matter === opened.body['id'])
    expect(own[0]).toMatchObject({
      number: opened.body['number'],
      process: { name: 'disclosure', label: '职务科技成果披露' },
      step: { name: 'formal-check', label: '形式审查' },
      task: 'formal-check#1',
      kind: 'TaskReminded',
      what: '已就“形式审查”发出催办',
    })
    for (const { what } of own) expect(what).toMatch(/^[\u4e00-\u9fff“”：、，（）]+$/)
    expect(walk.text).not.toContain('只有发明人知道')
  })

  it('are for the administrator to let pass', async () => {
    expect((await officer.post('/api/rehearsal/advance', { days: 1 })).status).toBe(403)
  })
})
