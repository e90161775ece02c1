import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { statusOfRefusals } from '#api/refusal-status.ts'
import { demonstration } from '#cli/demonstration-house.ts'
import type { PersonId } from '#domain/actor.ts'
import type { Order } from '#domain/command.ts'
import { decide } from '#domain/decide.ts'
import type { ProcessDefinition } from '#domain/definition.ts'
import { isOwnStatement } from '#domain/own-statement.ts'
import { interestedPeople } from '#domain/project.ts'
import { processes } from '#domain/registry.gen.ts'
import { officeRoles, roleOfKey } from '#domain/role.ts'
import type { MatterId, MatterState, TaskId } from '#domain/state.ts'
import { taskAddress } from '#schemas/api/task-address.ts'
import { loadActor, type PersonActor } from '#store/desk/actors.ts'
import { openRig, type Rig } from '../rig.ts'
import { dayOne } from '../engine.ts'
import { standAt, type UserStep } from './by-hand.ts'

let rig: Rig
const actors = new Map<string, PersonActor>()

beforeAll(async () => {
  // No relay: a command for a matter without a story would be sent for ever.
  rig = await openRig({ relay: false })
  for (const account of rig.accounts) actors.set(account, await loadActor(rig.store, demonstration.id, account as PersonId, dayOne))
})

afterAll(() => rig.close())

const people = (...ids: string[]) => ids as PersonId[]

/** Everybody in the house has his own reasons to see a matter; whoever has none does not learn that there is one. */
function sees(definition: ProcessDefinition, state: MatterState, actor: PersonActor): boolean {
  const roles = actor.roles.map((key) => roleOfKey(key))
  if (roles.some((role) => officeRoles.includes(role) && role !== 'dept_admin')) return true
  if (actor.roles.some((key) => key === `dept_admin@${state.head.department}`)) return true
  if (definition.people(state).some((one) => one.person === actor.person)) return true
  return Object.values(state.tasks).some(
    (task) =>
      [task.assignee, task.owner, ...task.people].includes(actor.person) ||
      task.roles.some((key) => roleOfKey(key) !== 'inventor' && actor.roles.includes(key)),
  )
}

/** What the pure rules say: hidden, refused with this status, or lawful. */
function judge(definition: ProcessDefinition, state: MatterState, actor: PersonActor, order: Order): number | 'lawful' {
  if (!sees(definition, state, actor)) return 404
  const decision = decide(definition, state, { id: 'asked', actor, order }, dayOne)
  return decision.ok ? 'lawful' : statusOfRefusals(decision.refusals)
}

const cases = Object.values(processes).flatMap((definition) =>
  Object.values(definition.steps).flatMap((step) =>
    step.word === 'user-task' ? [{ definition, step: step, name: `${definition.stem} · ${step.name}` }] : [],
  ),
)

const namedFor = (step: UserStep) => (step.party === 'inventor' ? people('inventor1') : people('committee1'))

/** Asks in every account's name and lists where the door says another thing than the rules. */
async function compare(
  definition: ProcessDefinition,
  id: MatterId,
  order: Order & { readonly task: TaskId },
  verb: 'claim' | 'complete',
): Promise<string[]> {
  const state = await rig.engine.state(id)
  const path = `/api/tasks/${taskAddress(id, order.task)}/${verb}`
  const body = order.name === 'complete-task' ? { outcome: order.outcome, data: order.data, reason: order.reason } : {}
  const asked = [...actors].map(async ([account, actor]) => {
    const expected = judge(definition, state, actor, order)
    const isTied = interestedPeople(definition, state).includes(actor.person)
    const task = state.tasks[order.task]
    // Separation of duties, said once more by itself: no office work for whoever has a share.
    if (isTied && expected === 'lawful' && task !== undefined)
      expect(isOwnStatement(task), `${account} ${order.name} ${task.step}`).toBe(true)
    const { status, body: answer } = await (await rig.as(account)).post(path, body)
    // There is no story to carry it out: what is lawful is kept and answered 202, or its form is looked at and found empty, or no
    // paper is found that could have been signed.
    const isLookedAt = verb === 'complete' && (status === 422 || JSON.stringify(answer).includes('signing/other-paper'))
    const said = status === 202 || isLookedAt ? 'lawful' : status
    return said === expected ? [] : [`${account}: the rules say ${expected}, the door ${status}`]
  })
  return (await Promise.all(asked)).flat()
}

describe('who may take and complete a task at the door is who may by the rules', () => {
  it('the processes have steps to ask about', () => expect(cases.length).toBeGreaterThan(25))

  it.each(cases)('$name: free to take, for each account', async ({ definition, step }) => {
    const id = `free-${definition.stem}-${step.name}` as MatterId
    const task = await standAt(rig.store, {
      definition,
      step,
      id,
      inventors: people('inventor1', 'inventor2', 'inventor3'),
      people: namedFor(step),
    })
    expect(await compare(definition, id, { name: 'claim-task', task }, 'claim')).toEqual([])
  })

  it.each(cases)('$name: completed by each account while officers have a share in the result', async ({ definition, step }) => {
    const id = `shared-${definition.stem}-${step.name}` as MatterId
    const inventors = people('inventor1', 'ipo_officer', 'committee1', 'finance')
    const task = await standAt(rig.store, { definition, step, id, inventors, people: namedFor(step), barred: people('legal') })
    const order = { name: 'complete-task', task, outcome: String(step.outcomes[0]), data: {}, reason: '理由（示例）' } as const
    expect(await compare(definition, id, order, 'complete')).toEqual([])
  })

  it('a task in somebody’s hands is refused to the other candidates with his name', async () => {
    const { definition, step } = cases[0] as (typeof cases)[number]
    const id = 'held' as MatterId
    const task = await standAt(rig.store, {
      definition,
      step,
      id,
      inventors: people('inventor1'),
      people: [],
      holder: 'dept_admin' as PersonId,
    })
    expect(await compare(definition, id, { name: 'claim-task', task }, 'claim')).toEqual([])
    const { body } = await (await rig.as('ipo_officer')).post(`/api/tasks/${taskAddress(id, task)}/claim`)
    expect(body).toMatchObject({ status: 409, refusals: [{ code: 'task/held-by-other' }] })
    expect(JSON.stringify(body)).toContain('秦样例')
  })
})

describe('a matter one is not tied to', () => {
  const id = 'hidden' as MatterId
  const definition = processes['disclosure'] as ProcessDefinition
  const step = definition.steps['formalCheck'] as UserStep
  let task: TaskId

  beforeAll(async () => {
    task = await standAt(rig.store, { definition, step, id, inventors: people('inventor3'), people: [] })
  })

  it.each(['inventor1', 'inventor2', 'evaluator1', 'sysadmin'])('does not exist for %s, at any of its addresses', async (account) => {
    const caller = await rig.as(account)
    const address = taskAddress(id, task)
    const readings = ['', '/actions', '/documents', '/deadlines', '/diagram', '/comments', '/attachments', '/readings'].map(
      (part) => `/api/matters/${id}${part}`,
    )
    for (const path of [...readings, `/api/tasks/${address}`, `/api/documents/${address}`])
      expect((await caller.get(path)).status, path).toBe(404)
    const orders: readonly (readonly [string, object])[] = [
      [`/api/matters/${id}/suspend`, { reason: '?' }],
      [`/api/matters/${id}/resume`, {}],
      [`/api/matters/${id}/withdraw`, { reason: '?' }],
      [`/api/matters/${id}/correct`, { do: 'propose', step: task, data: {}, reason: '?' }],
      [`/api/matters/${id}/comments`, { text: '?' }],
      [`/api/matters/${id}/messages/record-office-event`, { data: {} }],
      [`/api/tasks/${address}/release`, {}],
      [`/api/tasks/${address}/resolve`, {}],
      [`/api/tasks/${address}/follow-up`, { on: '2026-03-05' }],
      [`/api/tasks/${address}/delegate`, { to: 'inventor2' }],
      [`/api/tasks/${address}/reassign`, { to: 'inventor2', reason: '?' }],
      ['/api/verify', { matter: id }],
    ]
    for (const [path, body] of orders) expect((await caller.post(path, body)).status, path).toBe(404)
    expect((await caller.put(`/api/tasks/${address}/draft`, { fields: { '/x': 1 } })).status).toBe(404)
    const file = await caller.ask('POST', `/api/attachments?name=a.txt&matter=${id}`, {
      raw: 'x',
      headers: { 'content-type': 'text/plain' },
    })
    expect(file.status).toBe(404)
  })

  it.each(['inventor1', 'evaluator1', 'sysadmin'])('is in no list and no search of %s', async (account) => {
    const caller = await rig.as(account)
    const { number } = (await rig.engine.state(id)).head
    const lists = ['mine', 'group', 'department', 'overdue', 'done', 'delegated'].map((list) => `/api/tasks?list=${list}&limit=200`)
    const searches = ['育苗基质', number].map((q) => `/api/search?q=${encodeURIComponent(q)}`)
    for (const path of [
      ...lists,
      ...searches,
      `/api/tasks?list=group&matter=${id}`,
      '/api/matters?limit=200',
      `/api/matters?q=${number}`,
      '/api/deadlines?limit=200',
      `/api/refusals?matter=${id}`,
    ]) {
      const { status, text } = await caller.get(path)
      expect(status, path).toBe(200)
      expect(text.includes(`"${id}"`) || text.includes(`${id}.formal`), path).toBe(false)
    }
  })

  it('is refused in a bulk order without a word about it', async () => {
    const reply = await (
      await rig.as('inventor1')
    ).post('/api/tasks/reassign', { tasks: [taskAddress(id, task)], to: 'inventor2', preview: true })
    expect(reply.body).toMatchObject({ items: [{ outcome: 'refused', refusals: [] }] })
  })
})

describe('an office role without need to know', () => {
  const id = 'masked' as MatterId
  const definition = processes['disclosure'] as ProcessDefinition
  const step = definition.steps['ownershipFinding'] as UserStep

  beforeAll(async () => {
    await standAt(rig.store, {
      definition,
      step,
      id,
      inventors: people('inventor1', 'inventor2'),
      people: [],
      title: '隐去名称的琉璃瓦成果',
    })
  })

  it.each(['finance', 'hr', 'asset', 'committee1'])('%s learns that the matter is there, not what it is about', async (account) => {
    const caller = await rig.as(account)
    const address = taskAddress(id, 'ownership-finding#1' as TaskId)
    const parts = ['', '/actions', '/documents', '/deadlines', '/diagram', '/comments', '/attachments'].map(
      (part) => `/api/matters/${id}${part}`,
    )
    for (const path of [
      ...parts,
      `/api/tasks/${address}`,
      '/api/matters?limit=200',
      '/api/deadlines?limit=200',
      `/api/search?q=${encodeURIComponent('琉璃瓦')}`,
    ]) {
      const { status, text } = await caller.get(path)
      expect(status, path).toBe(200)
      expect(text, path).not.toMatch(/琉璃瓦/)
    }
  })

  it('cannot find out by searching for the words of the title', async () => {
    const finance = await rig.as('finance')
    const words = encodeURIComponent('琉璃瓦成果')
    for (const path of [`/api/matters?q=${words}`, `/api/search?q=${words}`])
      expect((await finance.get(path)).text, path).not.toContain(`"${id}"`)
    expect((await (await rig.as('legal')).get(`/api/matters?q=${words}`)).text).toContain(`"${id}"`)
    const { number } = (await rig.engine.state(id)).head
    expect((await finance.get(`/api/matters?q=${number}`)).text).toContain(`"${id}"`)
  })
})
