import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliverCommand, type CommandRequest, type DeliveryDependencies } from '#api/deliver-command.ts'
import { resolvePolicy } from '#api/pinned-policy.ts'
import { createMatterStarter } from '#api/start-matter.ts'
import type { MatterToOpen } from '#domain/matter-to-open.ts'
import type { Actor, InstitutionId, PersonId } from '#domain/actor.ts'
import type { Order } from '#domain/command.ts'
import { instantOfDayStart } from '#domain/day.ts'
import type { RoleKey } from '#domain/role.ts'
import type { MatterId, TaskId } from '#domain/state.ts'
import { asSystem } from '#store/db.ts'
import { findRecorded, findState } from '#store/record/read.ts'
import { createEngine, dayOne, type Engine } from '../engine.ts'
import { sampleDisclosure } from '#cli/samples/disclosure.ts'

const institution = 'uni-deliver' as InstitutionId
const inventors = ['ann', 'bo', 'chen'] as PersonId[]
const officer: Actor = { is: 'person', person: 'officer' as PersonId, roles: ['ipo_officer' as RoleKey], deputyFor: [] }
const applicant: Actor = { is: 'person', person: 'ann' as PersonId, roles: [], deputyFor: [] }
const task = 'formal-check#1' as TaskId

let engine: Engine
let deps: DeliveryDependencies

beforeAll(async () => {
  engine = await createEngine(institution, 'durable')
  const startMatter = createMatterStarter({
    temporal: engine.environment.client,
    taskQueue: engine.taskQueue,
    officeClock: { today: () => dayOne, offset: instantOfDayStart(dayOne) + 9 * 3_600_000 - Date.now() },
    findPolicy: async (_, process) => resolvePolicy(process, undefined),
    findNumber: async (_, id) => (await findState(engine.store, institution, id))?.head.number,
  })
  deps = {
    temporal: engine.environment.client,
    startMatter,
    patience: 10_000,
    restartStory: () => Promise.reject(new Error('Nothing is begun again here')),
    findRecorded: (...which) => findRecorded(engine.store, ...which),
    findEnd: async (_, id) => {
      const standing = (await findState(engine.store, institution, id))?.standing
      return standing?.is === 'closed' ? { outcome: standing.outcome, on: standing.on } : undefined
    },
  }
  await asSystem(engine.store, institution, async (tx) => {
    await tx.institution.create({ data: { id: institution, nameZh: '示例大学', nameEn: 'Sample University', province: 'Beijing' } })
    const people = ['officer', ...inventors].map((id) => ({
      institutionId: institution,
      id,
      name: id,
      employer: 'here',
      relation: id === 'chen' ? 'student' : 'staff',
    }))
    await tx.person.createMany({ data: people })
    const role = {
      institutionId: institution,
      id: 'r1',
      personId: 'officer',
      role: 'ipo_officer',
      roleKey: 'ipo_officer',
      fromDay: '2026-01-01',
      grantedBy: 'setup',
      status: 'active',
    }
    await tx.roleAssignment.create({ data: role })
  })
})

afterAll(() => engine.close())

function opening(id: string, changes: Partial<MatterToOpen> = {}): CommandRequest {
  const data = JSON.parse(JSON.stringify(sampleDisclosure(inventors)))
  const openedBy = { is: 'person', person: inventors[0] as PersonId, as: 'self' } as const
  return {
    is: 'start',
    matter: { institution, id: id as MatterId, process: 'disclosure', data, openedBy, openingCommand: `${id}/open`, ...changes },
  }
}

function order(matter: string, id: string, given: Order, actor: Actor = officer): CommandRequest {
  return { is: 'act', institution, process: 'disclosure', matter: matter as MatterId, command: { id, actor, order: given } }
}

async function open(id: string): Promise<void> {
  expect(await deliverCommand(deps, opening(id))).toMatchObject({ status: 'done' })
  await engine.until(id as MatterId, (state) => state.tasks[task] !== undefined)
}

describe('a matter being opened', () => {
  it('is opened once, however often the command comes', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => deliverCommand(deps, opening('once'))))
    const [first] = answers
    expect(first).toMatchObject({ status: 'done', answer: { id: 'once', number: expect.stringMatching(/-\d+$/) } })
    expect(answers).toEqual([first, first, first])
    expect(await deliverCommand(deps, opening('once'))).toEqual(first)
  })

  it('is refused where the record says so, and nothing of it is kept', async () => {
    const openedBy = { is: 'person', person: 'bo' as PersonId, as: 'legal' as RoleKey } as const
    const answer = await deliverCommand(deps, opening('not-held', { openedBy }))
    expect(answer).toMatchObject({ status: 'refused', refusals: [{ code: 'record/role-not-held' }] })
    expect(await findState(engine.store, institution, 'not-held' as MatterId)).toBeUndefined()
  })
})

describe('a command', () => {
  it('is carried out once, however often it comes', async () => {
    await open('twice')
    const claim = order('twice', 'claim-1', { name: 'claim-task', task })
    const first = await deliverCommand(deps, claim)
    expect(first).toMatchObject({ status: 'done' })
    expect(await deliverCommand(deps, claim)).toEqual(first)
  })

  it('that was carried out is answered so, though it would be refused now', async () => {
    await open('late-answer')
    const complete = order('late-answer', 'complete-1', {
      name: 'complete-task',
      task,
      outcome: 'returned',
      reason: '摘要不完整',
      data: {},
    })
    const first = await deliverCommand(deps, complete)
    expect(first).toMatchObject({ status: 'done' })
    await engine.until('late-answer' as MatterId, (state) => state.tasks['revise#1'] !== undefined)
    await engine.restartWorker()
    expect(await deliverCommand(deps, complete)).toEqual(first)
    expect(
      await deliverCommand(
        deps,
        order('late-answer', 'complete-2', complete.is === 'act' ? complete.command.order : { name: 'resume-matter' }),
      ),
    ).toMatchObject({
      status: 'refused',
      refusals: [{ code: 'task/not-open' }],
    })
  })

  it('to a closed matter is refused because it is closed, unless it was carried out before', async () => {
    await open('closed')
    const withdraw = order('closed', 'withdraw-1', { name: 'withdraw-matter', reason: '重做' }, applicant)
    const first = await deliverCommand(deps, withdraw)
    expect(first).toMatchObject({ status: 'done' })
    await engine.until('closed' as MatterId, (state) => state.standing.is === 'closed')
    await engine.environment.client.workflow.getHandle('disclosure/closed').result()
    expect(await deliverCommand(deps, withdraw)).toEqual(first)
    const claim = order('closed', 'claim-late', { name: 'claim-task', task })
    expect(await deliverCommand(deps, claim)).toMatchObject({
      status: 'refused',
      refusals: [{ code: 'matter/closed', fact: { outcome: 'withdrawn' } }],
    })
  })

  it('waits where no story answers for an open matter: that is no refusal', async () => {
    await open('lost')
    const elsewhere = { ...order('lost', 'claim-x', { name: 'claim-task', task }), process: 'pre-filing-assessment' } as CommandRequest
    expect(await deliverCommand(deps, elsewhere)).toMatchObject({ status: 'pending' })
  })

  it('waits when no answer comes in time, and is carried out once when it is sent again', async () => {
    await open('slow')
    await engine.stopWorker()
    const claim = order('slow', 'claim-slow', { name: 'claim-task', task })
    const asked = Date.now()
    expect(await deliverCommand({ ...deps, patience: 700 }, claim)).toMatchObject({ status: 'pending' })
    expect(Date.now() - asked).toBeLessThan(5_000)
    await engine.restartWorker()
    expect(await deliverCommand(deps, claim)).toMatchObject({ status: 'done' })
    const actions = await engine.actions('slow' as MatterId)
    expect(actions.filter((action) => action.commandId === 'claim-slow')).toHaveLength(1)
  })
})
