import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleDisclosure } from '#cli/samples/disclosure.ts'
import type { PersonId } from '#domain/actor.ts'
import { createCaller, openRig, type Caller, type Json, type Rig } from '../rig.ts'

let rig: Rig
let officer: Caller
let finance: Caller
let inventor: Caller
let colleague: Caller
let matters: string[]

beforeAll(async () => {
  rig = await openRig({ relay: false })
  officer = await rig.as('ipo_officer')
  finance = await rig.as('finance')
  inventor = await rig.as('inventor1')
  colleague = await rig.as('inventor2')
  const data = JSON.parse(JSON.stringify(sampleDisclosure(['inventor1', 'inventor2'] as PersonId[]))) as Json
  const open = async () => String((await inventor.post('/api/matters', { process: 'disclosure', data })).body['id'])
  matters = [await open(), await open(), await open()]
  for (const matter of matters) await rig.task(matter, 'formal-check#1')
})

afterAll(() => rig.close())

type Page = { readonly items: readonly { readonly id: string; readonly title: string | null }[]; readonly next: string | null }

async function find(who: Caller, q: string, more = ''): Promise<Page> {
  const reply = await who.get(`/api/matters?q=${encodeURIComponent(q)}${more}`)
  expect(reply.status, reply.text).toBe(200)
  return reply.body as unknown as Page
}

describe('words of a title that one may not know', () => {
  const words = '紫云英秸秆'

  it('find nothing, and no page after it tells that there is something', async () => {
    const masked = (await finance.get('/api/matters')).body as unknown as Page
    expect(masked.items.map(({ title }) => title)).toEqual([null, null, null])
    for (const limit of [1, 2, 50]) expect(await find(finance, words, `&limit=${limit}`)).toEqual({ items: [], next: null })
    expect(await find(finance, '-2026-0000', '&limit=2')).toMatchObject({ items: [{}, {}], next: expect.any(String) })
  })

  it('find every matter of who may know them, page by page', async () => {
    const found: string[] = []
    for (let next: string | null = ''; next !== null;) {
      const page: Page = await find(officer, words, `&limit=1${next === '' ? '' : `&cursor=${next}`}`)
      expect(page.items).toHaveLength(1)
      found.push(...page.items.map(({ id }) => id))
      next = page.next
    }
    expect(found.toSorted()).toEqual(matters.toSorted())
  })
})

describe('what somebody was refused', () => {
  const listed = async (who: Caller, query = '') =>
    (
      (await who.get(`/api/refusals?limit=50${query}`)).body as {
        items: { person?: { id: string }; refusal: { code: string; fact: Json } }[]
      }
    ).items

  it('is his and the office’s to know, on the facts as far as they may know the matter, and no colleague’s', async () => {
    const [matter] = matters
    expect((await inventor.post(`/api/matters/${matter}/suspend`, { reason: '内部事由' })).status).toBe(403)
    const refused = { person: { id: 'inventor1' }, refusal: { code: 'matter/not-officer' } }
    const roles = { roles: expect.any(Array) }
    expect(await listed(inventor)).toMatchObject([{ ...refused, refusal: { fact: roles } }])
    expect(await listed(officer)).toMatchObject([{ ...refused, refusal: { fact: roles } }])
    expect(await listed(finance)).toMatchObject([{ ...refused, refusal: { fact: {} } }])
    expect((await listed(finance))[0]?.refusal.fact).toEqual({})
    for (const query of ['', '&person=inventor1', `&matter=${matter}`]) expect(await listed(colleague, query), query).toEqual([])
  })
})

describe('a token', () => {
  it('makes no other, which would outlive it', async () => {
    const made = await colleague.post('/api/me/tokens', { name: '每夜', days: 1 })
    const headers = { authorization: `Bearer ${String(made.body['token'])}` }
    const program = createCaller(rig.url, 'program')
    expect((await program.ask('GET', '/api/me', { headers })).status).toBe(200)
    const asked = await program.ask('POST', '/api/me/tokens', { headers, body: { name: '永久', days: 366 } })
    expect([asked.status, asked.body['type']]).toEqual([403, 'urn:conveyance:session-wanted'])
    expect((await colleague.get('/api/me/tokens')).body['items']).toHaveLength(1)
  })
})

describe('a change of a register', () => {
  it('under a key that was used for another content is done, not answered as if it were', async () => {
    const admin = await rig.as('sysadmin')
    const key = { 'idempotency-key': 'change-1' }
    const change = async (nameLatin: string) =>
      (await admin.ask('PATCH', '/api/people/inventor3', { body: { nameLatin }, headers: key })).body['nameLatin']
    expect(await change('Gu Yanshi')).toBe('Gu Yanshi')
    expect(await change('Gu Yan-shi')).toBe('Gu Yan-shi')
  })
})
