import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#domain/actor.ts'
import type { ProcessDefinition } from '#domain/definition.ts'
import { processes } from '#domain/registry.gen.ts'
import type { MatterId, TaskId } from '#domain/state.ts'
import { taskAddress } from '#schemas/api/task-address.ts'
import { openRig, type Rig } from '../rig.ts'
import { append, openTask, standAt, type UserStep } from './by-hand.ts'

let rig: Rig

beforeAll(async () => {
  rig = await openRig({ relay: false })
})

afterAll(() => rig.close())

/** Of each step its own, since lists show one's work on all of them. */
const secretOf = (key: string) => `这句话只有写${key}的人能读`
const people = (...ids: string[]) => ids as PersonId[]
const inventors = people('inventor1', 'inventor2')

/** Everything a reader can fetch of a matter and of these tasks. */
async function readAll(username: string, id: MatterId, tasks: readonly string[]): Promise<string> {
  const caller = await rig.as(username)
  const parts = ['', '/actions?limit=200', '/documents', '/deadlines', '/diagram', '/comments', '/attachments'].map(
    (part) => `/api/matters/${id}${part}`,
  )
  const lists = ['mine', 'group', 'department', 'overdue', 'done'].map((list) => `/api/tasks?list=${list}&limit=200`)
  const ofTasks = tasks.map((task) => `/api/tasks/${taskAddress(id, task as TaskId)}`)
  const replies = await Promise.all([...parts, ...lists, ...ofTasks, '/api/refusals?limit=200'].map((path) => caller.get(path)))
  return replies.map((reply) => reply.text).join('\n')
}

/** A private step that two people answer; the first has. */
async function answeredByOne(stem: string, key: string, authors: readonly [string, string], outcome: string) {
  const secret = secretOf(key)
  const definition = processes[stem] as ProcessDefinition
  const step = definition.steps[key] as UserStep
  const id = `sealed-${step.name}` as MatterId
  const [first, second] = authors as unknown as [PersonId, PersonId]
  const done = await standAt(rig.store, { definition, step, id, inventors, people: [first] })
  const open = `${step.name}#1/${second}` as TaskId
  const record = append(rig.store, definition, id)
  await record('TaskOpened', { task: openTask(step, open, [second], []) })
  await record('TaskCompleted', { task: done, outcome, data: { secret }, reason: secret }, { is: 'person', person: first, as: 'self' })
  const finish = () =>
    record('TaskCompleted', { task: open, outcome: String(step.outcomes[0]), data: {} }, { is: 'person', person: second, as: 'self' })
  return { id, done, open, first, second, finish }
}

const sealed = [
  {
    stem: 'disclosure',
    key: 'proposeShares',
    authors: ['inventor1', 'inventor2'],
    outcome: 'proposed',
    afterwards: ['inventor2', 'ipo_officer'],
  },
  {
    stem: 'pre-filing-assessment',
    key: 'score',
    authors: ['evaluator1', 'evaluator2'],
    outcome: 'recused',
    afterwards: ['ipo_officer', 'legal'],
  },
  {
    stem: 'pre-filing-assessment',
    key: 'panelVote',
    authors: ['committee1', 'committee2'],
    outcome: 'against',
    afterwards: ['committee2', 'ipo_officer'],
  },
] as const

describe.each(sealed)('what one writes in $key', ({ stem, key, authors, outcome, afterwards }) => {
  const secret = secretOf(key)
  let matter: Awaited<ReturnType<typeof answeredByOne>>

  beforeAll(async () => {
    matter = await answeredByOne(stem, key, authors, outcome)
  })

  it('is read by nobody else before all have written: not the data, the reason, nor how he decided', async () => {
    const others = rig.accounts.filter((account) => account !== matter.first)
    for (const account of others) {
      const text = await readAll(account, matter.id, [matter.done, matter.open])
      expect(text.includes(secret), account).toBe(false)
      if (outcome !== 'proposed') expect(text.includes(`"outcome":{"name":"${outcome}"`), account).toBe(false)
    }
    expect((await readAll(matter.first, matter.id, [matter.done])).includes(secret)).toBe(true)
  })

  it('is not told by the refusal of a late answer either', async () => {
    for (const account of [matter.second, 'ipo_officer']) {
      const { status, text } = await (await rig.as(account)).post(`/api/tasks/${taskAddress(matter.id, matter.done)}/claim`)
      expect(status).toBe(409)
      expect(text).not.toContain(`"${outcome}"`)
    }
  })

  it('a draft of it is its writer’s alone', async () => {
    const address = taskAddress(matter.id, matter.open)
    const kept = await (await rig.as(matter.second)).put(`/api/tasks/${address}/draft`, { fields: { '/note': '草稿里的话' } })
    expect(kept.status, kept.text).toBe(200)
    for (const account of rig.accounts.filter((one) => one !== matter.second))
      expect((await (await rig.as(account)).get(`/api/tasks/${address}`)).text, account).not.toContain('草稿里的话')
    expect((await (await rig.as(matter.second)).get(`/api/tasks/${address}`)).text).toContain('草稿里的话')
  })

  if (key === 'proposeShares')
    it('is not read in the log of refusals either, where only the rule stands that said no', async () => {
      const wrong = { outcome: 'proposed', data: { shares: { inventor1: 4321, inventor2: 1234 } } }
      const { status, body } = await (await rig.as(matter.second)).post(`/api/tasks/${taskAddress(matter.id, matter.open)}/complete`, wrong)
      expect(status).toBe(422)
      const [refusal] = body['refusals'] as readonly { code: string; fact: object }[]
      expect(JSON.stringify(refusal?.fact)).toContain('5555')
      const { text } = await (await rig.as('ipo_officer')).get('/api/refusals?limit=200')
      expect(text).toContain(String(refusal?.code))
      expect(text).not.toMatch(/5555|4321/)
    })

  it('is read afterwards by whoever may, corrected by nobody, and still not read by the other side', async () => {
    await matter.finish()
    const { body } = await (await rig.as('legal')).get(`/api/matters/${matter.id}`)
    const own = (body['results'] as readonly { id: string; correctable: boolean }[]).find(({ id }) => id === matter.done)
    expect(own).toMatchObject({ correctable: false })
    for (const account of afterwards) expect((await readAll(account, matter.id, [matter.done])).includes(secret), account).toBe(true)
    if (stem !== 'disclosure')
      expect((await (await rig.as('inventor1')).get(`/api/matters/${matter.id}`)).text).not.toContain(`"secret":"${secret}"`)
  })
})

describe('unfinished and internal work', () => {
  const definition = processes['disclosure'] as ProcessDefinition
  const step = definition.steps['formalCheck'] as UserStep
  const id = 'office-work' as MatterId
  let address: string

  beforeAll(async () => {
    address = taskAddress(
      id,
      await standAt(rig.store, { definition, step, id, inventors: people('inventor1', 'inventor2', 'ipo_officer'), people: [] }),
    )
    await (await rig.as('dept_admin')).put(`/api/tasks/${address}/draft`, { fields: { '/note': '科研秘书的草稿' } })
  })

  it('of the office is not shown to the inventors: neither the draft nor what the check was given', async () => {
    for (const account of ['inventor1', 'inventor2', 'ipo_officer'])
      expect((await (await rig.as(account)).get(`/api/tasks/${address}`)).text, account).not.toMatch(/科研秘书的草稿|只给承办人看/)
    expect((await (await rig.as('dept_admin')).get(`/api/tasks/${address}`)).text).toMatch(/科研秘书的草稿/)
    expect((await (await rig.as('legal')).get(`/api/tasks/${address}`)).text).toMatch(/只给承办人看/)
  })

  it('notes of the office and of counsel are hidden from an officer who shares in the result', async () => {
    const legal = await rig.as('legal')
    expect((await legal.post(`/api/matters/${id}/comments`, { text: '律师的意见', visibility: 'privileged' })).status).toBe(201)
    expect(
      (await (await rig.as('dept_admin')).post(`/api/matters/${id}/comments`, { text: '办公室的意见', visibility: 'office' })).status,
    ).toBe(201)
    for (const account of ['inventor1', 'inventor2', 'ipo_officer'])
      expect((await (await rig.as(account)).get(`/api/matters/${id}/comments`)).text, account).not.toMatch(/律师的意见|办公室的意见/)
    expect((await (await rig.as('dept_admin')).get(`/api/matters/${id}/comments`)).text).not.toContain('律师的意见')
    expect((await legal.get(`/api/matters/${id}/comments`)).text).toMatch(/律师的意见/)
    expect((await (await rig.as('ipo_officer')).post(`/api/matters/${id}/comments`, { text: '?', visibility: 'office' })).status).toBe(403)
  })

  it('an officer who shares in the result neither suspends nor corrects it', async () => {
    const officer = await rig.as('ipo_officer')
    expect((await officer.post(`/api/matters/${id}/suspend`, { reason: '?' })).body).toMatchObject({
      status: 403,
      refusals: [{ code: 'matter/interested' }],
    })
    expect((await officer.post(`/api/tasks/${address}/reassign`, { to: 'dept_admin', reason: '?' })).body).toMatchObject({
      status: 403,
      refusals: [{ code: 'task/interested' }],
    })
  })
})
