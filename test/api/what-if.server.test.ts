import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#domain/actor.ts'
import type { ProcessDefinition } from '#domain/definition.ts'
import { processes } from '#domain/registry.gen.ts'
import type { MatterId } from '#domain/state.ts'
import { asSystem } from '#store/db.ts'
import { demonstration } from '#cli/demonstration-house.ts'
import { workflowIdOf } from '#workflows/messages.ts'
import { standAt, type UserStep } from './by-hand.ts'
import { openOffice, type Office, type Someone } from './office.ts'

let office: Office
let inventor: Someone
let officer: Someone
let legal: Someone
let id: MatterId
let task: string

beforeAll(async () => {
  office = await openOffice()
  inventor = await office.signIn('inventor1')
  officer = await office.signIn('ipo_officer')
  legal = await office.signIn('legal')
  ;({ id, task } = await office.report(inventor))
})

afterAll(() => office.close())

const returned = { task: 'formal-check#1', outcome: 'returned', data: {}, reason: '摘要不清' }
const ask = (who: Someone, body: object, matter = id) => who.post(`/api/matters/${matter}/what-if`, body)

/** How much is written of the matter: its actions, its history, commands and refusals of the house. */
async function measure() {
  const handle = office.engine.environment.client.workflow.getHandle(workflowIdOf('disclosure', id))
  const { historyLength } = await handle.describe()
  const where = { institutionId: demonstration.id }
  const [actions, commands, refusals, outbox] = await asSystem(office.engine.store, demonstration.id, (tx) =>
    Promise.all([tx.action.count({ where }), tx.command.count({ where }), tx.refusal.count({ where }), tx.outbox.count({ where })]),
  )
  return { historyLength, actions, commands, refusals, outbox }
}

describe('what would follow from completing a task', () => {
  it('names the tasks that would open, for whom, and until when; and nothing of it is written', async () => {
    // The first answer comes when the story's own task is over: until then its history still grows by itself.
    expect((await ask(officer, returned)).status).toBe(200)
    const before = await measure()
    const { status, body } = await ask(officer, returned)
    expect(status).toBe(200)
    expect(body).toMatchObject({ is: 'carried-out', refusals: [], erased: false, unforeseen: [] })
    expect(body['tasks']).toMatchObject([
      { task: 'revise#1', party: 'inventor', people: [{ id: 'inventor1' }], roles: [], dueOn: '2026-03-30', class: 'service' },
    ])
    expect(body).not.toHaveProperty('end')
    expect(await measure()).toEqual(before)
  })

  it('tells everything that the process would do by itself up to the end', async () => {
    const { body } = await ask(officer, {
      task: 'formal-check#1',
      outcome: 'referred',
      data: await office.formalCheck(id),
      reason: '涉嫌冒用成果',
    })
    expect(body).toMatchObject({ is: 'carried-out', tasks: [], end: { name: 'referred-to-discipline' } })
  })

  it('is said to the office that may know the matter, though the task is another’s', async () => {
    expect((await ask(legal, returned)).body).toEqual((await ask(officer, returned)).body)
  })

  it('is said to nobody who may neither complete the task nor know the matter', async () => {
    const finance = await office.signIn('finance')
    for (const who of [inventor, finance]) {
      const { status, body } = await ask(who, returned)
      expect(status, who.username).toBe(403)
      expect(body, who.username).toMatchObject({ refusals: [{}] })
    }
    expect((await ask(await office.signIn('evaluator1'), returned)).status).toBe(404)
  })

  it('is the refusal, where completing would be refused, and the refusal is not recorded', async () => {
    const before = await measure()
    expect((await ask(officer, { ...returned, reason: undefined })).body).toMatchObject({
      is: 'refused',
      refusals: [{ code: 'task/reason-missing' }],
      tasks: [],
    })
    expect((await ask(officer, { ...returned, task: 'formal-check#7' })).body).toMatchObject({
      is: 'refused',
      refusals: [{ code: 'task/not-open' }],
    })
    expect(await measure()).toEqual(before)
  })

  it('is not said of a form that cannot be read', async () => {
    const { status, body } = await ask(officer, { ...returned, data: { note: 7 } })
    expect(status).toBe(422)
    expect(body).toMatchObject({ errors: [{ field: '/data/note' }] })
  })

  it('is not said of sealed steps: it would tell what the others wrote', async () => {
    const definition = processes['disclosure'] as ProcessDefinition
    const step = definition.steps['proposeShares'] as UserStep
    const inventors = ['inventor1', 'inventor2'] as PersonId[]
    const sealed = 'sealed' as MatterId
    await standAt(office.engine.store, { definition, step, id: sealed, inventors, people: inventors })
    const proposal = { task: 'propose-shares#1/inventor1', outcome: 'proposed', data: { shares: { inventor1: 5000, inventor2: 5000 } } }
    for (const who of [inventor, officer])
      expect((await ask(who, proposal, sealed)).body, who.username).toMatchObject({ status: 422, refusals: [{ code: 'task/sealed' }] })
  })

  it('comes to pass when it is done', async () => {
    const accepted = { outcome: 'accepted', data: await office.formalCheck(id) }
    const [thought] = (await ask(officer, { task: 'formal-check#1', ...accepted })).body['tasks'] as { dueOn: string }[]
    expect(thought).toMatchObject({ task: 'secrecy-screen#1', roles: [{ name: 'secrecy' }], people: [] })
    expect((await officer.post(`/api/tasks/${task}/complete`, accepted)).status).toBe(200)
    const state = await office.engine.until(id, (now) => now.tasks['secrecy-screen#1'] !== undefined)
    expect(state.tasks['secrecy-screen#1']?.due?.on).toBe(thought?.dueOn)
  })

  it('says that the content of a state secret would be erased, and erases nothing', async () => {
    const secrecy = await office.signIn('secrecy')
    const found = { task: 'secrecy-screen#1', outcome: 'state-secret', data: { mayPublish: false } }
    expect((await ask(secrecy, found)).body).toMatchObject({ erased: true, end: { name: 'handed-to-secrecy-office' } })
    expect((await office.engine.state(id)).erased).toBeUndefined()
    expect((await inventor.get(`/api/matters/${id}`)).body).toMatchObject({ standing: 'open' })
  })
})
