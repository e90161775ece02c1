import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMetrics } from '#api/metrics.ts'
import { createRoutes } from '#api/routes.ts'
import { demonstration, demonstrationPassword } from '#cli/demonstration-house.ts'
import { sampleDisclosure } from '#cli/samples/disclosure.ts'
import type { PersonId } from '#domain/actor.ts'
import type { TaskId } from '#domain/state.ts'
import { taskAddress } from '#schemas/api/task-address.ts'
import { complete, createCaller, openRig, type Caller, type Json, type Rig } from '../rig.ts'

let rig: Rig
let inventor: Caller
let officer: Caller
let matter: string
let revise: string

const sample = () => JSON.parse(JSON.stringify(sampleDisclosure(['inventor1', 'inventor2', 'inventor3'] as PersonId[]))) as Json
const operations = createRoutes(createMetrics()).map((route) => route.operation)

beforeAll(async () => {
  rig = await openRig()
  inventor = await rig.as('inventor1')
  officer = await rig.as('ipo_officer')
  const opened = await inventor.post('/api/matters', { process: 'disclosure', data: sample() })
  matter = String(opened.body['id'])
  await complete(officer, await rig.task(matter, 'formal-check#1'), 'returned', {}, { reason: '摘要过短' })
  revise = await rig.task(matter, 'revise#1')
})

afterAll(() => rig.close())

/** An address of the route, with what stands for its parameters. */
function addressOf(path: string, values: { readonly [name: string]: string } = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? 'nothing-there')
}

describe('every route, as it is described', () => {
  const closed = operations.filter((one) => one.for === 'people')
  const open = operations.filter((one) => one.for === 'anybody')

  it('that is for people is refused to whoever has no session, a made-up one, or a made-up token', async () => {
    const strangers = [
      'conveyance_session=',
      'conveyance_session=demonstration.AAAAAAAAAAAAAAAAAAAAAAAAAAAA',
      'conveyance_session=..',
      `conveyance_session=${'x'.repeat(4000)}`,
    ]
    for (const { method, path, bytes } of closed) {
      const about = method === 'get' ? {} : bytes === undefined ? { body: {} } : { raw: 'x', headers: { 'content-type': bytes[0] ?? '' } }
      expect((await rig.nobody.ask(method.toUpperCase(), addressOf(path), about)).status, `${method} ${path}`).toBe(401)
    }
    for (const cookie of strangers) expect((await createCaller(rig.url, 'stranger', cookie).get('/api/me')).status).toBe(401)
    for (const authorization of ['Bearer', 'Bearer ', 'Bearer demonstration.AAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'Basic YTpi', 'Bearer x y']) {
      expect((await rig.nobody.ask('GET', '/api/me', { headers: { authorization } })).status, authorization).toBe(401)
    }
  })

  it.each(['inventor1', 'ipo_officer', 'sysadmin', 'nobody'])(
    'answers junk from %s with a status it describes, and never breaks',
    async (account) => {
      const caller = account === 'nobody' ? rig.nobody : await rig.begin(account)
      const junk: readonly unknown[] = [
        {},
        [],
        7,
        { data: [], process: {}, task: 1, to: null, reason: 'x'.repeat(3000), outcome: [], fields: 'x' },
      ]
      const wrong: string[] = []
      for (const { method, path, answers, bytes } of account === 'nobody' ? open : closed) {
        if (path === '/api/session' && method === 'delete') continue
        const known = new Set([...Object.keys(answers).map(Number), 400, 401, 403, 404, 409, 422])
        const at = addressOf(path, { process: 'disclosure', message: 'record-office-event' })
        const asked = method === 'get' ? [''] : junk
        for (const body of asked) {
          const about =
            method === 'get' ? {} : bytes === undefined ? { body } : { raw: JSON.stringify(body), headers: { 'content-type': 'text/csv' } }
          const { status, text } = await caller.ask(method.toUpperCase(), `${at}?limit=-1&cursor=%25&list=x&asOf=soon&q=`, about)
          if (!known.has(status) && status !== 429) wrong.push(`${method} ${path} ${status} ${text.slice(0, 200)}`)
          const plain = method === 'get' ? await caller.get(at) : undefined
          if (plain !== undefined && !known.has(plain.status)) wrong.push(`${method} ${path} ${plain.status}`)
        }
      }
      expect(wrong).toEqual([])
      expect(rig.lines.filter((line) => line.includes('"broke"')).map((line) => line.slice(0, 400))).toEqual([])
    },
  )

  it('that only reads changes nothing: not a matter, a register, a link or a draft', async () => {
    const tables = (await rig.look<{ name: string }>("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'")).map(
      (row) => row.name,
    )
    // That something was read is written down; and a session notes when it was last used.
    const kept = tables.filter((name) => !['read_log', 'sessions', 'api_tokens', 'matter_keys', 'person_keys'].includes(name))
    const count = async () =>
      Object.fromEntries(
        await Promise.all(
          kept.map(
            async (name) =>
              [
                name,
                (
                  await rig.look<{ print: string }>(
                    `SELECT count(*) || '/' || coalesce(sum(hashtext(t::text)), 0) AS print FROM "${name}" t`,
                  )
                )[0]?.print,
              ] as const,
          ),
        ),
      )
    await rig.until(async () => expect(await rig.look('SELECT 1 FROM outbox WHERE done_at IS NULL')).toEqual([]))
    const before = await count()
    const values = { process: 'disclosure', message: 'x' }
    for (const { path } of operations.filter((one) => one.method === 'get')) {
      const id = path.includes('/tasks/') ? revise : path.includes('/people/') ? 'inventor2' : matter
      for (const caller of [inventor, officer, rig.nobody]) await caller.get(addressOf(path, { ...values, id }))
    }
    expect(await count()).toEqual(before)
  })
})

describe('a session', () => {
  const signIn = (username: string, password: string, cookie?: string) =>
    rig.nobody.ask('POST', '/api/session', { body: { username, password }, headers: cookie === undefined ? {} : { cookie } })
  const cookieOf = (reply: { headers: Response['headers'] }) => reply.headers.getSetCookie()[0] ?? ''

  it('is begun with a secret of ours, whatever cookie was brought along', async () => {
    const brought = `conveyance_session=${demonstration.id}.BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB`
    const cookie = cookieOf(await signIn('hr', demonstrationPassword, brought))
    expect(cookie).toMatch(/^conveyance_session=demonstration\.[\w-]{20,}; Path=\/; HttpOnly; SameSite=Strict/)
    expect(cookie).not.toContain('BBBB')
    expect((await createCaller(rig.url, 'fixed', brought).get('/api/me')).status).toBe(401)
  })

  it('is over after signing out, and every other when the password changes', async () => {
    const [one, two, three] = await Promise.all(
      [1, 2, 3].map(async () => createCaller(rig.url, 'hr', cookieOf(await signIn('hr', demonstrationPassword)).split(';')[0])),
    )
    if (one === undefined || two === undefined || three === undefined) throw new Error('Three sessions')
    expect((await one.ask('DELETE', '/api/session')).status).toBe(204)
    expect((await one.get('/api/me')).status).toBe(401)
    expect((await two.put('/api/me/password', { current: 'wrong-password-1', next: 'another-password-1' })).status).toBe(422)
    expect((await two.put('/api/me/password', { current: demonstrationPassword, next: 'another-password-1' })).status).toBe(204)
    expect((await three.get('/api/me')).status).toBe(401)
    expect((await two.get('/api/me')).status).toBe(200)
    expect((await signIn('hr', demonstrationPassword)).status).toBe(401)
  })

  it('refused says the same of a name that exists and one that does not, after work of the same kind', async () => {
    const timed = async (username: string) => {
      const begun = performance.now()
      const reply = await signIn(username, 'not-the-password')
      return { ms: performance.now() - begun, reply }
    }
    const known = []
    const unknown = []
    for (let turn = 0; turn < 5; turn += 1) {
      known.push(await timed('legal'))
      unknown.push(await timed(`nobody-${turn}`))
    }
    expect(known[0]?.reply.text).toBe(unknown[0]?.reply.text)
    expect([...known, ...unknown].map(({ reply }) => reply.status)).toEqual(Array.from({ length: 10 }, () => 401))
    const least = (all: readonly { readonly ms: number }[]) => Math.min(...all.map(({ ms }) => ms))
    // An answer without a hash to check would come in a fraction of the time.
    expect(least(unknown)).toBeGreaterThan(least(known) / 4)
  })
})

describe('a one-time link', () => {
  const letters = (pattern: RegExp) => rig.letters.map(({ letter }) => pattern.exec(letter.text)?.[1]).filter((one) => one !== undefined)

  /** A link that was mailed, and how to get its code. */
  async function link(task: string, person: string) {
    const before = letters(/\/links\/([\w.~-]+)/).length
    expect((await officer.post('/api/links', { task, person })).status).toBe(201)
    const token = await rig.until(() => {
      const found = letters(/\/links\/([\w.~-]+)/)
      if (found.length === before) throw new Error('No letter yet')
      return found.at(-1) ?? ''
    })
    return `/api/links/${token}`
  }

  async function code(address: string): Promise<string> {
    const before = letters(/\b(\d{6})\b/).length
    expect((await rig.nobody.post(`${address}/code`)).status).toBe(204)
    return rig.until(() => {
      const found = letters(/\b(\d{6})\b/)
      if (found.length === before) throw new Error('No letter yet')
      return found.at(-1) ?? ''
    })
  }

  it('is made for nobody who could not do the task himself', async () => {
    for (const person of ['inventor2', 'ipo_officer', 'legal'])
      expect((await officer.post('/api/links', { task: revise, person })).status, person).toBe(403)
    expect((await inventor.post('/api/links', { task: revise, person: 'inventor1' })).status).toBe(403)
  })

  it('is locked after five wrong codes, even to the right one', async () => {
    const address = await link(revise, 'inventor1')
    expect((await rig.nobody.post(`${address}/open`, { code: '000000' })).status).toBe(409)
    const right = await code(address)
    const wrong = right === '111111' ? '222222' : '111111'
    for (let turn = 0; turn < 5; turn += 1) expect((await rig.nobody.post(`${address}/open`, { code: wrong })).status).toBe(403)
    expect((await rig.nobody.post(`${address}/open`, { code: right })).status).toBe(409)
    // Another code would be five more guesses: there is none while the guessed one would have lasted.
    const before = letters(/\b(\d{6})\b/).length
    const pass = (minutes: number) =>
      rig.look(`UPDATE one_time_links SET code_expires_at = code_expires_at - interval '${minutes} minutes'`)
    await pass(5)
    expect((await rig.nobody.post(`${address}/code`)).status).toBe(429)
    await pass(5)
    expect(letters(/\b(\d{6})\b/)).toHaveLength(before)
    expect((await rig.nobody.post(`${address}/open`, { code: await code(address) })).status).toBe(200)
  })

  it('mails no codes to its person as often as somebody likes', async () => {
    const address = await link(revise, 'inventor1')
    const first = await code(address)
    const answers = await Promise.all(Array.from({ length: 5 }, () => rig.nobody.post(`${address}/code`)))
    expect(answers.map(({ status }) => status)).toEqual([429, 429, 429, 429, 429])
    expect((await rig.nobody.post(`${address}/open`, { code: first })).status).toBe(200)
    await rig.look(`UPDATE one_time_links SET code_expires_at = code_expires_at - interval '1 minute'`)
    const second = await code(address)
    expect((await rig.nobody.post(`${address}/open`, { code: second })).status).toBe(200)
  })

  it('expired opens nothing, and neither does one whose content has changed', async () => {
    const address = await link(revise, 'inventor1')
    const right = await code(address)
    const shown = await rig.nobody.post(`${address}/open`, { code: right })
    expect(shown.body).toMatchObject({ matterNumber: expect.any(String), contentHash: expect.any(String) })
    const act = { code: right, outcome: 'resubmitted', data: sample(), contentHash: 'of-something-else' }
    expect((await rig.nobody.post(address, act)).body).toMatchObject({ refusals: [{ code: 'link/content-changed' }] })
    await rig.look("UPDATE one_time_links SET expires_at = now() - interval '1 minute' WHERE used_at IS NULL")
    for (const path of ['', '/open', '/code']) {
      const body = path === '' ? { ...act, contentHash: shown.body['contentHash'] } : path === '/open' ? { code: right } : {}
      expect((await rig.nobody.post(`${address}${path}`, body)).body, path).toMatchObject({
        status: 409,
        refusals: [{ code: 'link/expired' }],
      })
    }
    expect((await rig.nobody.get(address)).body).toMatchObject({ state: 'expired' })
  })

  it('acts once, for its own task alone, and then is used up', async () => {
    const address = await link(revise, 'inventor1')
    const right = await code(address)
    const shown = await rig.nobody.post(`${address}/open`, { code: right })
    const act = { code: right, outcome: 'resubmitted', data: sample(), contentHash: shown.body['contentHash'] }
    const answers = await Promise.all([rig.nobody.post(address, act), rig.nobody.post(address, act)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const again = await rig.nobody.post(address, act)
    expect(again.status, again.text.slice(0, 300)).toBe(409)
    const { by } = (await rig.engine.state(matter as never)).results['revise#1'] ?? {}
    expect(by).toMatchObject({ person: 'inventor1', byLink: true })
    expect(taskAddress(matter as never, 'revise#1' as TaskId)).toBe(revise)
  })
})
